/** Taking suggestions over: whole, or one edge of them. What is labeled already is never overlapped: a
 * suggestion is clipped by it, or not to be had. */

import type { Content } from '#core/content.ts';
import { applyEdit, type Edit } from '#core/edit.ts';
import type { Edge } from '#core/edge-room.ts';
import type { IntentId } from '#core/ids.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { isSubtask, type EdgeOrigin, type Task } from '#core/task.ts';
import { contains, formatTime, overlaps, type Span } from '#core/time.ts';
import type { Step } from './step.ts';
import {
  addTask,
  endMark,
  markEdit,
  markStart,
  moveEdge,
  named,
  refuse,
  type Ground,
} from './task-edits.ts';

/** With less than this left of it, it is another thing than was suggested. */
const leastShare = 0.5;

/** The intent's id by its slug, where the label set has it. */
export type FindIntent = (slug: string) => IntentId | undefined;

/** What of `suggestion` is free; undefined where that is too little. */
export function freePartOf(
  { tasks, notWork }: Pick<Ground, 'tasks' | 'notWork'>,
  suggestion: Suggestion,
): Span | undefined {
  const taken: readonly Span[] = [...tasks.filter((task) => !isSubtask(task)), ...notWork]
    .filter((span) => overlaps(span, suggestion))
    .sort((a, b) => a.startsMs - b.startsMs);
  const parts: Span[] = [];
  let { startsMs } = suggestion;
  for (const span of taken) {
    if (span.startsMs > startsMs) parts.push({ startsMs, endsMs: span.startsMs });
    if (span.endsMs > startsMs) startsMs = span.endsMs;
  }
  if (suggestion.endsMs > startsMs) parts.push({ startsMs, endsMs: suggestion.endsMs });
  const longest = parts.sort((a, b) => lengthOf(b) - lengthOf(a))[0];
  return longest && lengthOf(longest) >= leastShare * lengthOf(suggestion) ? longest : undefined;
}

const lengthOf = ({ startsMs, endsMs }: Span) => endsMs - startsMs;

/** A task as it was suggested; an edge that had to give way stands at its neighbour's. */
export function acceptSuggestion(
  ground: Ground,
  suggestion: Suggestion,
  findIntent: FindIntent = () => undefined,
): OutcomeOf<Step> {
  const span = freePartOf(ground, suggestion);
  if (span === undefined) return refuse('Most of this is labeled already.');
  const intentId = suggestion.intent === undefined ? undefined : findIntent(suggestion.intent);
  const step = addTask(ground, span, {
    instruction: suggestion.instruction,
    ...(intentId !== undefined && { intentId }),
    startOrigin: span.startsMs === suggestion.startsMs ? 'suggestion' : 'snap',
    endOrigin: span.endsMs === suggestion.endsMs ? 'suggestion' : 'snap',
    source: { suggester: suggestion.suggester, certainty: suggestion.score },
  });
  const { marking } = ground;
  if (!step.ok || marking === undefined || !contains(span, marking)) return step;
  // What was being marked there is what was suggested.
  const edits = [step.value.edit, markEdit(marking, undefined)];
  return succeed({ edit: { kind: 'together', edits } });
}

/** As many as do not overlap what comes before them, as one step. */
export function acceptAll(
  ground: Ground,
  suggestions: readonly Suggestion[],
  findIntent?: FindIntent,
): OutcomeOf<Step> {
  const edits: Edit[] = [];
  let content: Content = ground;
  for (const suggestion of suggestions) {
    const step = acceptSuggestion(
      { ...ground, ...content, marking: content.marking },
      suggestion,
      findIntent,
    );
    if (!step.ok) continue;
    edits.push(step.value.edit);
    content = applyEdit(content, step.value.edit);
  }
  if (edits.length === 0) return refuse('There is no suggestion left to accept.');
  return succeed({ edit: { kind: 'together', edits } });
}

/** One edge of a suggestion for `task`; without one, for the task that is being marked. */
export function takeEdge(
  ground: Ground,
  { startsMs, endsMs }: Span,
  edge: Edge,
  { task, startOrigin = 'hand' }: { task?: Task | undefined; startOrigin?: EdgeOrigin } = {},
): OutcomeOf<Step> {
  const at = edge === 'start' ? startsMs : endsMs;
  if (task === undefined)
    return edge === 'start'
      ? markStart(ground, at)
      : endMark(ground, at, false, { startOrigin, endOrigin: 'suggestion' });
  if (edge === 'start' ? at >= task.endsMs : at <= task.startsMs)
    return refuse(
      `The suggested ${edge} at ${formatTime(at)} lies ${edge === 'start' ? 'after' : 'before'} ${named(ground.tasks, task)}. Choose the task it is for.`,
    );
  return moveEdge(ground, task, { edge, at, origin: 'suggestion' });
}
