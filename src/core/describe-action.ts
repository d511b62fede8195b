import type { Action, Target } from './action.ts';
import { modifierBits } from './plugin-events.ts';
import { unreachable } from './unreachable.ts';

/** To have been in one of these says nothing, where it has no name. */
const anywhere: ReadonlySet<string> = new Set(
  'html body main form article section div span ul ol table pre'.split(' '),
);

/** What these hold says nothing of where in them something was done. */
const wholes: ReadonlySet<string> = new Set(['html', 'body', 'main', 'form', 'article']);

function nameOf(target: Target | undefined): string {
  if (target === undefined) return '';
  if (target.tag === 'html' || target.tag === 'body') return ' the page';
  const text = wholes.has(target.tag) ? undefined : target.text;
  const named = [target.name, text, target.attributes['placeholder']].map((each) => shorten(each));
  const name = named.find((each) => each !== '');
  const kind = target.role ?? target.tag;
  return name === undefined ? ` (${kind})` : ` “${name}” (${kind})`;
}

/** ` in “Notes” (textbox)`; nothing where that would say nothing. */
function placeOf(word: string, target: Target | undefined): string {
  if (target === undefined) return '';
  const isWhole = target.tag === 'html' || target.tag === 'body';
  const isNamed = !isWhole && shorten(target.name) !== '';
  return anywhere.has(target.tag) && !isNamed ? '' : ` ${word}${nameOf(target)}`;
}

function shorten(text = '', limit = 48): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}

/** An action in words a person knows: `click “Save order” (button)`. */
export function describeAction(action: Action): string {
  const target = nameOf(action.target);
  switch (action.kind) {
    case 'goto':
      return `go to ${shorten(action.url, 80)}`;
    case 'back':
    case 'forward':
    case 'reload':
      return `${action.kind} to ${shorten(action.url, 80)}`;
    case 'tab_new':
      return `open a tab on ${shorten(action.url, 80)}`;
    case 'tab_focus':
      return `switch to the tab ${shorten(action.url, 80)}`;
    case 'click':
    case 'dblclick':
    case 'tripleclick':
    case 'contextmenu':
      return `${clicks[action.kind]}${target}${heldIn(action.modifiers)}`;
    case 'submit':
      return `submit${target}`;
    case 'type':
      return describeTyping(action, target);
    case 'press':
      return `press ${action.keys}${placeOf('in', action.target)}`;
    case 'select_option': {
      const option = shorten(action.option);
      return `select ${option === '' ? 'the empty option' : `“${option}”`}${target && ` in${target}`}`;
    }
    case 'set_checked':
      return `${action.checked ? 'check' : 'uncheck'}${target}`;
    case 'scroll':
      return `scroll ${action.dy < 0 ? 'up' : action.dy > 0 ? 'down' : 'sideways'} ${Math.round(Math.abs(action.dy || action.dx))} px${placeOf('in', action.target)}`;
    case 'drag':
      return `drag${target} ${describeWay(action.point.x - action.from.x, action.point.y - action.from.y)}`;
    case 'upload':
      return `upload ${action.count === 1 ? '1 file' : `${action.count} files`}${target && ` into${target}`}`;
    case 'copy':
      return `copy${placeOf('from', action.target)}`;
    case 'paste':
      return `paste${placeOf('into', action.target)}`;
    default:
      return unreachable(action);
  }
}

const clicks = {
  click: 'click',
  dblclick: 'double-click',
  tripleclick: 'triple-click',
  contextmenu: 'right-click',
} as const;

function heldIn(bits = 0): string {
  const names = Object.entries(modifierBits).filter(([, bit]) => (bits & bit) !== 0);
  return names.length === 0 ? '' : ` with ${names.map(([name]) => name).join('+')}`;
}

/** Where keys only took away, what they left says more than what they wrote. */
function describeTyping(action: Extract<Action, { kind: 'type' }>, target: string): string {
  const { text, finalValue, masked } = action;
  const field = target || ' a field';
  const isUntold = text === undefined && finalValue === undefined;
  if (masked === true || isUntold) return `type (masked)${target && ` into${target}`}`;
  if (text) return `type ${quoteTyped(text)}${target && ` into${target}`}`;
  if (finalValue === undefined) return `edit${field}`;
  return finalValue === '' ? `clear${field}` : `set${field} to ${quoteTyped(finalValue)}`;
}

function quoteTyped(text: string): string {
  const shown = shorten(text);
  if (shown !== '') return `“${shown}”`;
  if (text.includes('\n')) return text.length === 1 ? 'a line break' : 'line breaks';
  return text.length === 1 ? 'a space' : `${text.length} spaces`;
}

function describeWay(dx: number, dy: number): string {
  const isAcross = Math.abs(dx) > Math.abs(dy);
  const way = isAcross ? (dx < 0 ? 'left' : 'right') : dy < 0 ? 'up' : 'down';
  return `${Math.round(Math.abs(isAcross ? dx : dy))} px ${way}`;
}
