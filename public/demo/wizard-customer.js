import { h } from './element.js';
import { icon } from './icon.js';
import { allCustomers, changeDraft, draft } from './store.js';
import { wizardStep } from './wizard.js';

export function wizardCustomer() {
  const message = h('p', { class: 'message alone', role: 'alert' });
  const list = h('div', { class: 'choices', role: 'radiogroup', 'aria-label': 'Customer' });
  const search = h('input', {
    type: 'search',
    placeholder: 'Name or town',
    'aria-label': 'Find a customer',
    autocomplete: 'off',
  });

  const choice = (customer) =>
    h(
      'label',
      { class: 'choice' },
      h('input', {
        type: 'radio',
        name: 'customer',
        value: customer.id,
        checked: draft().customerId === customer.id,
        onchange: () => changeDraft({ customerId: customer.id }),
      }),
      h(
        'span',
        {},
        h('strong', {}, customer.name),
        h('small', {}, `${customer.address.town}, ${customer.address.postcode}`),
      ),
    );
  const show = () => {
    const words = search.value.toLowerCase();
    const found = allCustomers().filter((customer) =>
      `${customer.name} ${customer.address.town}`.toLowerCase().includes(words),
    );
    list.replaceChildren(
      ...(found.length > 0 ? found.map(choice) : [h('p', { class: 'empty' }, 'No customer fits.')]),
    );
  };
  search.addEventListener('input', show);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  show();

  return wizardStep({
    id: 'customer',
    heading: 'Who is it for?',
    body: [h('div', { class: 'search' }, icon('search'), search), message, list],
    focus: search,
    onnext: () => {
      if (draft().customerId !== undefined) return;
      message.textContent = 'Choose a customer to go on.';
      return false;
    },
  });
}
