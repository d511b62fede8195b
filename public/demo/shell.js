import { h } from './element.js';
import { icon } from './icon.js';
import { currentPath } from './router.js';
import { showShortcuts } from './shortcuts.js';
import { isOpen } from './status.js';
import { allCustomers, allOrders } from './store.js';

/** The frame around every page. `update` marks where one is and renews the counts. */
export function shell({ onlock }) {
  const main = h('main', { id: 'main', tabindex: '-1' });
  const links = [
    {
      path: '/orders',
      name: 'Orders',
      picture: 'orders',
      count: () => allOrders().filter(isOpen).length,
    },
    {
      path: '/customers',
      name: 'Customers',
      picture: 'customers',
      count: () => allCustomers().length,
    },
  ].map((link) => {
    const count = h('span', { class: 'count', 'aria-hidden': 'true' });
    const anchor = h(
      'a',
      { href: `#${link.path}` },
      icon(link.picture),
      h('span', {}, link.name),
      count,
    );
    return { ...link, anchor, show: () => (count.textContent = String(link.count())) };
  });

  const side = h(
    'aside',
    { class: 'side' },
    h(
      'div',
      { class: 'brand' },
      h('span', { class: 'mark', 'aria-hidden': 'true' }, 'B'),
      h('span', {}, h('strong', {}, 'Brackenhall'), h('small', {}, 'Order desk')),
    ),
    h(
      'a',
      { class: 'button primary', href: '#/new/customer' },
      icon('plus'),
      'New order',
      h('kbd', { 'aria-hidden': 'true' }, 'N'),
    ),
    h(
      'nav',
      { 'aria-label': 'Main' },
      links.map((link) => link.anchor),
    ),
    h(
      'div',
      { class: 'foot' },
      h('button', { class: 'side-button', onclick: showShortcuts }, icon('keyboard'), 'Shortcuts'),
      h('button', { class: 'side-button', onclick: onlock }, icon('lock'), 'Lock desk'),
      h(
        'div',
        { class: 'desk' },
        h('span', { class: 'badge', 'aria-hidden': 'true' }, '3'),
        h('span', {}, h('strong', {}, 'Desk 3'), h('small', {}, 'Lowbridge counter')),
      ),
    ),
  );

  const update = () => {
    for (const link of links) {
      link.show();
      if (currentPath().startsWith(link.path)) link.anchor.setAttribute('aria-current', 'page');
      else link.anchor.removeAttribute('aria-current');
    }
  };
  return { element: h('div', { class: 'shell' }, side, main), main, update };
}
