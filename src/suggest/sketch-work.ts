import type { Action } from '#core/action.ts';
import { ms } from '#core/time.ts';
import type { PageVisit } from '#core/track.ts';

export interface SketchedWork {
  readonly actions: readonly Action[];
  readonly pages: readonly PageVisit[];
}

/** Work for tests, drawn as text: `/orders@0 click:link:BH-1045@2000 /orders/BH-1045@2100
 * press:Control+s@9000`. A kind may be followed by a role and a name, `_` for a space. */
export function sketchWork(text: string, tab = 0): SketchedWork {
  const actions: Action[] = [];
  const visits: { url: string; startsMs: number }[] = [];
  for (const [index, word] of text.split(/\s+/).filter(Boolean).entries()) {
    const [what = '', at = ''] = word.split('@');
    const startsMs = ms(Number(at));
    if (what.startsWith('/')) visits.push({ url: `https://desk.example${what}`, startsMs });
    else actions.push(toAction(what, startsMs, index, tab));
  }
  const pages = visits.map(({ url, startsMs }, index) => ({
    tab,
    url,
    startsMs: ms(startsMs),
    endsMs: ms(visits[index + 1]?.startsMs ?? startsMs + 60_000),
  }));
  return { actions, pages };
}

function toAction(what: string, startsMs: number, index: number, tab: number): Action {
  const [kind = '', role, name] = what.split(':');
  const target = role && {
    target: {
      node: index,
      tag: role,
      role,
      name: (name ?? '').replaceAll('_', ' '),
      attributes: {},
      selectors: [],
    },
  };
  return {
    kind: kind === 'press' ? 'press' : kind,
    ...(kind === 'press' ? { keys: role ?? '' } : target),
    tab,
    startsMs: ms(startsMs),
    endsMs: ms(startsMs + 50),
    page: { url: '' },
    events: [index, index],
    evidence: 'exact',
  } as Action;
}
