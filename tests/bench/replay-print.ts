/** Put into the replay frame to print the page in front. */
import { printPage } from '#tests/replay/fresh-replay.ts';

export function printFront(): string {
  const front = document.querySelector<HTMLIFrameElement>('.buffer.shown iframe');
  return front?.contentDocument ? printPage(front.contentDocument) : '';
}
