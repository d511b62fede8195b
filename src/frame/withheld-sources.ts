import type { AttributeValue, SerializedNode } from '#dom/rrweb-events.ts';

type Attributes = Readonly<Record<string, unknown>>;

interface Held {
  readonly tag: string;
  readonly alt: string;
}

const sources: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  input: ['src'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  image: ['href', 'xlink:href'],
};

/** Set beside a source that was taken away, and holding it. */
export const withheldPrefix = 'tasktape-';

/** Elements of which something was withheld. */
export const withheldSelector = {
  images: `[${withheldPrefix}src]:is(img, input), [${withheldPrefix}href]`,
  media: `:is(video, audio):is([${withheldPrefix}src], :has([${withheldPrefix}src]))`,
};

/** Takes addresses of pictures, films and sounds that are not in the recording out of nodes before
 * they are built. The policy would refuse them anyway, but with a torn picture and a noise; so a
 * picture is put in their place that shows its words on the ground the style sheet gives it. */
export class WithheldSources {
  readonly #known = new Map<number, Held>();

  /** The node itself where nothing is withheld in it, else a copy. */
  node<Node extends SerializedNode>(node: Node): Node {
    let kept = node;
    const tag = node.tagName?.toLowerCase();
    if (tag !== undefined && tag in sources) {
      this.#known.set(node.id, { tag, alt: String(node.attributes?.['alt'] ?? '') });
      const attributes = this.attributes(node.id, node.attributes ?? {});
      if (attributes !== node.attributes) kept = { ...kept, attributes };
    }
    const children = node.childNodes?.map((child) => this.node(child));
    if (children?.some((child, index) => child !== node.childNodes?.[index]))
      kept = { ...kept, childNodes: children };
    return kept;
  }

  /** Attributes of the node `id`, at first or as changed later. */
  attributes<Some extends Attributes>(id: number, attributes: Some): Some {
    const held = this.#known.get(id);
    if (held === undefined) return attributes;
    const told = (sources[held.tag] ?? []).filter((name) => name in attributes);
    if (told.length === 0) return attributes;
    const kept: Record<string, unknown> = { ...attributes };
    if (typeof kept['rr_dataURL'] === 'string' && held.tag === 'img') return inlined(kept) as Some;
    for (const name of told) {
      const isHeld = isRemote(kept[name]);
      kept[withheldPrefix + name.replace('xlink:', '')] = isHeld ? kept[name] : null;
      if (isHeld) kept[name] = standIn(held, name);
    }
    return kept as Some;
  }
}

/** As rrweb names them, but never asked for. */
function inlined({ rr_dataURL, src, srcset, ...rest }: Record<string, unknown>): Attributes {
  return {
    ...rest,
    src: rr_dataURL,
    ...(src !== undefined && { 'rrweb-original-src': src }),
    ...(srcset !== undefined && { 'rrweb-original-srcset': srcset }),
  };
}

/** Data is in the recording. A `blob:` of the recorded page is gone with it. */
function isRemote(value: unknown): boolean {
  return typeof value === 'string' && !/^\s*($|data:|#)/i.test(value);
}

function standIn({ tag, alt }: Held, name: string): AttributeValue {
  const isPicture = name === 'src' && (tag === 'img' || tag === 'input');
  return isPicture || name === 'poster' ? pictureOfWords(alt) : null;
}

/** A picture without a size of its own, see-through but for its words. */
export function pictureOfWords(words: string): string {
  const text = words.slice(0, 200).replaceAll(/[<>&]/g, (each) => `&#${each.charCodeAt(0)};`);
  const style = 'font:12px system-ui;fill:#333;stroke:#fff;stroke-width:3px;paint-order:stroke';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text x="6" y="16" style="${style}">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
