/** Keys going down and up, told no more precisely than the focused field's fidelity allows. */
import { modifierBits, type KeyPayload } from '#core/plugin-events.ts';
import { classifyKey } from './classify-key.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { modifiersOf } from './modifiers-of.ts';
import { originOf, type PageFacts } from './page-facts.ts';

interface KeystrokeSources extends PageFacts {
  readonly target: EventTarget;
  readonly emit: (payload: KeyPayload) => void;
}

export function trackKeystrokes({ target, nodeOf, fidelityOf, emit }: KeystrokeSources): Tracker {
  // A release is told as its press was: focus and Shift may have changed in between, and a key
  // pressed in a secret field must not show up when it is released in another.
  const held = new Map<string, KeyPayload>();
  // Modifiers pressed in a secret field, which would tell of it on keys of the next one.
  let unspoken = 0;

  const down = listen<KeyboardEvent>(target, 'keydown', (event) => {
    const field = originOf(event);
    if (field === undefined) return;
    const bit = modifierBit(event.key);
    const fidelity = fidelityOf(field);
    if (fidelity === 'none' || nodeOf(field) < -1) {
      unspoken |= bit;
      return;
    }
    if (!event.repeat) unspoken &= ~bit;
    const payload: KeyPayload = {
      phase: 'down',
      node: nodeOf(field),
      fidelity,
      ...(fidelity === 'text' ? { key: event.key } : {}),
      class: classifyKey(event.key),
      modifiers: modifiersOf(event) & ~unspoken,
      ...(event.repeat ? { repeat: true } : {}),
      ...(isComposing(event) ? { composing: true } : {}),
    };
    if (!event.repeat) held.set(event.code, payload);
    emit(payload);
  });

  const up = listen<KeyboardEvent>(target, 'keyup', (event) => {
    if (!event.isTrusted) return;
    const modifiers = modifiersOf(event) & ~unspoken;
    unspoken &= ~modifierBit(event.key);
    const pressed = held.get(event.code);
    if (pressed === undefined) return;
    held.delete(event.code);
    emit({ ...pressed, phase: 'up', modifiers });
  });

  const blur = listen(target, 'blur', (event) => {
    if (event.target !== target) return;
    held.clear();
    unspoken = 0;
  });

  return stopAll([down, up, blur]);
}

function modifierBit(key: string): number {
  return Object.hasOwn(modifierBits, key) ? modifierBits[key as keyof typeof modifierBits] : 0;
}

/** Part of an input method's work; some browsers say so only by the key's name. */
function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.key === 'Process' || event.key === 'Dead';
}
