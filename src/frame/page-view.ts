import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { samplePage } from '#reel/sample-page.ts';
import { Buffer } from './buffer.ts';
import { focusAfter } from './focus-after.ts';
import { HoverSheets } from './hover-sheets.ts';
import { MediaLabels } from './media-labels.ts';
import { NodeRings } from './node-rings.ts';
import type { Passage } from './passage.ts';
import { PointerMarks } from './pointer-marks.ts';
import type { FromScreen, NodePlace } from './screen-messages.ts';
import { countWithheld, withheldRules } from './withheld-look.ts';

/** How soon after the last step the page's own animations stand. */
const restMs = 250;

/** How often what was withheld is counted while the page changes. */
const countEveryMs = 500;

/** Two pages of which one is seen, and the marks above it. A page comes to the front whole, in one
 * frame, and the one before stays until then. */
export class PageView {
  readonly #tell: (message: FromScreen) => void;
  readonly #buffers: readonly [Buffer, Buffer];
  readonly #pointer: PointerMarks;
  readonly #rings: NodeRings;
  readonly #media = new MediaLabels();
  readonly #last = new Map<string, string>();
  #front: Buffer | undefined;
  #passage: Passage | undefined;
  #focused: number | undefined;
  #highlighted: NodePlace | undefined;
  #drawnAt = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, tell: (message: FromScreen) => void) {
    this.#tell = tell;
    const rules = withheldRules(root);
    const sheets = new HoverSheets();
    this.#buffers = [new Buffer(root, rules, sheets), new Buffer(root, rules, sheets)];
    this.#rings = new NodeRings(root);
    this.#pointer = new PointerMarks(root);
    addEventListener('resize', () => this.#fit());
  }

  /** Builds pages out of sight that are in no recording, the last of them empty: what lies there
   * would be laid out again with the first wanted one. */
  warmUp(rows: number): void {
    for (const { replayer } of this.#buffers) replayer.build(samplePage(rows));
  }

  /** Builds the page of a passage out of sight, unless it is there. Throws where that can't be. */
  build({ scene }: Passage): void {
    const { back } = this;
    if (back.scene === scene) return;
    back.build(scene);
    back.fit(innerWidth, innerHeight);
  }

  /** What is out of sight. */
  get back(): Buffer {
    const [one, other] = this.#buffers;
    return this.#front === one ? other : one;
  }

  /** Brings to the front what was built last. */
  turn(passage: Passage): void {
    const { back } = this;
    back.show(true);
    this.#front?.show(false);
    this.#front = back;
    this.#passage = passage;
    this.#focused = passage.scene.focused;
    this.#fit();
    this.#countSoon(0);
  }

  /** Changes the page in front. Throws where that can't be. */
  change(events: readonly RecordedEvent[]): void {
    const { replayer } = this.#front ?? {};
    if (replayer === undefined || events.length === 0) return;
    const { width, height } = replayer.size;
    replayer.apply(events);
    const tagOf = (id: number) => (replayer.node(id) as Partial<Element> | null)?.localName;
    this.#focused = focusAfter(this.#focused, events, tagOf);
    if (replayer.size.width !== width || replayer.size.height !== height) this.#fit();
    this.#countSoon(countEveryMs);
  }

  highlight(place: NodePlace | undefined): void {
    this.#highlighted = place;
    this.draw(this.#drawnAt);
  }

  /** Draws the marks as they are at `at`, on the recording's own clock. */
  draw(at: number): void {
    this.#drawnAt = at;
    const { replayer } = this.#front ?? {};
    const { scene, trail } = this.#passage ?? {};
    if (replayer === undefined || scene === undefined || trail === undefined) return;
    const { tab, node } = this.#highlighted ?? {};
    this.#pointer.draw(replayer, trail, at);
    this.#media.draw(replayer, at);
    this.#rings.draw(replayer, tab === scene.tab ? node : undefined, this.#focused);
  }

  /** Lets the page's own animations run as long as steps come. */
  animate(): void {
    const { replayer } = this.#front ?? {};
    replayer?.animate(true);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      for (const each of this.#buffers) each.replayer.animate(false);
    }, restMs);
  }

  #fit(): void {
    for (const buffer of this.#buffers) buffer.fit(innerWidth, innerHeight);
    const size = this.#front?.replayer.size;
    if (size !== undefined) this.#tellOnce({ kind: 'size', ...size });
    this.draw(this.#drawnAt);
  }

  #countSoon(delayMs: number): void {
    if (delayMs === 0) clearTimeout(this.#counting);
    else if (this.#counting !== undefined) return;
    this.#counting = setTimeout(() => {
      this.#counting = undefined;
      const page = this.#front?.replayer.page;
      if (page) this.#tellOnce({ kind: 'withheld', ...countWithheld(page) });
    }, delayMs);
  }

  #tellOnce(message: FromScreen): void {
    const said = JSON.stringify(message);
    if (this.#last.get(message.kind) === said) return;
    this.#last.set(message.kind, said);
    this.#tell(message);
  }
}
