/** The next version of a project's labels while it is edited: verbs in, edits out, with undo and redo,
 * and the intent that is chosen. Knows no screen and no database. */

import type { IntentId } from '#core/ids.ts';
import type { LabelSet, RequiredField } from '#core/label-set.ts';
import type { OutcomeOf } from '#core/outcome-of.ts';
import { checkLabels, type LabelProblem } from './check-labels.ts';
import { diffLabelSets, isSame, type LabelDiff } from './diff-label-sets.ts';
import {
  draftOf,
  intentsOf,
  noLabels,
  slugsOf,
  type DraftIntent,
  type DraftLabels,
} from './draft-labels.ts';
import type { KeptLabels } from './kept-labels.ts';
import { applyLabelEdit, invertLabelEdit, type LabelEdit } from './label-edit.ts';
import type { OutlineIntent } from './label-outline.ts';
import * as plan from './label-plans.ts';
import { rewriteLabels } from './rewrite-labels.ts';

export interface LabelDraftOptions {
  /** The version it is to follow; absent before the first. */
  readonly base: LabelSet | undefined;
  readonly kept?: KeptLabels | undefined;
  readonly keep: (kept: KeptLabels | undefined) => void;
  readonly makeId: () => IntentId;
}

interface Step {
  readonly edit: LabelEdit;
  /** Changes of one gesture are one step. */
  readonly gesture?: string | undefined;
}

export class LabelDraft {
  readonly base: LabelSet | undefined;
  readonly #on: LabelDraftOptions;
  #labels = $state.raw() as DraftLabels;
  #done = $state.raw<readonly Step[]>([]);
  #undone = $state.raw<readonly Step[]>([]);
  #chosen = $state.raw<IntentId | undefined>();
  #note = $state('');
  #refusal = $state.raw<string | undefined>();
  readonly #problems = $derived.by(() => checkLabels(this.#labels));
  readonly #diff = $derived.by(() => this.#compare());

  constructor(options: LabelDraftOptions) {
    const { base, kept } = options;
    this.#on = options;
    this.base = base;
    this.#labels = kept?.labels ?? (base ? draftOf(base) : noLabels);
    this.#note = kept?.note ?? '';
    this.#chosen = this.#labels.intents[0]?.id;
  }

  get labels(): DraftLabels {
    return this.#labels;
  }

  get intents(): readonly DraftIntent[] {
    return this.#labels.intents;
  }

  get chosen(): DraftIntent | undefined {
    return this.intents.find(({ id }) => id === this.#chosen);
  }

  get problems(): readonly LabelProblem[] {
    return this.#problems;
  }

  /** What publishing would change. */
  get diff(): LabelDiff {
    return this.#diff;
  }

  get changed(): boolean {
    return !isSame(this.#diff);
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Why the last act was refused; gone with the next. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  get note(): string {
    return this.#note;
  }

  set note(note: string) {
    this.#note = note;
    this.#keep();
  }

  choose(id: IntentId | undefined): void {
    this.#chosen = id;
    this.#refusal = undefined;
  }

  /** The slug of the chosen intent, by which it is found in another version. */
  get chosenSlug(): string | undefined {
    return this.#chosen && slugsOf(this.intents).get(this.#chosen);
  }

  chooseSlug(slug: string | undefined): void {
    const found = this.intents.find(({ id }) => slugsOf(this.intents).get(id) === slug);
    if (found) this.choose(found.id);
  }

  /** Answers the new intent, which has no title yet. */
  add(below = false): IntentId | undefined {
    const id = this.#on.makeId();
    const step = plan.addIntent(this.#labels, id, { after: this.chosen?.id, below });
    return this.#act(step) ? id : undefined;
  }

  change(id: IntentId, change: Parameters<typeof plan.changeIntent>[2], gesture?: string): void {
    this.#act(plan.changeIntent(this.#labels, id, change), gesture && `${gesture} ${id}`);
  }

  move(id: IntentId, way: plan.Way): void {
    this.#act(plan.moveIntent(this.#labels, id, way));
  }

  drop(id: IntentId): void {
    this.#act(plan.dropIntent(this.#labels, id));
  }

  bringBack(id: IntentId): void {
    this.#act(plan.bringBack(this.#labels, id));
  }

  merge(id: IntentId, into: IntentId): void {
    this.#act(plan.mergeIntent(this.#labels, id, into));
  }

  require(field: RequiredField, asked: boolean): void {
    const before = this.#labels.requiredFields;
    const others = before.filter((each) => each !== field);
    this.#do({ edit: { kind: 'require', before, after: asked ? [...others, field] : others } });
  }

  rewrite(lines: readonly OutlineIntent[]): void {
    this.#do({ edit: rewriteLabels(this.intents, lines, this.#on.makeId), gesture: 'text' });
    if (this.chosen === undefined) this.choose(this.intents[0]?.id);
  }

  /** The typing has ended; what comes next is a step of its own. */
  endGesture(): void {
    const last = this.#done.at(-1);
    if (last?.gesture) this.#done = [...this.#done.slice(0, -1), { edit: last.edit }];
  }

  undo(): void {
    const step = this.#done.at(-1);
    if (step === undefined) return;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, { edit: step.edit }];
    this.#turn(invertLabelEdit(step.edit));
  }

  redo(): void {
    const step = this.#undone.at(-1);
    if (step === undefined) return;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, step];
    this.#turn(step.edit);
  }

  /** Takes the intent that was just added back, as if it never was. */
  takeBack(): void {
    this.undo();
    this.#undone = this.#undone.slice(0, -1);
  }

  /** Back to what is published, as a step that can be undone. */
  discard(): void {
    const to = this.base ? draftOf(this.base) : noLabels;
    const { intents, requiredFields } = this.#labels;
    this.#do({
      edit: {
        kind: 'together',
        edits: [
          { kind: 'rewrite', before: intents, after: to.intents },
          { kind: 'require', before: requiredFields, after: to.requiredFields },
        ],
      },
    });
    if (this.chosen === undefined) this.choose(this.intents[0]?.id);
  }

