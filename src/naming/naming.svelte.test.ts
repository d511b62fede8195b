import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import type { Outcome, Task } from '#core/task.ts';
import { sketchAnnotation } from '#draft/sketch-annotation.ts';
import { sketchDraft } from '#draft/sketch-draft.ts';
import { commandFor } from '#keys/command-for.ts';
import { nameCommands, type NameCommandId } from '#keys/name-commands.ts';
import { meantInInstruction, outcomePressed } from './field-keys.ts';
import { IntentSearch } from './intent-search.svelte.ts';
import { Naming } from './naming.svelte.ts';
import { sketchActions, sketchIntents } from './sketch-naming.ts';

const intents = sketchIntents('find change add');

function openNaming(tasks: string, more: Partial<Task> = {}) {
  const annotation = sketchAnnotation(tasks);
  const { draft } = sketchDraft({
    ...annotation,
    tasks: annotation.tasks.map((task) => ({ ...task, ...more })),
  });
  const told: string[] = [];
  const shown: string[] = [];
  let chosen: TaskId | undefined;
  let action = 0;
  const actions = sketchActions(
    Array.from({ length: 12 }, (_, i) => `Order ${i + 1} · Desk | button Cancel order`).join('\n'),
  );
  const task = () => draft.tasks.find(({ id }) => id === chosen);
  const naming = new Naming({
    draft,
    intents,
    actions: () => actions,
    task,
    action: () => actions[action],
    select: (id) => (chosen = id),
    goTo: ({ id }) => shown.push(id),
    showActions: () => shown.push('actions'),
    orTell: (outcome) => (outcome.ok ? outcome.value : undefined),
    tell: (sentence) => told.push(sentence),
  });
  return { naming, draft, task, told, shown, choose: (index: number) => (action = index), actions };
}

/** What has the keyboard and what each press means there, as the fields do it. */
class Hands {
  readonly #on: ReturnType<typeof openNaming>;
  readonly #search: IntentSearch;
  #field: string | undefined;
  presses = 0;

  constructor(on: ReturnType<typeof openNaming>) {
    const { naming, task } = on;
    this.#on = on;
    this.#search = new IntentSearch({
      tree: naming.tree,
      recent: () => naming.recent.ids,
      chosen: () => task()?.intentId,
    });
  }

  get field(): string | undefined {
    return this.#field;
  }

  press(key: string, altKey = false): void {
    this.presses += 1;
    const { naming, draft, task } = this.#on;
    const [shiftKey, code] = [
      /[A-Z]/.test(key) && key.length === 1,
      /\d/.test(key) ? `Digit${key}` : '',
    ];
    const press = {
      key,
      code,
      altKey,
      shiftKey,
      ctrlKey: false,
      metaKey: false,
      isComposing: false,
    };
    let goesOn: boolean | undefined;
    if (this.#field === 'instruction') {
      const meant = meantInInstruction(press, naming.drafts.length);
      if (meant?.kind === 'take')
        draft.changeTask(task()!.id, { instruction: naming.drafts[meant.index]! });
      if (meant && (meant.kind === 'go on' || meant.goesOn)) goesOn = naming.goOn('instruction');
    } else if (this.#field === 'intent') {
      const meant = this.#search.press(press);
      if (meant?.kind === 'choose') {
        naming.setIntent(meant.id);
        goesOn = naming.chose('intent');
      }
    } else if (this.#field === 'outcome') {
      const outcome = outcomePressed(press);
      if (outcome) naming.setOutcome(outcome);
      goesOn = naming.goOn('outcome');
    } else {
      const facts = {
        editable: true,
        taskSelected: task() !== undefined,
        actionSelected: true,
        marking: false,
      };
      const called = commandFor(
        nameCommands,
        { ...press, repeat: false },
        { ...facts, focus: 'page' } as never,
        false,
      );
      if (called) naming.run(called.id as NameCommandId, called.chord);
    }
    if (goesOn === false) this.#field = undefined;
    const { wanted } = naming;
    if (!wanted) return;
    this.#field = wanted.field;
    naming.focused();
    this.#search.hide();
    if (wanted.field === 'intent') this.#search.show();
  }
}

