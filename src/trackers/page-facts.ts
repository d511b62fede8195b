/** What every tracker may ask about the elements it hears of. */
import type { FieldFidelity } from '#core/field-fidelity.ts';

export interface PageFacts {
  /** rrweb's id of an element; below 0 for what is not recorded, such as the recorder's own sign. */
  readonly nodeOf: (element: Element) => number;
  readonly fidelityOf: (element: Element) => FieldFidelity;
}

/** Where an event that a person caused began, inside open shadow roots too. */
export function originOf(event: Event): Element | undefined {
  const origin = event.composedPath()[0];
  if (!event.isTrusted || origin === undefined) return undefined;
  return (origin as Partial<Node>).nodeType === 1 ? (origin as Element) : undefined;
}
