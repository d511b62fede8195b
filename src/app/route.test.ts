import { expect, test } from 'vitest';
import { pathOf, routeOf } from './route.ts';

test.each([
  '/',
  '/recordings',
  '/p/order-desk/sessions',
  '/p/order-desk/sessions/4f2a',
  '/embed/order-desk/sessions/4f2a',
  '/p/order-desk/review',
  '/p/order-desk/review/77',
  '/p/order-desk/releases',
  '/p/order-desk/project',
])('%s is read and written alike', (path) => {
  const route = routeOf(path);
  expect(route.kind).not.toBe('unknown');
  expect(pathOf(route)).toBe(path);
});

test.each([
  '/p',
  '/p/x',
  '/p/x/nowhere',
  '/p/x/releases/1',
  '/p/x/sessions/1/2',
  '/embed',
  '/embed/x/sessions',
  '/embed/x/review/1',
  '/embed/x/sessions/1/2',
  '/%E0%A4%A',
])('%s is no place, and keeps its path', (path) => {
  expect(routeOf(path)).toEqual({ kind: 'unknown', path });
});
