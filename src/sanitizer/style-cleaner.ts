import { inertRule, cleanProperty, CssRules } from './css-rules.ts';
import { cleanCssValue } from './css-value.ts';
import type { Names } from './names.ts';
import { readCss } from './read-css.ts';

const maxSheet = 4_000_000;
const maxDeclarations = 20_000;
const maxRemembered = 5_000;
/** rrweb's mark between the text nodes that a sheet was written in. */
const split = '/* rr_split */';

/** Style sheets and styles, said again from what they are known to mean. The same sheet comes with
 * every snapshot, so what was cleaned once is remembered. */
export class StyleCleaner {
  readonly #names: Names;
  readonly #rules: CssRules;
  readonly #onDrop: () => void;
  readonly #sheets = new Map<string, string>();
  readonly #styles = new Map<string, string>();

  constructor(names: Names, onDrop: () => void) {
    this.#names = names;
    this.#rules = new CssRules(names);
    this.#onDrop = onDrop;
  }

  sheet(css: string): string {
    if (css.length > maxSheet) {
      this.#onDrop();
      return '';
    }
    return remember(this.#sheets, css, () =>
      css
        .split(split)
        .map((part) => this.#rules.sheet(part))
        .join(split),
    );
  }

  /** A single rule, which stays one: rrweb counts them. */
  rule(css: string): string {
    return this.sheet(css) || inertRule;
  }

  /** What a style attribute holds. */
  declarations(css: string): string {
    if (css.length > maxDeclarations) {
      this.#onDrop();
      return '';
    }
    return remember(this.#styles, css, () => this.#rules.declarations(css));
  }

  /** One value, also of a presentation attribute; undefined when it can't be told. */
  value(property: string, css: string): string | undefined {
    if (css.length > maxDeclarations) return undefined;
    return cleanCssValue(readCss(css), property, this.#names) || undefined;
  }

  property(name: string): string | undefined {
    return cleanProperty(name, this.#names);
  }
}

function remember(memory: Map<string, string>, css: string, clean: () => string): string {
  const known = memory.get(css);
  if (known !== undefined) return known;
  const cleaned = clean();
  if (memory.size >= maxRemembered) memory.clear();
  memory.set(css, cleaned);
  return cleaned;
}
