import { expect, test } from 'vitest';
import { checkEpisode } from './check-episode.ts';
import { episodeHash } from './episode-hash.ts';
import type { Episode } from './episode.ts';
import { makeEpisode } from './make-episode.ts';
import { sampleMaterial } from './sample-material.ts';

const good = makeEpisode(sampleMaterial(), { toolVersion: '0.1.0' });

/** The good episode with the value at `path` replaced (or removed), and the hash made to fit. */
function broken(path: string, value: unknown): Episode {
  const episode = structuredClone(good) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, episode);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  const changed = episode as unknown as Episode;
  return {
    ...changed,
    provenance: { ...changed.provenance, episode_sha256: episodeHash(changed) },
  };
}

const approved = good.provenance.reviews[1]!;

test('the sample keeps every rule', () => {
  expect(checkEpisode(good, 'training')).toEqual([]);
});

test.each<[rule: string, path: string, value: unknown, at: string]>([
  ['an instruction', 'task.instruction', '  ', 'task.instruction'],
  ['an end after the start', 'boundaries.end_ms', 5_000, 'boundaries'],
  ['at least one step', 'steps', [], 'steps'],
  ['no gap in the step numbers', 'steps.1.i', 2, 'steps[1].i'],
  ['steps in order', 'steps.1.t_ms', 100, 'steps[1].t_ms'],
  ['steps that end after they start', 'steps.0.t_end_ms', 199, 'steps[0].t_end_ms'],
  ['steps inside the task', 'steps.4.t_end_ms', 10_001, 'steps[4]'],
  ['steps after the task began', 'steps.0.t_ms', -1, 'steps[0]'],
  ['no look ahead', 'steps.2.obs_before.t_ms', 3_001, 'steps[2].obs_before.t_ms'],
  ['a target or a lost target, not both', 'steps.0.target_lost', true, 'steps[0]'],
  ['a target or a lost target, not neither', 'steps.3.target_lost', undefined, 'steps[3]'],
  ['evidence in order', 'steps.0.evidence.events', [9, 8], 'steps[0].evidence.events'],
  ['no masked text', 'steps.4.action.text', 'hunter2', 'steps[4].action.text'],
  ['no masked value', 'steps.4.action.final_value', 'hunter2', 'steps[4].action.final_value'],
  ['no masked content', 'steps.4.target.text', 'hunter2', 'steps[4].target.text'],
  [
    'no masked attribute',
    'steps.4.target.attributes.value',
    'x',
    'steps[4].target.attributes.value',
  ],
  ['a review', 'provenance.reviews', [], 'provenance.reviews'],
  ['an approval last', 'provenance.reviews.1.decision', 'reject', 'provenance.reviews'],
  ['an approval of this revision', 'provenance.revision', 3, 'provenance.reviews'],
  [
    'reviews in order',
    'provenance.reviews',
    [{ ...approved, revision: 3 }, approved],
    'provenance.reviews',
  ],
  [
    'a reviewer who is not the annotator',
    'provenance.reviews.0.reviewer',
    good.provenance.annotator,
    'provenance.reviews[0].reviewer',
  ],
  [
    'consent for the purpose',
    'provenance.consent.purposes',
    ['evaluation'],
    'provenance.consent.purposes',
  ],
])('an episode needs %s', (_rule, path, value, at) => {
  expect(checkEpisode(broken(path, value), 'training').map((problem) => problem.path)).toContain(
    at,
  );
});

test('a single key on a masked field, or an option of it, counts as its content', () => {
  const onSecret = { ...good.steps[4]!, i: 5, t_ms: 9_000, t_end_ms: 9_000 };
  const press = { ...onSecret, action: { type: 'press', keys: 'h' } };
  const option = { ...onSecret, i: 6, action: { type: 'select_option', option: 'h' } };
  const paths = checkEpisode(broken('steps', [...good.steps, press, option]), 'training');
  expect(paths.map((problem) => problem.path)).toEqual([
    'steps[5].action.keys',
    'steps[6].action.option',
  ]);
});

test('an episode changed after it was made does not fit its hash', () => {
  const changed = { ...good, task: { ...good.task, instruction: 'Delete every order.' } };
  expect(checkEpisode(changed, 'training').map((problem) => problem.path)).toEqual([
    'provenance.episode_sha256',
  ]);
});

test('all problems come at once', () => {
  const twice = broken('steps.1.i', 7);
  expect(
    checkEpisode({ ...twice, task: { ...twice.task, instruction: '' } }, 'research'),
  ).toHaveLength(4);
});
