/**
 * One recorded page as the keeper sees it, and the keeper as the page may see it. Who the page is
 * the browser says; what it asks for beyond its own recording is not passed on.
 */
import type { FromKeeper, OpenRecording, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import { checkPageMessage, type PageMessage, type Wish } from './check-page-message.ts';
import type { TabPlaces } from './tab-places.ts';
import type { TabState, Waiting } from './tab-state.ts';

export interface PageLinkOptions {
  readonly browserTab: number;
  /** As the browser tells it. */
  readonly site: string;
  readonly places: TabPlaces;
  readonly post: (message: FromKeeper) => void;
  /** The person asked for this recording just now. */
  readonly asked: boolean;
  /** The recording was ended: the page may hand over what it still has of it. */
  readonly over: boolean;
  /** Cuts the port: the page joins again. */
  readonly cut: () => void;
  readonly changed: () => void;
  /** The page's sign was asked for what only the person may do. */
  readonly wished: () => void;
  readonly now: () => number;
}

const gaveUp =
  'The recorder gave up on this page; the page’s console says why. Reload the page to try again.';

type LinkState = Extract<
  TabState,
  { kind: 'starting' | 'asking' | 'recording' | 'paused' | 'ended' | 'refused' }
>;

export class PageLink implements Line<FromKeeper, ToKeeper> {
  readonly #options: PageLinkOptions;
  #hear: ((message: ToKeeper) => void) | undefined;
  #early: ToKeeper[] = [];
  #later: ToKeeper[] = [];
  #joined = false;
  #recording: OpenRecording | undefined;
  #state: LinkState;
  #waiting: Waiting | undefined;
  #wish: Wish | undefined;

  constructor(options: PageLinkOptions) {
    this.#options = options;
    this.#state = { kind: 'starting', site: options.site };
  }

  get browserTab(): number {
    return this.#options.browserTab;
  }
  get site(): string {
    return this.#options.site;
  }
  get state(): LinkState {
    return this.#state;
  }
  get waiting(): Waiting | undefined {
    return this.#waiting;
  }
  get wish(): Wish | undefined {
    return this.#wish;
  }

  /** From the page, unchecked. */
  hearPage(text: unknown): void {
    const message = checkPageMessage(text);
    if (!message || !this.#allows(message)) return;
    if (message.kind === 'bye') this.#giveUp();
    else if (message.kind === 'wish') this.#takeWish(message.wish);
    else this.#pass(this.#asTold(message));
  }

  /** From the person, by the extension's own pages. */
  say(message: ToKeeper): void {
    // The keeper would not hear of a page that it does not know yet.
    if (this.#state.kind === 'starting') return void this.#later.push(message);
    const letGo = this.#wish === 'discard' || this.#wish === 'withdraw';
    this.#wish = undefined;
    this.#pass(message);
    // The page dropped its stream when it wished; joining again gives it a new one.
    if (message.kind === 'resume' && letGo) this.#options.cut();
  }

  #pass(message: ToKeeper): void {
    if (this.#hear) this.#hear(message);
    else this.#early.push(message);
  }

  #takeWish(wish: Wish): void {
    if (wish !== 'resume') this.#pass({ kind: 'pause' });
    this.#wish = wish;
    this.#options.wished();
  }

  #giveUp(): void {
    const { site, changed } = this.#options;
    this.#state = { kind: 'refused', site, why: gaveUp };
    changed();
  }

  listen(hear: (message: ToKeeper) => void): void {
    this.#hear = hear;
    const early = this.#early;
    this.#early = [];
    early.forEach(hear);
  }

  send(message: FromKeeper): void {
    this.#note(message);
    if (message.kind === 'recording') {
      const { session, tab } = message.recording;
      const { browserTab, site, places, now } = this.#options;
      places.remember(browserTab, { session, tab }, site, now());
      // What follows the # opens all recordings of this person; the page must not have it.
      const [myRecordingsUrl = ''] = message.recording.myRecordingsUrl.split('#');
      const recording = { ...message.recording, myRecordingsUrl };
      this.#options.post({ kind: 'recording', recording });
    } else this.#options.post(message);
    this.#options.changed();
    if (this.#state.kind !== 'starting') for (const later of this.#later.splice(0)) this.say(later);
  }

  close(): void {
    this.#hear = undefined;
  }

  #allows(message: PageMessage): boolean {
    if (message.kind === 'join') {
      const first = !this.#joined;
      this.#joined = true;
      return first;
    }
    if (message.kind === 'bye')
      return this.#state.kind !== 'ended' && this.#state.kind !== 'refused';
    if (message.kind !== 'events') return this.#recording !== undefined;
    const { session, tab } = this.#recording ?? {};
    return message.session === session && message.tab === tab;
  }

  #asTold(message: Exclude<PageMessage, { kind: 'wish' | 'bye' }>): ToKeeper {
    if (message.kind !== 'join') return message;
    const { browserTab, site, places, asked, over } = this.#options;
    const place = places.placeOf(browserTab);
    const tab = place && { ...place, from: message.from };
    const tail = message.tail && places.mayHandOver(site, message.tail) ? message.tail : undefined;
    return {
      kind: 'join',
      site,
      again: asked,
      ...(over && { over }),
      ...(tab && { tab }),
      ...(tail && { tail }),
    };
  }

  #note(message: FromKeeper): void {
    const { site } = this.#options;
    switch (message.kind) {
      case 'ask':
        this.#state = { kind: 'asking', site, terms: message.terms };
        return;
      case 'recording':
        this.#recording = message.recording;
        this.#state = this.#running(message.recording.paused ? 'paused' : 'recording');
        return;
      case 'paused':
      case 'resumed':
        if (this.#recording)
          this.#state = this.#running(message.kind === 'paused' ? 'paused' : 'recording');
        return;
      case 'ended':
      case 'refused':
        // After a stop the page still hands over what it saw before it.
        if (message.kind === 'refused' || message.why !== 'stopped') this.#recording = undefined;
        this.#state = { ...message, site };
        return;
      case 'delivery':
        this.#waiting = { bytes: message.waitingBytes, online: message.online };
        return;
      default:
        return;
    }
  }

  #running(kind: 'recording' | 'paused'): LinkState {
    const { site } = this.#options;
    const { terms, purposes } = this.#recording!;
    return { kind, site, project: terms.project, purposes };
  }
}
