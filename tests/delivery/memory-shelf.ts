/** A shelf in memory that keeps to the contract, for tests: values are copied, writes are atomic. */
import { ShelfConflict, ShelfFull, type Shelf, type ShelfChange } from '#delivery/shelf.ts';

export class MemoryShelf implements Shelf {
  readonly #values = new Map<string, unknown>();
  #sorted: string[] | undefined;
  /** Changes that add anything fail while this is set. */
  isFull = false;

  async read<T>(key: string): Promise<T | undefined> {
    return this.#values.get(key) as T | undefined;
  }

  async keys(prefix: string): Promise<string[]> {
    this.#sorted ??= [...this.#values.keys()].sort();
    return this.#sorted.filter((key) => key.startsWith(prefix));
  }

  async write(changes: readonly ShelfChange[]): Promise<void> {
    for (const change of changes)
      if ('expect' in change && this.#values.get(change.expect) !== change.is)
        throw new ShelfConflict(change.expect);
    // Overwriting and small marks fit in what is already taken.
    const isNew = (key: string) => !this.#values.has(key) && /journal|queue/.test(key);
    if (this.isFull && changes.some((change) => 'put' in change && isNew(change.put)))
      throw new ShelfFull('There is no room left.');
    for (const change of changes) {
      if ('put' in change) this.#put(change.put, frozen(change.value));
      else if ('remove' in change && this.#values.delete(change.remove)) this.#sorted = undefined;
    }
  }

  close(): void {}

  get size(): number {
    return this.#values.size;
  }

  dump(): string[] {
    return [...this.#values.keys()].sort();
  }

  #put(key: string, value: unknown): void {
    if (!this.#values.has(key)) this.#sorted = undefined;
    this.#values.set(key, value);
  }
}

/** Stored values never change; a keeper that relied on it would fail on a real shelf. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
    Object.freeze(value);
  return value;
}
