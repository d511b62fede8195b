/** The sign and words each mark of an action is told with, so that none is told by colour alone. */

import CircleX from '@lucide/svelte/icons/circle-x';
import CopyMinus from '@lucide/svelte/icons/copy-minus';
import Milestone from '@lucide/svelte/icons/milestone';
import type { LucideIcon } from '@lucide/svelte';
import type { ActionMark } from '#draft/action-label-edits.ts';

export const actionMarks: readonly {
  readonly mark: ActionMark;
  readonly icon: LucideIcon;
  readonly about: string;
}[] = [
  {
    mark: 'wrong',
    icon: CircleX,
    about: 'The person did not mean to do it, or it did the wrong thing.',
  },
  {
    mark: 'redundant',
    icon: CopyMinus,
    about: 'The task would have come out the same without it.',
  },
  { mark: 'milestone', icon: Milestone, about: 'Something was achieved by it.' },
];
