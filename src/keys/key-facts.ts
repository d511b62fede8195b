/** What a command's `when` may ask about, and how a person is told that it does not hold. Every fact
 * stands here, so that all of what can be the case can be gone through. */

export const keyFacts = {
  editable: {
    missing: 'This annotation can’t be changed as it stands.',
    inTheWay: 'This annotation is still open.',
  },
  taskSelected: { missing: 'Choose a task first.', inTheWay: 'A task is chosen.' },
  actionSelected: { missing: 'Choose an action first.', inTheWay: 'An action is chosen.' },
  suggested: { missing: 'Nothing is suggested.', inTheWay: 'There are suggestions.' },
  marking: { missing: 'Start a task first.', inTheWay: 'A task is being marked.' },
  elsewhere: {
    missing: 'No other window edits this annotation.',
    inTheWay: 'Another window edits this annotation.',
  },
  givenBack: {
    missing: 'This session was not given back.',
    inTheWay: 'This session was given back.',
  },
  torn: {
    missing: 'There is only one version of this annotation.',
    inTheWay: 'There are two versions of this annotation.',
  },
  newerLabels: { missing: 'No newer labels are out.', inTheWay: 'Newer labels are out.' },
} as const satisfies Record<string, { readonly missing: string; readonly inTheWay: string }>;

export type KeyFact = keyof typeof keyFacts;

export type Facts = Readonly<Record<KeyFact, boolean>>;

const names = Object.keys(keyFacts) as KeyFact[];

/** Every way things can stand, a few hundred at most. */
export const everyFacts: readonly Facts[] = names.reduce<readonly Partial<Facts>[]>(
  (all, name) => all.flatMap((facts) => [true, false].map((is) => ({ ...facts, [name]: is }))),
  [{}],
) as readonly Facts[];

/** How things stand where nobody labels. */
export const nothingToLabel = Object.fromEntries(names.map((name) => [name, false])) as Facts;

/** Why a command means nothing now: what would have to be otherwise, and as little as that. */
export function whyNot(when: (facts: Facts) => boolean, facts: Facts): string | undefined {
  if (when(facts)) return undefined;
  const differing = (other: Facts) => names.filter((name) => other[name] !== facts[name]);
  const nearest = everyFacts
    .filter(when)
    .map(differing)
    .sort((a, b) => a.length - b.length)[0];
  return nearest
    ?.map((name) => (facts[name] ? keyFacts[name].inTheWay : keyFacts[name].missing))
    .join(' ');
}
