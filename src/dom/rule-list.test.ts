import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RuleList, type RuleStep } from './rule-list.ts';

interface Rule {
  readonly text: string;
  readonly inner: Rule[];
  readonly declared: Record<string, unknown>;
}

const rule = (text: string): Rule => ({ text, inner: [], declared: {} });

/** A browser's sheet: `no` is a rule it refuses. */
function apply(sheet: Rule[], step: RuleStep): void {
  const path = [...step.path];
  const index = path.pop() ?? 0;
  let rules: Rule[] | undefined = sheet;
  for (const at of path) rules = rules?.[at]?.inner;
  if (rules === undefined) return;
  if (step.kind === 'remove') rules.splice(index, 1);
  else if (step.kind === 'insert') {
    if (step.rule !== 'no') rules.splice(Math.min(index, rules.length), 0, rule(step.rule));
  } else {
    const target = rules[index];
    if (target) target.declared[step.property] = step.declaration;
  }
}

function perform(list: RuleList, step: RuleStep): void {
  if (step.kind === 'insert') list.insert(step.path, step.rule);
  else if (step.kind === 'remove') list.remove(step.path);
  else list.declare(step.path, step.property, step.declaration);
}

const before = () => ['a', 'b', 'c', 'd', 'e'].map(rule);

describe('RuleList', () => {
  it('makes of any history the same sheet', () => {
    const drawn = fc.array(
      fc.record({
        kind: fc.constantFrom('insert', 'insert', 'remove', 'declare' as const),
        at: fc.nat(20),
        within: fc.option(fc.nat(3), { nil: undefined }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(drawn, (steps) => {
        const sheet = before();
        const list = new RuleList();
        for (const [i, { kind, at, within }] of steps.entries()) {
          const room = sheet.length + (kind === 'insert' ? 1 : 0);
          if (room === 0) continue;
          const top = within === undefined ? at % room : at % Math.max(1, sheet.length);
          const inner = within === undefined ? undefined : (sheet[top]?.inner ?? []);
          if (inner !== undefined && kind !== 'insert' && inner.length === 0) continue;
          const innerRoom = (inner?.length ?? 0) + (kind === 'insert' ? 1 : 0);
          const path = inner === undefined ? [top] : [top, (within ?? 0) % innerRoom];
          const step: RuleStep =
            kind === 'insert'
              ? { kind, path, rule: `r${i}` }
              : kind === 'remove'
                ? { kind, path }
                : { kind, path, property: 'top', declaration: { value: `${i}px` } };
          if (inner !== undefined && sheet[top] === undefined) continue;
          apply(sheet, step);
          perform(list, step);
        }
        const again = before();
        for (const step of list.steps()) apply(again, step);
        expect(again).toEqual(sheet);
      }),
    );
  });

  it('does not grow with rules that come and go', () => {
    const list = new RuleList();
    for (let i = 0; i < 10_000; i++) {
      list.insert([5 + (i % 7)], `r${i}`);
      list.remove([5 + (i % 7)]);
      list.declare([2], 'color', { value: `#${i}` });
    }
    expect(list.steps()).toEqual([
      { kind: 'declare', path: [2], property: 'color', declaration: { value: '#9999' } },
    ]);
  });

  it('lets no refused rule shift those that were put in around it', () => {
    const sheet = before();
    const list = new RuleList();
    for (const text of ['x', 'no', 'y', 'no', 'z']) {
      const step = { kind: 'insert', path: [sheet.length], rule: text } as const;
      apply(sheet, step);
      perform(list, step);
    }
    const again = before();
    for (const step of list.steps()) apply(again, step);
    expect(again.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'y', 'z']);
  });
});
