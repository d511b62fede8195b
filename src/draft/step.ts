import type { Edit } from '#core/edit.ts';

/** What an act comes to. Steps of one gesture (a drag, the typing of a sentence) that follow each other
 * are undone as one. */
export interface Step {
  readonly edit: Edit;
  readonly gesture?: string;
}
