import { expect, test } from 'vitest';
import { lookingRole, openingRole } from './opening-role.ts';

test('the address decides, then the work a person does here', () => {
  expect(openingRole('contributor', ['annotator'])).toBe('contributor');
  expect(openingRole('consumer', ['annotator', 'admin'])).toBe('annotator');
  expect(openingRole(null, ['admin', 'reviewer'])).toBe('reviewer');
  expect(openingRole(null, ['admin'])).toBe('admin');
  expect(openingRole(null, [])).toBe('contributor');
});

test('a look is had in a role that needs neither lease nor reason, or not at all', () => {
  expect(lookingRole('contributor', ['reviewer'])).toBe('contributor');
  expect(lookingRole('admin', ['admin', 'contributor', 'reviewer'])).toBe('reviewer');
  expect(lookingRole(null, ['annotator', 'contributor'])).toBe('contributor');
  expect(lookingRole('annotator', ['annotator', 'admin'])).toBeUndefined();
});
