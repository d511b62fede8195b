/** Where things of the replayed page stand in the document that holds its frame, and scrolling. */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In px of the document that holds the frame. */
export type Box = Spot & Size;

/** From px of the document that holds `node`, be it frames deep, to px of the frame's holder. */
export function placeOf(spot: Spot, node: Node | null, frame: HTMLIFrameElement): Spot {
  let { x, y } = spot;
  let holder = node?.ownerDocument?.defaultView?.frameElement;
  while (holder && holder !== frame) {
    const inner = holder.getBoundingClientRect();
    x += inner.x + holder.clientLeft;
    y += inner.y + holder.clientTop;
    holder = holder.ownerDocument.defaultView?.frameElement;
  }
  const outer = frame.getBoundingClientRect();
  const scale = scaleOf(frame);
  return { x: outer.x + x * scale, y: outer.y + y * scale };
}

export function boxOf(element: Element, frame: HTMLIFrameElement): Box {
  const box = element.getBoundingClientRect();
  const scale = scaleOf(frame);
  return {
    ...placeOf(box, element, frame),
    width: box.width * scale,
    height: box.height * scale,
  };
}

function scaleOf(frame: HTMLIFrameElement): number {
  return frame.offsetWidth === 0 ? 1 : frame.getBoundingClientRect().width / frame.offsetWidth;
}

/** Scrolls a box, or the window of a document, at once. */
export function scrollTo(node: Node | null, { x, y }: Spot): void {
  const target =
    node?.nodeType === Node.DOCUMENT_NODE
      ? (node as Document).defaultView
      : (node as Element | null);
  target?.scrollTo?.({ left: x, top: y, behavior: 'instant' });
}
