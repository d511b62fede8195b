import { fieldKind, optionLabel, valueOf } from '#dom/field-kind.ts';
import { isWithin } from '#dom/page-node.ts';
import { inputType } from '#dom/role-of.ts';
import type { InputData } from '#dom/rrweb-events.ts';
import { beginDraft } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import type { Draft, RecentActs } from './recent-acts.ts';

/** A click or press this soon before is how the choice was made, not an act of its own. */
const foldsMs = 1000;

/** Makes ticks and selections of field values; true when the input was one. */
export function takeChoice(
  acts: RecentActs,
  moment: Moment,
  data: InputData,
  isByHand: boolean,
): boolean {
  const node = moment.page.tree.get(data.id);
  const kind = node && fieldKind(node);
  if (node === undefined || (kind !== 'check' && kind !== 'choice')) return false;
  const wasChecked = node.checked ?? node.attributes.has('checked');
  const isSame = kind === 'check' ? wasChecked === data.isChecked : valueOf(node) === data.text;
  // A radio that goes out does so because another was chosen.
  const goesOut = inputType(node) === 'radio' && !data.isChecked;
  if (isSame || goesOut) return true;
  const before = acts.all.filter(({ draft }) => {
    if (draft.kind !== 'click' && draft.kind !== 'press') return false;
    const target = draft.target && moment.page.tree.get(draft.target.node);
    const isOnIt = target !== undefined && isWithin(target, node);
    return isOnIt && moment.at - (draft.endsMs - 1) <= foldsMs;
  });
  if (!isByHand && before.length === 0) return true;
  const first = before[0]?.draft;
  const base = beginDraft(moment, data.id);
  const draft: Draft = {
    ...base,
    ...(first !== undefined && { startsMs: first.startsMs, page: first.page }),
    events: [first?.events[0] ?? moment.index, moment.index],
    ...(kind === 'check'
      ? { kind: 'set_checked' as const, checked: data.isChecked }
      : { kind: 'select_option' as const, option: optionLabel(node, data.text) }),
  };
  for (const act of before) acts.remove(act);
  acts.begin(draft);
  return true;
}
