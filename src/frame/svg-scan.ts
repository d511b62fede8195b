const number = /[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?/iy;
const flag = /[01]/y;
const comma = /[ \t\n\r\f]*,?[ \t\n\r\f]*/y;
const blank = /[ \t\n\r\f]*/y;

/** Reads a value from its start as browsers read the attributes of drawings: each number as far as it
 * goes, with or without something between two. */
export class SvgScan {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.blank();
  }

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  number(): number | undefined {
    const found = this.take(number);
    return found === undefined ? undefined : Number(found);
  }

  flag(): boolean {
    return this.take(flag) !== undefined;
  }

  blank(): void {
    this.take(blank);
  }

  /** Whether a comma stood there. */
  comma(): boolean {
    return this.take(comma)?.includes(',') === true;
  }

  /** All numbers to the end; undefined where something else is among them. */
  numbers(): readonly number[] | undefined {
    const all: number[] = [];
    while (!this.isDone) {
      const one = this.number();
      if (one === undefined) return undefined;
      all.push(one);
      this.comma();
    }
    return all;
  }
}
