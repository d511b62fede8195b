import { expect, test } from 'vitest';
import type { Role } from '#core/role.ts';
import { placesOf, startOf } from './places.ts';

const labels = (...roles: Role[]) => placesOf({ slug: 'p', roles }).map((place) => place.label);

test.each<[Role, string[]]>([
  ['annotator', ['Sessions']],
  ['reviewer', ['Sessions', 'Review']],
  ['consumer', ['Releases']],
  ['contributor', ['My recordings']],
  ['admin', ['Sessions', 'Releases', 'Project']],
])('%s goes to %j', (role, expected) => {
  expect(labels(role)).toEqual(expected);
});

test('a reviewer starts at the review queue, an annotator who also reviews at the sessions', () => {
  expect(startOf({ slug: 'p', roles: ['reviewer'] })?.label).toBe('Review');
  expect(startOf({ slug: 'p', roles: ['reviewer', 'annotator'] })?.label).toBe('Sessions');
});

test('nobody without a role has a place', () => {
  expect(startOf({ slug: 'p', roles: [] })).toBeUndefined();
});
