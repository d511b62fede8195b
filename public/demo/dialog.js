import { h } from './element.js';
import { icon } from './icon.js';

/** Opens a modal dialog. `onaccept` may return false to keep it open. Escape closes it. */
export function openDialog({ title, body, accept, tone = 'primary', dismiss = 'Close', onaccept }) {
  const id = `dialog-${Date.now()}`;
  const close = () => dialog.close();
  const form = h(
    'form',
    {
      method: 'dialog',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (onaccept?.() !== false) close();
      },
    },
    h(
      'header',
      {},
      h('h2', { id }, title),
      h(
        'button',
        { type: 'button', class: 'quiet square', 'aria-label': 'Close dialog', onclick: close },
        icon('close'),
      ),
    ),
    h('div', { class: 'body' }, body),
    h(
      'footer',
      {},
      h('button', { type: 'button', onclick: close }, dismiss),
      accept && h('button', { type: 'submit', class: tone }, accept),
    ),
  );
  const dialog = h('dialog', { 'aria-labelledby': id, onclose: () => dialog.remove() }, form);
  const first = dialog.querySelector('.body input, .body select, .body textarea, footer button');
  first.setAttribute('autofocus', '');
  document.body.append(dialog);
  dialog.showModal();
}
