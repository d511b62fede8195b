/** The commands last found in the palette, the latest first; remembered by this browser. */

import { recall, remember } from '#ui/remembered.ts';

const most = 5;

export class RecentCommands {
  #values = $state.raw<readonly string[]>(recall('recent commands')?.split('\n') ?? []);

  get values(): readonly string[] {
    return this.#values;
  }

  add(value: string): void {
    this.#values = [value, ...this.#values.filter((each) => each !== value)].slice(0, most);
    remember('recent commands', this.#values.join('\n'));
  }
}
