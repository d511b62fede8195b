import { expect, test } from 'vitest';
import { openingRole } from './opening-role.ts';

test('the address decides, then the work a person does here', () => {
  expect(openingRole('contributor', ['annotator'])).toBe('contributor');
  expect(openingRole('consumer', ['annotator', 'admin'])).toBe('annotator');
  expect(openingRole(null, ['admin', 'reviewer'])).toBe('reviewer');
  expect(openingRole(null, ['admin'])).toBe('admin');
  expect(openingRole(null, [])).toBe('contributor');
});
