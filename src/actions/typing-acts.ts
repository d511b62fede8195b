import type { Evidence } from '#core/keystroke.ts';
import type { KeyPayload, TextInputPayload } from '#core/plugin-events.ts';
import type { Ms } from '#core/time.ts';
import { fieldKind, valueOf } from '#dom/field-kind.ts';
import type { PageNode } from '#dom/page-node.ts';
import type { InputData } from '#dom/rrweb-events.ts';
import { beginDraft } from './begin-draft.ts';
import { isMasked } from './diff-values.ts';
import type { KeyMode } from './keystroke-stream.ts';
import type { Moment } from './moment.ts';
import type { Act, Draft, RecentActs } from './recent-acts.ts';
import { TypedText } from './typed-text.ts';
import { TypedValue } from './typed-value.ts';
import { countLines, fieldAt, hasChord, isTypingKey, typingClasses } from './typing-keys.ts';

/** A longer pause ends what is being typed, as an idle stretch ends everything. */
const pauseMs = 10_000;

/** A line break shows in the field's value this soon after Enter, or Enter did something else. */
const lineBreakMs = 300;

interface Typing {
  readonly act: Act;
  readonly node: number;
  readonly typed: TypedText;
  readonly value: TypedValue;
  evidence: Evidence;
  /** Something came in that keys don't tell: the field's value does. */
  isByValue: boolean;
  isMasked: boolean;
  isValueTold: boolean;
  lastAt: Ms;
}

/** Joins keys and values of one field into one `type`. */
export class TypingActs {
  readonly #acts: RecentActs;
  readonly #mode: KeyMode;
  #typing: Typing | undefined;
  #enter: { moment: Moment; field: PageNode; press: Draft } | undefined;

  constructor(acts: RecentActs, mode: KeyMode) {
    this.#acts = acts;
    this.#mode = mode;
  }

  get isTyping(): boolean {
    return this.#typing !== undefined;
  }

  /** Takes a key that types or edits in a field; false when it does neither. */
  key(moment: Moment, payload: KeyPayload): boolean {
    this.#resolveEnter(false);
    const field = fieldAt(moment, payload.node);
    if (field === undefined) return false;
    const { key, modifiers } = payload;
    const isChord = hasChord(modifiers);
    if (isChord && key?.toLowerCase() === 'a' && this.#typing?.node === field.id) {
      this.#typing.typed.selectAll();
      return this.#grow(moment);
    }
    if (isChord) return false;
    const isMove = /^(Arrow(Left|Right)|Home|End)$/.test(key ?? '');
    if (isMove && this.#typing?.node !== field.id) return false;
    if (key === undefined ? !typingClasses.has(payload.class) : !isTypingKey(key, isMove))
      return false;
    const typing = this.#open(moment, field, 'exact');
    if (payload.fidelity === 'class') typing.isMasked = true;
    if (payload.composing === true) return this.#grow(moment);
    if (key !== undefined && /^(Process|Dead|Unidentified)$/.test(key))
      typing.evidence = 'inferred';
    else if (key !== undefined && !typing.typed.edit(key)) typing.typed.insert(key);
    return this.#grow(moment);
  }

  /** Takes text that came into a field without keys. */
  textInput(moment: Moment, { node, cause, fidelity, text }: TextInputPayload): void {
    this.#resolveEnter(false);
    const field = fieldAt(moment, node);
    if (field === undefined) return;
    const typing = this.#open(moment, field, 'exact');
    if (fidelity === 'class') typing.isMasked = true;
    if (cause === 'composition' && text !== undefined)
      for (const character of text) typing.typed.insert(character);
    else typing.isByValue = true;
    this.#grow(moment);
  }

  /** Enter in a field of many lines: a line break, or, where the page takes it, a press. */
  enter(moment: Moment, field: PageNode): void {
    this.#resolveEnter(false);
    const press: Draft = { ...beginDraft(moment, field.id), kind: 'press', keys: 'Enter' };
    this.#enter = { moment, field, press };
    if (field.tag !== 'textarea') this.#resolveEnter(true);
  }

  /** Takes a field's new value; the page still holds the old one. */
  input(moment: Moment, data: InputData, isByHand: boolean): void {
    const field = fieldAt(moment, data.id);
    if (field === undefined || valueOf(field) === data.text) return;
    if (this.#enter?.field === field)
      this.#resolveEnter(countLines(data.text) > countLines(valueOf(field)));
    if (this.#typing?.node !== field.id) {
      const isTold = this.#mode === 'inferred' || data.userTriggered === true;
      if (!isByHand || !isTold) return;
      this.#open(moment, field, 'inferred');
    }
    const typing = this.#typing as Typing;
    typing.value.become(data.text);
    typing.isValueTold = true;
    if (isMasked(data.text) || fieldKind(field) === 'secret') typing.isMasked = true;
    this.#grow(moment);
  }

  tick(now: Ms): void {
    if (this.#enter !== undefined && now - this.#enter.moment.at > lineBreakMs)
      this.#resolveEnter(false);
    if (this.#typing !== undefined && now - this.#typing.lastAt > pauseMs) this.close();
  }

  close(): void {
    this.#resolveEnter(false);
    const typing = this.#typing;
    if (typing === undefined) return;
    this.#typing = undefined;
    const { act, typed, value, isValueTold } = typing;
    act.isOpen = false;
    if (act.draft.kind !== 'type') return;
    const isByValue = typing.isByValue && isValueTold;
    act.draft.evidence = isByValue ? 'inferred' : typing.evidence;
    if (typing.isMasked) {
      act.draft.masked = true;
      return;
    }
    // Without keys a value that goes at once shows that the page took it, as a sent message.
    const told =
      act.draft.evidence === 'exact' ? { text: typed.text, value: value.value } : value.written;
    act.draft.text = told.text;
    if (isValueTold) act.draft.finalValue = told.value;
  }

  #resolveEnter(isLineBreak: boolean): void {
    const enter = this.#enter;
    if (enter === undefined) return;
    this.#enter = undefined;
    if (isLineBreak) {
      this.#open(enter.moment, enter.field, 'exact').typed.insert('\n');
      this.#grow(enter.moment);
    } else {
      this.close();
      this.#acts.begin(enter.press);
    }
  }

  #open(moment: Moment, field: PageNode, evidence: Evidence): Typing {
    if (this.#typing?.node === field.id) return this.#typing;
    this.close();
    const act = this.#acts.begin(
      { ...beginDraft(moment, field.id, { evidence }), kind: 'type' },
      { isOpen: true },
    );
    this.#typing = {
      act,
      node: field.id,
      typed: new TypedText(),
      value: new TypedValue(valueOf(field)),
      evidence,
      isByValue: false,
      isMasked: fieldKind(field) === 'secret',
      isValueTold: false,
      lastAt: moment.at,
    };
    return this.#typing;
  }

  #grow({ at, index }: Moment): true {
    if (this.#typing !== undefined) {
      this.#acts.extend(this.#typing.act, at, index);
      this.#typing.lastAt = at;
    }
    return true;
  }
}
