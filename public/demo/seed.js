import { catalogue, totalOf } from './catalogue.js';
import { directory } from './directory.js';
import { addDays, nearestWorkingDay } from './format.js';
import { today } from './status.js';

const instructions = [
  '',
  '',
  '',
  'Deliver to the loading bay at the back.',
  'Ring the bell at reception.',
  'No deliveries between 12 and 1.',
  'Leave with the caretaker.',
];

function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same sixty orders every time. */
export function seedOrders() {
  const random = randomFrom(1871);
  const below = (limit) => Math.floor(random() * limit);
  const pick = (list) => list[below(list.length)];
  return Array.from({ length: 60 }, (_, index) => {
    const customer = pick(directory);
    const age = Math.round((59 - index) / 2.4);
    const placed = nearestWorkingDay(addDays(today, -age), -1);
    const order = {
      id: `BH-${1001 + index}`,
      customerId: customer.id,
      reference: `PO-${String(10000 + below(89999))}`,
      placed,
      due: nearestWorkingDay(addDays(placed, 3 + below(6)), 1),
      status: statusAtAge(age, random()),
      lines: pickLines(random, 1 + below(4)),
      email: customer.email,
      phone: customer.phone,
      delivery: { ...customer.address },
      method: pick(['standard', 'standard', 'next-day', 'pallet', 'collect']),
      instructions: pick(instructions),
      signature: random() > 0.7,
      notes: [],
      history: [{ day: placed, text: 'Order placed by telephone' }],
    };
    if (order.method === 'pallet' && totalOf(order.lines) < 40000) order.method = 'standard';
    if (order.status === 'hold')
      order.notes.push({ day: placed, text: 'Waiting for stock from the mill.' });
    return order;
  });
}

function statusAtAge(age, chance) {
  if (age > 14) return chance < 0.84 ? 'delivered' : chance < 0.94 ? 'cancelled' : 'hold';
  if (age > 7)
    return chance < 0.55
      ? 'shipped'
      : chance < 0.72
        ? 'delivered'
        : chance < 0.86
          ? 'picking'
          : 'hold';
  return chance < 0.5 ? 'new' : chance < 0.85 ? 'picking' : 'shipped';
}

function pickLines(random, count) {
  const left = [...catalogue];
  return Array.from({ length: count }, () => {
    const [product] = left.splice(Math.floor(random() * left.length), 1);
    return { code: product.code, quantity: 1 + Math.floor(random() * 12) };
  });
}
