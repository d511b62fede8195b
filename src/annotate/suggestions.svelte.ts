/** What a machine suggests and the annotation does not hold yet: which one is meant, and taking it
 * over, whole or edge by edge. Nothing here changes the annotation by itself. */

import type { Edge } from '#core/edge-room.ts';
import type { Intent } from '#core/label-set.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import type { Suggestion } from '#core/suggestion.ts';
import type { EdgeOrigin, Task } from '#core/task.ts';
import type { TaskId } from '#core/ids.ts';
import { contains, type Span } from '#core/time.ts';
import { unreachable } from '#core/unreachable.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { acceptAll, acceptSuggestion, freePartOf, takeEdge } from '#draft/suggestion-edits.ts';
import type { SuggestCommandId } from '#keys/suggest-commands.ts';
import type { Playhead } from '#replay/playhead.svelte.ts';
import type { SuggestedLane } from '#timeline/suggested-lane.ts';
import type { Dismissals } from './dismissals.ts';
import { scoreWords } from './score-words.ts';

/** A suggestion as far as it is free to be taken. */
export interface OpenSuggestion {
  readonly suggestion: Suggestion;
  readonly span: Span;
}

export interface SuggestionsOptions {
  readonly draft: AnnotationDraft;
  readonly playhead: Playhead;
  readonly intents: readonly Intent[];
  readonly found: () => readonly Suggestion[];
  /** Remembered for this annotation. */
  readonly dismissals: Dismissals;
  /** Shows what a model would be asked. */
  readonly askModel: () => void;
  /** How the start of the open task came to stand where it does. */
  readonly mark: { readonly markOrigin: EdgeOrigin; noteMark(origin: EdgeOrigin): void };
  /** The chosen task. */
  readonly task: () => Task | undefined;
  readonly choose: (id: TaskId | undefined) => void;
  readonly orTell: <T>(outcome: OutcomeOf<T>) => T | undefined;
  readonly tell: (sentence: string, undo?: () => void) => void;
}

export class Suggestions {
  readonly #on: SuggestionsOptions;
  #dismissed = $state.raw<readonly string[]>([]);
  #chosenId = $state.raw<string | undefined>(undefined);
  #walking = $state(false);
  readonly #open = $derived.by(() => this.#findOpen());
  readonly #current = $derived.by(() => this.#findCurrent());
  readonly #lane = $derived.by(() => this.#draw());

  constructor(options: SuggestionsOptions) {
    this.#on = options;
    this.#dismissed = options.dismissals.read();
  }

  /** In order of start, without what is labeled already and what was dismissed. */
  get open(): readonly OpenSuggestion[] {
    return this.#open;
  }

  /** The one that is meant: chosen, else at the playhead, else the next. */
  get current(): OpenSuggestion | undefined {
    return this.#current;
  }

  /** Whether a person is going through them. */
  get walking(): boolean {
    return this.#walking && this.#open.some(({ suggestion }) => suggestion.id === this.#chosenId);
  }

  /** Something else is gone through now. */
  rest(): void {
    this.#chosenId = undefined;
    this.#walking = false;
  }

  get editable(): boolean {
    return this.#on.draft.editable;
  }

  /** What the timeline shows of them. */
  get lane(): SuggestedLane {
    return this.#lane;
  }

  /** How many of those found were dismissed. */
  get dismissed(): number {
    return this.#on.found().filter(({ id }) => this.#dismissed.includes(id)).length;
  }

  run(id: SuggestCommandId): void {
    switch (id) {
      case 'next suggestion':
        return this.#step(1);
      case 'previous suggestion':
        return this.#step(-1);
      case 'accept':
        return this.accept();
      case 'take start':
        return this.takeEdge('start');
      case 'take end':
        return this.takeEdge('end');
      case 'dismiss':
        return this.dismiss();
      case 'ask model':
        return this.#on.askModel();
      case 'accept all':
        return this.acceptAll();
      default:
        return unreachable(id);
    }
  }

  /** Turns to one, and shows the page as it stood where it starts. */
  choose(id: string): void {
    const found = this.#open.find(({ suggestion }) => suggestion.id === id);
    if (!found) return;
    this.#chosenId = id;
    this.#walking = true;
    this.#on.playhead.seek(found.span.startsMs);
  }

