import type { Action } from './action.ts';
import type { Span } from './time.ts';

/** The actions that begin and end within `span`: those an episode of it can hold. */
export function actionsInside(span: Span, actions: readonly Action[]): readonly Action[] {
  return actions.filter(
    (action) => action.startsMs >= span.startsMs && action.endsMs <= span.endsMs,
  );
}
