/** Fields being entered: one constant event a visit, and all that is told of a visit to a secret one. */
import type { FieldPayload } from '#core/plugin-events.ts';
import { listen, type Tracker } from './listen.ts';
import { originOf, type PageFacts } from './page-facts.ts';

interface FieldVisitSources extends PageFacts {
  readonly target: EventTarget;
  readonly emit: (payload: FieldPayload) => void;
}

export function trackFieldVisits({ target, nodeOf, fidelityOf, emit }: FieldVisitSources): Tracker {
  return listen(target, 'focusin', (event) => {
    const field = originOf(event);
    if (field === undefined || !isField(field) || nodeOf(field) < 0) return;
    emit({ node: nodeOf(field), fidelity: fidelityOf(field) });
  });
}

function isField(element: Element): boolean {
  return (
    element.matches('input, textarea, select') ||
    (element as Partial<HTMLElement>).isContentEditable === true
  );
}
