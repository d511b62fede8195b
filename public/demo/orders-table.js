import { totalOf } from './catalogue.js';
import { h } from './element.js';
import { formatDay, formatMoney } from './format.js';
import { icon } from './icon.js';
import { go } from './router.js';
import { isOverdue } from './status.js';
import { statusPill } from './status-pill.js';
import { customerOf } from './store.js';

const columns = [
  { id: 'order', name: 'Order', sorts: true },
  { id: 'customer', name: 'Customer', sorts: true },
  { id: 'reference', name: 'Reference' },
  { id: 'placed', name: 'Placed', sorts: true },
  { id: 'due', name: 'Due', sorts: true },
  { id: 'total', name: 'Total', sorts: true },
  { id: 'status', name: 'Status' },
];

export function ordersTable({ onsort }) {
  const heads = columns.map((column) =>
    h(
      'th',
      { scope: 'col', class: column.id },
      column.sorts
        ? h('button', { onclick: () => onsort(column.id) }, column.name, icon('down'))
        : column.name,
    ),
  );
  const body = h('tbody');
  const element = h(
    'table',
    { class: 'orders' },
    h('caption', { class: 'unseen' }, 'Orders'),
    h('thead', {}, h('tr', {}, heads)),
    body,
  );

  return {
    element,
    openFirst: () => body.querySelector('a')?.click(),
    show(orders, { sort, descending }) {
      for (const [at, column] of columns.entries()) {
        if (column.id === sort)
          heads[at].setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        else heads[at].removeAttribute('aria-sort');
      }
      body.replaceChildren(
        ...(orders.length > 0
          ? orders.map(row)
          : [
              h(
                'tr',
                {},
                h(
                  'td',
                  { class: 'empty', colspan: columns.length },
                  'No order fits. Try fewer words or another status.',
                ),
              ),
            ]),
      );
    },
  };
}

function row(order) {
  const customer = customerOf(order.customerId);
  return h(
    'tr',
    { onclick: (event) => event.target.closest('a') ?? go(`/orders/${order.id}`) },
    h('td', { class: 'order' }, h('a', { href: `#/orders/${order.id}` }, order.id)),
    h(
      'td',
      { class: 'customer' },
      customer.name,
      h('span', { class: 'town' }, order.delivery.town),
    ),
    h('td', { class: 'reference' }, order.reference),
    h('td', { class: 'placed' }, formatDay(order.placed)),
    h('td', { class: isOverdue(order) ? 'due late' : 'due' }, formatDay(order.due)),
    h('td', { class: 'total' }, formatMoney(totalOf(order.lines))),
    h('td', { class: 'status' }, statusPill(order)),
  );
}
