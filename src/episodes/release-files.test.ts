import { strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { makeReleaseFiles } from './release-files.ts';
import { sampleMaterial } from './sample-material.ts';

const sample = sampleMaterial();
const empty = sampleMaterial({
  task: { ...sample.task, id: '30000000-0000-4000-8000-000000000002' as TaskId, startsMs: ms(1) },
  actions: [],
});
const input = { name: 'First *light*', purpose: 'training', toolVersion: '0.1.0' } as const;
const text = (made: ReturnType<typeof makeReleaseFiles>, name: string) =>
  strFromU8(made.files.find((file) => file.name === name)!.bytes);

test('the same tasks give the same bytes, in whatever order they come', () => {
  const one = makeReleaseFiles({ ...input, material: [sample, empty] });
  const other = makeReleaseFiles({ ...input, material: [empty, sample] });
  expect(other).toEqual(one);
  expect(one.files.map((file) => file.name)).toEqual([
    'episodes.jsonl',
    'README.md',
    'manifest.json',
  ]);
});

test('the order of keys in the material leaves no trace', () => {
  const shuffled = sampleMaterial({
    actions: sample.actions.map(
      (action) => Object.fromEntries(Object.entries(action).reverse()) as unknown as typeof action,
    ),
  });
  expect(makeReleaseFiles({ ...input, material: [shuffled] })).toEqual(
    makeReleaseFiles({ ...input, material: [sample] }),
  );
});

test('a task that breaks a rule is left out and named on the card', () => {
  const made = makeReleaseFiles({ ...input, material: [sample, empty] });
  expect(made.episodes).toHaveLength(1);
  expect(made.leftOut).toEqual([
    { sessionId: sample.sessionId, count: 1, sentence: 'No whole action lies inside the task.' },
  ]);
  expect(text(made, 'README.md')).toContain(
    '- 1 approved task: No whole action lies inside the task.',
  );
});

test('a purpose without consent leaves everything out', () => {
  const made = makeReleaseFiles({ ...input, purpose: 'research', material: [sample] });
  expect(made.episodes).toEqual([]);
  expect(text(made, 'episodes.jsonl')).toBe('');
});

test('each episode is published with the hash that its line carries', () => {
  const made = makeReleaseFiles({ ...input, material: [sample] });
  const line = JSON.parse(text(made, 'episodes.jsonl'));
  expect(made.episodes).toEqual([
    {
      annotationId: sample.annotationId,
      revision: 2,
      taskId: sample.task.id,
      sessionId: sample.sessionId,
      episodeSha256: line.provenance.episode_sha256,
    },
  ]);
});

test('no calendar time is in any file', () => {
  const made = makeReleaseFiles({ ...input, material: [sample] });
  for (const file of made.files)
    expect(strFromU8(file.bytes)).not.toMatch(/\d{4}-\d{2}-\d{2}T|"1[67]\d{11}"|\b1[67]\d{11}\b/);
});

test('the card escapes a name and counts what is in', () => {
  const card = text(makeReleaseFiles({ ...input, material: [sample] }), 'README.md');
  expect(card).toContain('pretty_name: "First *light*"');
  expect(card).toContain('# First \\*light\\*');
  expect(card).toContain('| typed steps with the text withheld | 1 |');
  expect(card).toContain('| `order/find` | 1 |');
  expect(card).not.toMatch(/^license:/m);
});
