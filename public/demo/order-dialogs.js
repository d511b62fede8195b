import { totalOf } from './catalogue.js';
import { openDialog } from './dialog.js';
import { h } from './element.js';
import { field, validateAll } from './field.js';
import { formatMoney } from './format.js';
import { addNote, changeOrder } from './store.js';
import { toast } from './toast.js';
import { checkPresent } from './validate.js';

const supervisedFrom = 25000;
const reasons = [
  'Ordered by mistake',
  'Out of stock',
  'Duplicate order',
  'Customer no longer needs it',
];

/** Cancelling can not be taken back, and a large order needs the supervisor. */
export function askToCancel(order, done) {
  const total = totalOf(order.lines);
  const reason = field({
    label: 'Reason',
    control: h(
      'select',
      {},
      h('option', { value: '' }, 'Choose a reason'),
      reasons.map((text) => h('option', {}, text)),
    ),
    check: (value) => (value ? undefined : 'Choose a reason.'),
  });
  const passcode = field({
    label: 'Supervisor passcode',
    control: h('input', { type: 'password', autocomplete: 'off' }),
    hint: `Needed from ${formatMoney(supervisedFrom)} on.`,
    check: (text) => (text.length >= 4 ? undefined : 'Enter the supervisor passcode.'),
  });
  const fields = total >= supervisedFrom ? [reason, passcode] : [reason];
  openDialog({
    title: `Cancel order ${order.id}?`,
    body: [
      h(
        'p',
        {},
        `${formatMoney(total)} of goods go back into stock and the customer is told. This can't be undone.`,
      ),
      fields.map((each) => each.element),
    ],
    accept: 'Cancel order',
    tone: 'danger',
    dismiss: 'Keep order',
    onaccept: () => {
      if (!validateAll(fields)) return false;
      changeOrder(
        order.id,
        { status: 'cancelled' },
        `Cancelled: ${reason.control.value.toLowerCase()}`,
      );
      toast(`${order.id} is cancelled.`);
      done();
    },
  });
}

export function askForNote(order, done) {
  const text = field({
    label: 'Note',
    control: h('textarea', { rows: 4 }),
    hint: 'Seen by every desk, never by the customer.',
    check: checkPresent('a note'),
  });
  openDialog({
    title: `Add a note to ${order.id}`,
    body: text.element,
    accept: 'Add note',
    dismiss: 'Discard',
    onaccept: () => {
      if (!validateAll([text])) return false;
      addNote(order.id, text.control.value.trim());
      toast('Note added.');
      done();
    },
  });
}
