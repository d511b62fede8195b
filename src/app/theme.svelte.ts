/** Light, dark or as the system says; remembered by this browser. */
import { recall, remember } from '#ui/remembered.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

export class Theme {
  #choice = $state<ThemeChoice>(themes.find((theme) => theme === recall('theme')) ?? 'system');

  constructor() {
    this.#apply();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    remember('theme', choice);
    this.#apply();
  }

  #apply(): void {
    if (this.#choice === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.#choice;
  }
}
