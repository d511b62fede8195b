/** Keys going down and up, told no more precisely than the focused field's fidelity allows. */
import type { KeyPayload } from '#core/plugin-events.ts';
import { classifyKey } from './classify-key.ts';
import type { FidelityOf } from './field-fidelity.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { modifiersOf } from './modifiers-of.ts';

interface KeystrokeSources {
  readonly target: EventTarget;
  readonly nodeOf: (element: Element) => number;
  readonly fidelityOf: FidelityOf;
  readonly emit: (payload: KeyPayload) => void;
}

export function trackKeystrokes({ target, nodeOf, fidelityOf, emit }: KeystrokeSources): Tracker {
  // A release is told as its press was: focus and Shift may have changed in between, and a key
  // pressed in a secret field must not show up when it is released in another.
  const held = new Map<string, KeyPayload>();

  const down = listen<KeyboardEvent>(target, 'keydown', (event) => {
    const field = event.composedPath()[0];
    if (!event.isTrusted || !isElement(field)) return;
    const fidelity = fidelityOf(field);
    if (fidelity === 'none') return;
    const payload: KeyPayload = {
      phase: 'down',
      node: nodeOf(field),
      fidelity,
      ...(fidelity === 'text' ? { key: event.key } : {}),
      class: classifyKey(event.key),
      modifiers: modifiersOf(event),
      ...(event.repeat ? { repeat: true } : {}),
    };
    if (!event.repeat) held.set(event.code, payload);
    emit(payload);
  });

  const up = listen<KeyboardEvent>(target, 'keyup', (event) => {
    const pressed = held.get(event.code);
    if (!event.isTrusted || pressed === undefined) return;
    held.delete(event.code);
    emit({ ...pressed, phase: 'up', modifiers: modifiersOf(event) });
  });

  const blur = listen(target, 'blur', (event) => {
    if (event.target === target) held.clear();
  });

  return stopAll([down, up, blur]);
}

function isElement(target: EventTarget | undefined): target is Element {
  return target !== undefined && (target as Partial<Node>).nodeType === 1;
}
