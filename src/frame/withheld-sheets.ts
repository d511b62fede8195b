import { readOnce } from './read-once.ts';
import { applyEdits, withheldInCss, withholdCss } from './withheld-css.ts';

/** Of a sheet, all of it. */
export const withholdSheet = readOnce((text) => withholdCss(text, 'sheet'));

const editsOf = readOnce((text) => withheldInCss(text, 'sheet'));

/** The same for a sheet whose text lies in pieces, anywhere broken. */
export function withholdPieces(pieces: readonly string[]): readonly string[] {
  if (pieces.length < 2) return pieces.map((piece) => withholdSheet(piece));
  const edits = editsOf(pieces.join(''));
  if (edits.length === 0) return pieces;
  let from = 0;
  return pieces.map((piece) => {
    const [first, end] = [from, from + piece.length];
    from = end;
    const here = edits
      .filter((edit) => edit.start < end && edit.end > first)
      .map((edit) => ({
        start: Math.max(edit.start, first) - first,
        end: Math.min(edit.end, end) - first,
        // What reaches over a break stands where it began.
        text: edit.start >= first ? edit.text : '',
      }));
    return applyEdits(piece, here);
  });
}
