import type { StyleChanges } from './rrweb-events.ts';

/** A style attribute's text after rrweb's property-by-property changes. */
export function mergeStyle(text: string, changes: StyleChanges): string {
  const declarations = new Map(readDeclarations(text));
  for (const [property, change] of Object.entries(changes)) {
    if (change === false) declarations.delete(property);
    else if (typeof change === 'string') declarations.set(property, change);
    else declarations.set(property, change[1] ? `${change[0]} !${change[1]}` : change[0]);
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
