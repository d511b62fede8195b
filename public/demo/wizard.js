import { openDialog } from './dialog.js';
import { h } from './element.js';
import { icon } from './icon.js';
import { go } from './router.js';
import { draft, dropDraft } from './store.js';

const steps = [
  { id: 'customer', name: 'Customer', done: (order) => order.customerId !== undefined },
  { id: 'items', name: 'Items', done: (order) => order.lines.length > 0 },
  { id: 'shipping', name: 'Shipping', done: (order) => order.day !== undefined },
  { id: 'review', name: 'Review', done: () => false },
];

/** The frame of one step of a new order. `onnext` may return false to stay. */
export function wizardStep({ id, heading, lead, body, onnext, next = 'Continue', focus }) {
  const at = steps.findIndex((step) => step.id === id);
  const missing = steps.slice(0, at).find((step) => !step.done(draft()));
  if (missing)
    return {
      title: 'New order',
      element: h(
        'p',
        { class: 'empty' },
        `Begin with the ${missing.name.toLowerCase()}. `,
        h('a', { href: `#/new/${missing.id}` }, 'Go there'),
      ),
    };

  const submit = (event) => {
    event.preventDefault();
    if (onnext() !== false && steps[at + 1]) go(`/new/${steps[at + 1].id}`);
  };
  const element = h(
    'form',
    {
      class: 'page wizard',
      novalidate: true,
      'aria-label': `New order, ${steps[at].name.toLowerCase()}`,
      onsubmit: submit,
    },
    h(
      'header',
      { class: 'page-head' },
      h('h1', {}, 'New order'),
      h('button', { type: 'button', class: 'quiet', onclick: askToDiscard }, 'Discard'),
    ),
    h(
      'ol',
      { class: 'steps', 'aria-label': 'Steps' },
      steps.map((step, index) => stepMark(step, index, at)),
    ),
    h(
      'section',
      { class: 'card step' },
      h('h2', {}, heading),
      lead && h('p', { class: 'muted' }, lead),
      body,
    ),
    h(
      'footer',
      { class: 'wizard-foot' },
      at > 0
        ? h('a', { class: 'button', href: `#/new/${steps[at - 1].id}` }, icon('back'), 'Back')
        : h('span'),
      h('button', { class: 'primary', type: 'submit' }, next),
    ),
  );
  return { title: `New order, ${steps[at].name.toLowerCase()}`, element, focus };
}

function stepMark(step, index, at) {
  const mark = h('span', { class: 'number' }, index < at ? icon('check') : String(index + 1));
  return h(
    'li',
    {
      class: index < at ? 'done' : index === at ? 'here' : 'ahead',
      'aria-current': index === at ? 'step' : undefined,
    },
    mark,
    step.name,
  );
}

function askToDiscard() {
  openDialog({
    title: 'Discard this order?',
    body: h('p', {}, 'What you have entered so far is thrown away.'),
    accept: 'Discard order',
    tone: 'danger',
    dismiss: 'Keep going',
    onaccept: () => {
      dropDraft();
      go('/orders');
    },
  });
}
