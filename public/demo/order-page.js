import { h } from './element.js';
import { formatDay, formatLongDay } from './format.js';
import { icon } from './icon.js';
import { linesTable } from './lines-table.js';
import { askToCancel, askForNote } from './order-dialogs.js';
import { isOpen, methods } from './status.js';
import { statusPill } from './status-pill.js';
import { changeOrder, customerOf, orderOf } from './store.js';
import { toast } from './toast.js';

const onwards = {
  new: { status: 'picking', act: 'Start picking', event: 'Picking started' },
  picking: { status: 'shipped', act: 'Mark as shipped', event: 'Shipped' },
  hold: { status: 'picking', act: 'Release hold', event: 'Released from hold' },
  shipped: { status: 'delivered', act: 'Mark as delivered', event: 'Delivered' },
};

/** One order and what can be done with it. */
export function orderPage({ id }) {
  const element = h('div', { class: 'page' });
  const show = () => element.replaceChildren(...parts(orderOf(id), show));
  if (orderOf(id)) show();
  else
    element.append(
      h(
        'p',
        { class: 'empty' },
        `There is no order ${id}. `,
        h('a', { href: '#/orders' }, 'Go to orders'),
      ),
    );
  return { title: `Order ${id}`, element };
}

function parts(order, show) {
  const customer = customerOf(order.customerId);
  const step = onwards[order.status];
  const advance = () => {
    changeOrder(order.id, { status: step.status }, step.event);
    toast(`${order.id}: ${step.event.toLowerCase()}.`);
    show();
  };
  return [
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumb' },
      h('a', { href: '#/orders' }, 'Orders'),
      icon('next'),
      h('span', {}, order.id),
    ),
    h(
      'header',
      { class: 'page-head' },
      h(
        'div',
        {},
        h('h1', {}, `Order ${order.id}`, statusPill(order)),
        h(
          'p',
          { class: 'muted' },
          `Placed ${formatLongDay(order.placed)}, due ${formatLongDay(order.due)}`,
        ),
      ),
      h(
        'div',
        { class: 'acts' },
        isOpen(order) &&
          h(
            'button',
            { class: 'danger-quiet', onclick: () => askToCancel(order, show) },
            'Cancel order',
          ),
        h('button', { onclick: () => askForNote(order, show) }, icon('note'), 'Add note'),
        isOpen(order) &&
          h('a', { class: 'button', href: `#/orders/${order.id}/edit` }, icon('edit'), 'Edit'),
        step && h('button', { class: 'primary', onclick: advance }, step.act),
      ),
    ),
    h(
      'div',
      { class: 'columns' },
      h(
        'div',
        {},
        h('section', { class: 'card' }, h('h2', {}, 'Items'), linesTable(order)),
        h('section', { class: 'card' }, h('h2', {}, 'Notes'), notes(order)),
      ),
      h('div', {}, deliveryCard(order), customerCard(order, customer), historyCard(order)),
    ),
  ];
}

function notes(order) {
  if (order.notes.length === 0)
    return h(
      'p',
      { class: 'muted pad' },
      'No notes yet. Notes are seen by every desk, never by the customer.',
    );
  return h(
    'ul',
    { class: 'notes' },
    order.notes.map((note) =>
      h('li', {}, h('p', {}, note.text), h('small', {}, `Desk 3, ${formatDay(note.day)}`)),
    ),
  );
}

function deliveryCard(order) {
  const { line1, line2, town, postcode } = order.delivery;
  return h(
    'section',
    { class: 'card', 'aria-label': 'Delivery' },
    h('h2', {}, 'Delivery'),
    h(
      'address',
      {},
      [line1, line2, town, postcode].filter(Boolean).map((line) => h('span', {}, line)),
    ),
    h(
      'dl',
      { class: 'facts' },
      h('dt', {}, 'Method'),
      h('dd', {}, methods[order.method].name),
      h('dt', {}, 'Signature'),
      h('dd', {}, order.signature ? 'Required' : 'Not needed'),
    ),
    order.instructions && h('p', { class: 'instructions' }, order.instructions),
  );
}

function customerCard(order, customer) {
  return h(
    'section',
    { class: 'card', 'aria-label': 'Customer' },
    h('h2', {}, 'Customer'),
    h('p', { class: 'lead' }, h('a', { href: `#/customers/${customer.id}` }, customer.name)),
    h(
      'dl',
      { class: 'facts' },
      h('dt', {}, 'E-mail'),
      h('dd', {}, order.email),
      h('dt', {}, 'Telephone'),
      h('dd', {}, order.phone),
      h('dt', {}, 'Reference'),
      h('dd', {}, order.reference || 'None'),
    ),
  );
}

function historyCard(order) {
  return h(
    'section',
    { class: 'card', 'aria-label': 'History' },
    h('h2', {}, 'History'),
    h(
      'ol',
      { class: 'history' },
      order.history.map((event) =>
        h('li', {}, h('span', {}, event.text), h('small', {}, formatDay(event.day))),
      ),
    ),
  );
}
