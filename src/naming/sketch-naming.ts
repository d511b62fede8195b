import type { Action } from '#core/action.ts';
import type { IntentId } from '#core/ids.ts';
import type { Intent } from '#core/label-set.ts';
import { ms } from '#core/time.ts';

/** Intents for tests: `order order/find order/find/by-name` is a tree by slug. */
export function sketchIntents(text: string, more: Readonly<Record<string, Partial<Intent>>> = {}) {
  return text
    .trim()
    .split(/\s+/)
    .map((slug): Intent => {
      const above = slug.split('/').slice(0, -1).join('/');
      return {
        id: slug as IntentId,
        ...(above && { parentId: above as IntentId }),
        slug,
        title: slug.split('/').at(-1)!,
        ...more[slug],
      };
    });
}

const roles: Readonly<Record<string, { role: string; tag: string }>> = {
  button: { role: 'button', tag: 'button' },
  link: { role: 'link', tag: 'a' },
  field: { role: 'textbox', tag: 'input' },
  search: { role: 'searchbox', tag: 'input' },
};

/**
 * Actions for tests, a line each, 800 ms apart:
 *
 *   Order 1042 · Desk | button Save
 *   Order 1042 · Desk | link Orders → Orders · Desk
 *   Order 1042 · Desk | field City = Ashcombe      (`= •` is withheld)
 *   Orders · Desk | search Search orders = 1042
 *   Order 1042 · Desk | press Escape
 */
export function sketchActions(text: string): Action[] {
  return text
    .trim()
    .split('\n')
    .map((line, index) => sketchAction(line.trim(), index));
}

const addressOf = (title: string | undefined) => `https://desk.test/${title ?? ''}`;

function sketchAction(line: string, index: number): Action {
  const [title, act = ''] = line.split(' | ');
  const [, kind = '', rest = ''] = /^(\w+) (.*)$/.exec(act) ?? [];
  const [name = '', value] = rest.split(' = ');
  const [label = '', next] = name.split(' → ');
  const base = {
    startsMs: ms(index * 800),
    endsMs: ms(index * 800 + 500),
    tab: 0,
    events: [index * 10, index * 10 + 5],
    evidence: 'exact',
    page: { title, url: addressOf(title) },
  };
  if (kind === 'press') return { ...base, kind: 'press', keys: rest } as unknown as Action;
  const target = { node: 1, attributes: {}, selectors: [], name: label, ...roles[kind] };
  if (value === '•') return { ...base, target, kind: 'type', masked: true } as unknown as Action;
  if (value !== undefined)
    return { ...base, target, kind: 'type', text: value, finalValue: value } as unknown as Action;
  const leadsTo = next === undefined ? {} : { leadsTo: addressOf(next) };
  return { ...base, target, kind: 'click', ...leadsTo } as unknown as Action;
}
