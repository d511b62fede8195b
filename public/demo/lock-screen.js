import { h } from './element.js';
import { field, validateAll } from './field.js';
import { icon } from './icon.js';

/** Shown in place of everything while the desk is unattended. */
export function lockScreen({ onunlock }) {
  const passcode = field({
    label: 'Desk passcode',
    control: h('input', { type: 'password', autocomplete: 'current-password' }),
    hint: 'Four characters or more.',
    check: (text) => (text.length >= 4 ? undefined : 'The passcode has at least four characters.'),
  });
  const form = h(
    'form',
    {
      class: 'card lock',
      novalidate: true,
      onsubmit: (event) => {
        event.preventDefault();
        if (validateAll([passcode])) onunlock();
      },
    },
    h('span', { class: 'lock-mark', 'aria-hidden': 'true' }, icon('lock')),
    h('h1', {}, 'Desk 3 is locked'),
    h('p', { class: 'muted' }, 'Brackenhall, Lowbridge counter'),
    passcode.element,
    h('button', { class: 'primary', type: 'submit' }, 'Unlock'),
  );
  return h('main', { class: 'lock-page' }, form);
}
