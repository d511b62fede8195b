import { nodeType, type AttributeValue, type SerializedNode } from '#dom/rrweb-events.ts';
import type { AttributeCleaner, CleanAttributes } from './attribute-cleaner.ts';
import type { LivePage } from './live-page.ts';
import { hiddenValue } from './mask-text.ts';
import type { Names } from './names.ts';
import { placeInside, type NodeFacts, type Nodes, type Place } from './node-facts.ts';
import type { NodeLearner } from './node-learner.ts';
import type { PlacedText } from './placed-text.ts';
import { isId, isRecord, listOf, type Raw } from './shape.ts';
import { sizeWithoutSource } from './size-without-source.ts';
import { nameTag } from './tag-names.ts';
import { hasTypedValue, type ValueCleaner } from './value-cleaner.ts';

export interface NodeTools {
  readonly nodes: Nodes;
  readonly learner: NodeLearner;
  readonly names: Names;
  readonly attributes: AttributeCleaner;
  readonly values: ValueCleaner;
  readonly texts: PlacedText;
  readonly page: LivePage;
}

/** The one child that a sealed region shows; above all ids that rrweb gives. */
const standInBase = 1_000_000_000;

interface Work {
  readonly raw: Raw;
  readonly parent: number;
  readonly place: Place;
  /** Undefined inside a sealed node: what is there is known to us and to nobody else. */
  readonly into: SerializedNode[] | undefined;
}

type Told = { -readonly [K in keyof SerializedNode]: SerializedNode[K] } & Record<string, unknown>;

/** Serialized trees, built anew node by node from what may be told; ids and structure stay. */
export class NodeCleaner {
  readonly #tools: NodeTools;

  constructor(tools: NodeTools) {
    this.#tools = tools;
  }

  /** Undefined when the node is inside a sealed one, or is none. Not recursive: a page may be ten
   * thousand levels deep. */
  tree(top: unknown, parent: number): SerializedNode | undefined {
    if (!isRecord(top)) return undefined;
    const place = this.#tools.nodes.inside(parent);
    const roots: SerializedNode[] = [];
    const into = place.seal === undefined ? roots : undefined;
    const work: Work[] = [{ raw: top, parent, place, into }];
    // V8 compiles a private call inside a loop that runs once over and over again.
    const visit = (next: Work) => this.#one(next, work);
    for (let next = work.pop(); next !== undefined; next = work.pop()) visit(next);
    return roots[0];
  }

  #one({ raw, parent, place, into }: Work, work: Work[]): void {
    const id = raw['id'];
    if (!isId(id)) return;
    const facts = this.#tools.learner.learn(id, raw, parent);
    const kept: SerializedNode[] = [];
    if (into !== undefined) into.push(this.#build(raw, facts, place, kept));
    const children = raw['childNodes'];
    if (!Array.isArray(children) || children.length === 0) return;
    const inner = placeInside(place, facts);
    const shown = into === undefined || facts.isSealed ? undefined : kept;
    for (let i = children.length - 1; i >= 0; i--) {
      const child: unknown = children[i];
      if (isRecord(child)) work.push({ raw: child, parent: id, place: inner, into: shown });
    }
  }

  #build(raw: Raw, facts: NodeFacts, place: Place, kept: SerializedNode[]): SerializedNode {
    const told = this.#byType(raw, facts, place, kept);
    if (isId(raw['rootId'])) told['rootId'] = raw['rootId'];
    if (raw['isShadow'] === true) told.isShadow = true;
    if (raw['isShadowHost'] === true) told['isShadowHost'] = true;
    return told;
  }

  #byType(raw: Raw, facts: NodeFacts, place: Place, kept: SerializedNode[]): Told {
    const { id, type } = facts;
    switch (type) {
      case nodeType.text: {
        const textContent = this.#tools.texts.clean(raw['textContent'], place, facts.parent);
        return { type, textContent, id };
      }
      case nodeType.element:
        return this.#element(raw, facts, place, kept);
      case nodeType.document: {
        const quirks = raw['compatMode'] === 'BackCompat' ? { compatMode: 'BackCompat' } : {};
        return { type, childNodes: kept, id, ...quirks };
      }
      case nodeType.documentType:
        return { type, name: 'html', publicId: '', systemId: '', id };
      case nodeType.cdata:
        return { type, textContent: '', id };
      default:
        return { type: nodeType.comment, textContent: '', id };
    }
  }

  #element(raw: Raw, facts: NodeFacts, place: Place, kept: SerializedNode[]): Told {
    const { attributes, names, page } = this.#tools;
    const clean = attributes.clean(facts, isRecord(raw['attributes']) ? raw['attributes'] : {});
    this.#addValue(raw, facts, place, clean);
    Object.assign(clean, sizeWithoutSource(facts, clean, page));
    if (facts.isSecret && facts.editable === true && !facts.isBlocked) kept.push(standIn(facts.id));
    const told: Told = {
      type: nodeType.element,
      tagName: nameTag(facts.tag, names),
      attributes: (facts.isBlocked ? boxOnly(clean) : clean) as Record<string, AttributeValue>,
      childNodes: kept,
      id: facts.id,
    };
    if (raw['isSVG'] === true) told['isSVG'] = true;
    if (facts.isBlocked) told['needBlock'] = true;
    if (raw['isCustom'] === true) told['isCustom'] = true;
    return told;
  }

  #addValue(raw: Raw, facts: NodeFacts, place: Place, clean: CleanAttributes): void {
    if (place.secretChoice) delete clean['selected'];
    if (facts.isSecret && hasTypedValue(facts)) clean['value'] = hiddenValue;
    if (facts.isValueless) clean['value'] = this.#tools.values.choice(textIn(raw));
  }
}

const standIn = (id: number): SerializedNode => ({
  type: nodeType.text,
  textContent: hiddenValue,
  id: standInBase + id,
});

function boxOnly(told: CleanAttributes): CleanAttributes {
  const names = ['class', 'rr_width', 'rr_height', 'width', 'height'];
  return Object.fromEntries(Object.entries(told).filter(([name]) => names.includes(name)));
}

/** An option's own text, as a browser takes it for a value. */
const textIn = (raw: Raw): string =>
  listOf(raw['childNodes'])
    .map((child) => (typeof child['textContent'] === 'string' ? child['textContent'] : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
