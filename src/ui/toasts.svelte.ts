/** Short notices at the foot of the page; one may offer to undo what it tells of. */
import { createContext } from 'svelte';

export interface Toast {
  readonly id: number;
  readonly sentence: string;
  readonly tone: 'neutral' | 'success' | 'danger' | 'refusal';
  readonly act?: { readonly label: string; readonly run: () => void };
}

const stayMs = 6000;
const most = 2;

const isRefusal = ({ tone }: Toast) => tone === 'refusal' || tone === 'danger';

export class Toasts {
  #list = $state.raw<readonly Toast[]>([]);
  #next = 0;
  readonly #timers: Record<number, ReturnType<typeof setTimeout>> = {};

  get list(): readonly Toast[] {
    return this.#list;
  }

  /** The same sentence again takes the place of the one that is shown, and so does a refusal that of
   * another. */
  show(sentence: string, more: Partial<Pick<Toast, 'tone' | 'act'>> = {}): void {
    const toast: Toast = { id: this.#next++, sentence, tone: 'neutral', ...more };
    const isReplaced = (each: Toast) =>
      each.sentence === sentence || (isRefusal(each) && isRefusal(toast));
    for (const each of this.#list.filter(isReplaced)) this.dismiss(each);
    for (const each of this.#list.slice(0, 1 - most)) this.dismiss(each);
    this.#list = [...this.#list, toast];
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
