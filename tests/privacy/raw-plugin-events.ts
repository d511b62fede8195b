/** Plugin events as trackers that know no policy would make them, with a secret in every string. */
import * as plugins from '#core/plugin-events.ts';
import { eventType, type RecordedEvent } from '#dom/rrweb-events.ts';
import type { Canaries } from './canaries.ts';

export function rawPluginEvents(
  canaries: Canaries,
  node: number,
  timestamp: number,
): RecordedEvent[] {
  const secret = (where: string) => canaries.plant(where);
  const fidelity = 'text';
  const box = { x: 0, y: 0, width: 1, height: 1, note: secret('box of a target') };
  const event = (plugin: string, payload: object): RecordedEvent => ({
    type: eventType.plugin,
    data: { plugin, payload },
    timestamp,
  });
  const typed = [...secret('key by key')].map((key) =>
    event(plugins.keystrokesPlugin, {
      phase: 'down',
      node,
      fidelity,
      key,
      class: 'letter',
      modifiers: 0,
    }),
  );
  return [
    ...typed,
    event(plugins.keystrokesPlugin, {
      phase: 'up',
      node,
      fidelity,
      key: secret('name of a key'),
      class: secret('class of a key'),
      modifiers: 0,
    }),
    event(plugins.textInputPlugin, {
      node,
      cause: 'paste',
      inputType: secret('type of an input'),
      fidelity,
      text: secret('text of an input'),
    }),
    event(plugins.clipboardPlugin, { act: 'copy', node, length: 3, text: secret('clipboard') }),
    event(plugins.navigationPlugin, {
      cause: 'push',
      href: `${location}/${secret('path gone to')}?a=${secret('query gone to')}`,
      title: secret('title gone to'),
    }),
    event(plugins.fieldPlugin, { node, fidelity, name: secret('name of a field') }),
    event(plugins.targetPlugin, {
      node,
      box,
      role: secret('role of a target'),
      name: secret('name of a target'),
      selectors: [{ kind: 'css', value: `#${secret('selector of a target')}`, matches: 1 }],
    }),
    event(plugins.visibilityPlugin, { visible: true, focused: secret('visibility') }),
    event(plugins.transferPlugin, { act: 'upload', count: 1, name: secret('uploaded file') }),
    event(plugins.dialogPlugin, { dialog: 'prompt', accepted: secret('answer to a prompt') }),
    event(plugins.gapPlugin, { reason: 'lost', since: secret('gap') }),
    event(secret('name of a plugin'), {}),
    { type: eventType.custom, data: { tag: secret('tag'), payload: {} }, timestamp },
    { type: 99, data: { text: secret('unknown event') }, timestamp },
    { type: eventType.incremental, data: { source: 99, text: secret('source') }, timestamp },
  ];
}

const location = 'http://127.0.0.1';
