import { openDialog } from './dialog.js';
import { h } from './element.js';
import { field, validateAll } from './field.js';
import { icon } from './icon.js';
import { ordersTable } from './orders-table.js';
import { isOpen } from './status.js';
import { allOrders, changeCustomer, changeOrder, customerOf } from './store.js';
import { toast } from './toast.js';
import { checkEmail, checkPresent } from './validate.js';

export function customerPage({ id }) {
  const element = h('div', { class: 'page' });
  const customer = customerOf(id);
  if (!customer) element.append(h('p', { class: 'empty' }, `There is no customer ${id}.`));
  const show = () => element.replaceChildren(...parts(customerOf(id), show));
  if (customer) show();
  return { title: customer?.name ?? 'Customer', element };
}

function parts(customer, show) {
  const orders = allOrders()
    .filter((order) => order.customerId === customer.id)
    .reverse();
  const table = ordersTable({ onsort: () => {} });
  table.show(orders, {});
  const { line1, line2, town, postcode } = customer.address;
  return [
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumb' },
      h('a', { href: '#/customers' }, 'Customers'),
      icon('next'),
      h('span', {}, customer.name),
    ),
    h(
      'header',
      { class: 'page-head' },
      h(
        'div',
        {},
        h('h1', {}, customer.name),
        h('p', { class: 'muted' }, `${customer.id} · pays within ${customer.terms}`),
      ),
      h(
        'div',
        { class: 'acts' },
        h(
          'button',
          { onclick: () => askForContact(customer, orders, show) },
          icon('mail'),
          'Change contact',
        ),
      ),
    ),
    h(
      'div',
      { class: 'strip' },
      h(
        'section',
        { class: 'card', 'aria-label': 'Contact' },
        h('h2', {}, 'Contact'),
        h(
          'dl',
          { class: 'facts' },
          h('dt', {}, 'E-mail'),
          h('dd', {}, customer.email),
          h('dt', {}, 'Telephone'),
          h('dd', {}, customer.phone),
        ),
      ),
      h(
        'section',
        { class: 'card', 'aria-label': 'Address' },
        h('h2', {}, 'Address'),
        h(
          'address',
          {},
          [line1, line2, town, postcode].filter(Boolean).map((line) => h('span', {}, line)),
        ),
      ),
    ),
    h('div', { class: 'card table-card' }, table.element),
  ];
}

function askForContact(customer, orders, done) {
  const email = field({
    label: 'E-mail',
    control: h('input', { type: 'email', value: customer.email, autocomplete: 'off' }),
    check: checkEmail,
  });
  const phone = field({
    label: 'Telephone',
    control: h('input', { type: 'tel', value: customer.phone, autocomplete: 'off' }),
    check: checkPresent('a telephone number'),
  });
  const carry = h('input', { type: 'checkbox' });
  openDialog({
    title: 'Change contact',
    body: [
      email.element,
      phone.element,
      h('label', { class: 'check' }, carry, 'Use for open orders as well'),
    ],
    accept: 'Save contact',
    dismiss: 'Discard',
    onaccept: () => {
      if (!validateAll([email, phone])) return false;
      const contact = { email: email.control.value.trim(), phone: phone.control.value.trim() };
      changeCustomer(customer.id, contact);
      if (carry.checked)
        for (const order of orders.filter(isOpen))
          changeOrder(order.id, contact, 'Contact changed');
      toast('Contact saved.');
      done();
    },
  });
}
