/** What stands in the output as it is. */
class Raw {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** JSON of values nested deeper than `JSON.stringify` can go. */
export function writeDeepJson(top: unknown): string {
  const written: string[] = [];
  const work: unknown[] = [top];
  while (work.length > 0) {
    const value = work.pop();
    if (value instanceof Raw) written.push(value.text);
    else if (Array.isArray(value)) {
      written.push('[');
      work.push(new Raw(']'));
      for (let index = value.length - 1; index >= 0; index -= 1)
        work.push(value[index], new Raw(index > 0 ? ',' : ''));
    } else if (typeof value === 'object' && value !== null) {
      written.push('{');
      work.push(new Raw('}'));
      const entries = Object.entries(value);
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const [name, inner] = entries[index]!;
        work.push(inner, new Raw(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`));
      }
    } else written.push(JSON.stringify(value));
  }
  return written.join('');
}
