/** Which modifiers were held when: stretches that never overlap, each with all that was down. */

import { glyphOf, type Keystroke } from '#core/keystroke.ts';
import { ms, type Span } from '#core/time.ts';

export interface HeldKeys extends Span {
  /** `⇧⌘` */
  readonly glyphs: string;
}

const order = '⌃⌥⇧⌘';

export function holdKeys(modifiers: readonly Keystroke[]): readonly HeldKeys[] {
  const turns = modifiers
    .flatMap((key) => {
      const glyph = glyphOf(key);
      const upMs = key.atMs + (key.holdMs ?? 0);
      return [
        { atMs: key.atMs as number, glyph, by: 1 },
        { atMs: upMs, glyph, by: -1 },
      ];
    })
    .sort((a, b) => a.atMs - b.atMs || b.by - a.by);
  const down = new Map<string, number>();
  const held: HeldKeys[] = [];
  let sinceMs = 0;
  for (const { atMs, glyph, by } of turns) {
    if (down.size > 0 && atMs > sinceMs)
      held.push({ startsMs: ms(sinceMs), endsMs: ms(atMs), glyphs: inOrder([...down.keys()]) });
    sinceMs = atMs;
    const count = (down.get(glyph) ?? 0) + by;
    if (count > 0) down.set(glyph, count);
    else down.delete(glyph);
  }
  // The same keys go on where a key that repeats came again.
  return held.reduce<HeldKeys[]>((joined, each) => {
    const last = joined.at(-1);
    if (last?.glyphs === each.glyphs && last.endsMs === each.startsMs)
      joined[joined.length - 1] = { ...last, endsMs: each.endsMs };
    else joined.push(each);
    return joined;
  }, []);
}

function inOrder(glyphs: readonly string[]): string {
  return [...glyphs].sort((a, b) => order.indexOf(a) - order.indexOf(b)).join('');
}
