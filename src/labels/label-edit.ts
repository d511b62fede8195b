import type { IntentId } from '#core/ids.ts';
import type { RequiredField } from '#core/label-set.ts';
import { unreachable } from '#core/unreachable.ts';
import { inTreeOrder, type DraftIntent, type DraftLabels } from './draft-labels.ts';

/** Under which intent, if any, and which of its children, counted without the one that is placed. */
export interface IntentPlace {
  readonly parentId?: IntentId | undefined;
  readonly at: number;
}

/** One change of a label set that is being edited, complete enough to be undone. */
export type LabelEdit =
  /** `at`: which of its siblings it is. */
  | { readonly kind: 'add intent'; readonly intent: DraftIntent; readonly at: number }
  /** Of an intent with none below it. */
  | { readonly kind: 'remove intent'; readonly intent: DraftIntent; readonly at: number }
  /** Of all but its place. */
  | { readonly kind: 'change intent'; readonly before: DraftIntent; readonly after: DraftIntent }
  | {
      readonly kind: 'move intent';
      readonly id: IntentId;
      readonly before: IntentPlace;
      readonly after: IntentPlace;
    }
  | {
      readonly kind: 'require';
      readonly before: readonly RequiredField[];
      readonly after: readonly RequiredField[];
    }
  /** Of the whole tree at once, as by editing it as text. */
  | {
      readonly kind: 'rewrite';
      readonly before: readonly DraftIntent[];
      readonly after: readonly DraftIntent[];
    }
  | { readonly kind: 'together'; readonly edits: readonly LabelEdit[] };

export function applyLabelEdit(labels: DraftLabels, edit: LabelEdit): DraftLabels {
  const { intents } = labels;
  switch (edit.kind) {
    case 'add intent':
      return { ...labels, intents: placed(intents, edit.intent, edit.at) };
    case 'remove intent':
      return { ...labels, intents: intents.filter(({ id }) => id !== edit.intent.id) };
    case 'change intent':
      return {
        ...labels,
        intents: intents.map((each) => (each.id === edit.after.id ? edit.after : each)),
      };
    case 'move intent': {
      const moving = intents.find(({ id }) => id === edit.id);
      if (!moving) throw new Error(`intent ${edit.id} is not there`);
      const { parentId } = edit.after;
      const others = intents.filter(({ id }) => id !== edit.id);
      const moved = { ...rootless(moving), ...(parentId !== undefined && { parentId }) };
      return { ...labels, intents: placed(others, moved, edit.after.at) };
    }
    case 'require':
      return { ...labels, requiredFields: edit.after };
    case 'rewrite':
      return { ...labels, intents: edit.after };
    case 'together':
      return edit.edits.reduce(applyLabelEdit, labels);
    default:
      return unreachable(edit);
  }
}

/** The edit that undoes `edit`. */
export function invertLabelEdit(edit: LabelEdit): LabelEdit {
  switch (edit.kind) {
    case 'add intent':
      return { ...edit, kind: 'remove intent' };
    case 'remove intent':
      return { ...edit, kind: 'add intent' };
    case 'change intent':
      return { kind: 'change intent', before: edit.after, after: edit.before };
    case 'move intent':
      return { ...edit, before: edit.after, after: edit.before };
    case 'require':
      return { kind: 'require', before: edit.after, after: edit.before };
    case 'rewrite':
      return { kind: 'rewrite', before: edit.after, after: edit.before };
    case 'together':
      return { kind: 'together', edits: edit.edits.map(invertLabelEdit).reverse() };
    default:
      return unreachable(edit);
  }
}

const rootless = ({ parentId: _, ...rest }: DraftIntent) => rest;

function placed(
  intents: readonly DraftIntent[],
  intent: DraftIntent,
  at: number,
): readonly DraftIntent[] {
  const next = intents.filter((each) => each.parentId === intent.parentId)[at];
  const index = next === undefined ? intents.length : intents.indexOf(next);
  return inTreeOrder([...intents.slice(0, index), intent, ...intents.slice(index)]);
}
