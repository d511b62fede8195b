import { totalOf } from './catalogue.js';
import { isOverdue, statuses } from './status.js';
import { allOrders, customerOf } from './store.js';

export const filters = {
  all: { name: 'All', keeps: () => true },
  overdue: { name: 'Overdue', keeps: isOverdue },
  ...Object.fromEntries(
    Object.entries(statuses).map(([status, name]) => [
      status,
      { name, keeps: (order) => order.status === status },
    ]),
  ),
};

const keys = {
  order: (order) => order.id,
  customer: (order) => customerOf(order.customerId).name,
  placed: (order) => order.placed,
  due: (order) => order.due,
  total: (order) => totalOf(order.lines),
};

const textOf = (order) =>
  [
    order.id,
    order.reference,
    customerOf(order.customerId).name,
    order.delivery.town,
    order.delivery.postcode,
  ]
    .join(' ')
    .toLowerCase();

/** The orders that fit the words, the filter and the order of the columns. */
export function findOrders({ words, filter, sort, descending }) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const key = keys[sort];
  const sign = descending ? -1 : 1;
  return allOrders()
    .filter(filters[filter].keeps)
    .filter((order) => wanted.every((word) => textOf(order).includes(word)))
    .sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1));
}
