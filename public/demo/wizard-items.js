import { catalogue, productOf, totalOf } from './catalogue.js';
import { h } from './element.js';
import { formatMoney } from './format.js';
import { icon } from './icon.js';
import { changeDraft, draft } from './store.js';
import { checkQuantity } from './validate.js';
import { wizardStep } from './wizard.js';

export function wizardItems() {
  const message = h('p', { class: 'message alone', role: 'alert' });
  const offers = h('ul', { class: 'offers', 'aria-label': 'Products' });
  const basket = h('div', { class: 'basket', role: 'group', 'aria-label': 'This order' });
  const search = h('input', {
    type: 'search',
    placeholder: 'Product or code',
    'aria-label': 'Find a product',
    autocomplete: 'off',
  });
  const total = h('strong');

  const setLines = (lines) => {
    changeDraft({ lines });
    message.textContent = '';
    total.textContent = formatMoney(totalOf(lines));
  };
  const add = (product) => {
    if (draft().lines.some((line) => line.code === product.code)) return;
    setLines([...draft().lines, { code: product.code, quantity: 1 }]);
    showBasket();
    showOffers();
  };
  const offer = (product) => {
    const taken = draft().lines.some((line) => line.code === product.code);
    return h(
      'li',
      {},
      h(
        'span',
        {},
        h('strong', {}, product.name),
        h('small', {}, `${product.code} · ${product.unit} · ${formatMoney(product.price)}`),
      ),
      h(
        'button',
        {
          type: 'button',
          disabled: taken,
          'aria-label': `Add ${product.name}`,
          onclick: () => add(product),
        },
        taken ? icon('check') : icon('plus'),
        taken ? 'Added' : 'Add',
      ),
    );
  };
  const showOffers = () => {
    const words = search.value.toLowerCase();
    const found = catalogue.filter((product) =>
      `${product.name} ${product.code}`.toLowerCase().includes(words),
    );
    offers.replaceChildren(
      ...(found.length > 0 ? found.map(offer) : [h('li', { class: 'empty' }, 'No product fits.')]),
    );
  };
  const showBasket = () => {
    const rows = draft().lines.map((line) =>
      basketRow(line, setLines, () => (showBasket(), showOffers())),
    );
    basket.replaceChildren(
      h('h3', {}, 'This order'),
      ...(rows.length > 0
        ? rows
        : [h('p', { class: 'muted' }, 'Nothing yet. Add products from the list.')]),
      h('p', { class: 'basket-total' }, h('span', {}, 'Goods'), total),
    );
  };
  search.addEventListener('input', showOffers);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
  setLines(draft().lines);
  showOffers();
  showBasket();

  return wizardStep({
    id: 'items',
    heading: 'What do they need?',
    body: [
      message,
      h(
        'div',
        { class: 'pick' },
        h('div', {}, h('div', { class: 'search' }, icon('search'), search), offers),
        basket,
      ),
    ],
    focus: search,
    onnext: () => {
      const wrong = basket.querySelector('[aria-invalid]');
      if (draft().lines.length > 0 && !wrong) return;
      message.textContent = wrong
        ? 'Quantities are whole numbers from 1 to 999.'
        : 'Add at least one product.';
      wrong?.focus();
      return false;
    },
  });
}

function basketRow(line, setLines, show) {
  const { name, unit } = productOf(line.code);
  const quantity = h('input', {
    type: 'text',
    inputmode: 'numeric',
    value: String(line.quantity),
    'aria-label': `Quantity of ${name}`,
    autocomplete: 'off',
  });
  quantity.addEventListener('input', () => {
    if (checkQuantity(quantity.value)) return quantity.setAttribute('aria-invalid', 'true');
    quantity.removeAttribute('aria-invalid');
    setLines(
      draft().lines.map((each) =>
        each.code === line.code ? { ...each, quantity: Number(quantity.value) } : each,
      ),
    );
  });
  const remove = () => {
    setLines(draft().lines.filter((each) => each.code !== line.code));
    show();
  };
  return h(
    'div',
    { class: 'basket-row' },
    h('span', {}, name, h('small', {}, unit)),
    quantity,
    h(
      'button',
      { type: 'button', class: 'quiet square', 'aria-label': `Remove ${name}`, onclick: remove },
      icon('trash'),
    ),
  );
}
