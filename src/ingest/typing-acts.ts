import type { Evidence } from '#core/keystroke.ts';
import { modifierBits, type KeyPayload } from '#core/plugin-events.ts';
import type { Ms } from '#core/time.ts';
import { fieldKind, valueOf } from '#dom/field-kind.ts';
import { editingHost } from '#dom/find-interactive.ts';
import type { PageNode } from '#dom/page-node.ts';
import type { InputData } from '#dom/rrweb-events.ts';
import { beginDraft } from './begin-draft.ts';
import { diffValues, isMasked } from './diff-values.ts';
import type { KeyMode } from './keystroke-stream.ts';
import type { Moment } from './moment.ts';
import type { Act, Draft, RecentActs } from './recent-acts.ts';
import { TypedText } from './typed-text.ts';

/** A longer pause ends what is being typed, as an idle stretch ends everything. */
const pauseMs = 10_000;

/** A line break shows in the field's value this soon after Enter, or Enter did something else. */
const lineBreakMs = 300;

interface Typing {
  readonly act: Act;
  readonly node: number;
  readonly before: string;
  readonly typed: TypedText;
  evidence: Evidence;
  isMasked: boolean;
  final: string | undefined;
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
    if (key !== undefined && /^(Process|Dead|Unidentified)$/.test(key))
      typing.evidence = 'inferred';
    else if (key !== undefined && !typing.typed.edit(key)) typing.typed.insert(key);
    return this.#grow(moment);
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
    typing.final = data.text;
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
    const { act, final, before } = typing;
    act.isOpen = false;
    if (act.draft.kind !== 'type') return;
    act.draft.evidence = typing.evidence;
    if (typing.isMasked) {
      act.draft.masked = true;
      return;
    }
    act.draft.text =
      typing.evidence === 'exact'
        ? typing.typed.text
        : diffValues(before, final ?? before).inserted;
    if (final !== undefined) act.draft.finalValue = final;
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
      before: valueOf(field),
      typed: new TypedText(),
      evidence,
      isMasked: fieldKind(field) === 'secret',
      final: undefined,
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

/** The field keys into this node go to: itself, or the editing host around it. */
export function fieldAt({ page }: Moment, id: number): PageNode | undefined {
  const node = page.tree.get(id);
  if (node === undefined) return undefined;
  const kind = fieldKind(node);
  if (kind !== 'text' && kind !== 'secret') return undefined;
  return editingHost(node) ?? node;
}

const countLines = (text: string): number => text.split('\n').length;

/** Control or Meta held, unless with Alt, which is how AltGr types a character. */
export function hasChord(modifiers: number): boolean {
  if (modifiers & modifierBits.Meta) return true;
  return (modifiers & modifierBits.Control) !== 0 && (modifiers & modifierBits.Alt) === 0;
}

const typingClasses = new Set([
  'letter',
  'digit',
  'space',
  'symbol',
  'edit',
  'other',
  'navigation',
]);

const isTypingKey = (key: string, isMove: boolean) =>
  isMove || [...key].length === 1 || /^(Backspace|Delete|Process|Dead|Unidentified)$/.test(key);
