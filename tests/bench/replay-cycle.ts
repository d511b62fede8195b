/** Repeats a recorded day as often as wanted. The page ends a day as it began it, but rrweb has given
 * its nodes new ids; so each day is told in the ids that the day before left behind. */
import { isDeepStrictEqual } from 'node:util';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { FullSnapshotData, RecordedEvent, SerializedNode } from '#dom/rrweb-events.ts';
import type { RecordedDay } from './replay-day.ts';

type Ids = Map<number, number>;

/** Where in an event's JSON a node is named, or a time. */
const places = /"(id|parentId|nextId|previousId|rootId|node|timestamp|timeOffset)":(-?\d+)/g;
const times = new Set(['timestamp', 'timeOffset']);

/** An event's JSON cut at its ids and times: text, place, text, place, text. */
interface Template {
  readonly texts: readonly string[];
  readonly places: readonly { readonly name: string; readonly value: number }[];
}

/** What days make a session of `events` events in `durationMs`, each event as JSON, in order. */
export class RepeatedDay {
  readonly #opening: readonly RecordedEvent[];
  readonly #templates: readonly Template[];
  readonly #startsAt: number;
  readonly #dayMs: number;
  /** Ids that nodes have at the end of a day, by those that they had at its beginning. */
  readonly #overNight: Ids;
  readonly #idsADay: number;

  /** Throws where the page does not end as it began. */
  constructor({ opening, day }: RecordedDay) {
    this.#opening = opening;
    this.#templates = day.map((event) => cut(JSON.stringify(event)));
    this.#startsAt = opening.at(-1)!.timestamp;
    this.#dayMs = day.at(-1)!.timestamp - this.#startsAt;
    const page = new Page();
    for (const event of opening) page.apply(event);
    const morning = wholeOf(page);
    for (const event of day) page.apply(event);
    this.#overNight = pairs(morning, wholeOf(page));
    const largest = (ids: Iterable<number>) => [...ids].reduce((a, b) => Math.max(a, b), 0);
    this.#idsADay = largest(this.#templates.flatMap(namedIn)) + 1;
  }

  *events(count: number, durationMs: number): Generator<string> {
    const days = (count - this.#opening.length) / this.#templates.length;
    const pace = durationMs / (days * this.#dayMs);
    for (const [index, event] of this.#opening.entries())
      yield JSON.stringify({ ...event, timestamp: this.#startsAt - this.#opening.length + index });
    let left = count - this.#opening.length;
    let ids: Ids = new Map([...this.#overNight.keys()].map((id) => [id, id]));
    for (let day = 0; left > 0; day += 1) {
      const shift = day * this.#idsADay;
      const idOf = (id: number) => (id < 0 ? id : (ids.get(id) ?? id + shift));
      const startsAt = this.#startsAt + day * this.#dayMs * pace;
      for (const template of this.#templates.slice(0, left))
        yield written(template, idOf, (time) =>
          Math.round(startsAt + (time - this.#startsAt) * pace),
        );
      left -= this.#templates.length;
      ids = new Map([...this.#overNight].map(([morning, evening]) => [morning, idOf(evening)]));
    }
  }
}

function cut(json: string): Template {
  const texts: string[] = [];
  const found: { name: string; value: number }[] = [];
  let from = 0;
  for (const match of json.matchAll(places)) {
    const [whole, name = '', value = ''] = match;
    const at = match.index + whole.length - value.length;
    texts.push(json.slice(from, at));
    found.push({ name, value: Number(value) });
    from = match.index + whole.length;
  }
  return { texts: [...texts, json.slice(from)], places: found };
}

const namedIn = (template: Template) =>
  template.places.filter(({ name }) => !times.has(name)).map(({ value }) => value);

function written(
  { texts, places: found }: Template,
  idOf: (id: number) => number,
  timeOf: (time: number) => number,
): string {
  let json = texts[0] ?? '';
  for (const [index, { name, value }] of found.entries()) {
    const told = name === 'timestamp' ? timeOf(value) : name === 'timeOffset' ? value : idOf(value);
    json += told + (texts[index + 1] ?? '');
  }
  return json;
}

interface Whole {
  readonly tree: SerializedNode;
  /** What a snapshot has no place for. */
  readonly rest: readonly RecordedEvent[];
}

function wholeOf(page: Page): Whole {
  const [, snapshot, ...rest] = keyframeOf(page, 0) ?? [];
  if (snapshot === undefined) throw new Error('The recorded day shows no page.');
  return { tree: (snapshot.data as FullSnapshotData).node, rest };
}

/** The ids of two pages that are the same in everything else. Throws where they are not. */
function pairs(morning: Whole, evening: Whole): Ids {
  const ids: Ids = new Map();
  const work: (readonly [SerializedNode, SerializedNode])[] = [[morning.tree, evening.tree]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [{ childNodes: were = [], ...was }, { childNodes: are = [], ...is }] = pair;
    const bare = (node: object) => ({ ...node, id: 0, rootId: 0 });
    if (were.length !== are.length || !isDeepStrictEqual(bare(was), bare(is))) differ(was, is);
    ids.set(was.id, is.id);
    for (const [index, child] of were.entries()) work.push([child, are[index]!]);
  }
  const before = cut(JSON.stringify(morning.rest));
  const after = JSON.stringify(evening.rest);
  const overNight = (id: number) => ids.get(id) ?? id;
  if (written(before, overNight, (time) => time) !== after) differ(morning.rest, evening.rest);
  return ids;
}

function differ(was: unknown, is: unknown): never {
  const [before, after] = [was, is].map((each) => JSON.stringify(each).slice(0, 300));
  throw new Error(`The recorded day does not end where it began: ${before} became ${after}.`);
}
