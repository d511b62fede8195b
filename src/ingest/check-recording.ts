import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Problem } from '#core/outcome-of.ts';
import type { Repair } from '#core/session.ts';
import { EventColumns } from './event-columns.ts';
import { HeadFold } from './head-fold.ts';
import { maxProblems } from './limits.ts';
import { mendEvents, type Viewport } from './mend-events.ts';
import { nameEvent } from './name-event.ts';
import { planMending, type MendingPlan } from './plan-mending.ts';
import type { ReadOptions } from './read-bytes.ts';
import { readEvents } from './read-events.ts';
import type { RecordingSource } from './recording-source.ts';
import { Refusal, refuseFile } from './refusal.ts';

/** Used where no event of a recording tells one. */
const usualViewport: Viewport = { width: 1280, height: 720 };

/** A recording that was read once, can be replayed, and how. */
export interface CheckedRecording {
  readonly sourceSha256: string;
  readonly plan: MendingPlan;
  readonly head: HeadFold;
  /** As the recording tells it; absent when no event does. */
  readonly viewport?: Viewport;
  readonly repairs: readonly Repair[];
  /** Single events that are left out, and why. */
  readonly malformed: readonly Problem[];
  readonly eventsByType: Readonly<Record<string, number>>;
  /** Reads it again, mended. */
  readonly mended: (options?: ReadOptions) => ReturnType<typeof mendEvents>;
}

/** Reads the whole file without keeping it, or throws a `Refusal` with all that is wrong. */
export async function checkRecording(
  source: RecordingSource,
  options: ReadOptions = {},
): Promise<CheckedRecording> {
  const hash = sha256.create();
  const columns = new EventColumns();
  const inFileOrder = new HeadFold();
  const byType = new Map<string, number>();
  const malformed = new Malformed();
  let broken: string | undefined;
  let startedAt: number | undefined;
  const onFileBytes = (slice: Uint8Array, done: number) => {
    hash.update(slice);
    options.onFileBytes?.(slice, done);
  };
  for await (const items of readEvents(source, { ...options, onFileBytes }))
    for (const item of items) {
      if (item.kind === 'broken') broken = item.sentence;
      else if (item.kind === 'malformed') malformed.add(columns.count, item.sentence);
      else {
        columns.add(item.event, item.json);
        const name = nameEvent(item.event);
        byType.set(name, (byType.get(name) ?? 0) + 1);
        inFileOrder.push(item.event, (startedAt ??= item.event.timestamp));
      }
    }
  const plan = judge(columns, malformed, broken);
  const { viewport } = inFileOrder;
  const mended = (again: ReadOptions = {}) =>
    mendEvents(source, plan, viewport ?? usualViewport, again);
  let head = inFileOrder;
  if (!plan.changesNothing) {
    head = new HeadFold();
    for await (const batch of mended(options))
      for (const { event } of batch) head.push(event, plan.startedAt);
  }
  if (head.problem !== undefined) throw refuseFile(head.problem);
  return {
    sourceSha256: bytesToHex(hash.digest()),
    plan,
    head,
    ...(viewport !== undefined && { viewport }),
    repairs: [...plan.repairs, ...malformed.repairs()],
    malformed: malformed.problems(),
    eventsByType: Object.fromEntries([...byType].sort(([a], [b]) => (a < b ? -1 : 1))),
    mended,
  };
}

/** Plans the mending, or refuses with every problem at once. */
function judge(
  columns: EventColumns,
  malformed: Malformed,
  broken: string | undefined,
): MendingPlan {
  if (broken !== undefined)
    throw new Refusal({ path: 'file', sentence: broken }, ...malformed.problems());
  if (malformed.count > columns.count)
    throw new Refusal(
      { path: 'file', sentence: notRrweb(columns.count, malformed.count) },
      ...malformed.problems(),
    );
  if (columns.count === 0) throw refuseFile('The file holds no events.');
  try {
    return planMending(columns);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(...error.problems, ...malformed.problems());
  }
}

function notRrweb(good: number, bad: number): string {
  const [which, are] =
    good > 0
      ? [`most of the ${good + bad} values`, 'are not rrweb events']
      : bad === 1
        ? ['the one value', 'is not an rrweb event']
        : [`none of the ${bad} values`, 'is an rrweb event'];
  return `This is not an rrweb recording: ${which} in the file ${are}.`;
}

/** Events that are none: the first told one by one, the rest counted. */
class Malformed {
  readonly #told: Problem[] = [];
  count = 0;

  add(eventsBefore: number, sentence: string): void {
    const index = eventsBefore + this.count;
    this.count += 1;
    if (this.#told.length < maxProblems) this.#told.push({ path: `event ${index}`, sentence });
  }

  problems(): Problem[] {
    const more = this.count - this.#told.length;
    if (more === 0) return this.#told;
    return [
      ...this.#told,
      { path: 'file', sentence: `And ${more} more events that are malformed.` },
    ];
  }

  repairs(): Repair[] {
    const repairs = this.#told.map(({ path, sentence }): Repair => {
      const name = `${path[0]?.toUpperCase()}${path.slice(1)}`;
      return { kind: 'dropped', count: 1, sentence: `${name} was left out. ${sentence}` };
    });
    const count = this.count - this.#told.length;
    if (count > 0)
      repairs.push({
        kind: 'dropped',
        count,
        sentence: `${count} more malformed events were left out.`,
      });
    return repairs;
  }
}
