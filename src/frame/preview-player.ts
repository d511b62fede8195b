import rrwebPlayer from 'rrweb-player';
import type { Ms } from '#core/time.ts';
import { isUnplacedClick } from '#dom/pointer-watch.ts';
import { eventType, type RecordedEvent as ReadEvent } from '#dom/rrweb-events.ts';
import { HeldBackEvents } from './held-back-events.ts';
import { holdFilms } from './hold-films.ts';
import { ownRules } from './own-rules.ts';
import { PreviewControls } from './preview-controls.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** A stretch of one tab in rrweb's player with the player's own controls, made to hold still what a
 * recording would do with them. */
export class PreviewPlayer {
  readonly #player: rrwebPlayer;

  /** `beginsMs` is when in the session the first event happened. */
  constructor(target: HTMLElement, told: readonly ReadEvent[], beginsMs: Ms) {
    // The player would take its pointer to the corner.
    const events = told.filter((event) => !isUnplacedClick(event));
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
        insertStyleRules: [...ownRules],
      },
    });
    const page = target.querySelector<HTMLElement>('.rr-player__frame');
    // Nobody may follow a recorded link or type into a recorded field.
    if (page !== null) page.inert = true;
    addEventListener('blur', () => setTimeout(giveUpFocus));
    new PreviewControls(target, this.#player, beginsMs);
    const hold = () => holdFilms(this.#player.getReplayer().iframe.contentWindow);
    hold();
    for (const came of ['fullsnapshot-rebuilded', 'event-cast'])
      this.#player.addEventListener(came, hold);
    this.#player.goto(justAfterPage(events));
    addEventListener('resize', () => {
      this.#player.$set(room());
      this.#player.triggerResize();
    });
  }

  play(): void {
    this.#player.play();
  }
}

/** By itself the player draws no more than the bare snapshot before it is played, and what happened at
 * the very time it is taken to comes only as it plays on. In ms after the first event. */
function justAfterPage(events: readonly ReadEvent[]): number {
  const page = events.find(({ type }) => type === eventType.fullSnapshot) ?? events[0];
  return (page?.timestamp ?? 0) - (events[0]?.timestamp ?? 0) + 1;
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
