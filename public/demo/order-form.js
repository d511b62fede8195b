import { productOf } from './catalogue.js';
import { h } from './element.js';
import { field, validateAll } from './field.js';
import { icon } from './icon.js';
import { go } from './router.js';
import { methods } from './status.js';
import { changeOrder, orderOf } from './store.js';
import { toast } from './toast.js';
import {
  checkEmail,
  checkPostcode,
  checkPresent,
  checkQuantity,
  tidyPostcode,
} from './validate.js';

const text = (value, more) => h('input', { type: 'text', value, autocomplete: 'off', ...more });

/** Changes an order's contact, delivery and quantities. */
export function orderForm({ id }) {
  const order = orderOf(id);
  if (!order)
    return { title: 'Edit order', element: h('p', { class: 'empty' }, `There is no order ${id}.`) };
  const fields = fieldsOf(order);
  const quantities = order.lines.map((line) =>
    field({
      label: productOf(line.code).name,
      control: text(String(line.quantity), { inputmode: 'numeric', class: 'short' }),
      check: checkQuantity,
    }),
  );
  const signature = h('input', { type: 'checkbox', checked: order.signature });
  const summary = h('div', { class: 'summary', role: 'alert', hidden: true });

  const save = (event) => {
    event.preventDefault();
    const all = [...Object.values(fields), ...quantities];
    if (!validateAll(all)) {
      const wrong = all.filter((each) => each.control.hasAttribute('aria-invalid')).length;
      summary.replaceChildren(
        icon('alert'),
        wrong === 1
          ? 'One field needs another look before this can be saved.'
          : `${wrong} fields need another look before this can be saved.`,
      );
      summary.hidden = false;
      return;
    }
    changeOrder(id, changeFrom(order, fields, quantities, signature), 'Details changed at Desk 3');
    toast(`${id} is saved.`);
    go(`/orders/${id}`);
  };

  const element = h(
    'form',
    {
      class: 'page form-page',
      novalidate: true,
      'data-saves': true,
      'aria-label': `Edit order ${id}`,
      onsubmit: save,
    },
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumb' },
      h('a', { href: '#/orders' }, 'Orders'),
      icon('next'),
      h('a', { href: `#/orders/${id}` }, id),
      icon('next'),
      h('span', {}, 'Edit'),
    ),
    h(
      'header',
      { class: 'page-head' },
      h('h1', {}, `Edit ${id}`),
      h(
        'div',
        { class: 'acts' },
        h('a', { class: 'button', href: `#/orders/${id}` }, 'Discard'),
        h('button', { class: 'primary', type: 'submit' }, 'Save changes'),
      ),
    ),
    summary,
    section('Delivery address', [fields.line1, fields.line2, fields.town, fields.postcode]),
    section('Contact', [fields.email, fields.phone, fields.reference]),
    section(
      'Shipping',
      [fields.method, fields.instructions],
      h('label', { class: 'check' }, signature, 'Signature required'),
    ),
    section('Quantities', quantities),
  );
  return { title: `Edit order ${id}`, element, focus: fields.line1.control };
}

function fieldsOf(order) {
  return {
    line1: field({
      label: 'Address line 1',
      control: text(order.delivery.line1),
      wide: true,
      check: checkPresent('the first line of the address'),
    }),
    line2: field({
      label: 'Address line 2',
      control: text(order.delivery.line2),
      wide: true,
      hint: 'Optional',
    }),
    town: field({
      label: 'Town',
      control: text(order.delivery.town),
      check: checkPresent('a town'),
    }),
    postcode: field({
      label: 'Postcode',
      control: text(order.delivery.postcode, { class: 'short' }),
      check: checkPostcode,
    }),
    email: field({
      label: 'E-mail',
      control: text(order.email, { type: 'email' }),
      check: checkEmail,
    }),
    phone: field({
      label: 'Telephone',
      control: text(order.phone, { type: 'tel' }),
      check: checkPresent('a telephone number'),
    }),
    reference: field({ label: 'Customer reference', control: text(order.reference) }),
    method: field({
      label: 'Method',
      control: h(
        'select',
        { value: order.method },
        Object.entries(methods).map(([id, method]) =>
          h(
            'option',
            { value: id, selected: id === order.method },
            `${method.name}, ${method.detail}`,
          ),
        ),
      ),
    }),
    instructions: field({
      label: 'Instructions for the driver',
      control: h('textarea', { rows: 3, value: order.instructions }),
      wide: true,
    }),
  };
}

function changeFrom(order, fields, quantities, signature) {
  const value = (name) => fields[name].control.value.trim();
  return {
    delivery: {
      line1: value('line1'),
      line2: value('line2'),
      town: value('town'),
      postcode: tidyPostcode(value('postcode')),
    },
    email: value('email'),
    phone: value('phone'),
    reference: value('reference'),
    method: value('method'),
    instructions: value('instructions'),
    signature: signature.checked,
    lines: order.lines.map((line, at) => ({
      ...line,
      quantity: Number(quantities[at].control.value),
    })),
  };
}

function section(title, fields, more) {
  return h(
    'section',
    { class: 'card fields-card' },
    h('h2', {}, title),
    h(
      'div',
      { class: 'fields' },
      fields.map((each) => each.element),
      more,
    ),
  );
}
