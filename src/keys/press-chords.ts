/** The chords a key press may stand for, the likeliest first. Digits go by where they are and signs by
 * what they are; a letter of another script stands for the Latin one on the same key. */

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat'
> &
  Partial<Pick<KeyboardEvent, 'keyCode'>>;

/** What Safari gives the press that ends a composition, which it no longer calls composing. */
const composed = 229;

/** What a sign's key gives, and gives with Shift, where the letters of a script took its place. */
const signs: Readonly<Record<string, string>> = {
  BracketLeft: '[{',
  BracketRight: ']}',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Backslash: '\\|',
  Backquote: '`~',
};

/** Half of a character, or none that is known: an accent that waits, an input method at work. */
const unfinished = ['Dead', 'Process', 'Unidentified', 'Compose'];
const modifiers = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'];

export function chordsOfPress(press: Press, isApple: boolean): readonly string[] {
  const { code, ctrlKey, altKey, metaKey } = press;
  if (press.isComposing || press.keyCode === composed || modifiers.includes(press.key)) return [];
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const own = ownKey(press, letter);
  // AltGr comes as Ctrl with Alt, on Apple's machines as Alt: many keyboards reach a bracket by it.
  const isReached = own !== undefined && isSign(own) && altKey && (ctrlKey || isApple);
  const keys: (string | undefined)[] = [];
  if (isReached) keys.push(chordOf(press, own, isApple, true));
  if (digit && !(isReached && ctrlKey)) keys.push(chordOf(press, digit, isApple));
  // Alt makes other characters of letters on Apple's machines, and accents that wait.
  else if (letter && altKey && isApple && !ctrlKey && !metaKey)
    keys.push(chordOf(press, letter, isApple));
  if (own !== undefined && !isReached) keys.push(chordOf(press, own, isApple));
  return [...new Set(keys.filter((chord) => chord !== undefined))];
}

function ownKey({ key, code, shiftKey }: Press, letter: string | undefined): string | undefined {
  if (unfinished.includes(key)) return undefined;
  if (key === ' ') return 'space';
  // The Turkish İ is an I with a dot of its own; a full-width letter is that letter.
  const plain = key.normalize('NFKC').toLowerCase().replace('\u0307', '');
  if ([...plain].length > 1 || !/\p{L}/u.test(plain) || /\p{Script=Latin}/u.test(plain))
    return plain;
  return letter ?? signs[code]?.[shiftKey ? 1 : 0] ?? plain;
}

const isSign = (key: string) => key.length === 1 && !/[\p{L}\p{N}]/u.test(key);

function chordOf(press: Press, key: string, isApple: boolean, reached = false): string {
  const parts: string[] = [];
  if (!reached) {
    if (isApple ? press.metaKey : press.ctrlKey) parts.push('mod');
    if (isApple ? press.ctrlKey : press.metaKey) parts.push('meta');
    if (press.altKey) parts.push('alt');
  } else if (isApple && press.metaKey) parts.push('mod');
  if (press.shiftKey && !isSign(key)) parts.push('shift');
  return [...parts, key].join('+');
}
