/** Chunks 1 and 3 of tab 0 and chunk 0 of tab 1, beside the fixture's only one: 2 of tab 0 never came. */
import { commit, trackOf, upload } from './chunk-sql.ts';

const desk = 'https://desk.test';
const key = {
  atMs: 1,
  fidelity: 'class',
  class: 'letter',
  modifiers: 0,
  node: 1,
  evidence: 'exact',
};

export const longer: readonly (readonly ['anon', string])[] = [
  ['anon', upload()],
  ['anon', upload('0-3.json.gz')],
  ['anon', upload('1-0.json.gz')],
  [
    'anon',
    commit({
      events: 4,
      track: `'${trackOf({
        pages: [
          { tab: 0, url: `${desk}/a`, title: 'A', startsMs: 9000, endsMs: 10_000 },
          { tab: 0, url: `${desk}/b`, startsMs: 10_000, endsMs: 12_000 },
        ],
        keystrokes: [key, key],
        activityFromMs: 9000,
        activity: [1, 0, 3],
      })}'`,
    }),
  ],
  [
    'anon',
    commit({
      seq: 3,
      sha256: 'e'.repeat(64),
      previous: 'f'.repeat(64),
      startsMs: 20_000,
      endsMs: 30_000,
      events: 2,
      track: `'${trackOf({
        pages: [{ tab: 0, url: `${desk}/b`, title: 'B', startsMs: 20_000, endsMs: 30_000 }],
        activityFromMs: 29_000,
        activity: [2],
      })}'`,
    }),
  ],
  [
    'anon',
    commit({
      tab: 1,
      seq: 0,
      previous: undefined,
      sha256: 'a'.repeat(64),
      startsMs: 5000,
      endsMs: 6000,
      track: `'${trackOf({
        pages: [{ tab: 1, url: `${desk}/first`, title: 'First', startsMs: 5000, endsMs: 6000 }],
        keystrokes: [key],
      })}'`,
    }),
  ],
];
