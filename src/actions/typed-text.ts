/** What a run of keys adds up to in a field whose other content is not known. */
export class TypedText {
  #chars: string[] = [];
  #caret = 0;
  #isAllSelected = false;

  get text(): string {
    return this.#chars.join('');
  }

  insert(char: string): void {
    this.#clearSelection();
    this.#chars.splice(this.#caret++, 0, char);
  }

  /** A key that moves or erases; true when it was one. */
  edit(key: string): boolean {
    switch (key) {
      case 'Backspace':
        if (!this.#clearSelection() && this.#caret > 0) this.#chars.splice(--this.#caret, 1);
        return true;
      case 'Delete':
        if (!this.#clearSelection()) this.#chars.splice(this.#caret, 1);
        return true;
      case 'ArrowLeft':
        return this.#move(this.#isAllSelected ? 0 : this.#caret - 1);
      case 'ArrowRight':
        return this.#move(this.#isAllSelected ? this.#chars.length : this.#caret + 1);
      case 'Home':
        return this.#move(0);
      case 'End':
        return this.#move(this.#chars.length);
      default:
        return false;
    }
  }

  selectAll(): void {
    this.#isAllSelected = true;
  }

  #move(to: number): true {
    this.#isAllSelected = false;
    this.#caret = Math.max(0, Math.min(this.#chars.length, to));
    return true;
  }

  #clearSelection(): boolean {
    if (!this.#isAllSelected) return false;
    this.#chars = [];
    this.#caret = 0;
    this.#isAllSelected = false;
    return true;
  }
}
