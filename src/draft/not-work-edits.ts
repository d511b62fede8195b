/** Stretches that are not work: marked, taken back, and kept apart from tasks. */

import type { Content } from '#core/content.ts';
import { applyEdit, type Edit } from '#core/edit.ts';
import type { Edge } from '#core/edge-room.ts';
import type { NotWorkId } from '#core/ids.ts';
import type { NotWork } from '#core/not-work.ts';
import { succeed, type OutcomeOf } from '#core/outcome-of.ts';
import { contains, formatTime, ms, overlaps, type Ms, type Span } from '#core/time.ts';
import type { Step } from './step.ts';
import { markEdit, named, refuse, type Ground } from './task-edits.ts';

/** Less than this is a slip of the hand. */
const shortestStretchMs = 100;

export const notWorkAt = ({ notWork }: Pick<Content, 'notWork'>, at: Ms): NotWork | undefined =>
  notWork.find((stretch) => contains(stretch, at));

/** Marks `span` as not work, joined with the stretches that it meets. What was opened in it is closed. */
export function markNotWork(ground: Ground, span: Span): OutcomeOf<Step> {
  const { notWork, tasks, marking, durationMs } = ground;
  const startsMs = ms(Math.max(0, Math.round(span.startsMs)));
  const endsMs = ms(Math.min(durationMs, Math.round(span.endsMs)));
  if (endsMs - startsMs < shortestStretchMs)
    return refuse(
      'That is too short. Move on, or choose a window of the timeline, and press again.',
    );
  const wanted = { startsMs, endsMs };
  const task = tasks.find((each) => overlaps(each, wanted));
  if (task) return refuse(sentenceOf(named(tasks, task), wanted));
  const met = notWork.filter((each) => each.startsMs <= endsMs && each.endsMs >= startsMs);
  const stretch: NotWork = {
    id: ground.makeId() as string as NotWorkId,
    startsMs: ms(Math.min(startsMs, ...met.map((each) => each.startsMs))),
    endsMs: ms(Math.max(endsMs, ...met.map((each) => each.endsMs))),
  };
  const edits: Edit[] = met.map((each) => ({ kind: 'remove not work', stretch: each }));
  edits.push({ kind: 'add not work', stretch });
  const isOver = marking !== undefined && marking >= startsMs && marking <= endsMs;
  if (isOver) edits.push(markEdit(marking, undefined));
  return succeed({ edit: edits.length === 1 ? edits[0]! : { kind: 'together', edits } });
}

export const takeBackNotWork = (stretch: NotWork): OutcomeOf<Step> =>
  succeed({ edit: { kind: 'remove not work', stretch } });

/** Refuses a step that would leave a task over a stretch, whatever made it. */
export function apartFromNotWork(content: Content, step: Step): OutcomeOf<Step> {
  if (content.notWork.length === 0) return succeed(step);
  const { tasks, notWork } = applyEdit(content, step.edit);
  for (const stretch of notWork) {
    const task = tasks.find((each) => overlaps(each, stretch));
    const isNew = content.tasks.every(({ id }) => id !== task?.id);
    if (task) return refuse(sentenceOf(isNew ? 'this task' : named(tasks, task), stretch));
  }
  return succeed(step);
}

/** As far as an edge may go before it meets a stretch. */
export function clearOfNotWork(notWork: readonly NotWork[], task: Span, edge: Edge, at: Ms): Ms {
  if (edge === 'start') {
    const last = notWork.findLast((stretch) => stretch.endsMs <= task.startsMs);
    return ms(Math.max(at, last?.endsMs ?? 0));
  }
  const next = notWork.find((stretch) => stretch.startsMs >= task.endsMs);
  return ms(Math.min(at, next?.startsMs ?? Infinity));
}

const sentenceOf = (task: string, { startsMs, endsMs }: Span): string =>
  `${task.charAt(0).toUpperCase()}${task.slice(1)} would lie over ${formatTime(startsMs)}–${formatTime(endsMs)}, which is not work. Keep it outside, or take that stretch back.`;
