/** How each decision is offered and told. */

import Check from '@lucide/svelte/icons/check';
import MessageSquareWarning from '@lucide/svelte/icons/message-square-warning';
import X from '@lucide/svelte/icons/x';
import type { LucideIcon } from '@lucide/svelte';
import type { Decision } from '#core/review.ts';

interface DecisionWords {
  readonly icon: LucideIcon;
  readonly offer: string;
  readonly told: string;
  readonly tone: 'success' | 'warning' | 'danger';
  /** What it leads to, before it is sent. */
  readonly effect: string;
}

export const decisionWords: Readonly<Record<Decision, DecisionWords>> = {
  approve: {
    icon: Check,
    offer: 'Approve',
    told: 'Approved',
    tone: 'success',
    effect: 'Its tasks can go into releases. This can’t be taken back.',
  },
  'request changes': {
    icon: MessageSquareWarning,
    offer: 'Request changes',
    told: 'Changes requested',
    tone: 'warning',
    effect: 'It goes back to its annotator, who submits again.',
  },
  reject: {
    icon: X,
    offer: 'Reject',
    told: 'Rejected',
    tone: 'danger',
    effect: 'It goes into no release and is not edited any more.',
  },
};
