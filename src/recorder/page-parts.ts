/** Which elements lie in the parts of a page that some selectors name; each is asked only once. */
import { composedParent } from '#trackers/composed-parent.ts';

export class PageParts {
  readonly #selector: string;
  #known = new WeakMap<Element, boolean>();

  constructor(selectors: readonly string[]) {
    this.#selector = selectors.join(', ');
  }

  hold(element: Element): boolean {
    if (this.#selector === '') return false;
    const path: Element[] = [];
    let answer = false;
    for (let each: Element | undefined = element; each; each = composedParent(each)) {
      answer = this.#known.get(each) ?? each.matches(this.#selector);
      if (answer || this.#known.has(each)) break;
      path.push(each);
    }
    for (const each of path) this.#known.set(each, answer);
    return answer;
  }

  forget(): void {
    this.#known = new WeakMap();
  }
}
