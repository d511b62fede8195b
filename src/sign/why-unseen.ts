/** Whether a person can see the recorder's sign, and if not, why: a clause for a sentence. */
export const coveredWords = 'its sign was covered';

const leastWidth = 40;
const leastHeight = 20;

export function whyUnseen(sign: HTMLElement): string | undefined {
  if (!sign.isConnected) return 'its sign was taken out of the page';
  const style = getComputedStyle(sign);
  if (!isRendered(sign) || style.visibility !== 'visible') return 'its sign was hidden';
  if (Number(style.opacity) < 0.9) return 'its sign was made transparent';
  const box = sign.getBoundingClientRect();
  if (box.width < leastWidth || box.height < leastHeight) return 'its sign was made too small';
  if (isOffScreen(box)) return 'its sign was moved off the screen';
  if (pointsOf(box).some(([x, y]) => isCovered(sign, x, y))) return coveredWords;
  return undefined;
}

function isRendered(sign: HTMLElement): boolean {
  // In the top layer the page around it has no say over its opacity.
  const isOnTop = sign.matches('[popover]') && sign.matches(':popover-open');
  return sign.checkVisibility?.({ opacityProperty: !isOnTop, visibilityProperty: true }) ?? true;
}

function isOffScreen(box: DOMRect): boolean {
  const { clientWidth, clientHeight } = document.documentElement;
  const width = Math.max(innerWidth, clientWidth);
  const height = Math.max(innerHeight, clientHeight);
  return box.left < -2 || box.top < -2 || box.right > width + 2 || box.bottom > height + 2;
}

function pointsOf({ left, right, top, bottom }: DOMRect): readonly (readonly [number, number])[] {
  const middle = (top + bottom) / 2;
  return [
    [(left + right) / 2, middle],
    [left + 6, middle],
    [right - 6, middle],
  ];
}

function isCovered(sign: HTMLElement, x: number, y: number): boolean {
  const hit = deepestAt(document, x, y);
  // A page's modal dialog makes all else unclickable, also what is shown above it.
  return hit !== sign && !hit?.closest(':modal');
}

function deepestAt(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
  const hit = root.elementFromPoint(x, y);
  const inner = hit?.shadowRoot ? deepestAt(hit.shadowRoot, x, y) : null;
  return inner ?? hit;
}
