import { expect, test } from 'vitest';
import { fail, succeed, type OutcomeOf } from '#core/outcome-of.ts';
import type { Suggestion } from '#core/suggestion.ts';
import { askModel } from '#suggest/ask-model.ts';
import { ms } from '#core/time.ts';
import { ModelSuggestions } from './model-suggestions.svelte.ts';

const question = askModel({ actions: [], pages: [] }, ms(1000), [], []);
const one = { id: 'm:0-1' } as Suggestion;

function open(
  answer: () => Promise<unknown>,
  read: () => OutcomeOf<readonly Suggestion[]> = () => succeed([one]),
  address: string | undefined = 'https://model.example:8443/suggest?key=1',
) {
  const sent: string[] = [];
  const told: string[] = [];
  const model = new ModelSuggestions({
    address,
    question: () => question,
    send: (text) => {
      sent.push(text);
      return answer();
    },
    read,
    sentenceOf: (error) => (error as Error).message,
    tell: (sentence) => told.push(sentence),
  });
  return { model, sent, told };
}

test('nothing is sent before it was shown, and then exactly what was shown', async () => {
  const { model, sent } = open(() => Promise.resolve({}));
  await model.send();
  expect(sent).toEqual([]);
  model.show();
  expect(sent).toEqual([]);
  const { state } = model;
  const shown = state.kind === 'showing' ? state.text : '';
  expect(JSON.parse(shown)).toEqual(question);
  await model.send();
  expect(sent).toEqual([shown]);
  expect(model.found).toEqual([one]);
  expect(model.state.kind).toBe('resting');
  expect(model.host).toBe('model.example:8443');
});

test('who says no sends nothing', async () => {
  const { model, sent } = open(() => Promise.resolve({}));
  model.show();
  model.leave();
  await model.send();
  expect(sent).toEqual([]);
});

test('a bad answer and a failed sending are told, and what was found before stays', async () => {
  let isGood = true;
  const bad = { path: 'tasks[3]', sentence: 'It needs a score from 0 to 1.' };
  const { model } = open(
    () => Promise.resolve({}),
    () => (isGood ? succeed([one]) : fail(bad, bad)),
  );
  model.show();
  await model.send();
  isGood = false;
  model.show();
  await model.send();
  expect(model.state).toMatchObject({
    kind: 'showing',
    sentence:
      'The model’s answer can’t be used: tasks[3]: It needs a score from 0 to 1. 1 more of its tasks are wrong.',
  });
  expect(model.found).toEqual([one]);
  const refused = open(() => Promise.reject(new Error('The contributor has not agreed.')));
  refused.model.show();
  await refused.model.send();
  expect(refused.model.state).toMatchObject({ sentence: 'The contributor has not agreed.' });
});

test('where none is set up, it says who can', () => {
  const { model, told } = open(() => Promise.resolve({}), undefined, '');
  expect(model.host).toBe('');
  const off = new ModelSuggestions({
    address: undefined,
    question: () => question,
    send: () => Promise.reject(new Error('sent')),
    read: () => succeed([]),
    sentenceOf: String,
    tell: (sentence) => told.push(sentence),
  });
  off.show();
  expect(off.state.kind).toBe('resting');
  expect(told[0]).toMatch(/No model is set up/);
});
