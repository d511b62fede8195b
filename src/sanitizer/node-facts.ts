/** What is known of each node: enough to tell what its text, its attributes and its input belong to. */
import { nodeType } from '#dom/rrweb-events.ts';

export interface NodeFacts {
  readonly id: number;
  readonly parent: number;
  readonly type: number;
  /** Lower case; empty for what is no element. */
  readonly tag: string;
  readonly kind: string;
  readonly role: string;
  readonly editable: boolean | undefined;
  /** Nothing may be told of its value: no keys, no length, no change. */
  readonly isSecret: boolean;
  /** In a part that the policy keeps out: an empty box of its size. */
  readonly isBlocked: boolean;
  /** Blocked or secret: for whoever watches, what is inside does not exist. */
  readonly isSealed: boolean;
  /** Of an option: its value is its text. */
  readonly isValueless: boolean;
}

/** Where something stands. */
export interface Place {
  readonly isInterface: boolean;
  readonly holds: 'text' | 'style' | 'nothing';
  /** The field or editable region it belongs to. */
  readonly field: number | undefined;
  /** The sealed node it is inside of. */
  readonly seal: number | undefined;
  readonly secretChoice: boolean;
}

const openPlace: Place = {
  isInterface: false,
  holds: 'text',
  field: undefined,
  seal: undefined,
  secretChoice: false,
};

const interfaceTags = new Set(
  'button label th legend summary option optgroup a nav h1 h2 h3 h4 h5 h6 caption dt figcaption title menu'.split(
    ' ',
  ),
);
const interfaceRoles = new Set(
  'menuitem menuitemcheckbox menuitemradio tab button option columnheader rowheader heading link navigation menu menubar tablist toolbar switch checkbox radio tooltip'.split(
    ' ',
  ),
);
const unseen = new Set(['script', 'noscript', 'template', 'iframe', 'object', 'embed', 'noembed']);
const maxDepth = 50_000;
/** Of the tab's own document. */
export const noParent = -1;

/** The nodes of one tab, by their rrweb ids. */
export class Nodes {
  readonly #facts = new Map<number, NodeFacts>();
  /** Once secret, always secret: a page may show a password as text. */
  readonly #secrets = new Set<number>();
  #removed = 0;

  get(id: number): NodeFacts | undefined {
    return this.#facts.get(id);
  }

  clear(): void {
    this.#facts.clear();
    this.#removed = 0;
  }

  set(facts: NodeFacts): void {
    if (facts.isSecret) this.#secrets.add(facts.id);
    this.#facts.set(facts.id, facts);
  }

  wasSecret(id: number): boolean {
    return this.#secrets.has(id);
  }

  remove(id: number): void {
    if (this.#facts.delete(id)) this.#removed += 1;
    // Whole subtrees go by their root, so the rest is looked for now and then.
    if (this.#removed > 1000 + this.#facts.size / 4) this.#sweep();
  }

  /** The place of a node's children. */
  inside(id: number): Place {
    const chain: NodeFacts[] = [];
    let facts = this.#facts.get(id);
    while (facts !== undefined && chain.length < maxDepth) {
      chain.push(facts);
      facts = this.#facts.get(facts.parent);
    }
    return chain.reduceRight((place, each) => placeInside(place, each), openPlace);
  }

  /** The node itself, or the sealed one that stands for it. */
  seen(id: number): number {
    return this.inside(this.#facts.get(id)?.parent ?? noParent).seal ?? id;
  }

  #sweep(): void {
    this.#removed = 0;
    // Parents stand before their children in the order of the map, moved ones aside.
    for (const { id, parent } of this.#facts.values())
      if (parent !== noParent && !this.#facts.has(parent)) this.#facts.delete(id);
  }
}

export function placeInside(place: Place, facts: NodeFacts): Place {
  if (place.seal !== undefined) return place;
  if (facts.isSealed) return { ...place, seal: facts.id };
  if (facts.type === nodeType.document) return openPlace;
  const { tag } = facts;
  if (tag === 'style') return { ...place, holds: 'style' };
  if (unseen.has(tag)) return { ...place, holds: 'nothing' };
  if (tag === 'textarea' || facts.editable === true) return { ...place, field: facts.id };
  if (tag === 'select') return { ...place, secretChoice: facts.isSecret };
  const isInterface = interfaceTags.has(tag) || interfaceRoles.has(facts.role);
  const leaves = facts.editable === false && place.field !== undefined;
  if ((!isInterface || place.isInterface) && !leaves) return place;
  return {
    ...place,
    isInterface: place.isInterface || isInterface,
    field: leaves ? undefined : place.field,
  };
}
