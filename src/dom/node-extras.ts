import type { Point } from '#core/action.ts';
import type { MediaState } from './media-state.ts';
import type { PageNode } from './page-node.ts';
import type { CanvasData, StyleChanges } from './rrweb-events.ts';

/** What events told of a node that its attributes and text have no place for. It goes with the node:
 * one that comes back under the same id begins anew, as in a browser. */
export interface NodeExtras {
  scroll?: Point;
  /** Properties changed one by one since the style attribute was told whole, the latest last. */
  style?: Map<string, StyleChanges[string]>;
  media?: MediaState;
  /** The last whole picture drawn on a canvas. */
  picture?: CanvasData;
  /** Counts the inputs of a page: where among them this field's last one came. */
  inputOrder?: number;
  /** True when that input named an option that was there. */
  isChosen?: boolean;
}

export function extrasOf(node: PageNode): NodeExtras {
  return (node.extras ??= {});
}
