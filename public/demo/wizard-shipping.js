import { h } from './element.js';
import { field, validateAll } from './field.js';
import { formatLongDay, formatMoney, workingDaysAfter } from './format.js';
import { methods, today } from './status.js';
import { changeDraft, draft } from './store.js';
import { wizardStep } from './wizard.js';

export function wizardShipping() {
  const order = draft();
  const choices = Object.entries(methods).map(([id, method]) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'method',
        value: id,
        checked: order.method === id,
        onchange: () => changeDraft({ method: id }),
      }),
      h('span', {}, h('strong', {}, method.name), h('small', {}, method.detail)),
      h('span', { class: 'price' }, method.price === 0 ? 'Free' : formatMoney(method.price)),
    ),
  );
  const day = field({
    label: 'Delivery day',
    control: h(
      'select',
      {},
      h('option', { value: '' }, 'Choose a day'),
      workingDaysAfter(today, 8).map((iso) =>
        h('option', { value: iso, selected: iso === order.day }, formatLongDay(iso)),
      ),
    ),
    check: (value) => (value ? undefined : 'Choose a delivery day.'),
  });
  const reference = field({
    label: 'Customer reference',
    control: h('input', { type: 'text', value: order.reference, autocomplete: 'off' }),
    hint: 'Printed on the delivery note',
  });
  const instructions = field({
    label: 'Instructions for the driver',
    control: h('textarea', { rows: 3, value: order.instructions }),
    wide: true,
  });
  const signature = h('input', { type: 'checkbox', checked: order.signature });

  return wizardStep({
    id: 'shipping',
    heading: 'How should it travel?',
    body: [
      h(
        'div',
        { class: 'choices two', role: 'radiogroup', 'aria-label': 'Shipping method' },
        choices,
      ),
      h(
        'div',
        { class: 'fields flush' },
        day.element,
        reference.element,
        instructions.element,
        h('label', { class: 'check' }, signature, 'Signature required'),
      ),
    ],
    onnext: () => {
      if (!validateAll([day])) return false;
      changeDraft({
        day: day.control.value,
        reference: reference.control.value.trim(),
        instructions: instructions.control.value.trim(),
        signature: signature.checked,
      });
    },
  });
}
