import type { StyleChanges } from '#dom/rrweb-events.ts';
import { isRecord } from './shape.ts';
import type { StyleCleaner } from './style-cleaner.ts';

/** rrweb's way to say what changed in a style attribute, property by property. */
export function cleanStyleChanges(raw: unknown, styles: StyleCleaner): StyleChanges | undefined {
  if (!isRecord(raw)) return undefined;
  const changes: Record<string, string | [string, string] | false> = {};
  for (const name of Object.keys(raw)) {
    const property = styles.property(name);
    const change = cleanChange(property ?? '', raw[name], styles);
    if (property !== undefined && change !== undefined) changes[property] = change;
  }
  return Object.keys(changes).length === 0 ? undefined : changes;
}

function cleanChange(
  property: string,
  change: unknown,
  styles: StyleCleaner,
): string | [string, string] | false | undefined {
  if (change === false) return false;
  const [css, priority] = Array.isArray(change) ? (change as unknown[]) : [change, ''];
  if (typeof css !== 'string') return undefined;
  const value = css === '' ? '' : styles.value(property, css);
  if (value === undefined) return undefined;
  return priority === 'important' ? [value, 'important'] : value;
}
