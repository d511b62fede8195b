import { h } from './element.js';
import { icon } from './icon.js';
import { go } from './router.js';
import { isOpen } from './status.js';
import { allCustomers, allOrders } from './store.js';

export function customersPage() {
  const body = h('tbody');
  const search = h('input', {
    type: 'search',
    placeholder: 'Name, town, e-mail',
    'aria-label': 'Search customers',
    autocomplete: 'off',
  });
  const show = () => {
    const words = search.value.toLowerCase();
    const found = allCustomers().filter((customer) =>
      `${customer.name} ${customer.address.town} ${customer.email}`.toLowerCase().includes(words),
    );
    body.replaceChildren(
      ...(found.length > 0
        ? found.map(row)
        : [
            h(
              'tr',
              {},
              h('td', { class: 'empty', colspan: 5 }, 'No customer fits. Try fewer letters.'),
            ),
          ]),
    );
  };
  search.addEventListener('input', show);
  show();
  return {
    title: 'Customers',
    element: h(
      'div',
      { class: 'page' },
      h(
        'header',
        { class: 'page-head' },
        h(
          'div',
          {},
          h('h1', {}, 'Customers'),
          h('p', { class: 'muted' }, `${allCustomers().length} accounts`),
        ),
        h('div', { class: 'search' }, icon('search'), search),
      ),
      h(
        'div',
        { class: 'card table-card' },
        h(
          'table',
          { class: 'customers' },
          h('caption', { class: 'unseen' }, 'Customers'),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              ['Customer', 'Town', 'E-mail', 'Terms', 'Open orders'].map((name) =>
                h(
                  'th',
                  { scope: 'col', class: name === 'Open orders' ? 'amount' : undefined },
                  name,
                ),
              ),
            ),
          ),
          body,
        ),
      ),
    ),
  };
}

function row(customer) {
  const open = allOrders().filter(
    (order) => order.customerId === customer.id && isOpen(order),
  ).length;
  return h(
    'tr',
    { onclick: (event) => event.target.closest('a') ?? go(`/customers/${customer.id}`) },
    h('td', {}, h('a', { href: `#/customers/${customer.id}` }, customer.name)),
    h('td', {}, customer.address.town),
    h('td', { class: 'muted' }, customer.email),
    h('td', {}, customer.terms),
    h('td', { class: 'amount' }, open === 0 ? '–' : String(open)),
  );
}
