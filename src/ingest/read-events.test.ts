import { pack } from '@rrweb/packer';
import fc from 'fast-check';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { readBytes } from './read-bytes.ts';
import { readEvents, type ReadItem } from './read-events.ts';
import { Refusal } from './refusal.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from './sketch-source.ts';

async function read(content: string | Uint8Array, sliceBytes?: number): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const batch of readEvents(sketchSource(content, { sliceBytes }))) items.push(...batch);
  return items;
}
const eventsOf = (items: readonly ReadItem[]): RecordedEvent[] =>
  items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
const troublesOf = (items: readonly ReadItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'event' ? [] : [`${item.kind}: ${item.sentence}`]));

const events = sketchSession('h@0 i@110 click:save@900');
const json = JSON.stringify(events);

describe('readEvents', () => {
  it.each([
    ['an array', json],
    ['a pretty array', JSON.stringify(events, null, 2)],
    ['an array after a byte order mark', `\uFEFF${json}`],
    ['a wrapper', JSON.stringify({ version: [1, { events: 2 }], events, after: { a: [] } })],
    ['a pretty wrapper', JSON.stringify({ name: 'events', events }, null, 2)],
    ['lines', events.map((event) => JSON.stringify(event)).join('\n')],
    ['lines ending in CRLF', events.map((event) => `${JSON.stringify(event)}\r\n`).join('')],
    ['a packed array', JSON.stringify(events.map((event) => pack(event as never)))],
    ['packed lines', events.map((event) => JSON.stringify(pack(event as never))).join('\n')],
  ])('reads %s, plain and gzipped', async (_, text) => {
    const plain = await read(text);
    expect(troublesOf(plain)).toEqual([]);
    const strip = ({ type, data, timestamp }: RecordedEvent) => ({ type, data, timestamp });
    expect(eventsOf(plain).map(strip)).toEqual(events);
    expect(eventsOf(await read(gzipSync(strToU8(text)))).map(strip)).toEqual(events);
  });

  it('reads the same wherever the bytes are cut', async () => {
    const wrapped = strToU8(JSON.stringify({ a: '"ev\\', events }));
    const whole = await read(wrapped);
    for (const size of [1, 2, 3, 7, 100])
      expect(await read(gzipSync(wrapped), size)).toEqual(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect(await read(wrapped, size)).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the bytes of every event as they stood', async () => {
    const odd =
      '{ "type":5 ,"timestamp":1.50e3, "data":{"tag":"\\u0041","payload":9007199254740993}}';
    const [item] = await read(`[${odd}]`);
    expect(item?.kind === 'event' && new TextDecoder().decode(item.json)).toBe(odd);
  });

  it('looks for the list of events in the outermost object only', async () => {
    const inner = { type: 5, timestamp: 1, data: { tag: 'x', events: [1] }, events: [2] };
    expect(eventsOf(await read(JSON.stringify([inner, inner])))).toEqual([inner, inner]);
    const wrapped = JSON.stringify({ data: { events: [3] }, events: [inner], more: inner });
    expect(eventsOf(await read(wrapped))).toEqual([inner]);
  });

  it('says where a file was cut short', async () => {
    expect(troublesOf(await read(json.slice(0, -40)))[0]).toMatch(
      /broken: The file ends in the middle of event \d+, at byte [\d,]+: it was cut short/,
    );
    expect(troublesOf(await read(json.slice(0, -1)))[0]).toContain(
      'The list of events is not closed',
    );
    const lines = events.map((event) => JSON.stringify(event)).join('\n');
    expect(troublesOf(await read(lines.slice(0, -5)))[0]).toContain('ends in the middle of event');
    await expect(read(gzipSync(strToU8(json)).subarray(0, 100))).rejects.toThrow('cut short');
  });

  it.each([
    ['', 'The file is empty.'],
    [' \n ', 'The file is empty.'],
    ['<html>', 'not JSON: it begins with “<”'],
    ['PK\u0003', 'not JSON: it begins with “P”'],
    ['[{"type":4},,]', 'not valid JSON: after 1 events, at byte 12, stands “,”'],
    ['[{"type":4} {"type":4}]', 'where a comma or the end of the list should be'],
    ['[{"type":4},]', 'stands “]” where an event should be'],
  ])('refuses %j', async (text, sentence) => {
    expect(troublesOf(await read(text)).at(-1)).toContain(sentence);
  });

  it('passes over single bad lines and values, and names the reason', async () => {
    const [first = '', second = '', third = ''] = events.map((event) => JSON.stringify(event));
    const lines = [first, '{"type":3,"da', 'oops', second, '"not packed"', '12', third].join('\n');
    const items = await read(lines);
    expect(eventsOf(items)).toEqual(events.slice(0, 3));
    expect(troublesOf(items)).toEqual([
      'malformed: The line does not hold a whole JSON value.',
      'malformed: The line is not JSON.',
      'malformed: It is a string, but not an event packed by rrweb’s packer.',
      'malformed: The line is not JSON.',
    ]);
    const list = await read(`[${first},null,{"type":"x"},{"a" 1},12,${second}]`);
    expect(eventsOf(list)).toHaveLength(2);
    expect(troublesOf(list)).toHaveLength(4);
  });

  it('neither overflows on nesting nor accepts too much of it', async () => {
    const deep = (levels: number) =>
      `[{"type":5,"timestamp":1,"data":{"tag":"x","payload":${'['.repeat(levels)}${']'.repeat(levels)}}}]`;
    expect(eventsOf(await read(deep(20_000)))).toHaveLength(1);
    expect(troublesOf(await read(deep(200_000)))).toEqual([
      'malformed: It is nested more than 50,000 levels deep.',
    ]);
  });

  it('stops unpacking a bomb, but not a file that merely packs well', async () => {
    const packed = sketchSource(gzipSync(new Uint8Array(8 * 1024 * 1024).fill(0x20)));
    const unpack = async (bombFloor: number) => {
      let length = 0;
      for await (const slice of readBytes(packed, { bombFloor })) length += slice.length;
      return length;
    };
    await expect(unpack(1024 * 1024)).rejects.toThrow('more than 200 times its size');
    expect(await unpack(8 * 1024 * 1024)).toBe(8 * 1024 * 1024);
  });

  it('refuses a file that is too large before opening it', async () => {
    const source = {
      name: 'huge.json',
      size: 10 * 1024 ** 3,
      open: (): AsyncIterable<Uint8Array> => {
        throw new Error('opened');
      },
    };
    await expect(readEvents(source).next()).rejects.toBeInstanceOf(Refusal);
  });

  it('never throws anything but a refusal, whatever the bytes are', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.json().map((text) => strToU8(text)),
      fc.tuple(fc.nat(json.length), fc.nat(255)).map(([at, byte]) => {
        const spoilt = strToU8(json);
        spoilt[at] = byte;
        return spoilt;
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        try {
          await read(content, 50);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 300 },
    );
  });
});
