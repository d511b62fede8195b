import { modifierBits } from '#core/plugin-events.ts';

/** The modifiers held during an event, as bits of `modifierBits`. */
export function modifiersOf(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): number {
  return (
    (event.altKey ? modifierBits.Alt : 0) |
    (event.ctrlKey ? modifierBits.Control : 0) |
    (event.metaKey ? modifierBits.Meta : 0) |
    (event.shiftKey ? modifierBits.Shift : 0)
  );
}