  /** It is published: nothing of it needs to be kept here any more. */
  forget(): void {
    this.#on.keep(undefined);
  }

  #act(step: OutcomeOf<plan.LabelStep>, gesture?: string): boolean {
    this.#refusal = step.ok ? undefined : step.problems.map(({ sentence }) => sentence).join(' ');
    if (!step.ok) return false;
    this.#do({ edit: step.value.edit, gesture });
    this.#chosen = step.value.chosen;
    return true;
  }

  #do(step: Step): void {
    this.#labels = applyLabelEdit(this.#labels, step.edit);
    const last = this.#done.at(-1);
    const joined =
      last?.gesture !== undefined && last.gesture === step.gesture
        ? joinedOf(last.edit, step.edit)
        : undefined;
    this.#done = joined
      ? [...this.#done.slice(0, -1), { ...step, edit: joined }]
      : [...this.#done, step];
    this.#undone = [];
    this.#keep();
  }

  #turn(edit: LabelEdit): void {
    this.#labels = applyLabelEdit(this.#labels, edit);
    this.#refusal = undefined;
    this.#chosen = aboutOf(edit) ?? this.#chosen;
    if (this.chosen === undefined) this.#chosen = this.intents[0]?.id;
    this.#keep();
  }

  #keep(): void {
    const { base } = this;
    const kept = { after: base?.version ?? 0, labels: this.#labels, note: this.#note };
    this.#on.keep(this.changed || this.#note !== '' ? kept : undefined);
  }

  #compare(): LabelDiff {
    const { requiredFields } = this.#labels;
    const after = { intents: intentsOf(this.#labels), requiredFields };
    return diffLabelSets(
      this.base ?? { intents: [], requiredFields: noLabels.requiredFields },
      after,
    );
  }
}

function joinedOf(before: LabelEdit, after: LabelEdit): LabelEdit | undefined {
  if (before.kind === 'change intent' && after.kind === 'change intent')
    return { ...after, before: before.before };
  if (before.kind === 'rewrite' && after.kind === 'rewrite')
    return { ...after, before: before.before };
  return undefined;
}

/** The intent an edit is about, for the eye to turn to. */
function aboutOf(edit: LabelEdit): IntentId | undefined {
  if (edit.kind === 'add intent') return edit.intent.id;
  if (edit.kind === 'change intent') return edit.after.id;
  if (edit.kind === 'move intent') return edit.id;
  if (edit.kind === 'together') return edit.edits.map(aboutOf).findLast((id) => id !== undefined);
  return undefined;
}
