/** Hides what a text says and keeps the room it takes. */
import { textWidth } from './text-width.ts';

const kept = new Set(' \t\n\r.,:;!?()-/\'"…–—•·|+×✓✕←→↑↓▾▴▸◂▼▲');
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Words become x as wide as they were, digits 0, wide characters a wide one; combining and unseen
 * marks go. */
export function maskText(text: string): string {
  let masked = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) {
      const from = i;
      while (isLetter(text.charCodeAt(i + 1))) i += 1;
      masked += maskWord(text, from, i + 1);
    } else masked += code >= 48 && code <= 57 ? '0' : maskRare(text[i]!, code);
  }
  return masked;
}

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const isCapital = (code: number): boolean => code <= 90;

const small = { sign: 'x', width: textWidth('x') };
const large = { sign: 'X', width: textWidth('X') };
const thin = textWidth('i');

/** Says of a word its width and whether it begins, or is written throughout, in capitals. */
function maskWord(text: string, from: number, to: number): string {
  let capitals = 0;
  for (let i = from; i < to; i++) if (isCapital(text.charCodeAt(i))) capitals += 1;
  const first = isCapital(text.charCodeAt(from)) ? large : small;
  const { sign, width } = capitals === to - from ? large : small;
  const left = Math.max(0, textWidth(text, from, to) - first.width);
  const count = Math.floor((left + thin / 2) / width);
  const isShort = left - count * width > thin / 2;
  return first.sign + sign.repeat(count) + (isShort ? 'i' : '');
}

function maskRare(character: string, code: number): string {
  if (kept.has(character)) return character;
  if (code === 0xa0) return '\u00a0';
  if (code < 0x80) return code < 32 || code === 127 ? '' : '-';
  // Half of a pair: an emoji or a rare script. One half speaks for both.
  if (code >= 0xd800 && code <= 0xdbff) return '〇';
  if (code >= 0xdc00 && code <= 0xdfff) return '';
  if (wide.test(character)) return '〇';
  if (/\p{Lu}/u.test(character)) return 'X';
  if (/\p{L}/u.test(character)) return 'x';
  if (/\p{N}/u.test(character)) return '0';
  if (/\p{Z}/u.test(character)) return ' ';
  return /\p{M}|\p{C}/u.test(character) ? '' : '-';
}

export const hiddenValue = '••••••';

export const bullets = (text: string): string => '•'.repeat([...text].length);
