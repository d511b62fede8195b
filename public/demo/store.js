/** The desk's data, kept in this browser; `?fresh` starts the day again. */
import { directory } from './directory.js';
import { seedOrders } from './seed.js';
import { today } from './status.js';

const place = 'brackenhall-order-desk';

const freshDay = () => ({
  orders: seedOrders(),
  customers: structuredClone(directory),
  draft: emptyDraft(),
  locked: false,
});

const emptyDraft = () => ({
  customerId: undefined,
  lines: [],
  method: 'standard',
  day: undefined,
  instructions: '',
  reference: '',
  signature: false,
});

let data = load();

function load() {
  const address = new URL(location.href);
  if (address.searchParams.has('fresh')) {
    localStorage.removeItem(place);
    address.searchParams.delete('fresh');
    history.replaceState(null, '', address);
  }
  const kept = localStorage.getItem(place);
  return kept === null ? freshDay() : JSON.parse(kept);
}

function save() {
  dispatchEvent(new Event('desk-changed'));
  localStorage.setItem(place, JSON.stringify(data));
}

export const allOrders = () => data.orders;
export const allCustomers = () => data.customers;
export const orderOf = (id) => data.orders.find((order) => order.id === id);
export const customerOf = (id) => data.customers.find((customer) => customer.id === id);
export const draft = () => data.draft;
export const isLocked = () => data.locked;

export function setLocked(locked) {
  data.locked = locked;
  save();
}

export function changeOrder(id, change, event) {
  const order = orderOf(id);
  Object.assign(order, change);
  if (event) order.history.unshift({ day: today, text: event });
  save();
}

export function addNote(id, text) {
  orderOf(id).notes.unshift({ day: today, text });
  save();
}

export function changeCustomer(id, change) {
  Object.assign(customerOf(id), change);
  save();
}

export function changeDraft(change) {
  Object.assign(data.draft, change);
  save();
}

export function dropDraft() {
  data.draft = emptyDraft();
  save();
}

/** Turns the draft into an order and returns it. */
export function placeDraft() {
  const { customerId, lines, method, day, instructions, reference, signature } = data.draft;
  const customer = customerOf(customerId);
  const order = {
    id: `BH-${1001 + data.orders.length}`,
    customerId,
    reference,
    placed: today,
    due: day,
    status: 'new',
    lines,
    email: customer.email,
    phone: customer.phone,
    delivery: { ...customer.address },
    method,
    instructions,
    signature,
    notes: [],
    history: [{ day: today, text: 'Order placed at this desk' }],
  };
  data.orders.push(order);
  data.draft = emptyDraft();
  save();
  return order;
}
