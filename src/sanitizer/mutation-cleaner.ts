import { incrementalSource, type AddedNode, type MutationData } from '#dom/rrweb-events.ts';
import type { AttributeCleaner, CleanAttributes } from './attribute-cleaner.ts';
import type { NodeCleaner } from './node-cleaner.ts';
import type { NodeFacts, Nodes } from './node-facts.ts';
import type { NodeLearner } from './node-learner.ts';
import type { PlacedText } from './placed-text.ts';
import { isId, isRecord, listOf, type Raw } from './shape.ts';
import type { ValueCleaner } from './value-cleaner.ts';

interface MutationTools {
  readonly nodes: Nodes;
  readonly learner: NodeLearner;
  readonly trees: NodeCleaner;
  readonly attributes: AttributeCleaner;
  readonly texts: PlacedText;
  readonly values: ValueCleaner;
}

type Changes = { id: number; attributes: CleanAttributes }[];

/** Changes of a page's tree. What happens inside a secret field or a blocked part leaves no trace. */
export class MutationCleaner {
  readonly #tools: MutationTools;

  constructor(tools: MutationTools) {
    this.#tools = tools;
  }

  clean(data: Raw): MutationData | undefined {
    const attributes: Changes = [];
    const removes = listOf(data['removes']).flatMap((each) => this.#remove(each));
    const adds = this.#adds(listOf(data['adds']), attributes);
    const texts = listOf(data['texts']).flatMap((each) => this.#text(each, attributes));
    for (const each of listOf(data['attributes'])) this.#attributes(each, attributes);
    if (removes.length + adds.length + texts.length + attributes.length === 0) return undefined;
    return {
      source: incrementalSource.mutation,
      texts,
      attributes: attributes as MutationData['attributes'],
      removes,
      adds,
      ...(data['isAttachIframe'] === true ? { isAttachIframe: true } : {}),
    };
  }

  #remove(raw: Raw): MutationData['removes'][number][] {
    const { id, parentId } = raw;
    if (!isId(id) || !isId(parentId)) return [];
    const seen = this.#tools.nodes.inside(parentId).seal === undefined;
    this.#tools.nodes.remove(id);
    return seen ? [{ parentId, id, ...(raw['isShadow'] === true ? { isShadow: true } : {}) }] : [];
  }

  /** Parents may come after their children, so what has no parent yet is tried again. */
  #adds(raws: readonly Raw[], attributes: Changes): AddedNode[] {
    const adds: AddedNode[] = [];
    let waiting = raws;
    for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
      before = waiting.length;
      waiting = waiting.filter((raw) => {
        const { parentId } = raw;
        if (!isId(parentId) || this.#tools.nodes.get(parentId) === undefined) return true;
        this.#add(raw, parentId, adds, attributes);
        return false;
      });
    }
    return adds;
  }

  #add(raw: Raw, parentId: number, adds: AddedNode[], attributes: Changes): void {
    const node = this.#tools.trees.tree(raw['node'], parentId);
    if (node === undefined) return;
    const { nextId, previousId } = raw;
    adds.push({
      parentId,
      nextId: isId(nextId) ? nextId : null,
      ...(previousId === null || isId(previousId) ? { previousId } : {}),
      node,
    });
    const text = isRecord(raw['node']) ? raw['node']['textContent'] : undefined;
    this.#nameChoice(parentId, text, attributes);
  }

  #text(raw: Raw, attributes: Changes): { id: number; value: string }[] {
    const facts = this.#seen(raw['id']);
    if (facts === undefined) return [];
    const place = this.#tools.nodes.inside(facts.parent);
    this.#nameChoice(facts.parent, raw['value'], attributes);
    return [{ id: facts.id, value: this.#tools.texts.clean(raw['value'], place, facts.parent) }];
  }

  /** An option without a value is chosen by its text, which the recording does not have. */
  #nameChoice(parentId: number, text: unknown, attributes: Changes): void {
    const parent = this.#tools.nodes.get(parentId);
    if (parent?.isValueless !== true || typeof text !== 'string') return;
    const value = this.#tools.values.choice(text.replace(/\s+/g, ' ').trim());
    attributes.push({ id: parentId, attributes: { value } });
  }

  #attributes(raw: Raw, into: Changes): void {
    const facts = this.#seen(raw['id']);
    if (facts === undefined || !isRecord(raw['attributes'])) return;
    const known = this.#tools.learner.relearn(facts, raw['attributes']);
    if (known.isSecret || known.isSealed) return;
    const attributes = this.#tools.attributes.clean(known, raw['attributes']);
    if (known.tag === 'option' && this.#tools.nodes.inside(known.parent).secretChoice)
      delete attributes['selected'];
    if (Object.keys(attributes).length > 0) into.push({ id: known.id, attributes });
  }

  #seen(id: unknown): NodeFacts | undefined {
    const facts = isId(id) ? this.#tools.nodes.get(id) : undefined;
    if (facts === undefined) return undefined;
    return this.#tools.nodes.inside(facts.parent).seal === undefined ? facts : undefined;
  }
}
