import type { Intent } from '#core/label-set.ts';

type Label = Pick<Intent, 'slug' | 'title' | 'description'>;

/** The label set of the demo project: what people do at an order desk. */
export const demoLabels: readonly Label[] = [
  { slug: 'find', title: 'Find', description: 'Look something up without changing it.' },
  { slug: 'find/order', title: 'Find an order' },
  { slug: 'find/customer', title: 'Find a customer' },
  { slug: 'find/list', title: 'Narrow or sort a list' },
  { slug: 'find/check-status', title: 'Check how an order stands' },
  { slug: 'order', title: 'Order', description: 'Make or change an order.' },
  { slug: 'order/place', title: 'Place an order' },
  { slug: 'order/change-address', title: 'Change the delivery address' },
  { slug: 'order/change-quantity', title: 'Change a quantity' },
  { slug: 'order/add-item', title: 'Add an item' },
  { slug: 'order/remove-item', title: 'Remove an item' },
  { slug: 'order/change-shipping', title: 'Change the shipping' },
  { slug: 'order/set-reference', title: 'Set the customer’s reference' },
  { slug: 'order/add-note', title: 'Leave a note' },
  { slug: 'order/cancel', title: 'Cancel an order' },
  { slug: 'move', title: 'Move along', description: 'Take an order to its next state.' },
  { slug: 'move/start-picking', title: 'Start picking' },
  { slug: 'move/release-hold', title: 'Release from hold' },
  { slug: 'move/ship', title: 'Mark as shipped' },
  { slug: 'move/deliver', title: 'Mark as delivered' },
  { slug: 'customer', title: 'Customer', description: 'Change what is known of a customer.' },
  { slug: 'customer/change-contact', title: 'Change a contact' },
  { slug: 'customer/change-address', title: 'Change a customer’s address' },
  { slug: 'desk', title: 'Desk', description: 'The tool itself rather than its data.' },
  { slug: 'desk/unlock', title: 'Unlock the desk' },
  { slug: 'desk/learn', title: 'Look up a shortcut' },
];
