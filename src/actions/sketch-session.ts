import { type KeyPayload, type NavigationPayload } from '#core/plugin-events.ts';
import { clipboardPlugin, keystrokesPlugin, navigationPlugin } from '#core/plugin-events.ts';
import { eventType, incrementalSource, mouseInteraction } from '#dom/rrweb-events.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { diffValues } from './diff-values.ts';
import { sketchKey } from './sketch-key.ts';
import { sketchedPage, type SketchedPage } from './sketched-page.ts';

export interface SketchOptions {
  /** Epoch time of 0 in the sketch. */
  readonly startedAt?: number;
  /** `none` leaves out the keystroke plugin, as a stock rrweb recording would. */
  readonly keys?: 'plugin' | 'none';
}

/** A Tuesday in 2023: any time will do, as long as it is always the same. */
export const sketchStart = 1_700_000_000_000;
const origin = 'https://desk.test';
const holdMs = 40;

/**
 * Draws a whole valid recording as text: words `what@ms`, each at its time from the start.
 *
 *   h@0 Backspace@480 Control+k@900 Space@950   keys, typed into the focused field (`q` at first)
 *   click:save@1200 dblclick:save@… contextmenu:save@…
 *   focus:notes@1300 check:agree@1400 uncheck:agree@… select:large@1500
 *   scroll:400@2000 copy:3@… paste:hello@2100
 *   go:/orders@3000 (a page load)  push:/x@… replace:/x@… back:/@… (without one)
 *   end@9000 (nothing more until then)
 *
 * The page has the fields `q`, `notes`, `secret`, `agree` and `size`, the button `save` and a `link`.
 */
export function sketchSession(sketch: string, options: SketchOptions = {}): RecordedEvent[] {
  const startedAt = options.startedAt ?? sketchStart;
  const words = sketch.trim() === '' ? [] : sketch.trim().split(/\s+/);
  const session = new Sketch(startedAt, options.keys !== 'none');
  session.load('/', 0);
  for (const word of words) {
    const split = word.lastIndexOf('@');
    const at = Number(word.slice(split + 1));
    if (split < 1 || !Number.isFinite(at)) throw new Error(`not a word of a sketch: ${word}`);
    session.draw(word.slice(0, split), at);
  }
  return session.events.sort((a, b) => a.timestamp - b.timestamp);
}

class Sketch {
  readonly events: RecordedEvent[] = [];
  readonly #startedAt: number;
  readonly #hasKeys: boolean;
  #page: SketchedPage = sketchedPage('');
  #focus = 'q';
  #values = new Map<string, string>();

  constructor(startedAt: number, hasKeys: boolean) {
    this.#startedAt = startedAt;
    this.#hasKeys = hasKeys;
  }

  load(path: string, at: number): void {
    const href = origin + path;
    this.#page = sketchedPage(path);
    this.#focus = 'q';
    this.#values = new Map();
    this.#emit(eventType.meta, at, { href, width: 1280, height: 720 });
    this.#emit(eventType.fullSnapshot, at, {
      node: this.#page.document,
      initialOffset: { top: 0, left: 0 },
    });
  }

  draw(what: string, at: number): void {
    const [verb = '', ...rest] = what.split(':');
    const object = rest.join(':');
    if (object === '' && verb !== 'end') return this.#key(what, at);
    switch (verb) {
      case 'click':
        return this.#click(object, at);
      case 'dblclick':
        this.#click(object, at - 150);
        this.#click(object, at);
        return this.#point('dblClick', object, at);
      case 'contextmenu':
        this.#point('mouseDown', object, at - 10);
        return this.#point('contextMenu', object, at);
      case 'focus':
        return this.#focusOn(object, at);
      case 'check':
      case 'uncheck':
        return this.#input(object, 'on', at, verb === 'check');
      case 'select':
        return this.#input('size', object, at);
      case 'scroll':
        return this.#change(incrementalSource.scroll, at, { id: 1, x: 0, y: Number(object) });
      case 'copy':
        return this.#clip('copy', Number(object), at);
      case 'paste':
        this.#clip('paste', object.length, at);
        return this.#input(this.#focus, (this.#values.get(this.#focus) ?? '') + object, at + 1);
      case 'go':
        return this.load(object, at);
      case 'push':
      case 'replace':
      case 'back':
        return this.#navigate(verb === 'back' ? 'pop' : verb, object, at);
      case 'end':
        return this.#emit(eventType.custom, at, { tag: 'end', payload: {} });
      default:
        throw new Error(`not a word of a sketch: ${what}`);
    }
  }

  #key(what: string, at: number): void {
    const { payload, apply } = sketchKey(what, this.#page.idOf(this.#focus));
    const isSecret = this.#focus === 'secret';
    if (this.#hasKeys)
      for (const [phase, when] of [
        ['down', at],
        ['up', at + holdMs],
      ] as const)
        this.#plugin(keystrokesPlugin, when, { ...(isSecret ? veil(payload) : payload), phase });
    const before = this.#values.get(this.#focus) ?? '';
    const after = apply(before, this.#focus === 'notes');
    const { removed, inserted } = diffValues(before, after);
    if (removed + inserted !== '') this.#input(this.#focus, after, at + 1);
  }

  #click(name: string, at: number): void {
    this.#point('mouseDown', name, at - 10);
    if (this.#page.isField(name)) this.#focusOn(name, at - 9);
    this.#point('mouseUp', name, at - 1);
    this.#point('click', name, at);
  }

  #focusOn(name: string, at: number): void {
    if (name === this.#focus) return;
    this.#touch('blur', this.#focus, at);
    this.#touch('focus', name, at);
    this.#focus = name;
  }

  #point(kind: keyof typeof mouseInteraction, name: string, at: number): void {
    this.#touch(kind, name, at, { x: 100, y: 20 * this.#page.idOf(name) });
  }

  #touch(kind: keyof typeof mouseInteraction, name: string, at: number, point = {}): void {
    const id = this.#page.idOf(name);
    const data = { type: mouseInteraction[kind], id, ...point };
    this.#change(incrementalSource.mouseInteraction, at, data);
  }

  #input(name: string, value: string, at: number, isChecked = false): void {
    this.#values.set(name, value);
    const text = name === 'secret' ? '*'.repeat(value.length) : value;
    const told = this.#hasKeys ? { userTriggered: true } : {};
    const data = { id: this.#page.idOf(name), text, isChecked, ...told };
    this.#change(incrementalSource.input, at, data);
  }

  #clip(act: 'copy' | 'paste', length: number, at: number): void {
    this.#plugin(clipboardPlugin, at, { act, node: this.#page.idOf(this.#focus), length });
  }

  #navigate(cause: NavigationPayload['cause'], path: string, at: number): void {
    this.#plugin(navigationPlugin, at, { cause, href: origin + path, title: 'Desk' });
  }

  #change(source: number, at: number, data: object): void {
    this.#emit(eventType.incremental, at, { source, ...data });
  }

  #plugin(plugin: string, at: number, payload: object): void {
    this.#emit(eventType.plugin, at, { plugin, payload });
  }

  #emit(type: number, at: number, data: object): void {
    this.events.push({ type, data, timestamp: this.#startedAt + Math.max(0, at) });
  }
}

function veil({ node, class: itsClass, modifiers }: Omit<KeyPayload, 'phase'>) {
  return { node, fidelity: 'class' as const, class: itsClass, modifiers };
}
