import type { TextInputCause } from '#core/plugin-events.ts';

const byInputType: Readonly<Record<string, TextInputCause>> = {
  insertFromComposition: 'composition',
  insertCompositionText: 'composition',
  insertFromPaste: 'paste',
  insertFromPasteAsQuotation: 'paste',
  insertFromDrop: 'drop',
  deleteByDrag: 'drop',
  deleteByCut: 'cut',
  historyUndo: 'undo',
  historyRedo: 'redo',
};

/**
 * How text got into a field by one `input` event; `undefined` when the key press before it, which is
 * told by itself, says it all. `keysInVisit`: a key went down since the field was entered.
 */
export function inputCause(
  inputType: string,
  isKeyed: boolean,
  keysInVisit: boolean,
): TextInputCause | undefined {
  const known = Object.hasOwn(byInputType, inputType) ? byInputType[inputType] : undefined;
  if (known !== undefined) return known;
  // Browsers fill forms in by an event without a type, or as if a word had been replaced.
  if (inputType === '') return 'autofill';
  if (inputType === 'insertReplacementText') return keysInVisit ? 'replacement' : 'autofill';
  return isKeyed ? undefined : 'other';
}
