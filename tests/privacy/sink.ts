/** A place in a page where a secret may stand. */

export type Root = HTMLElement | ShadowRoot;

export interface Sink {
  readonly name: string;
  /** Makes the place with a value in it; what it returns puts another value there. */
  readonly make: (root: Root, value: string) => (value: string) => void;
}

type Attributes = Readonly<Record<string, string>>;

export const namespaces = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
} as const;

/** An element at the end of `root`; attributes are set before the page shows it. */
export function add(
  root: Node,
  tag: string,
  attributes: Attributes = {},
  space: keyof typeof namespaces = 'html',
): HTMLElement {
  const element = root.ownerDocument!.createElementNS(namespaces[space], tag) as HTMLElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  root.appendChild(element);
  return element;
}

/** A sink in one text node. */
export function textIn(
  tag: string,
  inside: readonly string[] = [],
  space: keyof typeof namespaces = 'html',
): Sink {
  return {
    name: `text of ${[...inside, tag].join(' ')}`,
    make(root, value) {
      const parent = inside.reduce<Node>((at, each) => add(at, each, {}, space), root);
      const element = add(parent, tag, {}, space);
      const text = element.appendChild(root.ownerDocument.createTextNode(value));
      return (next) => void (text.data = next);
    },
  };
}

/** A sink in one attribute; `wrap` puts the value in the form that attribute has. */
export function attributeOf(
  tag: string,
  name: string,
  wrap: (value: string) => string = (value) => value,
  others: Attributes = {},
  space: keyof typeof namespaces = 'html',
): Sink {
  return {
    name: `${name} of ${tag}${others['type'] ? ` ${others['type']}` : ''}`,
    make(root, value) {
      const element = add(root, tag, { ...others, [name]: wrap(value) }, space);
      return (next) => element.setAttribute(name, wrap(next));
    },
  };
}
