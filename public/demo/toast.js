import { h } from './element.js';
import { icon } from './icon.js';

/** Says briefly that something has happened. */
export function toast(text, tone = 'good') {
  const message = h(
    'div',
    { class: `toast ${tone}` },
    icon(tone === 'good' ? 'check' : 'alert'),
    text,
  );
  document.getElementById('toasts').append(message);
  setTimeout(() => message.remove(), 4500);
}
