import { modifierBits, type ClipboardPayload, type KeyPayload } from '#core/plugin-events.ts';
import { ms } from '#core/time.ts';
import type { PageNode } from '#dom/page-node.ts';
import { inputType } from '#dom/role-of.ts';
import { beginDraft } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import type { Draft, RecentActs } from './recent-acts.ts';
import type { TypingActs } from './typing-acts.ts';
import { fieldAt, hasChord } from './typing-keys.ts';

/** A clipboard act this soon after its shortcut is that shortcut. */
const clipboardMs = 500;

/** Makes presses, submits, copies and pastes of keys that type nothing. */
export class KeyActs {
  readonly #acts: RecentActs;
  readonly #typing: TypingActs;
  #held = 0;

  constructor(acts: RecentActs, typing: TypingActs) {
    this.#acts = acts;
    this.#typing = typing;
  }

  /** Modifiers held now. */
  get held(): number {
    return this.#held;
  }

  push(moment: Moment, payload: KeyPayload): void {
    this.#held = payload.modifiers;
    if (payload.phase === 'up' || payload.class === 'modifier') return;
    if (this.#typing.key(moment, payload)) return;
    const isEnter = payload.key === 'Enter' || payload.class === 'enter';
    const field = isEnter ? fieldAt(moment, payload.node) : undefined;
    if (field !== undefined && field.tag !== 'input' && !hasChord(payload.modifiers)) {
      this.#typing.enter(moment, field);
      return;
    }
    if (payload.repeat === true && this.#repeats(moment, payload)) return;
    const keys = nameKeys(payload);
    if (keys === undefined) return;
    this.#typing.close();
    const base = beginDraft(moment, payload.node < 0 ? undefined : payload.node);
    const submits = keys === 'Enter' && field !== undefined && isSubmittedByEnter(field);
    this.#acts.begin(submits ? { ...base, kind: 'submit' } : { ...base, kind: 'press', keys });
  }

  clipboard(moment: Moment, payload: ClipboardPayload): void {
    const { latest } = this.#acts;
    const isShortcut =
      latest?.draft.kind === 'press' &&
      /\+[cvx]$|Insert$/i.test(latest.draft.keys) &&
      moment.at - latest.draft.startsMs <= clipboardMs;
    this.#typing.close();
    const base = beginDraft(moment, payload.node < 0 ? undefined : payload.node);
    const draft: Draft = {
      ...base,
      kind: payload.act === 'paste' ? 'paste' : 'copy',
      length: payload.length,
    };
    if (latest !== undefined && isShortcut) {
      draft.startsMs = latest.draft.startsMs;
      draft.events = [latest.draft.events[0], moment.index];
      draft.endsMs = ms(moment.at + 1);
      this.#acts.remove(latest);
    }
    this.#acts.begin(draft);
  }

  #repeats(moment: Moment, payload: KeyPayload): boolean {
    const { latest } = this.#acts;
    if (latest?.draft.kind !== 'press' || latest.draft.keys !== nameKeys(payload)) return false;
    this.#acts.extend(latest, moment.at, moment.index);
    return true;
  }
}

/** Enter in a line of a form submits it, unless it picks from a list of suggestions. */
function isSubmittedByEnter(field: PageNode): boolean {
  if (inputType(field) === '' || field.attributes.get('role') === 'combobox') return false;
  if (field.attributes.has('aria-autocomplete') || field.attributes.has('list')) return false;
  let at: PageNode | undefined = field;
  while (at !== undefined && at.tag !== 'form') at = at.parent;
  return at !== undefined;
}

const namedClasses: Readonly<Record<string, string>> = {
  enter: 'Enter',
  tab: 'Tab',
  escape: 'Escape',
  space: 'Space',
};

/** `Control+Shift+K`; undefined when the recording does not say which key it was. */
function nameKeys({ key, class: itsClass, modifiers }: KeyPayload): string | undefined {
  const name = key === ' ' ? 'Space' : (key ?? namedClasses[itsClass]);
  if (name === undefined) return undefined;
  const isCharacter = [...name].length === 1;
  const held = (['Control', 'Alt', 'Meta', 'Shift'] as const).filter(
    (each) =>
      (modifiers & modifierBits[each]) !== 0 &&
      // Shift is already in the character it makes.
      !(each === 'Shift' && isCharacter && !hasChord(modifiers)),
  );
  return [...held, name].join('+');
}
