/** The history on the screen: whether it is open, how much of it shows, and where each edit was made. */

import type { LogTail } from '#core/log-entry.ts';
import type { LogStep } from '#core/replay-log.ts';
import type { AnnotationDraft } from '#draft/annotation-draft.svelte.ts';
import { historyLines, type HistoryLine } from '#draft/history-lines.ts';
import type { IntentTitle } from '#core/describe-edit.ts';

interface LogRead extends LogTail {
  readonly madeIn: readonly (string | undefined)[];
}

interface HistoryWiring {
  readonly draft: AnnotationDraft;
  readonly titleOf: IntentTitle;
  /** Names this window. */
  readonly window: string;
  /** Reads entries before a number. */
  readonly read: (before: number) => Promise<LogRead>;
  /** Turns to what is shown now. */
  readonly choose: (task: ReturnType<AnnotationDraft['undo']>) => void;
}

const pageLength = 100;

export class EditHistory {
  readonly #on: HistoryWiring;
  #isOpen = $state(false);
  #most = $state(pageLength);
  /** The window each entry was made in, by its number. */
  #madeIn = $state.raw<Readonly<Record<number, string>>>({});
  #opener: Element | null = null;
  readonly #lines = $derived.by(() => (this.#isOpen ? this.#read() : []));

  constructor(wiring: HistoryWiring) {
    this.#on = wiring;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get lines(): readonly HistoryLine[] {
    return this.#lines;
  }

  /** Whether there is anything before what shows. */
  get hasEarlier(): boolean {
    const { log } = this.#on.draft.log;
    return this.#lines.length === this.#most || log.from > 0;
  }

  /** Where the log begins, when all of it shows: as the session was opened first. */
  get start(): LogStep | undefined {
    if (this.hasEarlier) return undefined;
    let step = this.#on.draft.log.replayed.stands;
    while (step.below) step = step.below;
    return step;
  }

  get isAtStart(): boolean {
    return this.#on.draft.log.replayed.stands.below === undefined;
  }

  get canGo(): boolean {
    return this.#on.draft.editable;
  }

  isElsewhere({ number }: HistoryLine): boolean {
    const madeIn = this.#madeIn[number];
    return madeIn !== undefined && madeIn !== this.#on.window;
  }

  open(): void {
    if (this.#isOpen) return;
    this.#opener = document.activeElement;
    this.#isOpen = true;
    this.#most = pageLength;
    void this.#ask(this.#on.draft.stored);
  }

  close(): void {
    this.#isOpen = false;
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
  }

  toggle(): void {
    if (this.#isOpen) this.close();
    else this.open();
  }

  goTo(step: LogStep): void {
    this.#on.choose(this.#on.draft.goTo(step));
  }

  async showEarlier(): Promise<void> {
    const { log } = this.#on.draft.log;
    if (log.entries.length <= this.#most && log.from > 0)
      this.#on.draft.extendLog(await this.#ask(log.from));
    this.#most += pageLength;
  }

  async #ask(before: number): Promise<LogTail> {
    try {
      const { from, entries, madeIn } = await this.#on.read(before);
      const known = madeIn.flatMap((window, i): [number, string][] =>
        window === undefined ? [] : [[from + i, window]],
      );
      this.#madeIn = { ...this.#madeIn, ...Object.fromEntries(known) };
      return { from, entries };
    } catch {
      // Where edits were made is told once it is known.
      return { from: before, entries: [] };
    }
  }

  #read(): readonly HistoryLine[] {
    const { draft, titleOf } = this.#on;
    const { log, replayed } = draft.log;
    return historyLines({ log, replayed, content: draft.content, titleOf }, this.#most);
  }
}
