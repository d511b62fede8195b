import { isId, listOf, sane } from './shape.ts';

export interface SelectedRange {
  readonly start: number;
  readonly startOffset: number;
  readonly end: number;
  readonly endOffset: number;
}

/** What is selected; where the caret merely stands nothing is. */
export function cleanRanges(ranges: unknown, isHidden: (id: number) => boolean): SelectedRange[] {
  return listOf(ranges).flatMap((range) => {
    const { start, end } = range;
    const startOffset = sane(range['startOffset'], 0);
    const endOffset = sane(range['endOffset'], 0);
    if (!isId(start) || !isId(end) || startOffset === undefined || endOffset === undefined)
      return [];
    if (start === end && startOffset === endOffset) return [];
    return isHidden(start) || isHidden(end) ? [] : [{ start, startOffset, end, endOffset }];
  });
}
