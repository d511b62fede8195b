import type { TextInputPayload } from '#core/plugin-events.ts';
import type { Ms } from '#core/time.ts';
import type { InputData } from '#dom/rrweb-events.ts';
import { valueOf } from '#dom/field-kind.ts';
import { beginDraft } from './begin-draft.ts';
import { diffValues } from './diff-values.ts';
import type { Moment } from './moment.ts';
import type { Act, RecentActs } from './recent-acts.ts';
import type { TypingActs } from './typing-acts.ts';
import { fieldAt } from './typing-keys.ts';

/** A value that changes this soon after an act is what the act made of it. */
const explainsMs = 1000;
const clickFillsMs = 500;

/** Sorts changed values and text that came without keys: pasted, undone, cut, or typed. */
export class InputActs {
  readonly #acts: RecentActs;
  readonly #typing: TypingActs;
  #explained: { readonly field: number; readonly at: Ms } | undefined;

  constructor(acts: RecentActs, typing: TypingActs) {
    this.#acts = acts;
    this.#typing = typing;
  }

  /** Takes a field's new value; the page still holds the old one. */
  input(moment: Moment, data: InputData, isByHand: boolean): void {
    const explained = this.#explained;
    const isExplained = explained?.field === data.id && moment.at - explained.at <= explainsMs;
    const isPasted = this.#latestOn(data.id, moment.at)?.draft.kind === 'paste';
    const isByClick = !this.#typing.isTyping && this.#isByClick(moment, data);
    if (!isPasted && !isExplained && !isByClick) this.#typing.input(moment, data, isByHand);
  }

  textInput(moment: Moment, payload: TextInputPayload): void {
    const field = fieldAt(moment, payload.node)?.id ?? payload.node;
    const latest = this.#latestOn(field, moment.at);
    switch (payload.cause) {
      case 'paste':
        return this.#paste(moment, payload, latest);
      case 'cut':
      case 'undo':
      case 'redo':
        // The keys that did it were told already: to type the outcome would do it twice.
        if (latest?.draft.kind !== 'press' && latest?.draft.kind !== 'copy') break;
        this.#acts.extend(latest, moment.at, moment.index);
        this.#explained = { field, at: moment.at };
        return;
    }
    this.#typing.textInput(moment, payload);
  }

  #paste(moment: Moment, { node, length }: TextInputPayload, latest: Act | undefined): void {
    if (latest?.draft.kind === 'paste') {
      this.#acts.extend(latest, moment.at, moment.index);
      return;
    }
    this.#typing.close();
    const base = beginDraft(moment, node < 0 ? undefined : node);
    this.#acts.begin({ ...base, kind: 'paste', ...(length !== undefined && { length }) });
  }

  /** A field that fills right after a click elsewhere was filled by what was clicked, as by a
   * suggestion or a button that clears it. */
  #isByClick({ at, page }: Moment, { id, text, userTriggered }: InputData): boolean {
    const { latest } = this.#acts;
    const field = page.tree.get(id);
    if (latest?.draft.kind !== 'click' || field === undefined || userTriggered === true)
      return false;
    const isElsewhere = latest.draft.target?.node !== id;
    const { removed, inserted } = diffValues(valueOf(field), text);
    const isAtOnce = Math.max(removed.length, inserted.length) > 1;
    return isElsewhere && isAtOnce && at - latest.draft.endsMs <= clickFillsMs;
  }

  #latestOn(field: number, at: Ms): Act | undefined {
    const { latest } = this.#acts;
    const isOn = latest?.draft.target?.node === field;
    return isOn && at - latest.draft.startsMs <= explainsMs ? latest : undefined;
  }
}
