import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeAction } from '#core/describe-action.ts';
import { recordingPlugin, visibilityPlugin } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { ActionStream } from './action-stream.ts';
import { extractActions, inOrder } from './extract-actions.ts';
import { inTime, sketchPlugin } from './sketch-plugin.ts';
import { sketchSession, sketchStart } from './sketch-session.ts';

const words = fc.constantFrom(
  ...['a', 'Backspace', 'Enter', 'Control+a', 'click:save', 'dblclick:link', 'click:agree-label'],
  ...['check:agree', 'focus:notes', 'select:large', 'scroll:200', 'scroll:900', 'go:/a', 'push:/b'],
  ...['paste:xy', 'copy:2'],
);
const sketches = fc.array(fc.tuple(words, fc.nat(3000)), { maxLength: 30 }).map((drawn) => {
  let at = 200;
  return drawn.map(([word, pause]) => `${word}@${(at += pause)}`).join(' ');
});

/** Takes what is settled after each piece, as whoever cuts chunks does. */
function inPieces(events: readonly RecordedEvent[], sizes: readonly number[]) {
  const stream = new ActionStream('exact');
  const page = new Page();
  const taken = [];
  let untilCut = 0;
  let cuts = 0;
  for (const [index, event] of events.entries()) {
    if (untilCut-- === 0) {
      taken.push(...stream.take());
      untilCut = sizes[cuts++ % sizes.length] ?? 1;
    }
    stream.push({ event, index, at: ms(event.timestamp - sketchStart), page });
    page.apply(event);
  }
  stream.finish();
  return [...taken, ...stream.take()].sort(inOrder);
}

describe('a stream', () => {
  it('tells the same actions however they are taken from it', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sketches, sizes, (sketch, cutAt) => {
        const events = sketchSession(`a@0 ${sketch}`);
        expect(inPieces(events, cutAt)).toEqual(extractActions(events));
      }),
    );
  });

  it('holds no more of a long session than what is still open', () => {
    const stream = new ActionStream('exact');
    const page = new Page();
    const clicks = Array.from({ length: 400 }, (_, i) => `click:save@${(i + 1) * 2000}`);
    const events = sketchSession(clicks.join(' '));
    let taken = 0;
    for (const [index, event] of events.entries()) {
      const at = ms(event.timestamp - sketchStart);
      stream.push({ event, index, at, page });
      page.apply(event);
      taken += stream.take().length;
      expect(at / 2000 - taken).toBeLessThan(5);
    }
  });
});

describe('tabs', () => {
  const told = (events: readonly RecordedEvent[], isNewTab: boolean) => {
    const stream = new ActionStream('exact', undefined, isNewTab);
    const page = new Page();
    for (const [index, event] of events.entries()) {
      stream.push({ event, index, at: ms(event.timestamp - sketchStart), page });
      page.apply(event);
    }
    stream.finish();
    return stream.take().sort(inOrder).map(describeAction);
  };
  const shown = (at: number, visible: boolean, focused = visible) =>
    sketchPlugin(at, visibilityPlugin, { visible, focused });

  it('that open later than the first are acts, and so is coming back to one', () => {
    const events = inTime(sketchSession('go:/a@9000 end@20000'), [
      shown(10, true),
      shown(1000, false),
      shown(3000, true),
    ]);
    expect(told(events, true)).toEqual([
      'open a tab on https://desk.test/',
      'switch to the tab https://desk.test/',
      'go to https://desk.test/a',
    ]);
    expect(told(events, false)).toHaveLength(2);
  });

  it('that only lose and get the keyboard, or begin another page, are not come back to', () => {
    const events = inTime(sketchSession('end@20000'), [
      shown(10, true),
      shown(1000, true, false),
      shown(2000, true),
      shown(3000, false),
      sketchPlugin(4000, recordingPlugin, { act: 'begin' }),
      shown(4001, true),
    ]);
    expect(told(events, false)).toEqual([]);
  });
});
