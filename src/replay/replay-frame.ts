/** The frame that recordings play in, and one of them kept up in advance, in which none played yet. */
import { warmReel } from '#reel/reel-client.ts';
import { screenIsUp } from '#frame/screen-messages.ts';
import { frameAddress } from './frame-link.ts';

interface Spare {
  readonly element: HTMLIFrameElement;
  readonly replayUrl: string;
  isUp: boolean;
}

let spare: Spare | undefined;

/** Brings up a frame and a reel while nobody waits for them; the next session opened takes both. */
export function warmReplay(replayUrl: string): Promise<void> {
  warmReel();
  if (spare?.replayUrl === replayUrl) return Promise.resolve();
  spare?.element.remove();
  const element = makeFrame();
  const next: Spare = { element, replayUrl, isUp: false };
  spare = next;
  // Hidden, but laid out and never asleep.
  element.style.cssText =
    'position: fixed; inset: 0; z-index: -1; width: 100%; height: 100%; visibility: hidden';
  element.inert = true;
  return new Promise((resolve) => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source !== element.contentWindow || data !== screenIsUp) return;
      removeEventListener('message', hear);
      next.isUp = true;
      resolve();
    };
    addEventListener('message', hear);
    element.src = frameAddress(replayUrl);
    document.body.append(element);
  });
}

export interface PlacedFrame {
  readonly element: HTMLIFrameElement;
  /** It has said so already; else it has no address yet. */
  readonly isUp: boolean;
}

/** Puts a frame into `place`: the one kept in advance where there is one and the browser can move it
 * as it is. Each serves one session, so that nothing of it is seen in another. */
export function placeFrame(place: HTMLElement, replayUrl: string): PlacedFrame {
  const kept = spare;
  spare = undefined;
  const canMove = 'moveBefore' in place && place.isConnected;
  if (kept?.isUp && kept.replayUrl === replayUrl && canMove) {
    const { element } = kept;
    place.moveBefore(element, null);
    element.removeAttribute('style');
    element.inert = false;
    return { element, isUp: true };
  }
  kept?.element.remove();
  const element = makeFrame();
  place.append(element);
  return { element, isUp: false };
}

/** Scripts are ours alone: the frame's own policy allows no others. */
function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Recorded page';
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  frame.referrerPolicy = 'no-referrer';
  frame.allow = '';
  frame.tabIndex = -1;
  return frame;
}