  /** The task that comes of it is turned to; the next suggestion waits. */
  accept(): void {
    const { draft, orTell, choose } = this.#on;
    const at = this.#placeOf(this.current?.suggestion.id);
    const open = this.#open[at];
    if (!open) return;
    const next = this.#open[at + 1]?.suggestion.id;
    const plan = draft.act((ground) => acceptSuggestion(ground, open.suggestion, this.#findIntent));
    const made = orTell(plan);
    if (made === undefined) return;
    this.#chosenId = next;
    this.#walking = false;
    choose(made);
  }

  /** Everything that is suggested still, as one step. */
  acceptAll(): void {
    const { draft, orTell, choose, tell } = this.#on;
    const all = this.#open.map(({ suggestion }) => suggestion);
    const before = draft.tasks.length;
    const last = orTell(draft.act((ground) => acceptAll(ground, all, this.#findIntent)));
    const made = draft.tasks.length - before;
    if (made === 0) return;
    choose(last);
    const left = draft.tasks;
    tell(made === 1 ? '1 suggestion accepted.' : `${made} suggestions accepted.`, () => {
      if (draft.tasks === left) draft.undo();
      else tell('Other edits came after it. Undo those first.');
    });
  }

  /** For the chosen task; without one, for the task that is being marked. */
  takeEdge(edge: Edge): void {
    const { draft, orTell, choose, mark } = this.#on;
    const { current } = this;
    if (!current) return;
    const chosen =
      draft.marking === undefined ? this.#taskFor(current.suggestion, edge) : undefined;
    const startOrigin = mark.markOrigin;
    const done = draft.act((ground) =>
      takeEdge(ground, current.suggestion, edge, { task: chosen, startOrigin }),
    );
    choose(orTell(done));
    if (done.ok && edge === 'start' && !chosen) mark.noteMark('suggestion');
  }

  /** The chosen task, unless the edge lies past its other one: then it is for another. */
  #taskFor({ startsMs, endsMs }: Span, edge: Edge): Task | undefined {
    const task = this.#on.task();
    const isFor = task && (edge === 'start' ? startsMs < task.endsMs : endsMs > task.startsMs);
    return isFor ? task : undefined;
  }

  dismiss(): void {
    const at = this.#placeOf(this.current?.suggestion.id);
    const open = this.#open[at];
    if (!open) return;
    const { id } = open.suggestion;
    this.#chosenId = this.#open[at + 1]?.suggestion.id;
    this.#setDismissed([...this.#dismissed, id]);
    this.#on.tell('Suggestion dismissed.', () => {
      this.#setDismissed(this.#dismissed.filter((each) => each !== id));
      this.#chosenId = id;
    });
  }

  bringBack(): void {
    this.#setDismissed([]);
  }

  readonly #findIntent = (slug: string) =>
    this.#on.intents.find((intent) => intent.slug === slug)?.id;

  #setDismissed(ids: readonly string[]): void {
    this.#dismissed = ids;
    this.#on.dismissals.write(ids);
  }

  #placeOf(id: string | undefined): number {
    return this.#open.findIndex(({ suggestion }) => suggestion.id === id);
  }

  #step(by: 1 | -1): void {
    const { playhead } = this.#on;
    const at = this.#placeOf(this.#chosenId);
    const next =
      at >= 0
        ? this.#open[at + by]
        : by > 0
          ? (this.#open.find(({ span }) => span.endsMs > playhead.at) ?? this.#open[0])
          : (this.#open.findLast(({ span }) => span.startsMs < playhead.at) ?? this.#open.at(-1));
    if (next) this.choose(next.suggestion.id);
    else this.#on.tell(by > 0 ? 'This is the last suggestion.' : 'This is the first suggestion.');
  }

  #findOpen(): readonly OpenSuggestion[] {
    const { draft, found } = this.#on;
    if (!draft.editable) return [];
    const { tasks, notWork } = draft.content;
    return found()
      .filter(({ id }) => !this.#dismissed.includes(id))
      .flatMap((suggestion) => {
        const span = freePartOf({ tasks, notWork }, suggestion);
        return span ? [{ suggestion, span }] : [];
      })
      .sort((a, b) => a.span.startsMs - b.span.startsMs);
  }

  #draw(): SuggestedLane {
    return {
      suggestions: this.#open.map(({ suggestion: { id, instruction, score }, span }) => ({
        ...span,
        id,
        title: instruction || 'a task',
        likely: scoreWords(score),
      })),
      currentId: this.#current?.suggestion.id,
      choose: (id) => this.choose(id),
    };
  }

  #findCurrent(): OpenSuggestion | undefined {
    const chosen = this.#open.find(({ suggestion }) => suggestion.id === this.#chosenId);
    if (chosen) return chosen;
    const { at } = this.#on.playhead;
    return (
      this.#open.find(({ span }) => contains(span, at)) ??
      this.#open.find(({ span }) => span.startsMs >= at) ??
      this.#open[0]
    );
  }
}
