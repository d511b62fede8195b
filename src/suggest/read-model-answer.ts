/** What a model answered, checked: it comes from outside, so all of it may be wrong. */

import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { ms, type Ms } from '#core/time.ts';

export const answerFormat = 'tasktape/suggest-answer/1';

const mostTasks = 2000;
const longestWords = 2000;

/** Suggestions under the name the model gives itself, as in `public/suggest-answer.schema.json`. */
export function readModelAnswer(answer: unknown, durationMs: Ms): OutcomeOf<readonly Suggestion[]> {
  const given = asRecord(answer);
  if (given?.['format'] !== answerFormat)
    return refuse('format', `The answer does not begin with "format": "${answerFormat}".`);
  const { suggester, tasks } = given;
  if (!isText(suggester) || suggester.trim() === '' || suggester.length > 80)
    return refuse('suggester', 'The answer must name its suggester in 1 to 80 signs.');
  if (!Array.isArray(tasks) || tasks.length > mostTasks)
    return refuse('tasks', `The answer must have a list of at most ${mostTasks} tasks.`);
  const problems: Problem[] = [];
  const name = suggester.trim();
  const read = tasks.flatMap((task: unknown, index) => {
    const outcome = readTask(task, name, index, durationMs);
    if (outcome.ok) return [outcome.value];
    problems.push(...outcome.problems);
    return [];
  });
  return problems.length > 0 ? fail(...problems) : succeed(read);
}

function readTask(
  task: unknown,
  suggester: string,
  index: number,
  durationMs: Ms,
): OutcomeOf<Suggestion> {
  const path = `tasks[${index}]`;
  const given = asRecord(task);
  if (given === undefined) return refuse(path, 'It is not an object.');
  const { startsMs, endsMs, instruction = '', intent, score, startReason, endReason } = given;
  if (!isTime(startsMs) || !isTime(endsMs) || startsMs >= endsMs)
    return refuse(
      path,
      'It needs startsMs and endsMs in whole milliseconds, the end after the start.',
    );
  if (endsMs > durationMs) return refuse(path, `It ends after the session, at ${endsMs}.`);
  if (typeof score !== 'number' || !(score >= 0 && score <= 1))
    return refuse(path, 'It needs a score from 0 to 1.');
  if (!isText(instruction) || (intent !== undefined && !isText(intent)))
    return refuse(
      path,
      `Its instruction and intent must be texts of at most ${longestWords} signs.`,
    );
  if (![startReason, endReason].every((each) => each === undefined || isText(each)))
    return refuse(path, `Its reasons must be texts of at most ${longestWords} signs.`);
  return succeed({
    id: `${suggester}:${startsMs}-${endsMs}`,
    suggester,
    startsMs: ms(startsMs),
    endsMs: ms(endsMs),
    instruction: instruction.trim(),
    ...(intent !== undefined && { intent }),
    score,
    startReasons: reasons(startReason as string | undefined),
    endReasons: reasons(endReason as string | undefined),
  });
}

const reasons = (sentence: string | undefined) => [
  { kind: 'model', sentence: sentence?.trim() || 'The model gives no reason.' } as const,
];

const refuse = (path: string, sentence: string): OutcomeOf<never> => fail({ path, sentence });

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestWords;

const isTime = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
