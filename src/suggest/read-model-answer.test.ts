import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { answerFormat, readModelAnswer } from './read-model-answer.ts';

const schema = JSON.parse(readFileSync('public/suggest-answer.schema.json', 'utf8'));
const fits = new Ajv2020({ strict: false }).compile(schema);
const durationMs = ms(10_000);

const answer = (...tasks: unknown[]) => ({ format: answerFormat, suggester: 'Our model', tasks });
const sentenceOf = (given: unknown) => {
  const outcome = readModelAnswer(given, durationMs);
  return outcome.ok ? undefined : `${outcome.problems[0]!.path}: ${outcome.problems[0]!.sentence}`;
};

test('a good answer becomes suggestions under the model’s own name', () => {
  const task = { startsMs: 0, endsMs: 5000, score: 0.7, instruction: ' Find it ', intent: 'find' };
  const outcome = readModelAnswer(answer({ ...task, endReason: 'It was found.' }), durationMs);
  expect(outcome.ok && outcome.value).toEqual([
    {
      id: 'Our model:0-5000',
      suggester: 'Our model',
      startsMs: 0,
      endsMs: 5000,
      instruction: 'Find it',
      intent: 'find',
      score: 0.7,
      startReasons: [{ kind: 'model', sentence: 'The model gives no reason.' }],
      endReasons: [{ kind: 'model', sentence: 'It was found.' }],
    },
  ]);
});

test.each([
  [undefined, /^format: .*tasktape\/suggest-answer\/1/],
  ['<html>', /^format/],
  [{ ...answer(), suggester: ' ' }, /^suggester: /],
  [{ ...answer(), tasks: {} }, /^tasks: /],
  [answer({ startsMs: 5, endsMs: 5, score: 1 }), /^tasks\[0\]: .*end after the start/],
  [answer({ startsMs: 0.5, endsMs: 5, score: 1 }), /whole milliseconds/],
  [answer({ startsMs: 0, endsMs: 10_001, score: 1 }), /ends after the session/],
  [answer({ startsMs: 0, endsMs: 5, score: 2 }), /score from 0 to 1/],
  [answer({ startsMs: 0, endsMs: 5, score: Number.NaN }), /score/],
  [answer({ startsMs: 0, endsMs: 5, score: 1, instruction: 7 }), /instruction/],
  [answer({ startsMs: 0, endsMs: 5, score: 1 }, null), /^tasks\[1\]: It is not an object/],
  [answer({ startsMs: 0, endsMs: 5, score: 1, endReason: 'x'.repeat(2001) }), /reasons/],
])('a bad answer is told in a sentence: %j', (given, sentence) => {
  expect(sentenceOf(given)).toMatch(sentence);
});

const value = fc.oneof(
  fc.integer({ min: -5, max: 12_000 }),
  fc.double(),
  fc.string(),
  fc.constant(null),
  fc.constant('x'.repeat(2001)),
);
const good = fc.record({
  startsMs: fc.integer({ min: 0, max: 4000 }),
  endsMs: fc.integer({ min: 4001, max: 10_000 }),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyTask = fc
  .tuple(
    good,
    fc.record(
      {
        startsMs: value,
        endsMs: value,
        score: value,
        instruction: value,
        intent: value,
        endReason: value,
      },
      { requiredKeys: [] },
    ),
    fc.boolean(),
  )
  .map(([base, odd, isOdd]) => (isOdd ? { ...base, ...odd } : base));

test('whatever is taken fits the published schema, and nothing of it lies outside the session', () => {
  fc.assert(
    fc.property(fc.array(anyTask, { maxLength: 4 }), (tasks) => {
      const given = JSON.parse(JSON.stringify(answer(...tasks))) as unknown;
      const outcome = readModelAnswer(given, durationMs);
      if (!outcome.ok) return;
      expect(fits(given), JSON.stringify(fits.errors)).toBe(true);
      for (const { startsMs, endsMs } of outcome.value)
        expect(startsMs >= 0 && startsMs < endsMs && endsMs <= durationMs).toBe(true);
    }),
  );
});
