/** Sinks in text nodes, and in nodes that are no elements at all. */
import { add, textIn, type Root, type Sink } from './sink.ts';

const inline = ['p', 'div', 'span', 'h1', 'button', 'a', 'label', 'code', 'output', 'b', 'x-card'];

const data = (name: string, make: (root: Root) => { data: string }): Sink => ({
  name,
  make(root, value) {
    const node = make(root);
    node.data = value;
    return (next) => void (node.data = next);
  },
});

const innerText = (name: string, tag: string, attributes: Record<string, string> = {}): Sink => ({
  name,
  make(root, value) {
    const element = add(root, tag, attributes);
    element.textContent = value;
    return (next) => void (element.textContent = next);
  },
});

export const sinksOfText: readonly Sink[] = [
  ...inline.map((tag) => textIn(tag)),
  textIn('li', ['ul']),
  textIn('td', ['table', 'tbody', 'tr']),
  textIn('th', ['table', 'thead', 'tr']),
  textIn('caption', ['table']),
  textIn('summary', ['details']),
  textIn('legend', ['fieldset']),
  textIn('figcaption', ['figure']),
  textIn('dd', ['dl']),
  textIn('rt', ['ruby']),
  textIn('option', ['select']),
  textIn('option', ['datalist']),
  textIn('noscript'),
  textIn('object'),
  textIn('text', ['svg'], 'svg'),
  textIn('tspan', ['svg', 'text'], 'svg'),
  textIn('title', ['svg'], 'svg'),
  textIn('desc', ['svg'], 'svg'),
  textIn('metadata', ['svg'], 'svg'),
  textIn('mtext', ['math'], 'math'),
  textIn('annotation', ['math', 'semantics'], 'math'),
  innerText('text of dialog', 'dialog', { open: '' }),
  innerText('text of popover', 'div', { popover: 'auto' }),
  innerText('text of title', 'title'),
  innerText('default text of textarea', 'textarea'),
  innerText('text of contenteditable', 'div', { contenteditable: 'true' }),
  innerText('text of plaintext-only', 'div', { contenteditable: 'plaintext-only' }),
  innerText('text of script', 'script', { type: 'application/json' }),
  innerText('text of linked data', 'script', { type: 'application/ld+json' }),
  data('comment', (root) => root.appendChild(root.ownerDocument.createComment(''))),
  data('processing instruction', (root) =>
    root.appendChild(root.ownerDocument.createProcessingInstruction('desk', '')),
  ),
  {
    name: 'text of template',
    make(root, value) {
      const template = add(root, 'template') as HTMLTemplateElement;
      const text = template.content.appendChild(root.ownerDocument.createTextNode(value));
      return (next) => void (text.data = next);
    },
  },
  {
    name: 'text in a closed shadow root',
    make(root, value) {
      const closed = add(root, 'div').attachShadow({ mode: 'closed' });
      const text = closed.appendChild(root.ownerDocument.createTextNode(value));
      return (next) => void (text.data = next);
    },
  },
  {
    name: 'text in foreignObject',
    make(root, value) {
      const foreign = add(add(root, 'svg', {}, 'svg'), 'foreignObject', {}, 'svg');
      const text = add(foreign, 'p').appendChild(root.ownerDocument.createTextNode(value));
      return (next) => void (text.data = next);
    },
  },
  {
    name: 'text drawn on a canvas',
    make(root, value) {
      const canvas = add(root, 'canvas', { width: '200', height: '30' }) as HTMLCanvasElement;
      const draw = (text: string) => canvas.getContext('2d')?.fillText(text, 5, 20);
      draw(value);
      return (next) => void draw(next);
    },
  },
];
