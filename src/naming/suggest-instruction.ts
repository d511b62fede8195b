import type { Action } from '#core/action.ts';
import { contains, type Span } from '#core/time.ts';

const question = 'What did the person set out to do?';
const shown = 3;
const longest = 28;

/** What stands in an empty instruction: the question, and how the task began. Never a value. */
export function suggestInstruction(actions: readonly Action[], span: Span): string {
  const begun = actions
    .filter((action) => contains(span, action.startsMs))
    .map(inShort)
    .filter((words) => words !== undefined)
    .slice(0, shown);
  return begun.length === 0 ? question : `${question} It began: ${begun.join(', ')} …`;
}

/** Only what hints at a purpose; scrolling and single keys do not. */
function inShort(action: Action): string | undefined {
  if (action.kind === 'type') return action.text && `type ${quote(action.text)}`;
  if (action.kind === 'select_option') return `select ${quote(action.option)}`;
  const name = action.target?.name ?? action.target?.text;
  if (name === undefined || name.trim() === '') return undefined;
  return ['click', 'dblclick', 'tripleclick', 'submit', 'set_checked'].includes(action.kind)
    ? quote(name)
    : undefined;
}

function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > longest ? `${line.slice(0, longest - 1)}…` : line}”`;
}
