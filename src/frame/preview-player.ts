import rrwebPlayer from 'rrweb-player';
import type { RecordedEvent as ReadEvent } from '#dom/rrweb-events.ts';
import { HeldBackEvents } from './held-back-events.ts';
import { holdFilms } from './hold-films.ts';
import { PreviewControls } from './preview-controls.ts';
import type { RecordedEvent } from './recorded-event.ts';

const steady = ['* { scroll-behavior: auto !important; overflow-anchor: none !important; }'];

/** A stretch of one tab in rrweb's player with the player's own controls, made to hold still what a
 * recording would do with them. */
export class PreviewPlayer {
  readonly #player: rrwebPlayer;

  constructor(target: HTMLElement, events: readonly ReadEvent[]) {
    this.#player = new rrwebPlayer({
      target,
      props: {
        events: new HeldBackEvents().copy(events) as RecordedEvent[],
        ...room(),
        maxScale: 1,
        showController: true,
        autoPlay: false,
        mouseTail: false,
        showWarning: false,
        triggerFocus: false,
        insertStyleRules: steady,
      },
    });
    const page = target.querySelector<HTMLElement>('.rr-player__frame');
    // Nobody may follow a recorded link or type into a recorded field.
    if (page !== null) page.inert = true;
    addEventListener('blur', () => setTimeout(giveUpFocus));
    new PreviewControls(target, this.#player);
    const hold = () => holdFilms(this.#player.getReplayer().iframe.contentWindow);
    hold();
    for (const came of ['fullsnapshot-rebuilded', 'event-cast'])
      this.#player.addEventListener(came, hold);
    addEventListener('resize', () => {
      this.#player.$set(room());
      this.#player.triggerResize();
    });
  }

  play(): void {
    this.#player.play();
  }
}

/** What the controls leave of the window, in CSS px. */
function room(): { width: number; height: number } {
  const controls = 80;
  return { width: innerWidth, height: Math.max(1, innerHeight - controls) };
}

/** A modal dialog that opens in the recorded page moves the focus into it, whatever is inert there. */
function giveUpFocus(): void {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLIFrameElement)) return;
  activeElement.blur();
  window.focus();
}
