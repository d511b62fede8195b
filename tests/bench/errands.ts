/** Twelve errands at the desk, some ten minutes of work, each with what a person would call it. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';

export interface Errand {
  readonly instruction: string;
  /** A slug of the demo's label set. */
  readonly intent: string;
  readonly work: (clerk: DeskClerk) => Promise<void>;
}

const main = (clerk: DeskClerk, name: RegExp) =>
  clerk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

async function openOrder(clerk: DeskClerk, id: string): Promise<void> {
  await clerk.click(main(clerk, /Orders/));
  await clerk.read(2200);
  await clerk.press('/');
  await clerk.press('Control+a');
  await clerk.type(id.slice(3), 0);
  await clerk.read(2600);
  await clerk.click(clerk.link(id));
  await clerk.read(5200);
}

async function openCustomer(clerk: DeskClerk, letters: string, name: string): Promise<void> {
  await clerk.click(main(clerk, /Customers/));
  await clerk.read(2400);
  await clerk.click(clerk.field('Search customers'));
  await clerk.press('Control+a');
  await clerk.type(letters, 0);
  await clerk.read(2400);
  await clerk.click(clerk.link(name));
  await clerk.read(6200);
}

async function note(clerk: DeskClerk, text: string): Promise<void> {
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(900);
  await clerk.type(text);
  await clerk.read(2600);
  await clerk.click(clerk.inDialog('Add note'));
  await clerk.read(4200);
}

const pickOrder = (id: string): Errand => ({
  instruction: `Start picking order ${id}`,
  intent: 'move/start-picking',
  work: async (clerk) => {
    await openOrder(clerk, id);
    await clerk.scroll(240);
    await clerk.read(7000);
    await clerk.scroll(-240);
    await clerk.click(clerk.button('Start picking'));
    await clerk.read(5200);
  },
});

export const errands: readonly Errand[] = [
  {
    instruction: 'Check how order BH-1029 stands',
    intent: 'find/check-status',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1029');
      await clerk.scroll(320);
      await clerk.read(12_000);
      await clerk.scroll(-320);
      await clerk.read(7000);
    },
  },
  {
    instruction: 'Change the delivery address of order BH-1054 to 14 Orchard Parade, Ashcombe',
    intent: 'order/change-address',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1054');
      await clerk.click(clerk.link('Edit'));
      await clerk.read(3400);
      await clerk.replace(clerk.field('Address line 1'), '14 Orchard Parade');
      await clerk.press('Tab');
      await clerk.type('First floor');
      await clerk.press('Tab');
      await clerk.press('Control+a');
      await clerk.type('Ashcombe');
      await clerk.read(4200);
      await clerk.press('Control+s');
      await clerk.read(5600);
    },
  },
  {
    instruction: 'Leave a note on order BH-1054 that the practice has moved',
    intent: 'order/add-note',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1054');
      await note(clerk, 'Practice has moved. New address confirmed by telephone.');
      await clerk.read(5000);
    },
  },
  pickOrder('BH-1045'),
  pickOrder('BH-1046'),
  {
    instruction: 'Find the customer Ironbark Coffee Roasters',
    intent: 'find/customer',
    work: async (clerk) => {
      await openCustomer(clerk, 'ironb', 'Ironbark Coffee Roasters');
      await clerk.read(14_000);
      await clerk.scroll(260);
      await clerk.read(9000);
    },
  },
  {
    instruction: 'Change the e-mail address of Harbour Light Candles',
    intent: 'customer/change-contact',
    work: async (clerk) => {
      await openCustomer(clerk, 'harb', 'Harbour Light Candles');
      await clerk.click(clerk.button('Change contact'));
      await clerk.pause(1400);
      await clerk.press('Control+a');
      await clerk.type('orders@harbourlight.example');
      await clerk.read(5200);
      await clerk.click(clerk.inDialog('Save contact'));
      await clerk.read(6400);
    },
  },
  {
    instruction: 'Release order BH-1010 from hold',
    intent: 'move/release-hold',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1010');
      await clerk.read(11_000);
      await clerk.click(clerk.button('Release hold'));
      await clerk.read(8200);
    },
  },
  {
    instruction: 'Mark order BH-1010 as shipped',
    intent: 'move/ship',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1010');
      await clerk.read(9000);
      await clerk.click(clerk.button('Mark as shipped'));
      await clerk.read(7600);
    },
  },
  {
    instruction: 'Cancel order BH-1046 as a duplicate',
    intent: 'order/cancel',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1046');
      await clerk.click(clerk.button('Cancel order'));
      await clerk.read(4600);
      await clerk.choose(clerk.field('Reason'), 3);
      await clerk.press('Tab');
      await clerk.type('oven7', 0);
      await clerk.read(3400);
      await clerk.click(clerk.inDialog('Cancel order'));
      await clerk.read(6600);
    },
  },
  {
    instruction: 'Set the customer’s reference of order BH-1049 to PO-77310',
    intent: 'order/set-reference',
    work: async (clerk) => {
      await openOrder(clerk, 'BH-1049');
      await clerk.press('e');
      await clerk.pause(1600);
      await clerk.replace(clerk.field('Customer reference'), 'PO-77310');
      await clerk.read(5200);
      await clerk.press('Control+s');
      await clerk.read(7400);
    },
  },
  {
    instruction: 'Narrow the list of orders to those on hold',
    intent: 'find/list',
    work: async (clerk) => {
      await clerk.click(main(clerk, /Orders/));
      await clerk.read(3600);
      await clerk.press('/');
      await clerk.press('Escape');
      await clerk.click(clerk.page.getByRole('button', { name: /^On hold/ }));
      await clerk.read(8600);
      await clerk.click(clerk.button('Placed'));
      await clerk.read(12_000);
    },
  },
];
