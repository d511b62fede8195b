import type { Action } from '#core/action.ts';
import { describeAction } from '#core/describe-action.ts';
import { contains, type Span } from '#core/time.ts';

const shown = 3;

/** What stands in an empty instruction: the question, and how the task began. Never a value. */
export function suggestInstruction(actions: readonly Action[], span: Span): string {
  const question = 'What did the person set out to do?';
  const begun = actions
    .filter((action) => contains(span, action.startsMs) && action.kind !== 'scroll')
    .slice(0, shown);
  if (begun.length === 0) return question;
  return `${question} It began: ${begun.map(describeAction).join(', then ')}.`;
}
