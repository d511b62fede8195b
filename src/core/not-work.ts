import type { NotWorkId } from './ids.ts';
import type { Span } from './time.ts';

/** A stretch an annotator found to be private, not work: blanked for all who come after. It never
 * overlaps a task. */
export interface NotWork extends Span {
  readonly id: NotWorkId;
}
