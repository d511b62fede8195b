/** Seven stretches of desk work with several tasks each. The clerk says when a task begins and when
 * its result is on the screen: what an annotator should find. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';
import {
  addItem,
  addNote,
  crumb,
  filter,
  mainLink,
  openBySearch,
  openCustomer,
  setReference,
} from './desk-jobs.ts';

/** Marks where the work of a task begins and ends. */
export type AsTask = (instruction: string, work: () => Promise<void>) => Promise<void>;

export interface DeskDay {
  readonly slug: string;
  readonly seed: number;
  readonly work: (clerk: DeskClerk, asTask: AsTask) => Promise<void>;
}

/** One list, the same four acts for each of its orders, hardly a rest between them. */
const pickingRound: DeskDay = {
  slug: 'picking-round',
  seed: 311,
  async work(clerk, asTask) {
    await clerk.read(2500);
    await clerk.click(filter(clerk, 'New'));
    await clerk.read(1800);
    await clerk.click(clerk.button('Due'));
    await clerk.read(3000);
    for (const id of ['BH-1046', 'BH-1049', 'BH-1045', 'BH-1047', 'BH-1055']) {
      await asTask(`Start picking order ${id}`, async () => {
        await clerk.click(clerk.link(id));
        await clerk.read(2600);
        await clerk.click(clerk.button('Start picking'));
        await clerk.pause(1200);
        await clerk.page.goBack();
        await clerk.pause(900);
      });
      await clerk.read(1400);
    }
    await clerk.read(2500);
  },
};

/** The telephone decides when there is something to do: long rests between, and one in the middle. */
const telephoneMorning: DeskDay = {
  slug: 'telephone-morning',
  seed: 5207,
  async work(clerk, asTask) {
    await clerk.read(4000);
    await asTask('Note on the latest order of Fernhill that they asked about Monday', async () => {
      await openBySearch(clerk, 'fernhill');
      await addNote(clerk, 'Asked whether it comes on Monday. Told them it does.');
    });
    await clerk.pause(24_000);
    await asTask('Tell a caller how order BH-1038 stands', async () => {
      await openBySearch(clerk, '1038');
      await clerk.scroll(260);
      await clerk.read(4000);
      await clerk.scroll(-260);
    });
    await clerk.pause(41_000);
    await asTask('Set the reference of order BH-1053 to PO-20461', async () => {
      await openBySearch(clerk, '1053');
      await clerk.press('e');
      await clerk.pause(1200);
      await clerk.click(clerk.field('Customer reference'));
      // The caller looks the number up.
      await clerk.pause(19_000);
      await clerk.press('Control+a');
      await clerk.type('PO-20461', 0);
      await clerk.read(1500);
      await clerk.press('Control+s');
      await clerk.pause(1200);
    });
    await clerk.pause(16_000);
    await asTask('Change the telephone number of Kestrel Bakery', async () => {
      await openCustomer(clerk, 'kest', 'Kestrel Bakery');
      await clerk.click(clerk.button('Change contact'));
      await clerk.pause(1000);
      await clerk.press('Tab');
      await clerk.press('Control+a');
      await clerk.type('01632 960482', 0);
      await clerk.read(1400);
      await clerk.click(clerk.inDialog('Save contact'));
      await clerk.pause(1000);
    });
    await clerk.pause(9000);
  },
};

/** From customer to customer, always by way of the list. */
const contactRound: DeskDay = {
  slug: 'contact-round',
  seed: 8846,
  async work(clerk, asTask) {
    await clerk.read(2000);
    const change = (letters: string, name: string, email: string) =>
      asTask(`Change the e-mail address of ${name}`, async () => {
        await openCustomer(clerk, letters, name);
        await clerk.click(clerk.button('Change contact'));
        await clerk.pause(1100);
        await clerk.press('Control+a');
        await clerk.type(email);
        await clerk.pause(800);
        await clerk.click(clerk.inDialog('Save contact'));
        await clerk.pause(1000);
      });
    await change('harb', 'Harbour Light Candles', 'shop@harbourlight.example');
    await clerk.read(2600);
    await change('grey', 'Greyfriars Books', 'orders@greyfriars.example');
    await clerk.read(3400);
    await change('penn', 'Pennant Sound Hire', 'desk@pennantsound.example');
    await clerk.read(5200);
    await asTask('Look up when the last order of Old Pier Theatre was due', async () => {
      await openCustomer(clerk, 'pier', 'Old Pier Theatre');
      await clerk.click(clerk.link('BH-1036'));
      await clerk.read(3400);
    });
    await clerk.read(4000);
  },
};

