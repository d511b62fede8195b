/** Incremental events other than changes of the tree, each said again from its known fields. */
import { incrementalSource as from, type IncrementalData } from '#dom/rrweb-events.ts';
import { cleanMedia } from './clean-media.ts';
import { cleanRanges } from './clean-ranges.ts';
import type { Fields } from './fields.ts';
import type { MutationCleaner } from './mutation-cleaner.ts';
import type { Names } from './names.ts';
import type { Nodes } from './node-facts.ts';
import { isId, listOf, sane, type Raw } from './shape.ts';
import {
  cleanSheetChange,
  cleanStyleDeclaration,
  cleanAdoptedSheets,
} from './clean-sheet-change.ts';
import type { StyleCleaner } from './style-cleaner.ts';
import { nameTag } from './tag-names.ts';
import type { ValueCleaner } from './value-cleaner.ts';

export interface IncrementalTools {
  readonly nodes: Nodes;
  readonly fields: Fields;
  readonly names: Names;
  readonly mutations: MutationCleaner;
  readonly styles: StyleCleaner;
  readonly values: ValueCleaner;
  readonly quantum: (ms: number) => number;
  readonly onUnknown: (name: string) => void;
}

type Told = IncrementalData | (Raw & { readonly source: number });

export class IncrementalCleaner {
  readonly #tools: IncrementalTools;
  #hasSelection = false;

  constructor(tools: IncrementalTools) {
    this.#tools = tools;
  }

  clean(data: Raw, timestamp: number): Told | undefined {
    switch (data['source']) {
      case from.mutation:
        return this.#tools.mutations.clean(data);
      case from.mouseMove:
      case from.touchMove:
      case from.drag:
        return this.#positions(data['source'], data, timestamp);
      case from.mouseInteraction:
        return this.#interaction(data);
      case from.scroll:
        return this.#scroll(data);
      case from.viewportResize:
        return this.#resize(data);
      case from.input:
        return this.#input(data);
      case from.mediaInteraction:
        return this.#media(data);
      case from.styleSheetRule:
        return cleanSheetChange(data, this.#tools.styles);
      case from.styleDeclaration:
        return cleanStyleDeclaration(data, this.#tools.styles);
      case from.adoptedStyleSheet:
        return cleanAdoptedSheets(data, this.#tools.styles);
      case from.selection:
        return this.#selection(data);
      case from.customElement:
        return this.#customElement(data);
      default:
        this.#tools.onUnknown('source');
        return undefined;
    }
  }

  #positions(source: number, data: Raw, timestamp: number): Told | undefined {
    const { quantum, nodes } = this.#tools;
    const positions = listOf(data['positions']).flatMap(({ x, y, id, timeOffset }) => {
      const [left, top, offset] = [sane(x), sane(y), sane(timeOffset, 0)];
      if (left === undefined || top === undefined || offset === undefined || !isId(id)) return [];
      const told = quantum(timestamp + offset) - quantum(timestamp);
      return [{ x: left, y: top, id: nodes.seen(id), timeOffset: told }];
    });
    return positions.length === 0 ? undefined : ({ source, positions } as Told);
  }

  #interaction(data: Raw): Told | undefined {
    const { type, id, x, y, pointerType } = data;
    if (!isId(id) || !isId(type) || type < 0 || type > 10) return undefined;
    const [left, top] = [sane(x), sane(y)];
    return {
      source: from.mouseInteraction,
      type,
      id: this.#tools.nodes.seen(id),
      ...(left === undefined || top === undefined ? {} : { x: left, y: top }),
      ...(pointerType === 0 || pointerType === 1 || pointerType === 2 ? { pointerType } : {}),
    };
  }

  #scroll(data: Raw): Told | undefined {
    const [x, y] = [sane(data['x']), sane(data['y'])];
    const { id } = data;
    if (!isId(id) || x === undefined || y === undefined || this.#isHidden(id)) return undefined;
    return { source: from.scroll, id, x, y };
  }

  #resize(data: Raw): Told | undefined {
    const [width, height] = [sane(data['width']), sane(data['height'])];
    return width === undefined || height === undefined
      ? undefined
      : { source: from.viewportResize, width, height };
  }

  #input(data: Raw): Told | undefined {
    const { id, text, isChecked, userTriggered } = data;
    const facts = isId(id) ? this.#tools.nodes.get(id) : undefined;
    if (facts === undefined || typeof text !== 'string' || this.#isHidden(facts.id))
      return undefined;
    if (this.#tools.fields.fidelityOf(facts.id) === 'none') return undefined;
    return {
      source: from.input,
      id: facts.id,
      text: this.#tools.values.input(facts, text),
      isChecked: isChecked === true,
      ...(typeof userTriggered === 'boolean' ? { userTriggered } : {}),
    };
  }

  #media(data: Raw): Told | undefined {
    const { id } = data;
    return isId(id) && !this.#isHidden(id) ? cleanMedia(id, data) : undefined;
  }

  /** Where only the caret moved there is nothing to tell, in a secret field least of all. */
  #selection(data: Raw): Told | undefined {
    const ranges = cleanRanges(data['ranges'], (id) => this.#isHidden(id));
    if (ranges.length === 0 && !this.#hasSelection) return undefined;
    this.#hasSelection = ranges.length > 0;
    return { source: from.selection, ranges };
  }

  #customElement(data: Raw): Told | undefined {
    const define = (data['define'] ?? {}) as Raw;
    return typeof define['name'] === 'string'
      ? { source: from.customElement, define: { name: nameTag(define['name'], this.#tools.names) } }
      : undefined;
  }

  #isHidden(id: number): boolean {
    const facts = this.#tools.nodes.get(id);
    return facts === undefined || facts.isSecret || this.#tools.nodes.inside(id).seal !== undefined;
  }
}
