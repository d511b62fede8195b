import { h } from './element.js';
import { icon } from './icon.js';
import { filters, findOrders } from './orders-query.js';
import { ordersTable } from './orders-table.js';
import { currentPath, note, queryOf } from './router.js';
import { isOpen, isOverdue } from './status.js';
import { allOrders } from './store.js';

const pageSize = 20;

/** The desk's list: search, filter, sort, page. What is asked for is kept in the address. */
export function ordersPage() {
  const asked = queryOf();
  const query = {
    words: asked.get('q') ?? '',
    filter: asked.get('status') in filters ? asked.get('status') : 'all',
    sort: asked.get('sort') ?? 'order',
    descending: asked.get('dir') !== 'up',
    page: Number(asked.get('page') ?? 1),
  };

  const search = h('input', {
    id: 'search',
    type: 'search',
    value: query.words,
    placeholder: 'Order, customer, reference, town',
    'aria-label': 'Search orders',
    autocomplete: 'off',
  });
  const tabs = Object.entries(filters).map(([id, filter]) =>
    h(
      'button',
      { class: 'tab', 'data-filter': id, onclick: () => change({ filter: id }) },
      filter.name,
      h('span', { class: 'count' }, String(allOrders().filter(filter.keeps).length)),
    ),
  );
  const table = ordersTable({
    onsort: (sort) =>
      change({
        sort,
        descending: query.sort === sort ? !query.descending : sort === 'order' || sort === 'total',
      }),
  });
  const range = h('p', { class: 'muted', role: 'status' });
  const before = h(
    'button',
    { onclick: () => change({ page: query.page - 1 }) },
    icon('back'),
    'Previous',
  );
  const after = h(
    'button',
    { onclick: () => change({ page: query.page + 1 }) },
    'Next',
    icon('next'),
  );

  function change(part) {
    Object.assign(query, { page: 1 }, part);
    show();
    note(addressOf(query));
  }

  function show() {
    const found = findOrders(query);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    query.page = Math.min(Math.max(1, query.page), pages);
    const first = (query.page - 1) * pageSize;
    table.show(found.slice(first, first + pageSize), query);
    range.textContent =
      found.length === 0
        ? 'No orders'
        : `${first + 1}–${Math.min(first + pageSize, found.length)} of ${found.length} orders`;
    before.disabled = query.page === 1;
    after.disabled = query.page === pages;
    for (const tab of tabs)
      tab.setAttribute('aria-pressed', String(tab.dataset.filter === query.filter));
  }

  // The list follows every letter; the address waits until the words are done.
  let waiting;
  search.addEventListener('input', () => {
    query.words = search.value;
    query.page = 1;
    clearTimeout(waiting);
    waiting = setTimeout(show, 140);
  });
  search.addEventListener('change', () => {
    if (currentPath() === '/orders') note(addressOf(query));
  });
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      clearTimeout(waiting);
      search.value = '';
      search.blur();
      change({ words: '' });
    }
    if (event.key === 'Enter') {
      clearTimeout(waiting);
      change({ words: search.value });
      table.openFirst();
    }
  });
  show();

  const open = allOrders().filter(isOpen).length;
  const late = allOrders().filter(isOverdue).length;
  return {
    title: 'Orders',
    element: h(
      'div',
      { class: 'page' },
      h(
        'header',
        { class: 'page-head' },
        h(
          'div',
          {},
          h('h1', {}, 'Orders'),
          h('p', { class: 'muted' }, `${open} open, ${late} overdue · Friday 20 November`),
        ),
        h(
          'div',
          { class: 'search' },
          icon('search'),
          search,
          h('kbd', { 'aria-hidden': 'true' }, '/'),
        ),
      ),
      h('div', { class: 'tabs', role: 'group', 'aria-label': 'Filter by status' }, tabs),
      h(
        'div',
        { class: 'card table-card' },
        table.element,
        h('footer', { class: 'table-foot' }, range, h('div', { class: 'pager' }, before, after)),
      ),
    ),
  };
}

function addressOf(query) {
  const parts = new URLSearchParams();
  if (query.words) parts.set('q', query.words);
  if (query.filter !== 'all') parts.set('status', query.filter);
  if (query.sort !== 'order') parts.set('sort', query.sort);
  if (!query.descending) parts.set('dir', 'up');
  if (query.page > 1) parts.set('page', String(query.page));
  return parts.size > 0 ? `/orders?${parts}` : '/orders';
}