/** Two orders by telephone, one right after the other, and a look at the list. */
const twoOrders: DeskDay = {
  slug: 'two-orders',
  seed: 1903,
  async work(clerk, asTask) {
    await clerk.read(2400);
    const order = (who: string, name: RegExp, items: readonly [string, string, string][]) =>
      asTask(`Place an order for ${who}`, async () => {
        await clerk.press('n');
        await clerk.read(1500);
        await clerk.type(who.slice(0, 4).toLowerCase(), 0);
        await clerk.read(1200);
        await clerk.click(clerk.page.getByRole('radio', { name }));
        await clerk.click(clerk.button('Continue'));
        await clerk.read(1700);
        for (const [words, product, quantity] of items)
          await addItem(clerk, words, product, quantity);
        await clerk.click(clerk.button('Continue'));
        await clerk.read(1700);
        await clerk.choose(clerk.field('Delivery day'), 2);
        await clerk.pause(800);
        await clerk.click(clerk.button('Continue'));
        await clerk.read(3200);
        await clerk.click(clerk.button('Place order'));
        await clerk.pause(1300);
      });
    await order('Greyfriars Books', /Greyfriars/, [
      ['tape', 'Paper tape, 50 mm × 50 m', '12'],
      ['label', 'Thermal labels, 100 × 150', '4'],
    ]);
    await clerk.read(2600);
    await order('Larkfield Primary School', /Larkfield/, [
      ['tape', 'Paper tape, 50 mm × 50 m', '3'],
    ]);
    await clerk.read(3600);
    await asTask('Count the overdue orders', async () => {
      await clerk.click(crumb(clerk, 'Orders'));
      await clerk.read(1600);
      await clerk.click(filter(clerk, 'Overdue'));
      await clerk.read(3600);
    });
    await clerk.read(3000);
  },
};

/** Questions only: nothing is changed, nothing is sent. */
const questionsOnly: DeskDay = {
  slug: 'questions-only',
  seed: 6401,
  async work(clerk, asTask) {
    await clerk.read(3000);
    await asTask('Find out how order BH-1029 travels', async () => {
      await openBySearch(clerk, '1029');
      await clerk.read(2200);
    });
    await clerk.pause(6500);
    await asTask('Find out which orders of Alder & Ash Joinery are open', async () => {
      await openCustomer(clerk, 'alder', 'Alder & Ash Joinery');
      await clerk.scroll(240);
      await clerk.read(3800);
    });
    await clerk.pause(12_500);
    await asTask('Find the oldest order on hold', async () => {
      await clerk.click(mainLink(clerk, /Orders/));
      await clerk.read(1600);
      await clerk.click(filter(clerk, 'On hold'));
      await clerk.read(1500);
      await clerk.click(clerk.button('Placed'));
      await clerk.read(3200);
      await clerk.click(clerk.link('BH-1010'));
      await clerk.read(3600);
    });
    await clerk.pause(8000);
    await asTask('Find out where order BH-1059 goes', async () => {
      await openBySearch(clerk, '1059');
      await clerk.point(clerk.page.getByRole('region', { name: 'Delivery' }));
      await clerk.read(2600);
    });
    await clerk.pause(5000);
  },
};

