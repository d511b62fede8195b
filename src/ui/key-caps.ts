/** How a chord such as `mod+enter` is written for a person: `⌘⏎` on Apple's machines, `Ctrl ⏎` elsewhere. */

const caps: Readonly<Record<string, string>> = {
  enter: '⏎',
  escape: 'Esc',
  backspace: '⌫',
  delete: 'Del',
  arrowleft: '←',
  arrowright: '→',
  arrowup: '↑',
  arrowdown: '↓',
  space: 'Space',
  tab: 'Tab',
  home: 'Home',
  end: 'End',
};

const apple: Readonly<Record<string, string>> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' };
const others: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
};

export const onApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

export function keyCaps(chord: string, isApple = onApple): string {
  const modifiers = isApple ? apple : others;
  return chord
    .split(/\+(?!$)/)
    .map((part) => {
      const key = part.toLowerCase();
      return modifiers[key] ?? caps[key] ?? (part.length === 1 ? part.toUpperCase() : part);
    })
    .join(isApple ? '' : ' ');
}
