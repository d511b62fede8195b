/** Acts that bring something to its end: a form submitted, a thing saved, sent, placed or cancelled. */

import type { Action } from '#core/action.ts';
import type { Reason } from '#core/suggestion.ts';
import type { Act } from './act.ts';

/** How buttons that carry something out are called, in the languages we know of. */
const carriesOut =
  /^(save|submit|send|place|confirm|create|publish|pay|buy|order|book|apply|update|delete|remove|cancel|discard|approve|reject|release|start|finish|complete|done|mark|add|sign|unlock|post|share|upload|register|speichern|senden|bestellen|bestätigen|abschicken|löschen|stornieren|anlegen|enregistrer|envoyer|valider|confirmer|supprimer|annuler|guardar|enviar|confirmar|eliminar|cancelar|salva|invia|conferma)\b/i;

const buttons = new Set(['button', 'menuitem', 'input']);

/** How strongly `act` closes what came before, 0 to 1; less where `after` shows that it only asked for
 * more: a dialog with fields, or whether one is sure. */
export function closingOf(act: Act, after?: Act): number {
  const closing = closingAlone(act);
  if (closing === 0 || after === undefined || act.page !== act.next) return closing;
  if (after.startsMs - act.endsMs > answeredMs || after.page !== act.page) return closing;
  const asksForMore = after.action?.kind === 'type' || after.action?.kind === 'select_option';
  return asksForMore || isSameDeed(act, after) ? closing * 0.2 : closing;
}

const answeredMs = 8000;

const isSameDeed = (act: Act, after: Act) =>
  closingAlone(after) > 0 && firstWord(act) !== '' && firstWord(act) === firstWord(after);

const firstWord = ({ action }: Act) => (action ? nameOf(action).split(' ')[0]! : '');

function closingAlone(act: Act): number {
  const { action } = act;
  if (action === undefined) return 0;
  if (action.kind === 'submit') return 1;
  if (action.kind === 'press') return closingKey(action);
  if (action.kind !== 'click' && action.kind !== 'dblclick') return 0;
  if (!buttons.has(action.target?.role ?? action.target?.tag ?? '')) return 0;
  const name = nameOf(action);
  if (action.target?.attributes['type'] === 'submit') return carriesOut.test(name) ? 1 : 0.3;
  return carriesOut.test(name) ? 1 : 0;
}

function closingKey({ keys, target }: Extract<Action, { kind: 'press' }>): number {
  if (/^(Control|Meta)\+s$/i.test(keys)) return 1;
  if (keys !== 'Enter') return 0;
  const role = target?.role ?? target?.tag ?? '';
  return buttons.has(role) ? (carriesOut.test(nameOf({ target })) ? 1 : 0.5) : 0;
}

export function closingReason(act: Act): Reason {
  const { action } = act;
  const name = action ? nameOf(action) : '';
  if (action?.kind === 'press')
    return { kind: 'submit', sentence: `It was saved or sent with ${action.keys}.` };
  if (action?.kind === 'submit')
    return {
      kind: 'submit',
      sentence: name ? `The form with “${name}” was submitted.` : 'A form was submitted.',
    };
  return { kind: 'submit', sentence: `“${name}” was clicked, which carries something out.` };
}

export function nameOf({ target }: Pick<Action, 'target'>): string {
  const name = (target?.name ?? target?.text ?? '').replace(/\s+/g, ' ').trim();
  return name.length > 40 ? `${name.slice(0, 39)}…` : name;
}
