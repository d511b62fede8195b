import { expect, test } from 'vitest';
import type { KeyPayload } from '#core/plugin-events.ts';
import type { FieldFidelity } from '#core/field-fidelity.ts';
import { trackKeystrokes } from './track-keystrokes.ts';

interface Field {
  readonly nodeType: 1;
  readonly id: number;
  readonly fidelity: FieldFidelity;
}

const field = (id: number, fidelity: FieldFidelity): Field => ({ nodeType: 1, id, fidelity });

function watch() {
  const target = new EventTarget();
  const seen: KeyPayload[] = [];
  const tracker = trackKeystrokes({
    target,
    nodeOf: (element) => (element as unknown as Field).id,
    fidelityOf: (element) => (element as unknown as Field).fidelity,
    emit: (payload) => seen.push(payload),
  });
  const key = (type: string, on: Field, key: string, more: Record<string, unknown> = {}) => {
    const event = new Event(type);
    const own = { key, code: `Key${key.toUpperCase()}`, isTrusted: true, composedPath: () => [on] };
    for (const [name, value] of Object.entries({ ...own, ...more }))
      Object.defineProperty(event, name, { value });
    target.dispatchEvent(event);
  };
  return { seen, key, stop: tracker.stop, target };
}

test('a key is told with its field, and its release under the key that was pressed', () => {
  const { seen, key } = watch();
  const name = field(7, 'text');
  key('keydown', name, 'A', { shiftKey: true });
  key('keyup', name, 'a');
  expect(seen).toEqual([
    { phase: 'down', node: 7, fidelity: 'text', key: 'A', class: 'letter', modifiers: 8 },
    { phase: 'up', node: 7, fidelity: 'text', key: 'A', class: 'letter', modifiers: 0 },
  ]);
});

test('at fidelity class the key itself is absent', () => {
  const { seen, key } = watch();
  key('keydown', field(3, 'class'), '4');
  expect(seen).toEqual([
    { phase: 'down', node: 3, fidelity: 'class', class: 'digit', modifiers: 0 },
  ]);
});

test('a field of fidelity none gives nothing, even when the key is released elsewhere', () => {
  const { seen, key } = watch();
  const secret = field(1, 'none');
  const open = field(2, 'text');
  key('keydown', secret, 'p');
  key('keyup', secret, 'p');
  key('keydown', secret, 'Tab');
  key('keyup', open, 'Tab');
  expect(seen).toEqual([]);
});

test('a key pressed before a secret field took the focus is released where it was pressed', () => {
  const { seen, key } = watch();
  key('keydown', field(2, 'text'), 'Tab');
  key('keyup', field(1, 'none'), 'Tab');
  expect(seen.map(({ phase, node }) => [phase, node])).toEqual([
    ['down', 2],
    ['up', 2],
  ]);
});

test('a modifier pressed in a secret field is not told of by the keys after it', () => {
  const { seen, key } = watch();
  key('keydown', field(1, 'none'), 'Shift', { shiftKey: true });
  key('keydown', field(2, 'class'), 'a', { shiftKey: true });
  key('keyup', field(2, 'class'), 'Shift');
  key('keydown', field(2, 'class'), 'B', { shiftKey: true });
  expect(seen.map(({ phase, modifiers }) => [phase, modifiers])).toEqual([
    ['down', 0],
    ['down', 8],
  ]);
});

test('keys of an input method and dead keys say that they are part of a composition', () => {
  const { seen, key } = watch();
  key('keydown', field(2, 'text'), 'Dead');
  key('keydown', field(2, 'text'), 'Process');
  key('keydown', field(2, 'text'), 'k', { isComposing: true });
  expect(seen.map(({ composing }) => composing)).toEqual([true, true, true]);
});

test('keys made by the page are not keystrokes, and stopping stops', () => {
  const { seen, key, stop } = watch();
  key('keydown', field(2, 'text'), 'x', { isTrusted: false });
  stop();
  key('keydown', field(2, 'text'), 'y');
  expect(seen).toEqual([]);
});

test('a failure of ours does not reach the page', () => {
  const { key } = watch();
  const broken = {
    composedPath: () => {
      throw new Error('detached');
    },
  };
  expect(() => key('keydown', field(2, 'text'), 'x', broken)).not.toThrow();
});
