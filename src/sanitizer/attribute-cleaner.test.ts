import { expect, test } from 'vitest';
import type { AttributeValue } from '#dom/rrweb-events.ts';
import { firstInBody, nodeIn, sketchSanitizer, snapshotOf } from './sketch-sanitizer.ts';

const told = (tag: string, name: string, value: AttributeValue) => {
  const event = sketchSanitizer().clean(snapshotOf([tag, { [name]: value }]));
  const node = nodeIn(event, firstInBody);
  return node?.attributes?.[name];
};
const coded = (value: unknown) =>
  typeof value === 'string'
    ? value
        .replace(/\b[nv][A-Z2-9]{5}x?\b/g, '~')
        .replace(/~[A-Z2-9]{4}/g, '~')
        .replace(/_[A-Z2-9]{4}›/g, '›')
    : value;

test.each<[tag: string, name: string, value: AttributeValue, told: AttributeValue | undefined]>([
  ['div', 'class', 'btn btn-primary jane', 'btn btn-primary ~'],
  ['div', 'class', 'md:w-1/2 mt-4 sc-kXyZabQ', 'md:w-1/2 mt-4 ~'],
  ['div', 'id', 'order-104233', '~'],
  ['div', 'aria-labelledby', 'header jane', 'header ~'],
  ['div', 'role', 'dialog', 'dialog'],
  ['div', 'role', 'jane', undefined],
  ['div', 'title', 'Save changes', 'Save changes'],
  ['div', 'title', 'Jane Roe', 'Xxxx Xxxi'],
  ['div', 'aria-label', 'to jane@mail.example', 'to ‹EMAIL_F97R······›'],
  ['div', 'aria-expanded', 'true', 'true'],
  ['div', 'aria-expanded', 'jane', undefined],
  ['div', 'aria-valuenow', '12.5', '12.5'],
  ['div', 'aria-valuenow', 'jane', undefined],
  ['div', 'tabindex', '-1', '-1'],
  ['div', 'style', 'color:red;background:url(jane.png)', 'color:red;background:none;'],
  ['div', 'data-state', 'open', 'open'],
  ['div', 'data-state', 'jane', '~'],
  ['div', 'data-jane', 'jane', undefined],
  ['div', 'data-user', 'jane', undefined],
  ['div', 'onclick', 'jane()', undefined],
  ['div', 'jane', 'jane', undefined],
  ['div', 'lang', 'en-US', 'en-US'],
  ['div', 'lang', 'jane', undefined],
  ['div', 'rr_scrollTop', 120.5, 120.5],
  ['div', 'rr_width', '120.5px', '120.5px'],
  ['div', 'rr_width', 'jane', undefined],
  ['div', 'hidden', '', ''],
  ['div', 'hidden', 'jane', ''],
  ['iframe', 'srcdoc', '<p>jane', undefined],
  ['iframe', 'rr_src', 'https://desk.example/', undefined],
  ['img', 'src', 'https://desk.example/jane.png', undefined],
  ['img', 'srcset', 'jane.png 2x', undefined],
  ['img', 'alt', 'Jane', 'Xxxx'],
  ['img', 'rr_dataURL', 'data:image/png;base64,AAAA', undefined],
  ['video', 'poster', 'jane.png', undefined],
  ['a', 'href', 'https://desk.example/orders/1042', 'https://desk.example/orders/~'],
  ['a', 'href', 'https://evil.example/', undefined],
  ['a', 'href', 'javascript:jane()', undefined],
  ['a', 'ping', 'https://desk.example/', undefined],
  ['link', 'href', 'https://desk.example/style.css', undefined],
  ['base', 'href', 'https://desk.example/', undefined],
  ['form', 'action', '/jane', undefined],
  ['meta', 'content', 'jane', undefined],
  ['script', 'nonce', 'jane', undefined],
  ['td', 'colspan', '2', '2'],
  ['svg', 'viewBox', '0 0 24 24', '0 0 24 24'],
  ['path', 'd', 'M1.23456 2 a1 1 0 013.5.5z', 'M1.235 2a1 1 0 0 1 3.5 0.5z'],
  ['path', 'd', 'M1 jane', undefined],
  ['path', 'fill', '#0af', '#0af'],
  ['path', 'fill', 'url(#jane)', 'none'],
  ['g', 'transform', 'translate(1 2)', 'translate(1 2)'],
  ['use', 'href', '#icon-close', '#icon-close'],
  ['use', 'xlink:href', 'sprite.svg#icon', undefined],
  ['input', 'type', 'email', 'email'],
  ['input', 'value', 'jane', '••••'],
  ['input', 'placeholder', 'Search', 'Search'],
  ['input', 'pattern', 'jane', undefined],
  ['option', 'value', 'open', 'open'],
  ['option', 'value', 'jane', '~'],
  ['button', 'value', 'jane', '~'],
  ['li', 'value', '3', '3'],
  ['data', 'value', 'jane', undefined],
])('on <%s> %s="%s" is told as %s', (tag, name, value, expected) => {
  expect(coded(told(tag, name, value))).toBe(expected);
});

test('names are told alike in markup and style sheets', () => {
  const event = sketchSanitizer().clean(
    snapshotOf(
      ['my-jane', { class: 'jane', id: 'roe' }],
      ['style', { _cssText: 'my-jane.jane#roe{top:0}' }],
    ),
  );
  const node = nodeIn(event, firstInBody);
  const style = nodeIn(event, firstInBody + 1);
  const { class: name, id } = node?.attributes ?? {};
  expect(style?.attributes?.['_cssText']).toBe(
    `${node?.tagName}.${String(name)}#${String(id)}{top:0;}`,
  );
});

test('attributes that scope styles are renamed as they are in the sheets', () => {
  const event = sketchSanitizer().clean(
    snapshotOf(
      ['div', { 'data-v-3d9154b9': '' }],
      ['style', { _cssText: 'p[data-v-3d9154b9]{top:0}' }],
    ),
  );
  const [name] = Object.keys(nodeIn(event, firstInBody)?.attributes ?? {});
  expect(name).not.toContain('9154');
  expect(nodeIn(event, firstInBody + 1)?.attributes?.['_cssText']).toBe(`p[${name}]{top:0;}`);
});

test('what an image looks like is not told, how large it is, is', () => {
  const sizeOf = () => ({ width: 40, height: 30 });
  const event = sketchSanitizer({ page: { sizeOf } }).clean(
    snapshotOf(['img', { src: 'jane.png' }], ['canvas', { height: 10 }]),
  );
  expect(nodeIn(event, firstInBody)?.attributes?.['src']).toContain("width='40' height='30'");
  expect(nodeIn(event, firstInBody + 1)?.attributes).toEqual({ height: 10, width: '40' });
});
