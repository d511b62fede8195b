import { expect, test } from 'vitest';
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import { PolicyDraft } from './policy-draft.svelte.ts';

function open() {
  const draft = new PolicyDraft();
  draft.open({
    ...defaultCapturePolicy,
    vocabulary: ['Save order', 'Customer'],
    // As the database answers it: keys in an order of its own.
    fields: [{ fidelity: 'none', selector: '#note' }],
  });
  return draft;
}

test('what was opened is what stands there, and counts as unchanged', () => {
  const draft = open();
  expect(draft.changed).toBe(false);
  expect(draft.rules.vocabulary).toEqual(['Save order', 'Customer']);
});

test('blank lines and empty field rules are not rules', () => {
  const draft = open();
  draft.vocabulary += '\n\n  \n';
  draft.addField();
  expect(draft.changed).toBe(false);
});

test('a change shows, and taking it back takes it away', () => {
  const draft = open();
  draft.fieldDefault = 'none';
  expect(draft.changed).toBe(true);
  draft.fieldDefault = 'class';
  expect(draft.changed).toBe(false);
  draft.removeField(0);
  expect(draft.rules.fields).toEqual([]);
  expect(draft.changed).toBe(true);
});
