import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Action } from '#core/action.ts';
import type { IntentId, NotWorkId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { askModel } from './ask-model.ts';
import { sketchWork } from './sketch-work.ts';

const schema = JSON.parse(readFileSync('public/suggest-request.schema.json', 'utf8'));
const fits = new Ajv2020({ strict: false }).compile(schema);
const whole = ms(100_000);

const work = sketchWork(
  '/orders?customer=Secret-1#Secret-2@0 click:link:Secret-3@1000 click:button:Save_order_1042@2000 type:textbox:Note@3000 click:cell:Secret-4@4000 click:radio:Secret-14@5000',
);
const typed = {
  ...work.actions[2]!,
  kind: 'type',
  text: 'Secret-5',
  finalValue: 'Secret-6',
  page: { url: 'https://desk.example/?q=Secret-7', title: 'Secret-8' },
} as Action;
const pressed = {
  ...work.actions[2]!,
  kind: 'press',
  keys: 'Secret-9',
  target: undefined,
} as Action;
const mail = {
  ...work.actions[1]!,
  target: { ...work.actions[1]!.target!, name: 'Mail secret@Secret-15.example' },
} as Action;
const told = {
  ...work.actions[1]!,
  target: {
    ...work.actions[1]!.target!,
    text: 'Secret-10',
    attributes: { title: 'Secret-11' },
    selectors: [{ kind: 'css', value: '#Secret-12', matches: 1 }],
  },
  leadsTo: 'https://desk.example/Secret-13',
} as Action;
const track = { pages: work.pages, actions: [...work.actions, typed, pressed, told, mail] };

test('what is asked fits the published schema', () => {
  const question = askModel(
    track,
    whole,
    [{ id: 'i' as IntentId, slug: 'find', title: 'Find' }],
    [],
  );
  expect(fits(question), JSON.stringify(fits.errors)).toBe(true);
});

test('nothing typed, pressed, shown or asked for in an address is in it, nor the names of things', () => {
  expect(JSON.stringify(askModel(track, whole, [], []))).not.toContain('Secret');
});

test('what the interface calls its own parts is in it, without digits and addresses', () => {
  const { actions, pages } = askModel(track, whole, [], []);
  expect(actions[1]).toMatchObject({ kind: 'click', role: 'button', name: 'Save order #' });
  expect(actions.at(-1)?.name).toBe('Mail …');
  expect(actions[2]).toMatchObject({ role: 'textbox', name: 'Note' });
  expect(actions[0]).toEqual({ tab: 0, startsMs: 1000, endsMs: 1050, kind: 'click', role: 'link' });
  expect(pages[0]?.address).toBe('https://desk.example/orders');
});

test('what an annotator marked as not work is left out', () => {
  const stretch = { id: 'w' as NotWorkId, startsMs: ms(1500), endsMs: ms(4500) };
  const { actions } = askModel(work, whole, [], [stretch]);
  expect(actions.map(({ startsMs }) => startsMs)).toEqual([1000, 5000]);
});
