import { nodeType } from '#dom/rrweb-events.ts';
import { isMarkedSecret, lower, type Fields } from './fields.ts';
import type { LivePage } from './live-page.ts';
import type { NodeFacts, Nodes } from './node-facts.ts';
import { isRecord, type Raw } from './shape.ts';

const fieldTags = new Set(['input', 'textarea', 'select']);
const none: Raw = {};

/** Takes from a node's raw form what later events about it depend on. */
export class NodeLearner {
  readonly #nodes: Nodes;
  readonly #fields: Fields;
  readonly #isBlocked: (id: number) => boolean;

  constructor(nodes: Nodes, fields: Fields, blocks: boolean, page: LivePage) {
    this.#nodes = nodes;
    this.#fields = fields;
    this.#isBlocked = (id) => blocks && page.isBlocked(id);
  }

  learn(id: number, raw: Raw, parent: number): NodeFacts {
    const type = Number(raw['type']);
    const known =
      type === nodeType.element ? this.#element(id, raw, parent) : plain(id, type, parent);
    this.#nodes.set(known);
    return known;
  }

  /** After a change of attributes: only ever more secret than before. */
  relearn(facts: NodeFacts, changes: Raw): NodeFacts {
    const { id, parent, tag } = facts;
    const attributes = {
      type: facts.kind,
      role: facts.role,
      contenteditable: facts.editable === undefined ? undefined : String(facts.editable),
      ...changes,
    };
    const isBlocked = facts.isBlocked || this.#isBlocked(id);
    const isValueless = facts.isValueless && !('value' in changes);
    const known = this.#facts(id, parent, tag, attributes, isBlocked, isValueless);
    this.#nodes.set(known);
    return known;
  }

  #element(id: number, raw: Raw, parent: number): NodeFacts {
    const attributes = isRecord(raw['attributes']) ? raw['attributes'] : none;
    const tag = lower(raw['tagName']);
    const isBlocked = raw['needBlock'] === true || this.#isBlocked(id);
    const isValueless = tag === 'option' && typeof attributes['value'] !== 'string';
    return this.#facts(id, parent, tag, attributes, isBlocked, isValueless);
  }

  #facts(
    id: number,
    parent: number,
    tag: string,
    attributes: Raw,
    isBlocked: boolean,
    isValueless: boolean,
  ): NodeFacts {
    const editing = attributes['contenteditable'];
    const editable =
      editing === undefined || editing === null ? undefined : lower(editing) !== 'false';
    const isField = editable === true || fieldTags.has(tag);
    const isSecret =
      this.#nodes.wasSecret(id) ||
      (isField && (isMarkedSecret(tag, attributes) || this.#fields.fidelityOf(id) === 'none'));
    return {
      id,
      parent,
      type: nodeType.element,
      tag,
      kind: lower(attributes['type']),
      role: lower(attributes['role']),
      editable,
      isSecret,
      isBlocked,
      isSealed: isBlocked || (isSecret && tag !== 'select'),
      isValueless,
    };
  }
}

const plain = (id: number, type: number, parent: number): NodeFacts => ({
  id,
  parent,
  type,
  tag: '',
  kind: '',
  role: '',
  editable: undefined,
  isSecret: false,
  isBlocked: false,
  isSealed: false,
  isValueless: false,
});
