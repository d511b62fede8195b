/** What the fields were called that keys went into: actions on the same node tell it. */

import type { Action } from '#core/action.ts';
import { lowerBound } from './lower-bound.ts';

export class FieldNames {
  readonly #byNode = new Map<string, Action[]>();

  constructor(actions: readonly Action[]) {
    const sorted = [...actions].sort((a, b) => a.startsMs - b.startsMs);
    for (const action of sorted) {
      if (action.target === undefined) continue;
      const node = `${action.tab} ${action.target.node}`;
      const known = this.#byNode.get(node);
      if (known) known.push(action);
      else this.#byNode.set(node, [action]);
    }
  }

  /** As it was told last by then; a page that came anew may have given the node to another. */
  at(tab: number, node: number, atMs: number): string | undefined {
    const actions = this.#byNode.get(`${tab} ${node}`) ?? [];
    const after = lowerBound(actions.length, (at) => actions[at]!.startsMs, atMs + 1);
    const target = actions[after - 1]?.target;
    const name = target && (target.name ?? target.attributes['placeholder']);
    return name?.replace(/\s+/g, ' ').trim() || undefined;
  }
}
