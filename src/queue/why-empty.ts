/** Why the queue has nothing to give right now, by when it will, and what a person can do about it. */
import type { QueueStanding } from '#core/queue-standing.ts';
import type { EpochMs } from '#core/time.ts';
import { whenTold } from './times-told.ts';

/** `again` asks the queue once more, `skipped` takes what was skipped, `sessions` leads to the list. */
export type EmptyAct = 'again' | 'skipped' | 'sessions';

export interface Emptiness {
  readonly sentence: string;
  readonly act: EmptyAct;
  readonly label: string;
}

const again = { act: 'again', label: 'Look again' } as const;
const sessions = { act: 'sessions', label: 'See the sessions' } as const;

const count = (amount: number, rest = '') =>
  `${amount.toLocaleString('en')}${rest} ${amount === 1 ? 'session' : 'sessions'}`;
const all = (amount: number) =>
  amount === 1 ? 'the one session left' : `the ${count(amount)} left`;
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function whyEmpty(standing: QueueStanding, now: EpochMs): Emptiness {
  const { leftForMe, held, inPreview, declined, own, doneByMe, setAside } = standing;
  if (leftForMe > 0)
    return {
      sentence: `Only ${count(leftForMe)} that you have skipped or have open ${leftForMe === 1 ? 'is' : 'are'} left for you.`,
      act: 'skipped',
      label: leftForMe === 1 ? 'Label it now' : 'Label the next of them',
    };
  if (held > 0) return { sentence: heldSentence(standing, now), ...again };
  if (inPreview > 0) return { sentence: previewSentence(standing, now), ...again };
  if (declined > 0)
    return {
      sentence: `You found that ${all(declined)} can’t be labeled. An admin decides, or another annotator finds a way.`,
      ...sessions,
    };
  if (doneByMe > 0)
    return {
      sentence: `You have labeled ${all(doneByMe)}. Each still wants another annotator.`,
      ...sessions,
    };
  if (own > 0)
    return {
      sentence: `${upper(all(own))} ${own === 1 ? 'is' : 'are'} of you, so someone else labels ${own === 1 ? 'it' : 'them'}.`,
      ...sessions,
    };
  if (setAside > 0)
    return {
      sentence: `${upper(count(setAside))} ${setAside === 1 ? 'was' : 'were'} set aside, because nobody could label ${setAside === 1 ? 'it' : 'them'}. All others have the annotations they need. An admin can put ${setAside === 1 ? 'it' : 'them'} back.`,
      ...sessions,
    };
  return {
    sentence: 'Every session has the annotations it needs. Nothing is left to label.',
    ...again,
  };
}

function heldSentence({ held, nextFreeAt, inPreview }: QueueStanding, now: EpochMs): string {
  const with_ = `${upper(all(held))} ${held === 1 ? 'is' : 'are'} with other annotators.`;
  const back =
    nextFreeAt === undefined
      ? ''
      : ` ${held === 1 ? 'It' : 'The first'} comes back at ${whenTold(nextFreeAt, now)}, unless it is handed in or worked on until then.`;
  return `${with_}${back}${inPreview > 0 ? ` ${count(inPreview, ' more')} ${inPreview === 1 ? 'is' : 'are'} still in preview.` : ''}`;
}

function previewSentence({ inPreview, nextSharedAt }: QueueStanding, now: EpochMs): string {
  const them = inPreview === 1 ? 'Whoever was recorded' : 'The people recorded';
  const first = inPreview === 1 ? 'It' : 'The first';
  const when =
    nextSharedAt === undefined
      ? `${first} comes once it is let go.`
      : `${first} comes at ${whenTold(nextSharedAt, now)}, or sooner if let go.`;
  return `${them} may still look at ${all(inPreview)}, and cut. ${when}`;
}
