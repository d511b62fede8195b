import { boxOf, type Box } from './page-geometry.ts';
import type { ReplayerAdapter } from './replayer-adapter.ts';

/** What one gets to by key; a page moves the focus to other things only to read them out. */
const reachable =
  'a[href], button, input, select, textarea, summary, [contenteditable], [tabindex]:not([tabindex^="-"])';

/** Outlines above the page: around the node that is pointed out, and around that with the focus,
 * which is not given to it in earnest lest it take the keyboard. */
export class NodeRings {
  readonly #highlight = document.createElement('div');
  readonly #focus = document.createElement('div');

  constructor(root: HTMLElement) {
    this.#highlight.className = 'mark highlight';
    this.#focus.className = 'mark focus';
    root.append(this.#focus, this.#highlight);
  }

  draw(
    replayer: ReplayerAdapter,
    highlighted: number | undefined,
    focused: number | undefined,
  ): void {
    put(this.#highlight, boxAround(replayer, highlighted));
    const node = nodeOf(replayer, focused);
    const isField = node?.nodeType === Node.ELEMENT_NODE && (node as Element).matches(reachable);
    put(this.#focus, isField ? boxAround(replayer, focused) : undefined);
  }
}

const nodeOf = (replayer: ReplayerAdapter, id: number | undefined): Node | null =>
  id === undefined ? null : replayer.node(id);

function boxAround(replayer: ReplayerAdapter, id: number | undefined): Box | undefined {
  const node = nodeOf(replayer, id);
  if (node?.nodeType !== Node.ELEMENT_NODE || !node.isConnected) return undefined;
  const box = boxOf(node as Element, replayer.iframe);
  return box.width > 0 && box.height > 0 ? box : undefined;
}

function put(ring: HTMLElement, box: Box | undefined): void {
  ring.hidden = box === undefined;
  if (box === undefined) return;
  ring.style.translate = `${box.x}px ${box.y}px`;
  ring.style.width = `${box.width}px`;
  ring.style.height = `${box.height}px`;
}
