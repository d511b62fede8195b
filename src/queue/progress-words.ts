/** How much is done and how much is left, short for a bar and in full for a tip. */
import type { QueueStanding } from '#core/queue-standing.ts';

const number = (amount: number) => amount.toLocaleString('en');
const sessions = (amount: number) => `${number(amount)} ${amount === 1 ? 'session' : 'sessions'}`;

/** `3 of 12 mine today · 48 left`. */
export function progressWords({ handedIn, handedInByMe, leftForMe }: QueueStanding): string {
  const today =
    handedIn === 0 ? 'none today' : `${number(handedInByMe)} of ${number(handedIn)} mine today`;
  return `${today} · ${number(leftForMe)} left`;
}

export function progressInFull(standing: QueueStanding): string {
  const { handedIn, handedInByMe, leftForMe, left, held, inPreview } = standing;
  return [
    handedIn === 0
      ? 'Nobody has handed in a session today.'
      : `${upper(sessions(handedIn))} handed in today, ${number(handedInByMe)} of them by you.`,
    `You can have ${number(leftForMe)} of the ${sessions(left)} that still want an annotation${held > 0 ? `; ${number(held)} ${held === 1 ? 'is' : 'are'} with others` : ''}.`,
    ...(inPreview > 0 ? [`${upper(sessions(inPreview))} in preview.`] : []),
  ].join(' ');
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
