/** Works a page the way a person does: the mouse travels, keys take time, the eye rests. */
import type { Locator, Page } from 'playwright';
import type { SeededRandom } from './seeded-random.ts';

const nearby: Readonly<Record<string, string>> = {
  a: 's',
  c: 'v',
  d: 'f',
  e: 'r',
  h: 'j',
  i: 'o',
  l: 'k',
  m: 'n',
  n: 'b',
  o: 'p',
  r: 't',
  s: 'd',
  t: 'y',
  u: 'i',
};

/** On the keyboard that Playwright has. */
const needsShift = /[A-Z~!@#$%^&*()_+{}|:"<>?]/;

export class DeskClerk {
  readonly page: Page;
  readonly #random: SeededRandom;
  readonly #pace: number;
  readonly #wait: (ms: number) => Promise<void>;
  #at = { x: 640, y: 420 };

  /** `pace` 1 is a person's; less is quicker. `wait` is for a page whose clock is not the wall's. */
  constructor(
    page: Page,
    random: SeededRandom,
    pace: number,
    wait = (ms: number) => page.waitForTimeout(ms),
  ) {
    this.page = page;
    this.#random = random;
    this.#pace = pace;
    this.#wait = wait;
  }

  button = (name: string) => this.page.getByRole('button', { name, exact: true });
  link = (name: string) => this.page.getByRole('link', { name, exact: true });
  field = (name: string) => this.page.getByLabel(name, { exact: true });
  inDialog = (name: string) =>
    this.page.getByRole('dialog').getByRole('button', { name, exact: true });

  /** Rests for about so long. */
  async pause(ms: number): Promise<void> {
    await this.#rest(0.75 * ms, 1.25 * ms);
  }

  /** Looks a thing over: a rest in which the pointer drifts a little. */
  async read(ms: number): Promise<void> {
    const part = ms / 3;
    for (let step = 0; step < 3; step += 1) {
      await this.pause(part);
      if (this.#random.chance(0.5))
        await this.#travel(
          this.#at.x + this.#random.between(-60, 60),
          this.#at.y + this.#random.between(-35, 35),
        );
    }
  }

  async point(target: Locator): Promise<void> {
    await this.#bringIntoView(target);
    const box = await boxOf(target);
    const inside = (size: number) => size * this.#random.between(0.35, 0.65);
    await this.#travel(box.x + inside(Math.min(box.width, 240)), box.y + inside(box.height));
  }

  async click(target: Locator): Promise<void> {
    await this.point(target);
    await this.pause(130);
    await this.page.mouse.down();
    await this.#rest(55, 110);
    await this.page.mouse.up();
    await this.pause(320);
  }

  async press(keys: string): Promise<void> {
    await this.pause(180);
    await this.#hold(keys, 50, 95);
    await this.pause(200);
  }

  /** Types into what has the focus; now and then a neighbouring key is hit and taken back. */
  async type(text: string, slips = 0.02): Promise<void> {
    for (const letter of text) {
      const slip = nearby[letter];
      if (slip !== undefined && this.#random.chance(slips)) {
        await this.#key(slip);
        await this.pause(340);
        await this.#key('Backspace');
        await this.pause(160);
      }
      await this.#key(letter);
      if (letter === ' ' || letter === ',') await this.pause(110);
    }
  }

  async erase(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) await this.#key('Backspace');
  }

  async replace(target: Locator, text: string): Promise<void> {
    await this.click(target);
    await this.press('ControlOrMeta+a');
    await this.type(text);
  }

  /** Goes on from field to field until `target` has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let left = 20; left > 0; left -= 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`Tab never reached ${target}`);
  }

  /** A native list opens outside the page, so it is worked by keys, as many people do. */
  async choose(target: Locator, steps: number): Promise<void> {
    await this.tabTo(target);
    for (let left = steps; left > 0; left -= 1) await this.press('ArrowDown');
  }

  async scroll(dy: number): Promise<void> {
    const notches = Math.max(1, Math.round(Math.abs(dy) / 80));
    for (let left = notches; left > 0; left -= 1) {
      await this.page.mouse.wheel(0, dy / notches);
      await this.#rest(60, 140);
    }
    await this.pause(400);
  }

  async #bringIntoView(target: Locator): Promise<void> {
    for (let left = 20; left > 0; left -= 1) {
      const { x, y, height } = await boxOf(target);
      if (y > 70 && y + height < 770) return;
      await this.#travel(x + 40, this.#random.between(360, 520));
      await this.page.mouse.wheel(0, y > 70 ? 90 : -90);
      await this.pause(150);
    }
  }

  async #rest(low: number, high: number): Promise<void> {
    await this.#wait(this.#pace * this.#random.between(low, high));
  }

  /** Presses keys named as Playwright does, `Control+s`, and lets go of them last first. */
  async #hold(keys: string, low: number, high: number): Promise<void> {
    const held = keys === '+' ? [keys] : keys.split('+');
    for (const key of held) await this.page.keyboard.down(key);
    await this.#rest(low, high);
    for (const key of held.toReversed()) await this.page.keyboard.up(key);
  }

  async #key(key: string): Promise<void> {
    const shifted = key.length === 1 && needsShift.test(key);
    if (shifted) {
      await this.page.keyboard.down('Shift');
      await this.#rest(30, 80);
    }
    await this.#hold(key, 35, 85);
    if (shifted) await this.page.keyboard.up('Shift');
    await this.#rest(45, 150);
  }

  /** A slightly bent path, slow at both ends. */
  async #travel(x: number, y: number): Promise<void> {
    const from = this.#at;
    const distance = Math.hypot(x - from.x, y - from.y);
    const steps = Math.max(4, Math.round(distance / 16));
    const bend = this.#random.between(-0.12, 0.12);
    for (let step = 1; step <= steps; step += 1) {
      const share = (1 - Math.cos((Math.PI * step) / steps)) / 2;
      const bow = Math.sin(Math.PI * share) * bend;
      await this.page.mouse.move(
        from.x + (x - from.x) * share - (y - from.y) * bow,
        from.y + (y - from.y) * share + (x - from.x) * bow,
      );
      await this.#rest(8, 16);
    }
    this.#at = { x, y };
  }
}

async function boxOf(target: Locator) {
  await target.waitFor();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${target} is not to be seen`);
  return box;
}
