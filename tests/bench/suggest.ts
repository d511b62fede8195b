/**
 * Measures the built-in suggester on labeled sessions: `npm run bench:suggest`, `--json` for a last line
 * of figures. The sessions set aside for tuning are told apart from those held out; the figure is that
 * of the held-out ones that are part of this repository.
 */
import type { Span } from '#core/time.ts';
import { suggestTasks } from '#suggest/suggest-tasks.ts';
import { byNavigation, byPauses } from './baselines.ts';
import { addUp, f1Of, findBoundaries } from './boundary-f1.ts';
import { isShared, readLabeled, type ReadSession } from './read-labeled.ts';

const toleranceMs = 2000;
const { sessions, missing } = await readLabeled();
const own = sessions.filter((session) => !isShared(session));
const tuning = own.filter(({ labels }) => labels.half === 'tuning');
const heldOut = own.filter(({ labels }) => labels.half === 'held out');

type Suggest = (session: ReadSession) => readonly Span[];

const f1 = (on: readonly ReadSession[], suggest: Suggest) =>
  f1Of(addUp(on.map((session) => findBoundaries(suggest(session), session.truth, toleranceMs))));

const ours: Suggest = ({ track, durationMs }) => suggestTasks(track, durationMs);
const pages: Suggest = ({ track }) => byNavigation(track);
const pauses = [3, 5, 8, 10, 15, 20, 30]
  .map((seconds) => ({
    seconds,
    suggest: ((each) => byPauses(each.track, seconds * 1000)) as Suggest,
  }))
  .reduce((best, each) => (f1(tuning, each.suggest) > f1(tuning, best.suggest) ? each : best));

const rows: readonly (readonly [string, Suggest])[] = [
  ['suggester', ours],
  [`pauses of ${pauses.seconds} s alone`, pauses.suggest],
  ['pages alone', pages],
];

console.log(`Boundary F1 at ${toleranceMs / 1000} s (starts with starts, ends with ends)`);
for (const [name, on] of [
  ['held out', heldOut],
  ['tuning', tuning],
  ['shared recordings', sessions.filter(isShared)],
] as const) {
  if (on.length === 0) continue;
  const tasks = on.reduce((sum, { truth }) => sum + truth.length, 0);
  console.log(`\n${name}: ${on.length} sessions, ${tasks} tasks`);
  for (const [row, suggest] of rows)
    console.log(`  ${row.padEnd(24)} ${f1(on, suggest).toFixed(3)}`);
  for (const session of on)
    console.log(`    ${session.slug.padEnd(26)} ${f1([session], ours).toFixed(3)}`);
}
if (missing.length > 0) console.log(`\nNot there, so left out: ${missing.join(', ')}.`);

const boundaryF1At2s = Math.round(1000 * f1(heldOut, ours)) / 1000;
console.log(`\nheld out: ${boundaryF1At2s} over ${heldOut.length} sessions`);
if (process.argv.includes('--json'))
  console.log(JSON.stringify({ boundaryF1At2s, sessions: heldOut.length }));
