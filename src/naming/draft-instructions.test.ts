import { expect, test } from 'vitest';
import { ms } from '#core/time.ts';
import { draftInstructions } from './draft-instructions.ts';
import { sketchActions } from './sketch-naming.ts';

const whole = { startsMs: ms(0), endsMs: ms(600_000) };
const drafts = (text: string, span = whole) => draftInstructions(sketchActions(text), span);

test('a change is told with its thing and what it was changed to', () => {
  expect(
    drafts(`
      Order 1042 · Desk | link Edit → Edit order 1042 · Desk
      Edit order 1042 · Desk | field Delivery address = 14 Orchard Parade
      Edit order 1042 · Desk | button Save`)[0],
  ).toBe('Change the delivery address of order 1042 to 14 Orchard Parade');
});

test('what was searched and opened is found, by the name its page has', () => {
  expect(
    drafts(`
      Orders · Desk | search Search orders = 1042
      Orders · Desk | link 1042 → Order 1042 · Desk
      Order 1042 · Desk | press PageDown`),
  ).toEqual(['Find order 1042', 'Look at order 1042']);
});

test('the page a task ends on is known from what came after it', () => {
  const text = `
    Orders · Desk | link 1042 → Order 1042 · Desk
    Order 1042 · Desk | button Print`;
  expect(drafts(text, { startsMs: ms(0), endsMs: ms(700) })).toEqual([
    'Find order 1042',
    'Look at order 1042',
  ]);
});

test('a button says what was done, in the words of the page', () => {
  expect(drafts('Order 1042 · Desk | button Cancel order')[0]).toBe('Cancel order 1042');
  expect(drafts('Order 1042 · Desk | button Mark as shipped')[0]).toBe(
    'Mark order 1042 as shipped',
  );
  expect(drafts('Order 1042 · Desk | button Release hold')[0]).toBe('Release hold for order 1042');
  expect(
    drafts(`
      Order 1042 · Desk | button Add note
      Order 1042 · Desk | field Note = Call them first
      Order 1042 · Desk | button Add note`)[0],
  ).toBe('Add note for order 1042: Call them first');
});

test('a form whose end was not seen is told by what opened it', () => {
  expect(
    drafts(`
      Order 1042 · Desk | button Add note
      Order 1042 · Desk | field Note = Call them first`)[0],
  ).toBe('Add note for order 1042: Call them first');
});

test('the steps that make a new thing are one deed', () => {
  expect(
    drafts(`
      New order, items · Desk | button Add tape
      New order, shipping · Desk | button Place order`),
  ).toEqual(['Place order']);
});

test('what was given up again is no part of it', () => {
  const left = drafts(`
    Order 1042 · Desk | button Add note
    Order 1042 · Desk | field Note = Never mind
    Order 1042 · Desk | press Escape
    Order 1042 · Desk | button Release hold`);
  expect(left[0]).toBe('Release hold for order 1042');
  expect(left.join()).not.toMatch(/note|never/i);
});

test('a withheld text never stands in a draft, nor that it was long', () => {
  const all = drafts(`
    Account · Desk | field Passcode = •
    Account · Desk | button Save`);
  expect(all[0]).toBe('Change the passcode of Account');
});

test('two things done are told together, then each by itself', () => {
  expect(
    drafts(`
      Order 1042 · Desk | button Release hold
      Order 1042 · Desk | button Mark as shipped`),
  ).toEqual([
    'Release hold for order 1042, then mark order 1042 as shipped',
    'Mark order 1042 as shipped',
    'Release hold for order 1042',
  ]);
});

test('never more than three, never one twice, and none where nothing was done', () => {
  const many = drafts(
    Array.from({ length: 9 }, (_, i) => `Order ${i} · Desk | button Release hold`).join('\n'),
  );
  expect(new Set(many).size).toBe(3);
  expect(draftInstructions([], whole)).toEqual([]);
});
