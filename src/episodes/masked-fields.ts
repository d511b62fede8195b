import type { EpisodeStep, EpisodeTarget } from './episode.ts';

type Place = Pick<EpisodeStep, 'tab' | 'target' | 'obs_before'>;

/** One field on one page: node ids start anew with every page, so the address belongs to it. */
export function fieldKey({ tab, target, obs_before }: Place): string | undefined {
  if (target === undefined) return undefined;
  return `${tab} ${target.node_id} ${obs_before.url.replace(/[?#].*$/s, '')}`;
}

/** The fields whose content was withheld in at least one step, so it must be in none. */
export function maskedFields(steps: readonly EpisodeStep[]): ReadonlySet<string> {
  return new Set(
    steps.flatMap((step) =>
      step.action.type === 'type' && step.action.masked ? (fieldKey(step) ?? []) : [],
    ),
  );
}

/** The step without anything a masked field may have held. */
export function withhold(step: EpisodeStep): EpisodeStep {
  const { action, target } = step;
  return {
    ...step,
    action:
      action.type === 'type'
        ? { type: 'type', masked: true, ...(action.modifiers && { modifiers: action.modifiers }) }
        : action,
    ...(target && { target: withoutContent(target) }),
  };
}

function withoutContent(target: EpisodeTarget): EpisodeTarget {
  const bare: { -readonly [K in keyof EpisodeTarget]: EpisodeTarget[K] } & {
    attributes: Record<string, string>;
  } = { ...target, attributes: { ...target.attributes } };
  delete bare.text;
  delete bare.attributes['value'];
  return bare;
}

/** What a step tells of a masked field's content, if anything, by the name of its member. */
export function leakOf({ action, target }: EpisodeStep): string | undefined {
  if (action.type === 'type' && (action.text ?? action.final_value) !== undefined)
    return action.text !== undefined ? 'action.text' : 'action.final_value';
  if (action.type === 'press' && [...action.keys].length === 1) return 'action.keys';
  if (action.type === 'select_option') return 'action.option';
  if (target?.text !== undefined) return 'target.text';
  return target?.attributes['value'] === undefined ? undefined : 'target.attributes.value';
}
