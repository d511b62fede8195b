import type { Action, Target } from './action.ts';
import { unreachable } from './unreachable.ts';

function nameOf(target: Target | undefined): string {
  if (target === undefined) return '';
  const name = target.name ?? target.text ?? target.attributes['placeholder'];
  const kind = target.role ?? target.tag;
  return name ? ` “${shorten(name)}” (${kind})` : ` (${kind})`;
}

function shorten(text: string, limit = 48): string {
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
    case 'click':
    case 'submit':
      return `${action.kind}${target}`;
    case 'dblclick':
      return `double-click${target}`;
    case 'contextmenu':
      return `right-click${target}`;
    case 'type':
      return action.text === undefined
        ? `type (masked)${target && ` into${target}`}`
        : `type “${shorten(action.text)}”${target && ` into${target}`}`;
    case 'press':
      return `press ${action.keys}${target && ` in${target}`}`;
    case 'select_option':
      return `select “${shorten(action.option)}”${target && ` in${target}`}`;
    case 'set_checked':
      return `${action.checked ? 'check' : 'uncheck'}${target}`;
    case 'scroll':
      return `scroll ${action.dy < 0 ? 'up' : action.dy > 0 ? 'down' : 'sideways'} ${Math.abs(action.dy || action.dx)} px`;
    case 'drag':
      return `drag${target}`;
    case 'upload':
      return `upload ${action.count === 1 ? '1 file' : `${action.count} files`}${target && ` into${target}`}`;
    case 'copy':
    case 'paste':
      return `${action.kind}${target}`;
    default:
      return unreachable(action);
  }
}
