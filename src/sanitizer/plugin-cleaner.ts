/** Our own plugin events, payload by payload and field by field. */
import type { FieldFidelity } from '#core/field-fidelity.ts';
import * as plugins from '#core/plugin-events.ts';
import type { AddressCleaner } from './address-cleaner.ts';
import type { Fields } from './fields.ts';
import type { Names } from './names.ts';
import type { Nodes } from './node-facts.ts';
import { cleanPlainPayload } from './clean-plain-payload.ts';
import { count, isId, isRecord, oneOf, sane, type Raw } from './shape.ts';
import type { TextCleaner } from './text-cleaner.ts';

export interface PluginTools {
  readonly nodes: Nodes;
  readonly fields: Fields;
  readonly names: Names;
  readonly text: TextCleaner;
  readonly addresses: AddressCleaner;
  readonly quantum: (ms: number) => number;
  readonly onUnknown: (name: string) => void;
}

const maxKey = 32;

export class PluginCleaner {
  readonly #tools: PluginTools;

  constructor(tools: PluginTools) {
    this.#tools = tools;
  }

  clean(plugin: unknown, payload: unknown): unknown {
    const raw = isRecord(payload) ? payload : undefined;
    if (raw === undefined || !isKnown(plugin)) {
      this.#tools.onUnknown('plugin');
      return undefined;
    }
    switch (plugin) {
      case plugins.keystrokesPlugin:
        return this.#key(raw);
      case plugins.textInputPlugin:
        return this.#textInput(raw);
      case plugins.clipboardPlugin:
        return this.#clipboard(raw);
      case plugins.navigationPlugin:
        return this.#navigation(raw);
      case plugins.fieldPlugin:
        return this.#field(raw);
      case plugins.targetPlugin:
        return this.#target(raw);
      case plugins.gapPlugin:
        return this.#gap(raw);
      default:
        return cleanPlainPayload(plugin, raw);
    }
  }

  /** The field and its fidelity; undefined where nothing may be told of it. */
  #entered(raw: Raw): { node: number; fidelity: plugins.Fidelity } | undefined {
    const node = raw['node'];
    if (!isId(node)) return undefined;
    const fidelity = tighter(this.#tools.fields.fidelityOf(node), raw['fidelity']);
    return fidelity === 'none' ? undefined : { node: this.#tools.nodes.seen(node), fidelity };
  }

  #key(raw: Raw): plugins.KeyPayload | undefined {
    const entered = this.#entered(raw);
    const phase = oneOf(['down', 'up'] as const, raw['phase']);
    const kind = oneOf(plugins.keyClasses, raw['class']);
    const { modifiers, key } = raw;
    if (entered === undefined || phase === undefined || kind === undefined || !isId(modifiers))
      return undefined;
    const tellsKey = entered.fidelity === 'text' && typeof key === 'string' && key.length <= maxKey;
    return {
      phase,
      ...entered,
      ...(tellsKey ? { key } : {}),
      class: kind,
      modifiers: modifiers & 15,
      ...(raw['repeat'] === true ? { repeat: true } : {}),
      ...(raw['composing'] === true ? { composing: true } : {}),
    };
  }

  #textInput(raw: Raw): plugins.TextInputPayload | undefined {
    const entered = this.#entered(raw);
    const cause = oneOf(plugins.textInputCauses, raw['cause']);
    if (entered === undefined || cause === undefined) return undefined;
    const { inputType, text } = raw;
    const length = count(raw['length']);
    const isKnownType = typeof inputType === 'string' && this.#tools.names.isSafe(inputType, 0);
    return {
      ...entered,
      cause,
      inputType: isKnownType ? inputType : '',
      ...(entered.fidelity === 'text' && typeof text === 'string' ? { text } : {}),
      ...(length === undefined ? {} : { length }),
    };
  }

  #clipboard(raw: Raw): plugins.ClipboardPayload | undefined {
    const entered = this.#entered({ ...raw, fidelity: 'class' });
    const act = oneOf(['copy', 'cut', 'paste'] as const, raw['act']);
    const length = count(raw['length']);
    if (entered === undefined || act === undefined || length === undefined) return undefined;
    return { act, node: entered.node, length };
  }

  #navigation(raw: Raw): plugins.NavigationPayload | undefined {
    const cause = oneOf(['push', 'replace', 'pop', 'hash'] as const, raw['cause']);
    if (cause === undefined || typeof raw['href'] !== 'string') return undefined;
    const href = this.#tools.addresses.page(raw['href']);
    if (href === undefined) return undefined;
    const title =
      typeof raw['title'] === 'string' ? this.#tools.text.clean(raw['title'], true) : '';
    return { cause, href, title };
  }

  #field(raw: Raw): plugins.FieldPayload | undefined {
    const { node } = raw;
    if (!isId(node)) return undefined;
    const fidelity = tighter(this.#tools.fields.fidelityOf(node), raw['fidelity']);
    return { node: this.#tools.nodes.seen(node), fidelity };
  }

  /** Role, name and selectors are made later, from the page as it was told. A secret region may
   * grow with what is typed, so its box is not told. */
  #target(raw: Raw): plugins.TargetPayload | undefined {
    const { node, box } = raw;
    if (!isId(node) || !isRecord(box)) return undefined;
    const seen = this.#tools.nodes.seen(node);
    const facts = this.#tools.nodes.get(seen);
    const [x, y] = [sane(box['x'], 0), sane(box['y'], 0)];
    const [width, height] = [sane(box['width'], 0), sane(box['height'], 0)];
    if (x === undefined || y === undefined || width === undefined || height === undefined)
      return undefined;
    if (facts?.isSecret === true && facts.tag !== 'input') return undefined;
    return { node: seen, box: { x, y, width, height } };
  }

  #gap(raw: Raw): plugins.GapPayload | undefined {
    if (raw['reason'] !== 'lost') return undefined;
    const { since } = raw;
    const known = typeof since === 'number' && Number.isFinite(since) && since >= 0;
    return { reason: 'lost', ...(known ? { since: this.#tools.quantum(since) } : {}) };
  }
}

const known = new Set<unknown>(Object.values(plugins).filter((value) => typeof value === 'string'));
const isKnown = (plugin: unknown): plugin is string => known.has(plugin);

function tighter(ours: FieldFidelity, theirs: unknown): FieldFidelity {
  if (ours === 'none' || theirs === 'none') return 'none';
  return ours === 'text' && theirs === 'text' ? 'text' : 'class';
}
