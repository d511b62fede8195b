export interface Room {
  readonly width: number;
  readonly height: number;
}

const levels = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 3, 4];
export const smallest = 0.1;
export const largest = 4;

/** How large the recorded page is drawn: so that all of it fits its room, which never enlarges it,
 * or at a level that stays whatever page comes. Lengths in CSS px. */
export class Zoom {
  #level = $state.raw<number | undefined>(undefined);
  #room = $state.raw<Room>({ width: 0, height: 0 });
  #page = $state.raw<Room | undefined>(undefined);
  readonly #scale = $derived(this.#level ?? scaleToFit(this.#page, this.#room));

  /** 1 is as large as it was recorded. */
  get scale(): number {
    return this.#scale;
  }

  get fits(): boolean {
    return this.#level === undefined;
  }

  /** What the page takes up; undefined while its size is not known. */
  get size(): Room | undefined {
    const page = this.#page;
    return page && { width: page.width * this.#scale, height: page.height * this.#scale };
  }

  setRoom(room: Room): void {
    this.#room = room;
  }

  setPage(page: Room | undefined): void {
    this.#page = page;
  }

  fit(): void {
    this.#level = undefined;
  }

  to(level: number): void {
    this.#level = Math.min(largest, Math.max(smallest, level));
  }

  /** To the next level in that direction. */
  step(direction: 1 | -1): void {
    const from = this.#scale;
    const next =
      direction === 1
        ? levels.find((level) => level > from * 1.01)
        : levels.findLast((level) => level < from * 0.99);
    this.to(next ?? (direction === 1 ? largest : smallest));
  }
}

function scaleToFit(page: Room | undefined, room: Room): number {
  if (page === undefined || page.width <= 0 || page.height <= 0) return 1;
  if (room.width <= 0 || room.height <= 0) return 1;
  return Math.min(1, room.width / page.width, room.height / page.height);
}
