import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphOf } from '#core/keystroke.ts';
import { extractKeystrokes } from './extract-keystrokes.ts';
import { inferKeystrokes } from './infer-keystrokes.ts';
import { ms } from '#core/time.ts';
import { sketchSession } from './sketch-session.ts';

const glyphs = (sketch: string, keys: 'plugin' | 'none' = 'plugin') =>
  extractKeystrokes(sketchSession(sketch, { keys })).map(glyphOf).join('');

describe('exact keystrokes', () => {
  it('have time, hold, field and key', () => {
    const [h, back] = extractKeystrokes(sketchSession('h@100 Backspace@480'));
    expect(h).toMatchObject({
      atMs: 100,
      holdMs: 40,
      key: 'h',
      class: 'letter',
      evidence: 'exact',
    });
    expect(back).toMatchObject({ atMs: 480, key: 'Backspace', class: 'edit', node: h?.node });
  });

  it('leave no inferred ones beside them', () => {
    const keystrokes = extractKeystrokes(sketchSession('h@100 i@200 paste:abc@900'));
    expect(keystrokes.map(({ evidence }) => evidence)).toEqual(['exact', 'exact']);
  });

  it('of overlapping keys stay in the order they went down, each with its own hold', () => {
    const keystrokes = extractKeystrokes(sketchSession('a@0 b@10 c@30'));
    expect(keystrokes.map(({ key, holdMs }) => [key, holdMs])).toEqual([
      ['a', 40],
      ['b', 40],
      ['c', 40],
    ]);
  });

  it('of a secret field carry no key', () => {
    const text = JSON.stringify(extractKeystrokes(sketchSession('focus:secret@0 p@10 w@60')));
    expect(text).not.toContain('"key"');
    expect(JSON.parse(text)).toHaveLength(2);
  });
});

describe('inferred keystrokes', () => {
  it('come from the changing value where keys were not recorded', () => {
    expect(glyphs('h@0 i@110 Space@200 1@300 Backspace@480', 'none')).toBe('hi␣1⌫');
    const [first] = extractKeystrokes(sketchSession('h@10', { keys: 'none' }));
    expect(first).toMatchObject({ evidence: 'inferred', class: 'letter', modifiers: 0 });
  });

  it('do not take a paste, or a value set in a field without the focus, for typing', () => {
    expect(glyphs('paste:clipboard@100', 'none')).toBe('');
    const events = sketchSession('focus:notes@0 a@10', { keys: 'none' });
    const moved = events.map((event) => {
      const data = event.data as { source?: number; id?: number };
      return data.source === 5 ? { ...event, data: { ...data, id: (data.id ?? 0) - 4 } } : event;
    });
    expect(extractKeystrokes(moved)).toEqual([]);
  });

  it('of a masked value say only that something was typed', () => {
    const keystrokes = extractKeystrokes(
      sketchSession('focus:secret@0 p@10 w@60', { keys: 'none' }),
    );
    expect(keystrokes).toHaveLength(2);
    for (const { fidelity, key } of keystrokes)
      expect([fidelity, key]).toEqual(['class', undefined]);
  });

  it('replayed on the value before give the value after', () => {
    const where = { atMs: ms(0), node: 1, secret: false };
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.nat(8),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, at, char) => {
          fc.pre(!/[*•●·]/.test(char));
          const place = Math.min(at, text.length);
          const typed = text.slice(0, place) + char + text.slice(place);
          expect(inferKeystrokes(text, typed, where).map(({ key }) => key)).toEqual([
            char === '\n' ? 'Enter' : char,
          ]);
          expect(inferKeystrokes(typed, text, where).map(({ key }) => key)).toEqual(['Backspace']);
        },
      ),
    );
  });
});
