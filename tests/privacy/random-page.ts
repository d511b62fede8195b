/** A page that grows and changes by random steps, with secrets in every string it is given. Each step
 * is drawn from a seed of its own, so that steps can be left out to find the one that matters. */
import { SeededRandom } from '#tests/demo/seeded-random.ts';
import type { Canaries } from './canaries.ts';
import { randomAttribute, randomTag } from './random-elements.ts';
import { randomRule, randomSheet } from './random-sheets.ts';
import { pick, randomValue } from './random-values.ts';
import { add, namespaces, type Root } from './sink.ts';

type Step = (page: RandomPage) => void;

export class RandomPage {
  readonly canaries: Canaries;
  random = new SeededRandom(0);
  readonly elements: HTMLElement[] = [];
  readonly #roots: Root[];
  readonly #styles: HTMLStyleElement[] = [];

  constructor(canaries: Canaries, root: HTMLElement) {
    this.canaries = canaries;
    this.#roots = [root];
  }

  /** Does step `index` of the case with this seed. What a browser refuses is no step. */
  take(seed: number, index: number): void {
    this.random = new SeededRandom(seed * 977 + index);
    try {
      pick(this.random, steps)(this);
    } catch (error) {
      // By its name: it may come from a frame, which has classes of its own.
      if (Object.prototype.toString.call(error) !== '[object DOMException]') throw error;
    }
  }

  root = (): Root => pick(this.random, this.#roots);
  element = (): HTMLElement => pick(this.random, this.elements) ?? this.grow();
  value = (where: string): string => randomValue(this.random, this.canaries, where);

  grow(): HTMLElement {
    const { space, tag } = randomTag(this.random, this.canaries);
    const inside = this.random.chance(0.5)
      ? this.root()
      : (pick(this.random, this.elements) ?? this.root());
    const element = inside.ownerDocument.createElementNS(namespaces[space], tag) as HTMLElement;
    for (let left = Math.floor(this.random.next() * 4); left > 0; left -= 1) this.dress(element);
    if (this.random.chance(0.6)) element.textContent = this.value(`text of ${tag}`);
    inside.appendChild(element);
    this.elements.push(element);
    return element;
  }

  dress(element: HTMLElement): void {
    const { name, value } = randomAttribute(this.random, this.canaries, element.localName);
    element.setAttribute(name, value);
  }

  open(root: Root): void {
    this.#roots.push(root);
  }

  style(): HTMLStyleElement {
    const style = add(this.root(), 'style') as HTMLStyleElement;
    style.textContent = randomSheet(this.random, this.canaries);
    this.#styles.push(style);
    return style;
  }

  sheet = (): CSSStyleSheet | undefined =>
    (pick(this.random, this.#styles) ?? this.style()).sheet ?? undefined;
}

const fields = ['input', 'textarea', 'select'];

function fill(page: RandomPage): void {
  const field = add(page.root(), pick(page.random, fields)) as HTMLInputElement;
  page.elements.push(field);
  if (page.random.chance(0.5)) page.dress(field);
  if (field.localName === 'select') add(field, 'option').textContent = page.value('option');
  else field.value = page.value(`value of ${field.localName}`);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function changeRule(page: RandomPage): void {
  const sheet = page.sheet();
  if (!sheet) return;
  if (page.random.chance(0.5)) return void sheet.insertRule(randomRule(page.random, page.canaries));
  const rule = sheet.cssRules[0] as CSSStyleRule | undefined;
  rule?.style?.setProperty('--x', page.value('property by script'));
}

const steps: readonly Step[] = [
  (page) => void page.grow(),
  (page) => void page.grow(),
  (page) => void page.grow(),
  (page) => page.dress(page.element()),
  (page) => page.dress(page.element()),
  (page) => void (page.element().textContent = page.value('changed text')),
  (page) => page.element().append(page.value('added text')),
  (page) => page.element().appendChild(document.createComment(page.value('comment'))),
  (page) => page.element().style?.setProperty('--x', page.value('inline property')),
  (page) => page.element().style?.setProperty('background-image', `url(${page.value('inline')})`),
  (page) => page.root().append(page.element()),
  (page) => page.element().remove(),
  (page) => void page.style(),
  (page) => void (page.style().textContent = randomSheet(page.random, page.canaries)),
  changeRule,
  fill,
  fill,
  (page) => page.open(add(page.root(), 'div').attachShadow({ mode: 'open' })),
  (page) => page.open((add(page.root(), 'iframe') as HTMLIFrameElement).contentDocument!.body),
  (page) => void (document.title = page.value('title')),
  (page) => history.replaceState(null, '', `/orders/${encodeURIComponent(page.value('address'))}`),
  (page) => page.element().setAttribute('contenteditable', 'true'),
];
