/** The sign each outcome is told with, so that none is told by colour alone. */

import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleSlash from '@lucide/svelte/icons/circle-slash';
import CircleX from '@lucide/svelte/icons/circle-x';
import type { LucideIcon } from '@lucide/svelte';
import type { Outcome } from '#core/task.ts';

export const outcomeIcons: Readonly<Record<Outcome, LucideIcon>> = {
  success: CircleCheck,
  partial: CircleDashed,
  failure: CircleX,
  abandoned: CircleSlash,
};
