import type { NavigationPayload } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';
import { baseOf, beginDraft } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import { leadsWithinMs, type Draft, type RecentActs } from './recent-acts.ts';

/** A page that moves on by itself this soon after it came was a redirect. */
const redirectMs = 2000;

/** Follows addresses: a change right after an act is what that act led to, else an act of its own. */
export class PageActs {
  readonly #acts: RecentActs;
  #history: readonly string[];
  #place: number;
  #href: string;
  #arrivedAt = ms(0);
  #hasLoaded = false;
  readonly #isNewTab: boolean;

  /** `isNewTab`: the tab opened while others were recorded already. */
  constructor(
    acts: RecentActs,
    memory: PageMemory = { history: [], place: -1, href: '' },
    isNewTab = false,
  ) {
    this.#acts = acts;
    this.#isNewTab = isNewTab;
    this.#history = memory.history;
    this.#place = memory.place;
    this.#href = memory.href;
  }

  get memory(): PageMemory {
    return { history: this.#history, place: this.#place, href: this.#href };
  }

  /** A page was loaded: what follows is more than a mere checkpoint of the same page. */
  loaded(): void {
    this.#hasLoaded = true;
  }

  meta(moment: Moment, href: string, isTyping: boolean): void {
    const isReload = this.#hasLoaded && href === this.#href;
    const isSame = href === this.#href;
    this.#hasLoaded = false;
    this.#href = href;
    if (this.#place < 0) this.#begin(moment, href);
    else if (isReload) this.#arrive(moment, 'reload', href, isTyping);
    else if (!isSame) this.#arrive(moment, this.#neighbour(href) ?? 'goto', href, isTyping);
    else return;
    this.#arrivedAt = moment.at;
  }

  /** The tab was hidden and is shown again. */
  shown(moment: Moment): void {
    const draft: Draft = { ...beginDraft(moment), kind: 'tab_focus', url: this.#href };
    this.#acts.begin(draft, { canCause: false });
  }

  #begin(moment: Moment, href: string): void {
    this.#visit(href);
    if (!this.#isNewTab) return;
    const draft: Draft = { ...beginDraft(moment), page: { url: href }, kind: 'tab_new', url: href };
    this.#acts.begin(draft, { canCause: false });
  }

  navigation(moment: Moment, { cause, href }: NavigationPayload, isTyping: boolean): void {
    if (href === this.#href) return;
    this.#href = href;
    if (cause === 'replace') this.#history = this.#history.with(Math.max(0, this.#place), href);
    else {
      const kind = cause === 'pop' ? (this.#neighbour(href) ?? 'back') : 'goto';
      this.#arrive(moment, kind, href, isTyping);
    }
    this.#arrivedAt = moment.at;
  }

  #arrive(
    moment: Moment,
    kind: 'goto' | 'back' | 'forward' | 'reload',
    url: string,
    isTyping: boolean,
  ): void {
    const { latest, told } = this.#acts;
    const isCaused = latest !== undefined && moment.at - (latest.draft.endsMs - 1) <= leadsWithinMs;
    if (kind === 'back') this.#place = Math.max(0, this.#place - 1);
    else if (kind === 'forward') this.#place += 1;
    else if (kind === 'goto') this.#visit(url);
    if (isCaused && latest.draft.kind === 'type' && latest.draft.evidence === 'inferred') {
      // Where keys are not recorded, a page that follows typing is all that shows of Enter.
      const base = beginDraft(moment, latest.draft.target?.node, { evidence: 'inferred' });
      this.#acts.begin({ ...base, kind: 'submit', leadsTo: url });
    } else if (isCaused) latest.draft = ledTo(latest.draft, url);
    else if (told !== undefined && moment.at - told.endsMs <= leadsWithinMs) {
      const draft = ledTo(told, url);
      if (draft !== told) this.#acts.tellAgain(draft);
    } else if (!isTyping && !this.#isRedirect(moment))
      this.#acts.begin({ ...beginDraft(moment), kind, url });
  }

  #isRedirect({ at }: Moment): boolean {
    return this.#acts.latest === undefined && at - this.#arrivedAt < redirectMs;
  }

  #visit(href: string): void {
    this.#history = [
      ...this.#history.slice(Math.max(0, this.#place + 1 - longest), this.#place + 1),
      href,
    ];
    this.#place = this.#history.length - 1;
  }

  #neighbour(href: string): 'back' | 'forward' | undefined {
    if (this.#history[this.#place - 1] === href) return 'back';
    return this.#history[this.#place + 1] === href ? 'forward' : undefined;
  }
}

const longest = 100;

/** Where a tab has been, for going on when its next page is followed by another fold. */
export interface PageMemory {
  readonly history: readonly string[];
  readonly place: number;
  readonly href: string;
}

/** Enter that opens a page has submitted something, whatever it was pressed in. */
function ledTo(draft: Draft, url: string): Draft {
  switch (draft.kind) {
    case 'click':
    case 'dblclick':
    case 'tripleclick':
    case 'contextmenu':
    case 'submit':
      return { ...draft, leadsTo: url };
    case 'press': {
      if (draft.keys !== 'Enter' || draft.target?.tag !== 'input') return draft;
      return { ...baseOf(draft), kind: 'submit', leadsTo: url };
    }
    default:
      return draft;
  }
}
