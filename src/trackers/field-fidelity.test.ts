import { expect, test } from 'vitest';
import { isSecretField, maskValue, neverSecret, type FieldFacts } from './field-fidelity.ts';

const field = (attributes: Record<string, string>): FieldFacts => ({
  getAttribute: (name) => attributes[name] ?? null,
  hasAttribute: (name) => name in attributes,
});

test.each([
  [{ type: 'password' }],
  [{ type: 'PASSWORD' }],
  [{ type: 'text', 'data-rr-is-password': 'true' }],
  [{ autocomplete: 'one-time-code' }],
  [{ autocomplete: 'section-pay billing cc-number' }],
  [{ autocomplete: 'CC-CSC' }],
  [{ autocomplete: 'new-password' }],
])('%o is secret', (attributes: Record<string, string>) => {
  expect(isSecretField(field(attributes))).toBe(true);
  expect(neverSecret(() => 'text')(field(attributes) as Element)).toBe('none');
});

test.each([
  [{}],
  [{ type: 'email', autocomplete: 'email' }],
  [{ autocomplete: 'shipping postal-code' }],
])('%o is not secret', (attributes: Record<string, string>) => {
  expect(isSecretField(field(attributes))).toBe(false);
  expect(neverSecret(() => 'class')(field(attributes) as Element)).toBe('class');
});

test('a withheld value tells neither its text nor its length', () => {
  expect(maskValue('four', 'none')).toBe(maskValue('a much longer secret', 'none'));
  expect(maskValue('naïve', 'class')).toBe('•••••');
  expect(maskValue('seen', 'text')).toBe('seen');
});
