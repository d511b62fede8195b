/** Keyframes repeat the same style sheets: their texts are stored once, apart, and stand in a
 * keyframe as a reference. A page's own text that looks like one never comes to be taken for one. */
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import {
  eventType,
  incrementalSource,
  type AttributeValue,
  type MutationData,
  type FullSnapshotData,
  type RecordedEvent,
  type SerializedNode,
} from './rrweb-events.ts';

type Attributes = Record<string, AttributeValue>;

/** Shorter texts, in UTF-16 units, stay where they are. */
const shortestCss = 1024;
/** Each is one more object to fetch before a page shows: the longest are worth it. */
const mostSheets = 32;
const prefix = 'sha256:';

/**
 * Puts references in the place of the longest `_cssText`s, and tells the texts by their hashes.
 * `hashOf` answers the SHA-256 of a text's UTF-8 bytes in hex, or undefined where the text must stay.
 * Changes `events`, which must be the caller's own.
 */
export function takeOutCss(
  events: readonly RecordedEvent[],
  hashOf: (css: string) => string | undefined,
): ReadonlyMap<string, string> {
  const sheets = new Map<string, string>();
  const styled = [...styledAttributes(events)];
  const long = longest(styled.map((attributes) => attributes['_cssText'] as string));
  for (const attributes of styled) {
    const css = attributes['_cssText'] as string;
    if (!long.has(css) && !looksTakenOut(css)) continue;
    // UTF-8 has no place for half a pair of surrogates.
    const hash = /\p{Surrogate}/u.test(css) ? undefined : hashOf(css);
    if (hash !== undefined) {
      sheets.set(hash, css);
      attributes['_cssText'] = prefix + hash;
    } else if (looksTakenOut(css)) attributes['_cssText'] = `${css} `;
  }
  return sheets;
}

/**
 * Puts texts back where references to `sheets` stand, the hashes told beside the keyframe; whatever
 * else stands there is the page's own. Refuses a keyframe of which a text is not there. Changes
 * `events`, which must be the caller's own.
 */
export function putBackCss(
  events: readonly RecordedEvent[],
  sheets: readonly string[],
  textOf: (hash: string) => string | undefined,
): OutcomeOf<readonly RecordedEvent[]> {
  const listed = new Set(sheets);
  for (const attributes of styledAttributes(events)) {
    const css = attributes['_cssText'] as string;
    const hash = css.slice(prefix.length);
    if (!looksTakenOut(css) || !listed.has(hash)) continue;
    const text = textOf(hash);
    if (text === undefined)
      return fail({
        path: css,
        sentence:
          'A style sheet of this keyframe is missing or damaged, so the page can not be shown from it.',
      });
    attributes['_cssText'] = text;
  }
  return succeed(events);
}

function longest(texts: readonly string[]): ReadonlySet<string> {
  const long = [...new Set(texts)].filter(({ length }) => length > shortestCss);
  return new Set(long.sort((a, b) => b.length - a.length).slice(0, mostSheets));
}

const looksTakenOut = (css: string): boolean => /^sha256:[0-9a-f]{64}$/.test(css);

/** The attributes of all elements that hold a sheet's text. */
function* styledAttributes(events: readonly RecordedEvent[]): Generator<Attributes> {
  const work: SerializedNode[] = [];
  for (const { type, data } of events) {
    if (type === eventType.fullSnapshot) work.push((data as FullSnapshotData).node);
    else if (type === eventType.incremental && isMutation(data))
      for (const { node } of data.adds) work.push(node);
    for (let node = work.pop(); node !== undefined; node = work.pop()) {
      if (typeof node.attributes?.['_cssText'] === 'string') yield node.attributes as Attributes;
      for (const child of node.childNodes ?? []) work.push(child);
    }
  }
}

const isMutation = (data: unknown): data is MutationData =>
  (data as MutationData).source === incrementalSource.mutation;
