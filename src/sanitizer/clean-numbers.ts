/** Attribute values made of numbers alone: lengths, boxes, points and the paths of drawings. */
import { pathNumbers } from '#dom/path-numbers.ts';
import { isUnit, sayNumber } from './css-grammar.ts';

const maxNumbers = 2_000;
const maxPath = 20_000;
const measure = /^([-+]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20}))(%|[a-z]{1,5})?$/i;

/** Numbers with or without a unit, between spaces and commas; undefined for anything else. */
export function cleanNumbers(text: string): string | undefined {
  const parts = text.trim().split(/[\s,]+/, maxNumbers + 1);
  if (parts.length > maxNumbers) return undefined;
  const said: string[] = [];
  for (const part of parts) {
    const match = measure.exec(part);
    const unit = match?.[2] ?? '';
    if (match === null || (unit !== '' && unit !== '%' && !isUnit(unit))) return undefined;
    said.push(sayNumber(Number(match[1])) + unit);
  }
  return said.join(' ');
}

const command = /[\s,]*([a-z])/iy;
const number = /[\s,]*([-+]?(?:\d{1,12}(?:\.\d{0,20})?|\.\d{1,20})(?:e[-+]?\d{1,2})?)/iy;
const flag = /[\s,]*([01])/y;

/** A path whose every command has its numbers; undefined for anything else. */
export function cleanPath(path: string): string | undefined {
  if (path.length > maxPath || !/^\s*m/i.test(path)) return undefined;
  const end = path.trimEnd().length;
  let said = '';
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(path);
    if (match !== null) at = pattern.lastIndex;
    return match?.[1];
  };
  while (at < end) {
    const letter = take(command);
    const count = letter === undefined ? undefined : pathNumbers[letter.toLowerCase()];
    if (letter === undefined || count === undefined) return undefined;
    said += letter;
    for (let i = 0; count > 0 && (i % count !== 0 || i === 0 || isNumberAhead(path, at)); i++) {
      const isFlag = count === 7 && (i % 7 === 3 || i % 7 === 4);
      const text = take(isFlag ? flag : number);
      if (text === undefined) return undefined;
      said += (i === 0 ? '' : ' ') + shorten(text);
    }
  }
  return said;
}

function isNumberAhead(path: string, at: number): boolean {
  number.lastIndex = at;
  return number.test(path);
}

const shorten = (text: string) => sayNumber(Math.round(Number(text) * 1000) / 1000);
