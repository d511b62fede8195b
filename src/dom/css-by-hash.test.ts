import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putBackCss, takeOutCss } from './css-by-hash.ts';
import type { RecordedEvent, SerializedNode } from './rrweb-events.ts';

const hashOf = (css: string) => createHash('sha256').update(css).digest('hex');
const reference = (css: string) => `sha256:${hashOf(css)}`;
const long = (letter: string) => letter.repeat(1025);

const styled = (
  id: number,
  css: string | undefined,
  childNodes: SerializedNode[] = [],
): SerializedNode => ({
  id,
  type: 2,
  tagName: 'style',
  ...(css !== undefined && { attributes: { _cssText: css } }),
  childNodes,
});

/** A snapshot, and the document of a frame beside it. */
const keyframe = (...texts: readonly (string | undefined)[]): RecordedEvent[] => {
  const [last, ...others] = texts.map((css, i) => styled(i + 1, css)).reverse();
  const node = { type: 0, id: 99, childNodes: [styled(98, undefined, others)] };
  const adds = last === undefined ? [] : [{ parentId: 98, nextId: null, node: last }];
  return [
    { type: 4, data: { href: 'https://a.test/', width: 1, height: 1 }, timestamp: 1 },
    { type: 2, data: { node }, timestamp: 1 },
    { type: 3, data: { source: 0, adds, removes: [], texts: [], attributes: [] }, timestamp: 1 },
  ];
};

it('takes long texts out, each once, and leaves short ones', () => {
  const events = keyframe(long('a'), 'b{}', long('a'), long('c'));
  const sheets = takeOutCss(events, hashOf);
  expect(sheets).toEqual(new Map([long('a'), long('c')].map((css) => [hashOf(css), css])));
  expect(events).toEqual(
    keyframe(reference(long('a')), 'b{}', reference(long('a')), reference(long('c'))),
  );
});

it('leaves all but the longest where they are', () => {
  const texts = Array.from({ length: 40 }, (_, i) => `${i}`.padStart(1100 + i, 'x'));
  const sheets = takeOutCss(keyframe(...texts), hashOf);
  expect([...sheets.values()].sort()).toEqual(texts.slice(8).sort());
});

it('whatever the texts, they come back as they were', () => {
  const looksLike = fc.constantFrom(
    reference(long('a')),
    reference('x'),
    'sha256:',
    reference(reference('x')),
  );
  const css = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => text + long('é')),
    fc.constant(`${long('a')}\ud800`),
    looksLike,
  );
  fc.assert(
    fc.property(fc.array(fc.option(css, { nil: undefined }), { maxLength: 6 }), (texts) => {
      const events = keyframe(...texts);
      const sheets = takeOutCss(events, hashOf);
      const stored = JSON.parse(JSON.stringify(events)) as RecordedEvent[];
      const back = putBackCss(stored, [...sheets.keys()], (hash) => sheets.get(hash));
      expect(back).toEqual({ ok: true, value: JSON.parse(JSON.stringify(keyframe(...texts))) });
    }),
  );
});

it('a text that has to stay never reads as a reference', () => {
  const events = keyframe(long('a'), reference(long('a')));
  const sheets = takeOutCss(events, (css) => (css === long('a') ? hashOf(css) : undefined));
  const back = putBackCss(events, [...sheets.keys()], (hash) => sheets.get(hash));
  expect(back).toEqual({ ok: true, value: keyframe(long('a'), `${reference(long('a'))} `) });
});

it('only what is listed counts as a reference', () => {
  const back = putBackCss(keyframe(reference('x')), [hashOf('y')], () => 'never');
  expect(back).toEqual({ ok: true, value: keyframe(reference('x')) });
});

it('a text that is not there is told', () => {
  const back = putBackCss(keyframe(reference('x')), [hashOf('x')], () => undefined);
  expect(back).toMatchObject({
    ok: false,
    problems: [{ path: reference('x'), sentence: expect.stringMatching(/missing or damaged/) }],
  });
});
