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

const apple: Readonly<Record<string, string>> = { mod: '⌘', meta: '⌃', alt: '⌥', shift: '⇧' };
const others: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  meta: '⊞',
  alt: 'Alt',
  shift: 'Shift',
};

/** As `aria-keyshortcuts` has it: `Shift+1`, `Control+Enter`. */
export function ariaKeys(chord: string, isApple = onApple): string | undefined {
  const names: Readonly<Record<string, string>> = {
    mod: isApple ? 'Meta' : 'Control',
    meta: isApple ? 'Control' : 'Meta',
    arrowleft: 'ArrowLeft',
    arrowright: 'ArrowRight',
    arrowup: 'ArrowUp',
    arrowdown: 'ArrowDown',
    '+': 'Plus',
  };
  const told = chord
    .split(/\+(?!$)/)
    .map((part) => names[part] ?? part[0]?.toUpperCase() + part.slice(1));
  return chord === '' ? undefined : told.join('+');
}

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
