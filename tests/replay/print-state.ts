/** Everything rrweb shows of a page, one line per node, so that two pages can be held against each
 * other: structure, attributes, texts, fields, rules, places scrolled to and what is selected. */
import type { Replayer } from 'rrweb';

type Mirror = ReturnType<Replayer['getMirror']>;

export function printState(page: Document, mirror: Mirror): string {
  const lines: string[] = [];
  print(page, 0);
  return lines.join('\n');

  function print(node: Node, depth: number): void {
    const indent = ' '.repeat(depth);
    // Documents are known by their numbers only in the main one's mirror.
    const id = mirror.getId(node);
    const start = `${indent}${id > 0 ? id : '-'} `;
    if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as HTMLElement;
      if (isPlayersOwn(element, mirror)) return;
      lines.push(start + printElement(element));
      if (element.localName === 'style') {
        printSheet((element as HTMLStyleElement).sheet, indent);
        // Where text nodes of a sheet meet is not told.
        lines.push(`${indent} ${JSON.stringify(element.textContent?.replaceAll(seam, ''))}`);
        return;
      }
    } else if (node.nodeType === Node.DOCUMENT_NODE || node.nodeType === fragment) {
      const scope = node as Document | ShadowRoot;
      lines.push(`${indent}${node.nodeName}${printScope(scope)}`);
      for (const sheet of scope.adoptedStyleSheets) printSheet(sheet, `${indent} adopted`);
    } else lines.push(`${start}${node.nodeName} ${JSON.stringify(node.nodeValue)}`);
    const { shadowRoot, contentDocument } = node as HTMLIFrameElement;
    for (const child of node.childNodes) print(child, depth + 1);
    if (shadowRoot) print(shadowRoot, depth + 1);
    // What a browser put there by itself comes late or never.
    if (contentDocument && mirror.getId(contentDocument) > 0) print(contentDocument, depth + 1);
  }

  function printSheet(sheet: CSSStyleSheet | null, indent: string): void {
    for (const rule of sheet?.cssRules ?? []) lines.push(`${indent} ${rule.cssText}`);
  }

  function printScope(scope: Document | ShadowRoot): string {
    if (!('getSelection' in scope) || scope.nodeType !== Node.DOCUMENT_NODE) return '';
    const { scrollX = 0, scrollY = 0 } = (scope as Document).defaultView ?? {};
    const selection = (scope as Document).getSelection();
    // A mere caret is where the focus left it.
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    const ends = range && [
      `${mirror.getId(range.startContainer)}:${range.startOffset}`,
      `${mirror.getId(range.endContainer)}:${range.endOffset}`,
    ];
    const { compatMode } = scope as Document;
    return ` ${compatMode} scroll:${Math.round(scrollX)},${Math.round(scrollY)} selected:${ends?.join('-')}`;
  }
}

/** The node that has the focus, down through frames; 0 for none. */
export function focusedId(page: Document, mirror: Mirror): number {
  let active = page.activeElement;
  for (;;) {
    const inner = (active as HTMLIFrameElement | null)?.contentDocument ?? active?.shadowRoot;
    if (!inner?.activeElement || inner.activeElement.localName === 'body') break;
    active = inner.activeElement;
  }
  // A dialog opened by rrweb takes the focus as it opens, which is before or after its contents come.
  if (active === null || active.localName === 'body' || active.closest('dialog')) return 0;
  return mirror.getId(active);
}

const seam = '/* rr_split */';
const fragment = Node.DOCUMENT_FRAGMENT_NODE;

function isPlayersOwn(element: Element, mirror: Mirror): boolean {
  const { parentElement } = element;
  return (
    element.localName === 'style' &&
    mirror.getId(element) < 0 &&
    parentElement === element.ownerDocument.documentElement
  );
}

function printElement(element: HTMLElement): string {
  const attributes = element
    .getAttributeNames()
    .map((name) => {
      const value = element.getAttribute(name) ?? '';
      if (name === 'class') return `class=${classesOf(value)}`;
      // As the browser reads it, which is how it writes it after the first change.
      return name === 'style' ? `style=${printStyle(element.style)}` : `${name}=${value}`;
    })
    .filter((each) => each !== 'class=' && each !== 'style=')
    .sort();
  const field = element as HTMLInputElement;
  const isField = ['input', 'textarea', 'select', 'option'].includes(element.localName);
  const held = isField ? [`value:${field.value}`] : [];
  if (element.localName === 'input') held.push(`checked:${field.checked}`);
  const { selected } = element as unknown as HTMLOptionElement;
  const place = [element.scrollLeft, element.scrollTop].map(Math.round);
  const scrolled = place.some((each) => each !== 0) ? [`scroll:${place.join(',')}`] : [];
  const chosen = element.localName === 'option' ? [`selected:${selected}`] : [];
  return `<${[element.localName, ...attributes, ...held, ...chosen, ...scrolled].join(' ')}>`;
}

const printStyle = (style: CSSStyleDeclaration) =>
  [...style]
    .map((name) => `${name}:${style.getPropertyValue(name)}${style.getPropertyPriority(name)}`)
    .sort()
    .join(';');

/** Hovering is left out: it hangs on pointer events. */
const classesOf = (value: string) =>
  [...new Set(value.split(/\s+/))]
    .filter((each) => each !== '' && each !== ':hover' && each !== 'rrweb-paused')
    .join(' ');
