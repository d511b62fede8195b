import type { PageNode } from './page-node.ts';

/** The style attribute of an element with what was changed of it since, near enough to read: how
 * shorthands and their parts touch each other only a browser knows. */
export function styleText({ attributes, extras }: PageNode): string {
  const text = attributes.get('style') ?? '';
  if (extras?.style === undefined) return text;
  const declarations = new Map(readDeclarations(text));
  for (const [property, change] of extras.style) {
    declarations.delete(property);
    if (typeof change === 'string') declarations.set(property, change);
    else if (change !== false)
      declarations.set(property, change[1] ? `${change[0]} !${change[1]}` : change[0]);
  }
  return [...declarations].map(([property, value]) => `${property}: ${value};`).join(' ');
}

/** Splits on semicolons that stand outside of quotes and parentheses, as in `url(data:…;base64,…)`. */
function* readDeclarations(text: string): Generator<[string, string]> {
  let from = 0;
  let depth = 0;
  let quote = '';
  for (let i = 0; i <= text.length; i++) {
    const char = text[i] ?? ';';
    const isEnd = i === text.length;
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    if (!isEnd && (char !== ';' || quote !== '' || depth > 0)) continue;
    const declaration = text.slice(from, i);
    const colon = declaration.indexOf(':');
    if (colon > 0) yield [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
    from = i + 1;
  }
}
