import { productOf, totalOf } from './catalogue.js';
import { h } from './element.js';
import { formatMoney } from './format.js';
import { methods } from './status.js';

/** The lines of an order with what they add up to. */
export function linesTable({ lines, method }) {
  const goods = totalOf(lines);
  const delivery = methods[method].price;
  const tax = Math.round((goods + delivery) * 0.2);
  const sum = (name, amount, strong) =>
    h(
      'tr',
      { class: strong ? 'sum grand' : 'sum' },
      h('th', { scope: 'row', colspan: 3 }, name),
      h('td', { class: 'amount' }, formatMoney(amount)),
    );
  return h(
    'table',
    { class: 'lines' },
    h('caption', { class: 'unseen' }, 'Items'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, 'Item'),
        h('th', { scope: 'col', class: 'amount price' }, 'Price'),
        h('th', { scope: 'col', class: 'amount quantity' }, 'Qty'),
        h('th', { scope: 'col', class: 'amount' }, 'Amount'),
      ),
    ),
    h(
      'tbody',
      {},
      lines.map((line) => {
        const product = productOf(line.code);
        return h(
          'tr',
          {},
          h('td', {}, product.name, h('small', {}, `${product.code} · ${product.unit}`)),
          h('td', { class: 'amount' }, formatMoney(product.price)),
          h('td', { class: 'amount' }, String(line.quantity)),
          h('td', { class: 'amount' }, formatMoney(product.price * line.quantity)),
        );
      }),
    ),
    h(
      'tfoot',
      {},
      sum('Goods', goods),
      sum(`Delivery, ${methods[method].name.toLowerCase()}`, delivery),
      sum('VAT 20 %', tax),
      sum('Total', goods + delivery + tax, true),
    ),
  );
}