const twelve = Array.from({ length: 12 }, (_, i) => `t${i}:${i * 800}-${i * 800 + 700}`).join(' ');

test('every task in a row is named with three keys each, and one to begin', () => {
  const on = openNaming(twelve);
  const hands = new Hands(on);
  hands.press('u');
  for (const task of on.draft.tasks) {
    expect(hands.field).toBe('instruction');
    hands.press('1', true);
    hands.press('1');
    hands.press('1');
    expect(on.draft.tasks.find(({ id }) => id === task.id)).toMatchObject({
      intentId: 'find',
      outcome: 'success',
    });
  }
  expect(on.draft.tasks.map(({ instruction }) => instruction)).toEqual(
    on.draft.tasks.map((_, i) => `Cancel order ${i + 1}`),
  );
  expect(hands.field).toBeUndefined();
  expect(on.told).toEqual(['Every task is named.']);
  expect(hands.presses).toBe(1 + 3 * on.draft.tasks.length);
});

test('what is there already is passed over', () => {
  const on = openNaming('a:0-700 b:800-1500', {
    instruction: 'Done',
    outcome: 'partial' as Outcome,
  });
  const hands = new Hands(on);
  hands.press('u');
  expect(hands.field).toBe('intent');
  hands.press('2');
  expect(on.task()?.id).toBe('b');
  expect(hands.field).toBe('intent');
});

test('an intent chosen by itself leads back to the page', () => {
  const on = openNaming('a:0-700 b:800-1500');
  const hands = new Hands(on);
  on.naming.focus('instruction', 'a' as TaskId);
  on.naming.focused();
  hands.press('/');
  expect(hands.field).toBe('intent');
  hands.press('3');
  expect(on.task()?.intentId).toBe('add');
  expect(hands.field).toBeUndefined();
});

test('drafts are offered only while nothing is written, and never overwrite', () => {
  const on = openNaming('a:0-700');
  on.naming.focus('instruction', 'a' as TaskId);
  expect(on.naming.drafts[0]).toBe('Cancel order 1');
  on.draft.changeTask('a' as TaskId, { instruction: 'My own words' });
  expect(on.naming.drafts).toEqual([]);
});

test('flags are set and taken back by their keys', () => {
  const on = openNaming('a:0-700');
  on.naming.focus('instruction', 'a' as TaskId);
  on.naming.run('flag', 'shift+6');
  on.naming.run('flag', 'shift+5');
  expect(on.task()?.flags).toEqual(['unclear', 'interrupted']);
  on.naming.run('flag', 'shift+6');
  expect(on.task()?.flags).toEqual(['unclear']);
});

test('marks mean the chosen action, are undone like any edit, and show it', () => {
  const { naming, draft, choose, actions, shown } = openNaming('a:0-700');
  naming.run('wrong', '');
  choose(1);
  naming.run('milestone', '');
  expect(actions.slice(0, 3).map((each) => naming.ofAction.labelOf(each))).toEqual([
    { action: '0:0-5:click', wrong: true },
    { action: '0:10-15:click', milestone: true },
    undefined,
  ]);
  expect(shown).toEqual(['actions', 'actions']);
  draft.undo();
  expect(draft.content.actionLabels).toHaveLength(1);
  naming.run('wrong', '');
  expect(draft.content.actionLabels).toHaveLength(2);
});

test('a label whose action is found no more is kept, told, and dropped only when asked', () => {
  const { naming, draft } = openNaming('a:0-700');
  expect(naming.ofAction.lost).toEqual([]);
  draft.act(() => ({
    ok: true,
    value: { edit: { kind: 'label action', after: { action: '9:1-2:click', wrong: true } } },
  }));
  expect(naming.ofAction.lost).toHaveLength(1);
  naming.ofAction.dropLost();
  expect(draft.content.actionLabels).toEqual([]);
});
