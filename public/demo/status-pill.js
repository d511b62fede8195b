import { h } from './element.js';
import { isOverdue, statuses } from './status.js';

/** An order's status as a coloured word; overdue is said in addition. */
export function statusPill(order) {
  return h(
    'span',
    { class: 'pills' },
    h('span', { class: `pill ${order.status}` }, statuses[order.status]),
    isOverdue(order) && h('span', { class: 'pill overdue' }, 'Overdue'),
  );
}
