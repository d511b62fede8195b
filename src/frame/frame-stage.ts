import type { EpochMs } from '#core/time.ts';
import { epochMs } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { FromFrame, NodePlace, ToFrame } from './frame-messages.ts';
import { Overlay } from './overlay.ts';
import { PlayerAdapter } from './player-adapter.ts';
import { eventType, type RecordedEvent } from './recorded-event.ts';

type Show = Extract<ToFrame, { kind: 'show' }>;

/** How often the running replay says where it stands. */
const reportMs = 200;

interface Tab {
  readonly id: number;
  readonly element: HTMLElement;
  readonly player: PlayerAdapter;
}

/** What stands in the replay frame: a player for each tab, of which one is in front. */
export class FrameStage {
  readonly #root: HTMLElement;
  readonly #send: (message: FromFrame) => void;
  readonly #tabs = new Map<number, Tab>();
  readonly #overlay: Overlay;
  #startedAt: EpochMs = epochMs(0);
  #taking: Promise<void> = Promise.resolve();
  #wanted: Show | undefined;
  #front: Tab | undefined;
  #frame = 0;
  #reportedAt = 0;
  #highlighted: NodePlace | undefined;
  /** Events of tabs that have shown no page yet. */
  readonly #early = new Map<number, readonly RecordedEvent[]>();

  constructor(root: HTMLElement, send: (message: FromFrame) => void) {
    this.#root = root;
    this.#send = send;
    this.#overlay = new Overlay(root);
    addEventListener('resize', () => this.#fit());
  }

  take(message: ToFrame): void {
    switch (message.kind) {
      case 'begin':
        this.#startedAt = message.startedAt;
        return;
      case 'events':
        this.#taking = this.#taking.then(() => this.#takeEvents(message.tab, message.events));
        return;
      case 'show':
        this.#wanted = message;
        this.#soon();
        return;
      case 'highlight':
        this.#highlighted = message.place;
        this.#soon();
        return;
      default:
        return unreachable(message);
    }
  }

  async #takeEvents(id: number, events: readonly RecordedEvent[]): Promise<void> {
    try {
      const known = this.#tabs.get(id);
      if (known !== undefined) known.player.append(events);
      else await this.#openTab(id, [...(this.#early.get(id) ?? []), ...events]);
      this.#soon();
    } catch (cause) {
      this.#fail('The recording could not be taken', cause);
    }
  }

  async #openTab(id: number, events: readonly RecordedEvent[]): Promise<void> {
    if (!events.some(({ type }) => type === eventType.fullSnapshot)) {
      this.#early.set(id, events);
      return;
    }
    this.#early.delete(id);
    const element = document.createElement('div');
    element.className = 'tab';
    // Nobody may follow a recorded link or type into a recorded field.
    element.inert = true;
    this.#root.prepend(element);
    const player = new PlayerAdapter(element, this.#startedAt);
    player.onResize = (page) => {
      if (this.#front?.player === player) this.#send({ kind: 'size', ...page });
      this.#fit();
    };
    element.hidden = this.#front !== undefined;
    await player.load(events);
    const tab = { id, element, player };
    this.#tabs.set(id, tab);
    if (this.#front === undefined) this.#bringToFront(tab);
    this.#send({ kind: 'ready' });
  }

  /** Of many wishes between two frames only the last is done. */
  #soon(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame((now) => this.#onFrame(now));
  }

  #onFrame(now: number): void {
    this.#frame = 0;
    try {
      this.#showWanted();
      if (this.#front === undefined) return;
      const { id, player } = this.#front;
      const { tab, node } = this.#highlighted ?? {};
      this.#overlay.draw(player, tab === id ? node : undefined);
      if (!player.playing) return;
      this.#soon();
      if (now - this.#reportedAt < reportMs) return;
      this.#reportedAt = now;
      this.#send({ kind: 'time', at: player.time() });
    } catch (cause) {
      this.#fail('The page could not be rebuilt at this time', cause);
    }
  }

  #showWanted(): void {
    const wanted = this.#wanted;
    const tab = wanted && this.#tabs.get(wanted.tab);
    if (wanted === undefined || tab === undefined) return;
    this.#wanted = undefined;
    if (this.#front !== tab) this.#bringToFront(tab);
    if (wanted.speed === undefined) tab.player.seek(wanted.at);
    else tab.player.play(wanted.at, wanted.speed);
  }

  #bringToFront(tab: Tab): void {
    if (this.#front !== undefined) {
      this.#front.player.pause();
      this.#front.element.hidden = true;
    }
    this.#front = tab;
    tab.element.hidden = false;
    this.#send({ kind: 'size', ...tab.player.page });
    this.#fit();
  }

  #fit(): void {
    this.#front?.player.fit(innerWidth, innerHeight);
    this.#soon();
  }

  #fail(what: string, cause: unknown): void {
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#send({ kind: 'failed', sentence: `${what}: ${why}` });
  }
}
