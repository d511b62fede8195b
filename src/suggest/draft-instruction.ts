/** A first try at what the person set out to do, from what they did: `Start picking on BH-1045`. Only
 * names of what was clicked, never what was typed. */

import type { Act } from './act.ts';
import { closingOf, nameOf } from './closing-acts.ts';

/** Empty where the acts tell nothing of a purpose. */
export function draftInstruction(acts: readonly Act[]): string {
  const clicked = acts.filter(({ action }) => action?.kind === 'click' && nameOf(action) !== '');
  const thing = clicked.findLast(({ action }) => action?.target?.role === 'link');
  const about = thing?.action ? nameOf(thing.action) : '';
  const closing = acts.findLast((act) => closingOf(act) === 1 && act.action?.kind === 'click');
  const deed = closing?.action ? nameOf(closing.action) : '';
  if (deed && about && deed !== about) return `${deed}: ${about}`;
  return deed || (about && `Look at ${about}`);
}
