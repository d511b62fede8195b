/** Keeps values under keys so that they outlive the page, the tab and the browser. */
export interface Shelf {
  read<T>(key: string): Promise<T | undefined>;
  /** Keys that begin with `prefix`, in order. */
  keys(prefix: string): Promise<string[]>;
  /** All of the changes or none; once answered they survive a crash. Values are plain data or
   * bytes. Throws `ShelfFull` when there is no room, `ShelfConflict` when an `expect` fails. */
  write(changes: readonly ShelfChange[]): Promise<void>;
  close(): void;
}

export type ShelfChange =
  | { readonly put: string; readonly value: unknown }
  | { readonly remove: string }
  /** Only if this very string (or nothing) is kept under this key, looked at in the same step as the
   * changes are made: several keepers share a shelf. */
  | { readonly expect: string; readonly is: string | undefined };

/** There is no room left on the person's machine. */
export class ShelfFull extends Error {
  override readonly name = 'ShelfFull';
}

/** Another keeper changed first what this write rests on. Nothing was written. */
export class ShelfConflict extends Error {
  override readonly name = 'ShelfConflict';
}
