/** The reasons to give a session back, as they are offered and as they are read. */
import type { Reason } from '#core/decline.ts';

export interface OfferedReason {
  readonly reason: Reason;
  readonly digit: string;
  readonly words: string;
  /** More is to be said in words, and for some must be. */
  readonly asks?: 'may' | 'must';
}

export const offeredReasons: readonly OfferedReason[] = [
  { digit: '1', reason: { kind: 'skip', reason: 'no time' }, words: 'Too long for now' },
  { digit: '2', reason: { kind: 'skip', reason: 'unsure' }, words: 'I don’t know this work' },
  { digit: '3', reason: { kind: 'skip', reason: 'knows them' }, words: 'I know the person' },
  { digit: '4', reason: { kind: 'skip', reason: 'other' }, words: 'Another reason', asks: 'may' },
  {
    digit: '5',
    reason: { kind: 'impossible', reason: 'broken' },
    words: 'The recording is broken',
  },
  {
    digit: '6',
    reason: { kind: 'impossible', reason: 'language' },
    words: 'In a language we don’t label',
  },
  {
    digit: '7',
    reason: { kind: 'impossible', reason: 'personal data' },
    words: 'Personal data is seen',
  },
  {
    digit: '8',
    reason: { kind: 'impossible', reason: 'other' },
    words: 'Something else',
    asks: 'must',
  },
];

export function reasonWords({ kind, reason }: Reason): string {
  const offered = offeredReasons.find(
    (each) => each.reason.kind === kind && each.reason.reason === reason,
  );
  return offered?.words ?? reason;
}

/** What a notice says of it. */
export function declinedSentence(reason: Reason): string {
  const why = reasonWords(reason);
  return reason.kind === 'skip'
    ? `Skipped: ${why}. It comes back to you last.`
    : `Told to the admins: ${why}.`;
}