/** Parcels leave: shipped from the list of those picked, a reference carried from order to note. */
const parcelsLeave: DeskDay = {
  slug: 'parcels-leave',
  seed: 2718,
  async work(clerk, asTask) {
    await clerk.read(2200);
    await clerk.click(filter(clerk, 'Picking'));
    await clerk.read(2600);
    for (const id of ['BH-1044', 'BH-1048', 'BH-1027']) {
      await asTask(`Mark order ${id} as shipped`, async () => {
        await clerk.click(clerk.link(id));
        await clerk.read(2200);
        await clerk.click(clerk.button('Mark as shipped'));
        await clerk.pause(1100);
      });
      await clerk.read(1800);
      await clerk.click(crumb(clerk, 'Orders'));
      await clerk.read(1500);
      await clerk.click(filter(clerk, 'Picking'));
      await clerk.read(1900);
    }
    await asTask('Quote the reference of order BH-1043 in a note on BH-1029', async () => {
      await clerk.click(clerk.link('BH-1043'));
      await clerk.read(2000);
      await clerk.press('e');
      await clerk.pause(1100);
      await clerk.click(clerk.field('Customer reference'));
      await clerk.press('Control+a');
      await clerk.press('Control+c');
      await clerk.pause(800);
      await clerk.click(clerk.link('Discard'));
      await clerk.pause(900);
      await openBySearch(clerk, '1029');
      await clerk.click(clerk.button('Add note'));
      await clerk.pause(900);
      await clerk.type('Goes with ');
      await clerk.press('Control+v');
      await clerk.pause(900);
      await clerk.click(clerk.inDialog('Add note'));
      await clerk.pause(1000);
    });
    await clerk.read(4200);
    await asTask('Mark order BH-1029 as delivered', async () => {
      await clerk.click(clerk.button('Mark as delivered'));
      await clerk.pause(1200);
    });
    await clerk.read(3600);
  },
};

/** Begun, interrupted, discarded, taken up again; the desk locked in between. */
const brokenAfternoon: DeskDay = {
  slug: 'broken-afternoon',
  seed: 9052,
  async work(clerk, asTask) {
    await clerk.read(2600);
    await asTask('Begin an order and discard it', async () => {
      await clerk.press('n');
      await clerk.read(1800);
      await clerk.type('corn', 0);
      await clerk.read(1200);
      await clerk.click(clerk.page.getByRole('radio', { name: /Corner House/ }));
      await clerk.pause(3200);
      await clerk.click(clerk.button('Discard'));
      await clerk.pause(1500);
      await clerk.click(clerk.inDialog('Discard order'));
      await clerk.pause(900);
    });
    await clerk.read(3200);
    await asTask('Set the reference of order BH-1060 to PO-33915', async () => {
      await openBySearch(clerk, '1060');
      await setReference(clerk, 'PO-33915');
    });
    await clerk.pause(2200);
    await asTask('Lock the desk and come back to it', async () => {
      await clerk.click(clerk.button('Lock desk'));
      await clerk.pause(27_000);
      await clerk.type('kiln', 0);
      await clerk.press('Enter');
      await clerk.pause(1000);
    });
    await clerk.read(2600);
    await asTask('Cancel order BH-1044, ordered by mistake', async () => {
      await openBySearch(clerk, '1044');
      await clerk.click(clerk.button('Cancel order'));
      await clerk.read(2000);
      await clerk.choose(clerk.field('Reason'), 1);
      await clerk.read(1200);
      await clerk.click(clerk.inDialog('Cancel order'));
      await clerk.pause(1200);
    });
    await clerk.read(2800);
    await asTask('Release order BH-1040 from hold and note why', async () => {
      await clerk.click(crumb(clerk, 'Orders'));
      await clerk.read(1300);
      await clerk.click(filter(clerk, 'On hold'));
      await clerk.read(1700);
      await clerk.click(clerk.link('BH-1040'));
      await clerk.read(2400);
      await clerk.click(clerk.button('Release hold'));
      await clerk.read(1900);
      await addNote(clerk, 'Stock came in this morning.');
    });
    await clerk.read(4200);
  },
};

export const deskDays: readonly DeskDay[] = [
  pickingRound,
  telephoneMorning,
  contactRound,
  twoOrders,
  questionsOnly,
  parcelsLeave,
  brokenAfternoon,
];
