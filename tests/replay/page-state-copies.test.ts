import { expect, test } from 'vitest';
import { keyframeOf } from '#dom/keyframe.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { seededNumbers } from './seeded-numbers.ts';
import { StreamOfChanges } from './stream-of-changes.ts';

const runs = Array.from({ length: 150 }, (_, seed) => 1000 + seed);

function fold(events: readonly RecordedEvent[], page = new Page()): Page {
  for (const event of events) page.apply(event);
  return page;
}

/** As it would arrive from a worker or a file. */
const sent = (page: Page, at: number): RecordedEvent[] =>
  JSON.parse(JSON.stringify(keyframeOf(page, at)));

test('a page made from a keyframe gives the same keyframe, and goes on like the page it is of', () => {
  for (const seed of runs) {
    const next = seededNumbers(seed);
    const stream = new StreamOfChanges(next);
    for (let step = 0; step < 120; step += 1) stream.step();
    const cut = 2 + Math.floor(next() * (stream.events.length - 2));
    const [before, after] = [stream.events.slice(0, cut), stream.events.slice(cut)];
    const page = fold(before);
    const at = 1_700_000_001_000;
    const keyframe = sent(page, at);
    const copy = fold(keyframe);
    expect(sent(copy, at), `stream ${seed} at ${cut}`).toEqual(keyframe);
    expect(copy.focused, `focus in stream ${seed}`).toBe(page.focused);
    const [whole, part] = [sent(fold(after, page), at), sent(fold(after, copy), at)];
    expect(part, `stream ${seed} after ${cut}`).toEqual(whole);
  }
});

test('hours of the same changes do not make a keyframe larger', () => {
  const stream = new StreamOfChanges(seededNumbers(5));
  for (let step = 0; step < 60; step += 1) stream.step();
  const page = fold(stream.events);
  const tell = (data: object) => page.apply({ type: 3, data, timestamp: 1 });
  const change = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
  const [style, box] = [9001, 9002];
  const adds = [[style, 'style'] as const, [box, 'div'] as const].map(([id, tagName]) => ({
    parentId: 5,
    nextId: null,
    node: { id, type: 2, tagName, attributes: {}, childNodes: [] },
  }));
  tell({ ...change, adds });
  const first = sent(page, 0).length;
  for (let round = 0; round < 5000; round += 1) {
    tell({ source: 8, id: style, adds: [{ rule: `.x${round} {}`, index: 0 }] });
    tell({ source: 8, id: style, removes: [{ index: 0 }] });
    tell({ source: 13, id: style, index: [0], set: { property: 'top', value: `${round}px` } });
    tell({ source: 5, id: box, text: String(round), isChecked: false });
    tell({ source: 3, id: box, x: 0, y: round });
    tell({ source: 10, family: 'F', fontSource: 'url(f)', buffer: false });
    tell({ source: 16, define: { name: 'x-y' } });
    tell({ source: 14, ranges: [{ start: box, startOffset: 0, end: box, endOffset: 0 }] });
    const styleIds = [round + 1000];
    const styles = [{ styleId: round + 1000, rules: [{ rule: 'a {}', index: 0 }] }];
    tell({ source: 15, id: 1, styleIds, styles });
    const attributes = [{ id: box, attributes: { style: { top: `${round}px` } } }];
    tell({ ...change, attributes });
  }
  expect(page.tree.get(style)?.rules?.isEmpty).toBe(false);
  expect(sent(page, 0).length).toBeLessThan(first + 20);
});
