/** The day on which the desk's data stands still. */
export const today = '2026-11-20';

export const statuses = {
  new: 'New',
  picking: 'Picking',
  hold: 'On hold',
  shipped: 'Shipped',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

const open = new Set(['new', 'picking', 'hold']);

export const isOpen = (order) => open.has(order.status);
export const isOverdue = (order) => isOpen(order) && order.due < today;

export const methods = {
  standard: { name: 'Standard', detail: '2–3 working days', price: 595 },
  'next-day': { name: 'Next day', detail: 'by 5 pm, order before noon', price: 1150 },
  pallet: { name: 'Pallet', detail: 'tail lift, over 100 kg', price: 4900 },
  collect: { name: 'Collection', detail: 'from the Lowbridge counter', price: 0 },
};
