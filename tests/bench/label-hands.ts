/** A person's hands: keys and pointer at a person's pace, with a count of what they cost.
 *
 * Times are those of the Keystroke-Level Model (Card, Moran and Newell, “The Keystroke-Level Model for
 * User Performance Time with Interactive Systems”, CACM 23:7, 1980): a key of an average skilled typist
 * 0.2 s, pointing 1.1 s, pressing or letting go of a button 0.1 s, the hand from keyboard to mouse or
 * back 0.4 s. The thought before an act is left out, being the same by either hand. */
import type { Locator, Page } from 'playwright';

const keyMs = 200;
const pointMs = 1100;
const buttonMs = 100;
const homeMs = 400;

interface Place {
  readonly x: number;
  readonly y: number;
}

export class Hands {
  readonly #page: Page;
  #at: 'keyboard' | 'mouse' = 'keyboard';
  #tookMs = 0;
  #presses = 0;
  #pointed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Keys pressed; a letter that is typed is one, a chord is one. */
  get presses(): number {
    return this.#presses;
  }

  /** Clicks and drags. */
  get pointed(): number {
    return this.#pointed;
  }

  /** What the acts take by the model, in seconds. */
  get seconds(): number {
    return this.#tookMs / 1000;
  }

  async press(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      await this.#take('keyboard', keyMs);
      this.#presses += 1;
      await this.#page.keyboard.press(chord);
    }
  }

  async type(text: string): Promise<void> {
    await this.#take('keyboard', keyMs * text.length);
    this.#presses += text.length;
    await this.#page.keyboard.type(text);
  }

  async click(target: Locator): Promise<void> {
    await this.#take('mouse', pointMs + 2 * buttonMs);
    this.#pointed += 1;
    await target.click();
  }

  /** From one place inside of `target` to another, in px from its left upper corner. */
  async drag(target: Locator, from: Place, to: Place): Promise<void> {
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} is not to be seen`);
    const { mouse } = this.#page;
    this.#pointed += 1;
    await this.#take('mouse', pointMs + buttonMs);
    await mouse.move(box.x + from.x, box.y + from.y);
    await mouse.down();
    await this.#take('mouse', pointMs + buttonMs);
    await mouse.move(box.x + to.x, box.y + to.y, { steps: 12 });
    await mouse.up();
  }

  async #take(where: 'keyboard' | 'mouse', ms: number): Promise<void> {
    const taken = ms + (where === this.#at ? 0 : homeMs);
    this.#at = where;
    this.#tookMs += taken;
    await this.#page.waitForTimeout(taken);
  }
}
