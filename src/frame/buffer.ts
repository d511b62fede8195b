import type { RecordedEvent } from '#dom/rrweb-events.ts';
import type { Scene } from '#reel/scene.ts';
import type { HoverSheets } from './hover-sheets.ts';
import { ReplayerAdapter } from './replayer-adapter.ts';

/** Longest wait for pictures and letters that are in the recording; they come in a moment or never. */
const patienceMs = 100;

/** One of two pages on top of each other: while one is seen the other is built, unseen but laid out. */
export class Buffer {
  readonly element = document.createElement('div');
  readonly replayer: ReplayerAdapter;
  #scene: Scene | undefined;

  constructor(root: HTMLElement, rules: readonly string[], sheets: HoverSheets) {
    this.element.className = 'buffer';
    // Nobody may follow a recorded link or type into a recorded field.
    this.element.inert = true;
    root.prepend(this.element);
    this.replayer = new ReplayerAdapter(this.element, rules, sheets);
  }

  /** The scene whose page it holds, whole. */
  get scene(): Scene | undefined {
    return this.#scene;
  }

  /** Throws when the page is such that it can't be rebuilt. */
  build(scene: Scene): void {
    this.#scene = undefined;
    this.replayer.build(scene.page);
    this.#scene = scene;
  }

  apply(events: readonly RecordedEvent[]): void {
    this.replayer.apply(events);
  }

  show(isShown: boolean): void {
    this.element.classList.toggle('shown', isShown);
  }

  /** Waits for what the page itself brings along: pictures, and letters of its own. */
  async ready(): Promise<void> {
    const { page } = this.replayer;
    if (!page) return;
    const waits: Promise<unknown>[] = [...page.images]
      // Those that load late may never do so out of sight.
      .filter((image) => !image.complete && image.loading !== 'lazy')
      .map((image) => image.decode().catch(() => undefined));
    if (page.fonts.status === 'loading') waits.push(page.fonts.ready);
    if (waits.length === 0) return;
    await Promise.race([
      Promise.all(waits),
      new Promise((resolve) => setTimeout(resolve, patienceMs)),
    ]);
  }

  /** Fits all of the page into this much room, in its middle. */
  fit(width: number, height: number): void {
    const { size } = this.replayer;
    if (size.width <= 0 || size.height <= 0) return;
    const scale = Math.min(width / size.width, height / size.height);
    const left = Math.max(0, (width - size.width * scale) / 2);
    const top = Math.max(0, (height - size.height * scale) / 2);
    this.element.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
  }
}
