import { applyEdits, withheldInCss, withholdCss, type CssPart } from './withheld-css.ts';

/** Shorter texts are read again sooner than they are found. */
const leastLetters = 2000;

const mostLetters = 20_000_000;

const known = new Map<string, string>();
let letters = 0;

/** As `withholdCss`, but a large sheet is read once, however often its page is built. */
export function withholdSheet(text: string, part: CssPart): string {
  if (text.length < leastLetters || part !== 'sheet') return withholdCss(text, part);
  const before = known.get(text);
  if (before !== undefined) return before;
  const held = withholdCss(text, part);
  if (letters > mostLetters) {
    known.clear();
    letters = 0;
  }
  known.set(text, held);
  letters += text.length;
  return held;
}

/** The same for a sheet whose text lies in pieces, anywhere broken. */
export function withholdPieces(pieces: readonly string[]): readonly string[] {
  if (pieces.length < 2) return pieces.map((piece) => withholdSheet(piece, 'sheet'));
  const edits = withheldInCss(pieces.join(''), 'sheet');
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
