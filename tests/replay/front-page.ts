/** Put into the replay frame: prints the page in front, and watches that it is never blank. */
import { printPage } from './fresh-replay.ts';

const front = () =>
  document.querySelector<HTMLIFrameElement>('.buffer.shown iframe')?.contentDocument ?? undefined;

const frontPage = {
  print(): string {
    const page = front();
    return page === undefined ? '' : printPage(page);
  },

  frames: 0,
  blank: 0,

  /** Looks at each frame that is drawn from now on. */
  watch(): void {
    const look = () => {
      frontPage.frames += 1;
      if ((front()?.body?.childNodes.length ?? 0) === 0) frontPage.blank += 1;
      requestAnimationFrame(look);
    };
    look();
  },
};

export type FrontPage = typeof frontPage;

Object.assign(globalThis, { frontPage });
