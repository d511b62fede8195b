import { expect, test } from 'vitest';
import type { QueueStanding } from '#core/queue-standing.ts';
import { epochMs } from '#core/time.ts';
import { progressInFull, progressWords } from './progress-words.ts';
import { whyEmpty } from './why-empty.ts';

const now = epochMs(new Date(2026, 10, 21, 14, 20).getTime());
const at = (hours: number, minutes: number) =>
  epochMs(new Date(2026, 10, 21, hours, minutes).getTime());

const empty: QueueStanding = {
  leftForMe: 0,
  left: 0,
  held: 0,
  inPreview: 0,
  declined: 0,
  own: 0,
  doneByMe: 0,
  setAside: 0,
  handedIn: 0,
  handedInByMe: 0,
};
const told = (standing: Partial<QueueStanding>) => whyEmpty({ ...empty, ...standing }, now);

test('work that others hold is never told as none, but as coming back', () => {
  expect(told({ held: 1, left: 1, nextFreeAt: at(14, 32) }).sentence).toBe(
    'The one session left is with other annotators. It comes back at 14:32, in 12 min, unless it is handed in or worked on until then.',
  );
  expect(told({ held: 3, left: 3, nextFreeAt: at(14, 32), inPreview: 1 }).sentence).toBe(
    'The 3 sessions left are with other annotators. The first comes back at 14:32, in 12 min, unless it is handed in or worked on until then. 1 more session is still in preview.',
  );
});

test('what its contributor may still cut is told with when it comes, on its day', () => {
  const tomorrow = epochMs(at(9, 10) + 24 * 60 * 60 * 1000);
  expect(told({ inPreview: 4, nextSharedAt: tomorrow }).sentence).toBe(
    'The people recorded may still look at the 4 sessions left, and cut. The first comes at 09:10 on Sunday 22 November, in 19 h, or sooner if let go.',
  );
});

test.each([
  [{ leftForMe: 1 }, 'skipped', /^Only 1 session that you have skipped or have open is left/],
  [{ declined: 2 }, 'sessions', /^You found that the 2 sessions left can’t be labeled/],
  [{ doneByMe: 5 }, 'sessions', /^You have labeled the 5 sessions left/],
  [{ own: 1 }, 'sessions', /^The one session left is of you, so someone else labels it/],
  [{ setAside: 2 }, 'sessions', /^2 sessions were set aside.*An admin can put them back/],
  [{}, 'again', /^Every session has the annotations it needs/],
] as const)('%o has a sentence and an act of its own', (standing, act, sentence) => {
  expect(told(standing).sentence).toMatch(sentence);
  expect(told(standing).act).toBe(act);
});

test('how much is done and left is told short, and in full', () => {
  const standing = { ...empty, handedIn: 12, handedInByMe: 3, leftForMe: 48, left: 1052, held: 4 };
  expect(progressWords(standing)).toBe('3 of 12 mine today · 48 left');
  expect(progressWords(empty)).toBe('none today · 0 left');
  expect(progressInFull(standing)).toBe(
    '12 sessions handed in today, 3 of them by you. You can have 48 of the 1,052 sessions that still want an annotation; 4 are with others.',
  );
});
