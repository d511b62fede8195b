import type { Keystroke } from '#core/keystroke.ts';
import { keystrokesPlugin, type KeyPayload } from '#core/plugin-events.ts';
import { ms, type Ms } from '#core/time.ts';
import { fieldKind, valueOf } from '#dom/field-kind.ts';
import { asKnown, eventType, incrementalSource, type InputData } from '#dom/rrweb-events.ts';
import { FocusWatch } from './focus-watch.ts';
import { inferKeystrokes } from './infer-keystrokes.ts';
import type { Moment } from './moment.ts';

export type KeyMode = 'exact' | 'inferred';

/** A key whose release is not seen by then has no hold time. */
const longestHoldMs = 5000;

interface Pending {
  keystroke: Keystroke;
  isDown: boolean;
}

/** Turns events into keystrokes as they pass: from the recorder's plugin, or else from field values. */
export class KeystrokeStream {
  readonly #mode: KeyMode;
  readonly #focus = new FocusWatch();
  #pending: Pending[] = [];
  #settled: Keystroke[] = [];
  count = 0;

  constructor(mode: KeyMode) {
    this.#mode = mode;
  }

  /** No keystroke before this time will still come. */
  get settledUntil(): Ms | undefined {
    return this.#pending[0]?.keystroke.atMs;
  }

  take(): Keystroke[] {
    return this.#settled.splice(0);
  }

  push(moment: Moment): void {
    this.#focus.push(moment.event);
    const known = asKnown(moment.event);
    if (known.type === eventType.plugin && known.data.plugin === keystrokesPlugin) {
      if (this.#mode === 'exact') this.#key(moment.at, known.data.payload as KeyPayload);
    } else if (known.type === eventType.incremental && this.#mode === 'inferred')
      if (known.data.source === incrementalSource.input) this.#input(moment, known.data);
    this.#settle(moment.at);
  }

  finish(): void {
    this.#settle(Number.POSITIVE_INFINITY);
  }

  #key(at: Ms, payload: KeyPayload): void {
    const { phase, repeat, ...facts } = payload;
    if (phase === 'down') {
      this.#add({ atMs: at, ...pick(facts), evidence: 'exact' }, repeat !== true);
      return;
    }
    const down = this.#pending.find(
      ({ isDown, keystroke }) =>
        isDown && keystroke.class === facts.class && keystroke.key === facts.key,
    );
    if (down === undefined) return;
    down.isDown = false;
    down.keystroke = { ...down.keystroke, holdMs: ms(at - down.keystroke.atMs) };
  }

  #input({ at, page }: Moment, data: InputData): void {
    const node = page.tree.get(data.id);
    const kind = node && fieldKind(node);
    if (node === undefined || (kind !== 'text' && kind !== 'secret')) return;
    if (!this.#focus.allows(data)) return;
    const where = { atMs: at, node: data.id, secret: kind === 'secret' };
    for (const keystroke of inferKeystrokes(valueOf(node), data.text, where))
      this.#add(keystroke, false);
  }

  #add(keystroke: Keystroke, isDown: boolean): void {
    this.#pending.push({ keystroke, isDown });
    this.count += 1;
  }

  #settle(now: number): void {
    let ready = 0;
    for (const { keystroke, isDown } of this.#pending) {
      if (isDown && now - keystroke.atMs <= longestHoldMs) break;
      ready += 1;
    }
    for (const { keystroke } of this.#pending.splice(0, ready)) this.#settled.push(keystroke);
  }
}

/** Only the fields a keystroke has: a payload from a file may carry more. */
function pick(payload: Omit<KeyPayload, 'phase'>) {
  const { fidelity, key, class: itsClass, modifiers, node, composing } = payload;
  const isTold = fidelity === 'text' && key !== undefined;
  return {
    fidelity,
    ...(isTold && { key }),
    class: itsClass,
    modifiers,
    node,
    ...(composing === true && { composing }),
  };
}
