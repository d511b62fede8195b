import type { Codes } from './codes.ts';
import type { Names } from './names.ts';

const absolute = /^(https?):\/\/(?:[^/?#@]*@)*([^/?#@]+)([^?#]*)(\?[^#]*)?(#.*)?$/i;
const relative = /^([^?#]*)(\?[^#]*)?(#.*)?$/;
const scheme = /^[a-z][a-z\d+.-]*:/i;
const maxLength = 4000;
const maxSegments = 12;
const maxPairs = 8;

/** Addresses: of a site on the list, with known words kept and everything else coded. */
export class AddressCleaner {
  readonly #names: Names;
  readonly #codes: Codes;
  readonly #sites = new Map<string, string>();

  constructor(names: Names, codes: Codes, sites: readonly string[]) {
    this.#names = names;
    this.#codes = codes;
    for (const site of sites) {
      const origin = originOf(site);
      if (origin !== undefined) this.#sites.set(origin, origin);
    }
  }

  /** A page's own address; undefined when it is off the list. */
  page(href: string): string | undefined {
    const parts = href.length <= maxLength ? absolute.exec(trimmed(href)) : null;
    if (parts === null) return undefined;
    const site = this.#sites.get(originOf(href) ?? '');
    if (site === undefined) return undefined;
    return site + this.#rest(parts[3] || '/', parts[4], parts[5]);
  }

  /** Where a link leads: an address on the list, or one relative to the page. */
  link(href: string): string | undefined {
    const address = trimmed(href);
    if (address.length > maxLength || /^(?:\/\/|\\)/.test(address)) return undefined;
    if (scheme.test(address)) return this.page(address);
    const parts = relative.exec(address);
    return parts === null ? undefined : this.#rest(parts[1] ?? '', parts[2], parts[3]);
  }

  #rest(path: string, query: string | undefined, hash: string | undefined): string {
    return this.#path(path) + this.#query(query ?? '') + this.#hash(hash ?? '');
  }

  #path(path: string): string {
    return path
      .split('/')
      .slice(0, maxSegments)
      .map((each) => this.#segment(each))
      .join('/');
  }

  #segment(segment: string): string {
    if (segment === '' || segment === '.' || segment === '..') return segment;
    // Digits are ids, however small; a version such as `v2` is not.
    const isWord = /^v\d$/.test(segment) || (!/\d/.test(segment) && this.#names.isSafe(segment, 2));
    return isWord && /^[\w.-]+$/.test(segment) ? segment : this.#code(segment);
  }

  #query(query: string): string {
    const pairs = query
      .slice(1)
      .split('&')
      .slice(0, maxPairs)
      .map((pair) => /^([^=]*)=?(.*)$/.exec(pair))
      .filter((pair) => pair !== null && /^[a-z][\w.-]*$/i.test(pair[1] ?? ''))
      .filter((pair) => this.#names.isSafe(pair?.[1] ?? '', 2))
      .map((pair) => (pair?.[2] ? `${pair[1]}=${this.#code(pair[2])}` : pair?.[1]));
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  }

  #hash(hash: string): string {
    const route = /^#(!?)(\/[^?]*)/.exec(hash);
    return route === null ? '' : `#${route[1]}${this.#path(route[2] ?? '')}`;
  }

  #code(value: string): string {
    return `~${this.#codes.of(`address ${value}`).slice(0, 4)}`;
  }
}

/** Browsers skip such characters anywhere in an address, `java\nscript:` included. */
// eslint-disable-next-line no-control-regex
const trimmed = (href: string) => href.replace(/[\u0000-\u0020\u007f]/g, '');

function originOf(address: string): string | undefined {
  const parts = absolute.exec(trimmed(address));
  if (parts === null) return undefined;
  const protocol = parts[1]!.toLowerCase();
  const usual = protocol === 'https' ? ':443' : ':80';
  const host = parts[2]!.toLowerCase();
  return `${protocol}://${host.endsWith(usual) ? host.slice(0, -usual.length) : host}`;
}
