import type { Action, ActionKind, Target } from '#core/action.ts';
import { modifierBits } from '#core/plugin-events.ts';
import { unreachable } from '#core/unreachable.ts';
import type { EpisodeAction, EpisodeModifier, EpisodeStep, EpisodeTarget } from './episode.ts';

/** Done to an element, always: where it can't be told, the step says so. */
export const kindsWithTarget: ReadonlySet<ActionKind> = new Set<ActionKind>([
  'click',
  'dblclick',
  'tripleclick',
  'contextmenu',
  'type',
  'select_option',
  'set_checked',
]);

/** The `i`th step of an episode that starts at `originMs` of the session; `effect` is an address. */
export function makeStep(
  action: Action,
  {
    i,
    originMs,
    effect,
  }: { readonly i: number; readonly originMs: number; readonly effect?: string },
): EpisodeStep {
  const t_ms = Math.round(action.startsMs - originMs);
  const lost =
    action.target === undefined && (action.targetLost || kindsWithTarget.has(action.kind));
  const { url, title, scroll } = action.page;
  return {
    i,
    t_ms,
    t_end_ms: Math.round(action.endsMs - originMs),
    tab: action.tab,
    action: { ...actionOf(action), ...modifiersOf(action.modifiers) },
    ...(action.target && { target: targetOf(action.target) }),
    ...(lost && { target_lost: true }),
    obs_before: {
      t_ms,
      url,
      ...(title !== undefined && { title }),
      ...(scroll && { scroll: { x: scroll.x, y: scroll.y } }),
    },
    ...(effect !== undefined && { effect: { url: effect } }),
    evidence: { events: [action.events[0], action.events[1]], kind: action.evidence },
  };
}

function actionOf(action: Action): EpisodeAction {
  switch (action.kind) {
    case 'goto':
    case 'back':
    case 'forward':
    case 'reload':
    case 'tab_new':
    case 'tab_focus':
      return { type: action.kind, url: action.url };
    case 'click':
    case 'dblclick':
    case 'tripleclick':
    case 'contextmenu':
      return { type: action.kind, ...(action.point && { point: action.point }) };
    case 'type':
      return {
        type: 'type',
        ...(action.text !== undefined && { text: action.text }),
        ...(action.finalValue !== undefined && { final_value: action.finalValue }),
        ...(action.masked && { masked: true }),
      };
    case 'press':
      return { type: 'press', keys: action.keys };
    case 'select_option':
      return { type: 'select_option', option: action.option };
    case 'set_checked':
      return { type: 'set_checked', checked: action.checked };
    case 'scroll':
      return { type: 'scroll', scroll: scrollOf(action) };
    case 'drag':
      return { type: 'drag', from: action.from, point: action.point };
    case 'copy':
    case 'paste':
      return { type: action.kind, ...(action.length !== undefined && { length: action.length }) };
    case 'upload':
      return { type: 'upload', count: action.count };
    case 'submit':
      return { type: 'submit' };
    default:
      return unreachable(action);
  }
}

function scrollOf({ dx, dy, to, target }: Extract<Action, { kind: 'scroll' }>) {
  return { dx, dy, to, ...(target !== undefined && { container: target.node }) };
}

function modifiersOf(bits = 0): { readonly modifiers?: readonly EpisodeModifier[] } {
  const names = (Object.keys(modifierBits) as EpisodeModifier[]).filter(
    (name) => (bits & modifierBits[name]) !== 0,
  );
  return names.length > 0 ? { modifiers: names } : {};
}

function targetOf(target: Target): EpisodeTarget {
  const { role, name, text, box, retargetedFrom } = target;
  return {
    node_id: target.node,
    tag: target.tag,
    ...(role !== undefined && { role }),
    ...(name !== undefined && { name }),
    ...(text !== undefined && { text }),
    attributes: { ...target.attributes },
    selectors: target.selectors.map(({ kind, value, matches }) => ({ kind, value, matches })),
    ...(box !== undefined && { bbox: box }),
    ...(retargetedFrom !== undefined && { retargeted_from: retargetedFrom }),
  };
}
