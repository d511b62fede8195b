import { isRecord, recordsIn } from './records-in.ts';
import type { CanvasData } from './rrweb-events.ts';

/** True when a drawing event leaves nothing of what was on the canvas before: the recorder wiped it
 * and put a picture of all of it there. Other drawing can't be told without its whole history. */
export function isWholePicture({ commands }: CanvasData): boolean {
  const list = recordsIn(commands);
  const wiped = list.findIndex(({ property }) => property === 'clearRect');
  const drawn = list.findIndex(
    ({ property, args }) =>
      property === 'drawImage' &&
      Array.isArray(args) &&
      isRecord(args[0]) &&
      (args[0] as { rr_type?: unknown }).rr_type === 'ImageBitmap',
  );
  return wiped === 0 && drawn > 0;
}
