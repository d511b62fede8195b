/** Short notices at the foot of the page; one may offer to undo what it tells of. */
import { createContext } from 'svelte';

export interface Toast {
  readonly id: number;
  readonly sentence: string;
  readonly tone: 'neutral' | 'success' | 'danger';
  readonly act?: { readonly label: string; readonly run: () => void };
}

const stayMs = 6000;

export class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #next = 0;
  readonly #timers: Record<number, ReturnType<typeof setTimeout>> = {};

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** The same sentence again takes the place of the one that is shown. */
  show(sentence: string, more: Partial<Pick<Toast, 'tone' | 'act'>> = {}): void {
    const toast: Toast = { id: this.#next++, sentence, tone: 'neutral', ...more };
    for (const same of this.#list.filter((each) => each.sentence === sentence)) this.dismiss(same);
    this.#list = [...this.#list.slice(-2), toast];
    this.resume(toast);
  }

  /** Keeps a notice for as long as someone reads it. */
  hold(toast: Toast): void {
    clearTimeout(this.#timers[toast.id]);
    delete this.#timers[toast.id];
  }

  resume(toast: Toast): void {
    this.hold(toast);
    this.#timers[toast.id] = setTimeout(() => this.dismiss(toast), stayMs);
  }

  dismiss(toast: Toast): void {
    this.hold(toast);
    this.#list = this.#list.filter((each) => each.id !== toast.id);
  }
}

export const [getToasts, setToasts] = createContext<Toasts>();
