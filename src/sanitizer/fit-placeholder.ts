import { textWidth } from './text-width.ts';

/** Where there is no room for the kind in full. */
const signs: Readonly<Record<string, string>> = { PERCENT: '%', IBAN: 'b' };
const filler = '·';
const maxFillers = 80;

/** `‹EMAIL_7KQ2›`, shortened or filled up to be about as wide as the value it stands for: a table
 * or a line of a page then breaks where it did. `code` has at least four characters. */
export function fitPlaceholder(kind: string, code: string, value: string): string {
  const room = textWidth(value);
  const sign = signs[kind] ?? kind[0]!.toLowerCase();
  const forms = [
    `${kind}_${code.slice(0, 4)}`,
    `${sign}${code.slice(0, 4)}`,
    `${sign}${code.slice(0, 3)}`,
  ];
  const fits = (form: string) => textWidth(`‹${form}›`) <= room + textWidth(filler) / 2;
  const form = forms.find(fits) ?? `${sign}${code.slice(0, 2)}`;
  const missing = Math.round((room - textWidth(`‹${form}›`)) / textWidth(filler));
  return `‹${form}${filler.repeat(Math.min(maxFillers, Math.max(0, missing)))}›`;
}
