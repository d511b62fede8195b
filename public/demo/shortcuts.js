import { openDialog } from './dialog.js';
import { h } from './element.js';
import { currentPath, go } from './router.js';

const list = [
  ['/', 'Search orders'],
  ['N', 'New order'],
  ['E', 'Edit the order in view'],
  ['Ctrl S', 'Save changes'],
  ['Esc', 'Close a dialog, clear the search'],
  ['?', 'Show this list'],
];

const isTyping = (target) => target.closest?.('input, textarea, select, dialog') !== null;

export function showShortcuts() {
  openDialog({
    title: 'Keyboard shortcuts',
    body: h(
      'dl',
      { class: 'keys' },
      list.map(([key, act]) => [
        h(
          'dt',
          {},
          key.split(' ').map((part) => h('kbd', {}, part)),
        ),
        h('dd', {}, act),
      ]),
    ),
  });
}

function focusSearch() {
  if (currentPath() !== '/orders') go('/orders');
  document.getElementById('search')?.focus();
}

export function startShortcuts({ isLocked }) {
  document.addEventListener('keydown', (event) => {
    if (isLocked()) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      document.querySelector('form[data-saves]')?.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const order = /^\/orders\/([^/]+)$/.exec(currentPath())?.[1];
    const acts = {
      '/': focusSearch,
      n: () => go('/new/customer'),
      '?': showShortcuts,
      e: order && (() => go(`/orders/${order}/edit`)),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
