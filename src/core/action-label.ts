import type { Action } from './action.ts';
import type { IntentId } from './ids.ts';

/** What an annotator says of one action; absent marks say nothing. */
export interface ActionLabel {
  /** The action: see `actionKey`. */
  readonly action: string;
  /** The person did not mean to do it, or it did the wrong thing. */
  readonly wrong?: true;
  /** The task would have come out the same without it. */
  readonly redundant?: true;
  /** Something was achieved by it. */
  readonly milestone?: true;
  readonly intentId?: IntentId;
  /** The typed text as it should read, where the recording has it wrong. */
  readonly text?: string;
  /** The target in words, where the recording has it wrong. */
  readonly target?: string;
}

/** Names an action for good: what it is made from does not change with how actions are listed.
 * `tab:first event-last event:kind`. */
export const actionKey = ({ tab, events, kind }: Pick<Action, 'tab' | 'events' | 'kind'>): string =>
  `${tab}:${events[0]}-${events[1]}:${kind}`;

/** Whether a label says anything. */
export const saysSomething = ({ action: _, ...label }: ActionLabel): boolean =>
  Object.values(label).some((value) => value !== undefined);
