/** An element of the recorder's own in the page: closed to its scripts, out of reach of its styles. */
import { tokens } from './own-styles.ts';

export interface OwnHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Replaces the rules that move the element about. */
  readonly place: (css: string) => void;
}

export function makeOwnHost(name: string, css: string): OwnHost {
  const element = document.createElement(name);
  const root = element.attachShadow({ mode: 'closed' });
  const fixed = new CSSStyleSheet();
  const moving = new CSSStyleSheet();
  // Constructed sheets are the only styles that no content security policy forbids.
  fixed.replaceSync(tokens + css);
  root.adoptedStyleSheets = [fixed, moving];
  return { element, root, place: (rules) => moving.replaceSync(rules) };
}
