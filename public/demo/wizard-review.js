import { h } from './element.js';
import { formatLongDay } from './format.js';
import { linesTable } from './lines-table.js';
import { go } from './router.js';
import { methods } from './status.js';
import { customerOf, draft, placeDraft } from './store.js';
import { toast } from './toast.js';
import { wizardStep } from './wizard.js';

export function wizardReview() {
  const order = draft();
  return wizardStep({
    id: 'review',
    heading: 'Is everything right?',
    next: 'Place order',
    body: order.customerId && order.day ? summary(order) : [],
    onnext: () => {
      const placed = placeDraft();
      toast(`Order ${placed.id} is placed.`);
      go(`/orders/${placed.id}`);
    },
  });
}

function summary(order) {
  const { name, address } = customerOf(order.customerId);
  const wishes = [
    order.reference && `Reference ${order.reference}`,
    order.instructions,
    order.signature && 'Signature required',
  ].filter(Boolean);
  return [
    h(
      'div',
      { class: 'review-top' },
      part('Customer', 'customer', [
        h('p', { class: 'lead' }, name),
        h('p', { class: 'muted' }, `${address.line1}, ${address.town}, ${address.postcode}`),
      ]),
      part('Shipping', 'shipping', [
        h('p', { class: 'lead' }, `${methods[order.method].name}, ${formatLongDay(order.day)}`),
        h('p', { class: 'muted' }, wishes.join(' · ') || 'No instructions'),
      ]),
    ),
    part('Items', 'items', linesTable(order)),
  ];
}

function part(title, step, body) {
  const change = `Change ${title.toLowerCase()}`;
  return h(
    'section',
    { class: 'review-part', 'aria-label': title },
    h(
      'header',
      {},
      h('h3', {}, title),
      h('a', { href: `#/new/${step}`, 'aria-label': change }, 'Change'),
    ),
    body,
  );
}
