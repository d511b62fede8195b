/** Text that gets into a field without a key of its own, told apart by how. Typing is not repeated. */
import type { TextInputCause, TextInputPayload } from '#core/plugin-events.ts';
import { inputCause } from './input-cause.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { originOf, type PageFacts } from './page-facts.ts';

interface TextInputSources extends PageFacts {
  readonly target: EventTarget;
  readonly emit: (payload: TextInputPayload) => void;
}

const textTypes = new Set(['text', 'search', 'url', 'tel', 'email', '']);
// What these brought in came from the clipboard or from a store of the browser's.
const contentless = new Set<TextInputCause>(['paste', 'drop', 'autofill', 'cut', 'undo', 'redo']);

export function trackTextInput({ target, nodeOf, fidelityOf, emit }: TextInputSources): Tracker {
  let isKeyed = false;
  let keysInVisit = false;

  const tell = (field: Element, cause: TextInputCause, inputType: string, data: string | null) => {
    const fidelity = fidelityOf(field);
    const node = nodeOf(field);
    if (fidelity === 'none' || node < 0) return;
    const text = fidelity === 'text' && !contentless.has(cause) && data !== null ? data : undefined;
    emit({
      node,
      cause,
      inputType,
      fidelity,
      ...(text === undefined ? {} : { text }),
      ...(data === null ? {} : { length: data.length }),
    });
  };

  const down = listen<KeyboardEvent>(target, 'keydown', (event) => {
    if (!event.isTrusted || event.isComposing) return;
    isKeyed = true;
    keysInVisit = true;
  });
  const up = listen(target, 'keyup', () => (isKeyed = false));
  const enter = listen(target, 'focusin', () => {
    isKeyed = false;
    keysInVisit = false;
  });
  const input = listen<InputEvent>(target, 'input', (event) => {
    const field = originOf(event);
    const inputType = event.inputType ?? '';
    // While a text is being composed it is told once, at its end.
    if (!field || event.isComposing || !(inputType || takesText(field))) return;
    const cause = inputCause(inputType, isKeyed, keysInVisit);
    isKeyed = false;
    if (cause && cause !== 'composition') tell(field, cause, inputType, event.data ?? null);
  });
  const composed = listen<CompositionEvent>(target, 'compositionend', (event) => {
    const field = originOf(event);
    if (field && event.data) tell(field, 'composition', 'insertCompositionText', event.data);
  });
  return stopAll([down, up, enter, input, composed]);
}

function takesText(field: Element): boolean {
  if (field.localName === 'textarea') return true;
  const type = field.getAttribute('type')?.toLowerCase() ?? '';
  return field.localName === 'input' && textTypes.has(type);
}
