/** Why the queue has nothing to give, and when it may. */
import type { Claim } from '#data/sessions.ts';
import { countOf } from './words.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export function noSessionSentence(claim: Extract<Claim, { kind: 'none' }>): string {
  if (claim.held === 0)
    return 'Every session has the annotations it needs. Nothing is left to label.';
  const held = `No session is free: ${countOf(claim.held, 'is', 'are')} with other annotators.`;
  return claim.nextAt === undefined
    ? held
    : `${held} The next comes back by ${clock.format(claim.nextAt)} unless it is finished.`;
}
