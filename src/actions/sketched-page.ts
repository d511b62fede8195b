import type { SerializedNode } from '#dom/rrweb-events.ts';
import { sketchDocument } from '#dom/sketch-document.ts';

export interface SketchedPage {
  readonly document: SerializedNode;
  readonly idOf: (name: string) => number;
  readonly isField: (name: string) => boolean;
}

/** The page every sketch plays on: a form with one element of each kind, all told by their ids. */
export function sketchedPage(path: string): SketchedPage {
  const document = sketchDocument(
    `Desk ${path}`,
    ['h1', { id: 'title' }, 'Desk'],
    [
      'form',
      { id: 'form' },
      ['label', { for: 'q' }, 'Search'],
      ['input', { id: 'q', type: 'text' }],
      ['label', { id: 'notes-label' }, 'Notes', ['textarea', { id: 'notes' }]],
      ['input', { id: 'secret', type: 'password', 'aria-label': 'Password' }],
      ['label', { id: 'agree-label' }, ['input', { id: 'agree', type: 'checkbox' }], 'I agree'],
      [
        'select',
        { id: 'size', 'aria-label': 'Size' },
        ['option', { value: 'small' }, 'Small size'],
        ['option', { value: 'large' }, 'Large size'],
      ],
      ['button', { id: 'save', type: 'submit' }, 'Save'],
    ],
    ['a', { id: 'link', href: '/orders' }, 'Orders'],
  );
  const nodes = new Map<string, SerializedNode>();
  const work: SerializedNode[] = [document];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const id = node.attributes?.['id'];
    if (typeof id === 'string') nodes.set(id, node);
    work.push(...(node.childNodes ?? []));
  }
  const find = (name: string): SerializedNode => {
    const node = nodes.get(name);
    if (node === undefined) throw new Error(`the sketched page has no ${name}`);
    return node;
  };
  return {
    document,
    idOf: (name) => find(name).id,
    isField: (name) => ['input', 'textarea', 'select'].includes(find(name).tagName ?? ''),
  };
}
