import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { checkEvent } from './check-event.ts';
import { maxEvents, tooManyEvents } from './limits.ts';
import { readBytes, type ReadOptions } from './read-bytes.ts';
import type { RecordingSource } from './recording-source.ts';
import { refuseFile } from './refusal.ts';
import { ValueSplitter, type SplitValue } from './value-splitter.ts';
import { textOfBytes, unpackEvent } from './unpack-event.ts';

/** One element of the file: an event with its JSON as it stood there, or why it is none. */
export type ReadItem =
  | { readonly kind: 'event'; readonly event: RecordedEvent; readonly json: Uint8Array }
  | { readonly kind: 'malformed'; readonly sentence: string }
  /** The file ends or breaks here; nothing comes after. */
  | { readonly kind: 'broken'; readonly sentence: string };

/** Reads a recording of any accepted form, event by event, in the order of the file. */
export async function* readEvents(
  source: RecordingSource,
  options: ReadOptions = {},
): AsyncGenerator<ReadItem[]> {
  const splitter = new ValueSplitter();
  for await (const slice of readBytes(source, options)) {
    const items = splitter.push(slice).map(readValue);
    if (splitter.count > maxEvents) throw refuseFile(tooManyEvents);
    if (items.length > 0) yield items;
    if (splitter.broken !== undefined) break;
  }
  splitter.end();
  if (splitter.broken !== undefined) yield [{ kind: 'broken', sentence: splitter.broken }];
}

function readValue(value: SplitValue): ReadItem {
  if (value.kind === 'bad') return { kind: 'malformed', sentence: value.sentence };
  let json = value.bytes;
  let event = parse(json);
  if (typeof event === 'string') {
    const unpacked = unpackEvent(event);
    if ('sentence' in unpacked) return { kind: 'malformed', sentence: unpacked.sentence };
    json = unpacked.bytes;
    event = parse(json);
  }
  if (event === undefined) return { kind: 'malformed', sentence: 'It is not valid JSON.' };
  const sentence = checkEvent(event);
  return sentence === undefined
    ? { kind: 'event', event: event as RecordedEvent, json }
    : { kind: 'malformed', sentence };
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(textOfBytes(json));
  } catch {
    return undefined;
  }
}
