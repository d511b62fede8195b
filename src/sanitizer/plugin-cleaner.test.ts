import { expect, test } from 'vitest';
import * as plugins from '#core/plugin-events.ts';
import {
  at,
  firstInBody as first,
  incremental,
  pluginEvent,
  sketchSanitizer,
  snapshotOf,
} from './sketch-sanitizer.ts';

test.each([
  [
    plugins.keystrokesPlugin,
    {
      phase: 'down',
      node: first,
      fidelity: 'text',
      key: 'j',
      class: 'letter',
      modifiers: 8,
      jane: 1,
    },
    { phase: 'down', node: first, fidelity: 'class', class: 'letter', modifiers: 8 },
  ],
  [
    plugins.keystrokesPlugin,
    { phase: 'down', node: first, class: 'jane', modifiers: 0 },
    undefined,
  ],
  [
    plugins.textInputPlugin,
    {
      node: first,
      cause: 'paste',
      inputType: 'insertFromPaste',
      fidelity: 'text',
      text: 'jane',
      length: 4,
    },
    { node: first, cause: 'paste', inputType: 'insertFromPaste', fidelity: 'class', length: 4 },
  ],
  [
    plugins.clipboardPlugin,
    { act: 'copy', node: first, length: 4, text: 'jane' },
    { act: 'copy', node: first, length: 4 },
  ],
  [
    plugins.navigationPlugin,
    { cause: 'push', href: 'https://desk.example/list#jane', title: 'Jane' },
    { cause: 'push', href: 'https://desk.example/list', title: 'Xxxx' },
  ],
  [
    plugins.navigationPlugin,
    { cause: 'push', href: 'https://evil.example/', title: 'Save' },
    undefined,
  ],
  [
    plugins.fieldPlugin,
    { node: first, fidelity: 'text', jane: 1 },
    { node: first, fidelity: 'class' },
  ],
  [
    plugins.targetPlugin,
    {
      node: first,
      box: { x: 1.4, y: 2.5, width: 3, height: 4 },
      name: 'jane',
      role: 'jane',
      selectors: [],
    },
    { node: first, box: { x: 1, y: 3, width: 3, height: 4 } },
  ],
  [plugins.visibilityPlugin, { visible: true, focused: 'jane' }, { visible: true, focused: false }],
  [
    plugins.transferPlugin,
    { act: 'upload', count: 2, names: ['jane'] },
    { act: 'upload', count: 2 },
  ],
  [
    plugins.dialogPlugin,
    { dialog: 'prompt', accepted: true, text: 'jane' },
    { dialog: 'prompt', accepted: true },
  ],
  [plugins.recordingPlugin, { act: 'leave', dropped: 3, jane: 1 }, { act: 'leave', dropped: 3 }],
  [plugins.gapPlugin, { reason: 'lost', since: at, jane: 1 }, { reason: 'lost', since: at }],
  [
    plugins.consentPlugin,
    {
      noticeVersion: 2,
      purposes: ['research', 'jane'],
      policyVersion: 3,
      policySha256: 'a'.repeat(64),
    },
    { noticeVersion: 2, purposes: ['research'], policyVersion: 3, policySha256: 'a'.repeat(64) },
  ],
  ['rrweb/console@1', { payload: ['jane'] }, undefined],
])('the payload of %s keeps its known fields alone', (plugin, payload, told) => {
  const sanitizer = sketchSanitizer();
  sanitizer.clean(snapshotOf(['input', {}]));
  const event = sanitizer.clean(pluginEvent(plugin, payload));
  expect(event?.data).toEqual(told && { plugin, payload: told });
});

test('keys and entered text are told where the field may tell them', () => {
  const sanitizer = sketchSanitizer({ page: { fidelityOf: () => 'text' } });
  sanitizer.clean(snapshotOf(['input', {}]));
  const key = {
    phase: 'down',
    node: first,
    fidelity: 'text',
    key: 'j',
    class: 'letter',
    modifiers: 0,
  };
  expect(sanitizer.clean(pluginEvent(plugins.keystrokesPlugin, key))?.data).toMatchObject({
    payload: key,
  });
  const input = incremental('input', { id: first, text: 'jane', isChecked: false });
  expect(sanitizer.clean(input)?.data).toMatchObject({ text: 'jane' });
});
