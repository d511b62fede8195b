import { describe, expect, it } from 'vitest';
import type { Target } from '#core/action.ts';
import { describeTarget } from './describe-target.ts';
import { following, type PageNode } from './page-node.ts';
import { Page } from './page.ts';
import { sketchDocument, type Drawn } from './sketch-document.ts';

/** Describes the element marked with `data-here`. */
function describeHere(...body: Drawn[]): Target | undefined {
  const page = new Page();
  page.apply({ type: 2, data: { node: sketchDocument('Test', ...body) }, timestamp: 0 });
  const { root } = page.tree;
  for (let at = root; at !== undefined; at = following(at, root as PageNode))
    if (at.attributes.has('data-here')) return describeTarget(page, at.id);
  throw new Error('nothing is marked');
}
const here = { 'data-here': true } as const;
const nameOf = (...body: Drawn[]) => describeHere(...body)?.name;

describe('describeTarget', () => {
  it('moves to the nearest interactive ancestor and says where it came from', () => {
    const target = describeHere([
      'button',
      { id: 'save' },
      ['span', here, 'Save ', ['b', {}, 'all']],
    ]);
    expect(target).toMatchObject({
      tag: 'button',
      role: 'button',
      name: 'Save all',
      text: 'Save all',
    });
    expect(target?.retargetedFrom).toBe((target?.node ?? 0) + 1);
  });

  it('moves from a label to its field, wrapped or named', () => {
    expect(describeHere(['label', here, ['input', { type: 'checkbox' }], 'I agree'])).toMatchObject(
      { tag: 'input', role: 'checkbox', name: 'I agree' },
    );
    expect(
      describeHere(['label', { ...here, for: 'q' }, 'Search'], ['input', { id: 'q' }]),
    ).toMatchObject({ tag: 'input', role: 'textbox', name: 'Search' });
  });

  it('stays where nothing is interactive, and knows no target for a lost node', () => {
    expect(describeHere(['p', here, 'Hello'])).toMatchObject({ tag: 'p', role: 'paragraph' });
    const page = new Page();
    page.apply({ type: 2, data: { node: sketchDocument('Test') }, timestamp: 0 });
    expect(describeTarget(page, 999)).toBeUndefined();
  });

  it('names by the accname order', () => {
    const ref: Drawn = ['span', { id: 'l' }, 'Referenced'];
    const both = { ...here, 'aria-label': 'Stated', title: 'Tip' };
    expect(nameOf(ref, ['button', { ...both, 'aria-labelledby': 'l' }, 'Text'])).toBe('Referenced');
    expect(nameOf(['button', both, 'Text'])).toBe('Stated');
    expect(nameOf(['button', { ...here, title: 'Tip' }, 'Text'])).toBe('Text');
    expect(nameOf(['button', { ...here, title: 'Tip' }])).toBe('Tip');
    expect(nameOf(['input', { ...here, placeholder: 'Find an order' }])).toBe('Find an order');
    expect(nameOf(['a', { ...here, href: '#' }, ['img', { alt: 'Home' }]])).toBe('Home');
    expect(nameOf(['input', { ...here, type: 'submit', value: 'Send' }])).toBe('Send');
    expect(nameOf(['fieldset', here, ['legend', {}, 'Address']])).toBe('Address');
  });

  it('leaves hidden and typed text out of names', () => {
    expect(nameOf(['button', here, 'Save', ['span', { 'aria-hidden': 'true' }, ' (x)']])).toBe(
      'Save',
    );
    const field = describeHere(['label', {}, 'Notes', ['textarea', here, 'private words']]);
    expect(field?.name).toBe('Notes');
    expect(JSON.stringify(field)).not.toContain('private');
  });

  it('keeps words apart that stand in different blocks', () => {
    expect(nameOf(['button', here, ['div', {}, 'Total'], ['div', {}, '5'], 'now'])).toBe(
      'Total 5 now',
    );
  });

  it('counts what each selector matches', () => {
    const target = describeHere(
      ['button', { 'data-testid': 'row' }, 'Open'],
      ['button', { ...here, 'data-testid': 'row' }, 'Open'],
      ['button', {}, 'Close'],
    );
    expect(target?.selectors).toEqual([
      { kind: 'role', value: 'button[name="Open"]', matches: 2 },
      { kind: 'testid', value: '[data-testid="row"]', matches: 2 },
      { kind: 'css', value: 'html > body > button:nth-of-type(2)', matches: 1 },
      { kind: 'xpath', value: '/html/body/button[2]', matches: 1 },
    ]);
  });

  it('anchors a path at the nearest id and counts its twins', () => {
    const list = (...cells: Drawn[]): Drawn => ['ul', { id: 'list' }, ...cells];
    const target = describeHere(list(['li', {}], ['li', here]), list(['li', {}], ['li', {}]));
    const css = target?.selectors.find(({ kind }) => kind === 'css');
    expect(css).toEqual({ kind: 'css', value: '#list > li:nth-of-type(2)', matches: 2 });
  });

  it('gives an element in a shadow tree no xpath', () => {
    const page = new Page();
    const node = sketchDocument('Test', ['x-card', {}]);
    page.apply({ type: 2, data: { node }, timestamp: 0 });
    const host = [...Array(20).keys()].find((id) => page.tree.get(id)?.tag === 'x-card') ?? 0;
    const button = {
      id: 90,
      type: 2,
      tagName: 'button',
      attributes: {},
      childNodes: [],
      isShadow: true,
    };
    const adds = [{ parentId: host, nextId: null, node: button }];
    const change = { source: 0, adds, removes: [], texts: [], attributes: [] };
    page.apply({ type: 3, data: change, timestamp: 1 });
    const kinds = describeTarget(page, 90)?.selectors.map(({ kind }) => kind);
    expect(kinds).toEqual(['role', 'css']);
  });
});
