/** The keys of a review, beside those that play and move. */

import type { Command } from './command-for.ts';

const decide = { group: 'Decide' } as const;

export const reviewCommands = [
  { ...decide, id: 'approve', title: 'Approve', keys: ['a'] },
  { ...decide, id: 'request changes', title: 'Request changes', keys: ['r'] },
  { ...decide, id: 'reject', title: 'Reject', keys: ['x'] },
  { ...decide, id: 'comment', title: 'Write the comment', keys: ['c'] },
  { ...decide, id: 'send', title: 'Send the decision', keys: ['mod+enter'], inFields: true },
  { ...decide, id: 'next submission', title: 'Next submission', keys: ['n'] },
] as const satisfies readonly Command[];

export type ReviewCommandId = (typeof reviewCommands)[number]['id'];
