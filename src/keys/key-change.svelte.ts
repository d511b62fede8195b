/** One key of one command being changed: waits for a press, then settles with whoever has it. */

import { keyCaps, onApple } from '#ui/key-caps.ts';
import type { Keymap } from './keymap.svelte.ts';
import { chordsOfPress, type Press } from './press-chords.ts';
import type { KeySlot } from './remap.ts';
import { reservedFor } from './reserved-chords.ts';

export class KeyChange {
  readonly #keymap: Keymap;
  readonly #isApple: boolean;
  #slot = $state.raw<KeySlot>();
  #chord = $state<string>();
  #told = $state<{ readonly id: string; readonly sentence: string }>();

  constructor(keymap: Keymap, isApple = onApple) {
    this.#keymap = keymap;
    this.#isApple = isApple;
  }

  get slot(): KeySlot | undefined {
    return this.#slot;
  }

  /** What was pressed and belongs to another, who shall be asked about. */
  get chord(): string | undefined {
    return this.#chord;
  }

  get canSwap(): boolean {
    return !!this.#slot && !!this.#chord && this.#keymap.canSwap(this.#slot, this.#chord);
  }

  /** What there is to know about the last press, at the command it was meant for. */
  toldOf(id: string): string | undefined {
    return this.#told?.id === id ? this.#told.sentence : undefined;
  }

  begin(slot: KeySlot): void {
    this.#slot = slot;
    this.#chord = undefined;
    this.#told = undefined;
  }

  press(press: Press): void {
    const [chord] = chordsOfPress(press, this.#isApple);
    if (chord === undefined || this.#slot === undefined) return;
    if (chord === 'escape') return this.leave();
    const reserved = reservedFor(chord, this.#isApple);
    if (reserved?.kind === 'refused') return this.#tell(reserved.sentence);
    const rivals = this.#keymap.rivalsOf(this.#slot, chord);
    if (rivals.length === 0)
      return this.#finish(() => this.#keymap.takeOver(this.#slot!, chord), chord);
    this.#chord = chord;
    const names = rivals.map(({ command }) => `“${command.title}”`).join(' and ');
    this.#tell(`${keyCaps(chord, this.#isApple)} is for ${names}.`);
  }

  takeOver(): void {
    const chord = this.#chord;
    if (chord) this.#finish(() => this.#keymap.takeOver(this.#slot!, chord), chord);
  }

  swap(): void {
    const chord = this.#chord;
    if (chord) this.#finish(() => this.#keymap.swap(this.#slot!, chord), chord);
  }

  drop(): void {
    if (this.#slot) this.#finish(() => this.#keymap.drop(this.#slot!));
  }

  leave(): void {
    this.#slot = undefined;
    this.#chord = undefined;
    this.#told = undefined;
  }

  #finish(change: () => void, chord?: string): void {
    const id = this.#slot?.command.id ?? '';
    change();
    this.leave();
    const sentence = chord && reservedFor(chord, this.#isApple)?.sentence;
    if (sentence) this.#told = { id, sentence };
  }

  #tell(sentence: string): void {
    if (this.#slot) this.#told = { id: this.#slot.command.id, sentence };
  }
}
