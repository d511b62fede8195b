/** No key outside of the table: what a screen shows and hears of keys comes from `src/keys`. What a
 * list, a tree or a field does by itself while it has the keyboard stays its own. */

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    /\.(ts|svelte)$/.test(file) &&
    !/\.test\.ts$/.test(file) &&
    // Recorded pages have the recorder's keys, the frame those of what plays in it.
    !/^(keys|trackers|recorder|sign|sanitizer|extension|frame)\//.test(file),
);
const read = (file: string) => readFileSync(`src/${file}`, 'utf8');
const among = (pattern: RegExp, but: readonly string[] = []) =>
  files
    .filter((file) => !but.includes(file))
    .flatMap((file) => [...read(file).matchAll(pattern)].map(([found]) => `${file}: ${found}`));

test('no view writes down a chord of its own', () => {
  const ownToAField = [
    // Within the popover, and within the field.
    'queue/DeclinePopover.svelte',
    'naming/InstructionField.svelte',
    'labels/LabelEditor.svelte',
  ];
  expect(among(/\b(aria-key|key)s(hortcuts)?="[^"]*"/g, ownToAField)).toEqual([]);
});

test('only the table listens to the keys of the window', () => {
  const anyKey = [
    // Any press at all ends a rush or answers the lag meter: no chord.
    'replay/Transport.svelte',
    'annotate/LagLine.svelte',
    // Shift tells the pointer what to do, Escape lets go of what is dragged.
    'timeline/Plot.svelte',
    'timeline/track-drag.ts',
  ];
  const windows =
    /<svelte:(window|document)[^>]*\bonkeydown\w*|(?<![.\w])(window\.|document\.)?addEventListener\(\s*'keydown'/g;
  expect(among(windows, anyKey)).toEqual([]);
});
