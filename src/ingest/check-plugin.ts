import {
  clipboardPlugin,
  gapPlugin,
  keyClasses,
  keystrokesPlugin,
  navigationPlugin,
  recordingPlugin,
  targetPlugin,
  textInputCauses,
  textInputPlugin,
  transferPlugin,
  visibilityPlugin,
} from '#core/plugin-events.ts';
import { isNumber, isRecord, isWhole, type Fields } from './shape.ts';

type Check = (payload: Fields) => boolean;

const oneOf = (list: readonly unknown[], value: unknown) => list.includes(value);
const isText = (value: unknown) => typeof value === 'string';
const orNone = (value: unknown, is: (value: unknown) => boolean) =>
  value === undefined || is(value);
const isFidelity = (value: unknown) => oneOf(['text', 'class'], value);

/** Our own plugin events are read closely downstream, so their payloads are held to their types. */
const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    navigationPlugin,
    ({ cause, href, title }) =>
      oneOf(['push', 'replace', 'pop', 'hash'], cause) && isText(href) && isText(title),
  ],
  [
    clipboardPlugin,
    ({ act, node, length }) =>
      oneOf(['copy', 'cut', 'paste'], act) && isNumber(node) && isNumber(length),
  ],
  [
    keystrokesPlugin,
    ({ phase, node, fidelity, key, class: itsClass, modifiers }) =>
      oneOf(['down', 'up'], phase) &&
      isNumber(node) &&
      isFidelity(fidelity) &&
      orNone(key, isText) &&
      oneOf(keyClasses, itsClass) &&
      isWhole(modifiers),
  ],
  [
    textInputPlugin,
    ({ node, cause, fidelity, text, length }) =>
      isNumber(node) &&
      oneOf(textInputCauses, cause) &&
      isFidelity(fidelity) &&
      orNone(text, isText) &&
      orNone(length, isNumber),
  ],
  [
    targetPlugin,
    ({ node, box }) =>
      isNumber(node) &&
      isRecord(box) &&
      ['x', 'y', 'width', 'height'].every((name) => isNumber(box[name])),
  ],
  [
    transferPlugin,
    ({ act, count }) => oneOf(['download', 'upload'], act) && isWhole(count) && count > 0,
  ],
  [
    visibilityPlugin,
    ({ visible, focused }) => typeof visible === 'boolean' && typeof focused === 'boolean',
  ],
  [recordingPlugin, ({ act }) => oneOf(['begin', 'pause', 'resume', 'stop', 'leave'], act)],
  [gapPlugin, ({ reason, since }) => reason === 'lost' && orNone(since, isNumber)],
]);

/** A sentence when an event of ours is not what its name promises; others may hold anything. */
export function checkPlugin(plugin: string, payload: unknown): string | undefined {
  const check = checks.get(plugin);
  if (check === undefined || (isRecord(payload) && check(payload))) return undefined;
  return `Its payload is not that of ${plugin}.`;
}
