/** A telephone order through the wizard; a wrong quantity is noticed at the review and repaired. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';
import type { Story } from '#tests/demo/story.ts';

export const placeAnOrder: Story = {
  slug: 'place-an-order',
  title: 'Place a telephone order',
  contributor: 'Contributor Sorrel',
  seed: 1187,
  async work(clerk) {
    await clerk.read(3000);
    await lookUpTheLastOrder(clerk);
    await chooseTheCustomer(clerk);
    await addTheItems(clerk);
    await setTheShipping(clerk);
    await repairTheQuantity(clerk);
    await placeAndNote(clerk);
  },
};

async function lookUpTheLastOrder(clerk: DeskClerk): Promise<void> {
  await clerk.click(
    clerk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Customers/ }),
  );
  await clerk.read(2600);
  await clerk.click(clerk.field('Search customers'));
  await clerk.type('ironb');
  await clerk.pause(900);
  await clerk.click(clerk.link('Ironbark Coffee Roasters'));
  await clerk.read(4200);
  await clerk.click(clerk.link('BH-1055'));
  await clerk.read(5600);
  await clerk.scroll(260);
  await clerk.read(2200);
  await clerk.scroll(-260);
}

async function chooseTheCustomer(clerk: DeskClerk): Promise<void> {
  await clerk.press('n');
  await clerk.read(1900);
  await clerk.type('nor', 0);
  await clerk.read(1500);
  await clerk.click(clerk.page.getByRole('radio', { name: /Eastgate Cycle Works/ }));
  await clerk.read(1700);
  await clerk.click(clerk.page.getByRole('radio', { name: /Ironbark Coffee/ }));
  await clerk.read(1500);
  await clerk.click(clerk.button('Continue'));
}

async function addTheItems(clerk: DeskClerk): Promise<void> {
  await clerk.read(2400);
  await clerk.type('tape');
  await clerk.read(1800);
  await clerk.click(clerk.button('Add Paper tape, 50 mm × 50 m'));
  await clerk.replace(clerk.field('Quantity of Paper tape, 50 mm × 50 m'), '4');
  await clerk.replace(clerk.field('Find a product'), 'label');
  await clerk.read(1900);
  await clerk.click(clerk.button('Add Thermal labels, 57 × 32'));
  await clerk.pause(900);
  await clerk.click(clerk.button('Remove Thermal labels, 57 × 32'));
  await clerk.pause(700);
  await clerk.click(clerk.button('Add Thermal labels, 100 × 150'));
  await clerk.replace(clerk.field('Quantity of Thermal labels, 100 × 150'), '100');
  await clerk.read(1400);
  await clerk.replace(clerk.field('Find a product'), 'PK-10');
  await clerk.read(1500);
  await clerk.click(clerk.button('Add Double-wall box, 305 × 229 × 229'));
  await clerk.replace(clerk.field('Quantity of Double-wall box, 305 × 229 × 229'), '0');
  await clerk.pause(700);
  await clerk.click(clerk.button('Continue'));
  await clerk.read(2300);
  await clerk.press('Control+a');
  await clerk.type('6', 0);
  await clerk.pause(1000);
  await clerk.click(clerk.button('Continue'));
}

async function setTheShipping(clerk: DeskClerk): Promise<void> {
  await clerk.read(2600);
  await clerk.click(clerk.page.getByRole('radio', { name: /Next day/ }));
  await clerk.pause(1100);
  await clerk.choose(clerk.field('Delivery day'), 2);
  await clerk.press('ArrowUp');
  await clerk.pause(900);
  await clerk.tabTo(clerk.field('Customer reference'));
  await clerk.type('PO-52967');
  await clerk.press('Tab');
  await clerk.type('Please use the roastery door in Foundry Lane. Ask for the store room.', 0.03);
  await clerk.pause(900);
  await clerk.click(clerk.field('Signature required'));
  await clerk.read(1700);
  await clerk.click(clerk.button('Continue'));
}

async function repairTheQuantity(clerk: DeskClerk): Promise<void> {
  await clerk.read(3600);
  await clerk.scroll(300);
  await clerk.read(3800);
  await clerk.click(clerk.link('Change items'));
  await clerk.read(1700);
  await clerk.click(clerk.field('Quantity of Thermal labels, 100 × 150'));
  await clerk.press('End');
  await clerk.erase(1);
  await clerk.read(1900);
  await clerk.click(clerk.button('Continue'));
  await clerk.pause(1400);
  await clerk.click(clerk.button('Continue'));
  await clerk.read(2400);
  await clerk.scroll(300);
  await clerk.read(4200);
}

async function placeAndNote(clerk: DeskClerk): Promise<void> {
  await clerk.click(clerk.button('Place order'));
  await clerk.read(4200);
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(900);
  await clerk.type('Rang at 9.10. Wants the same order every month from January, ');
  await clerk.pause(1400);
  await clerk.type('ask again before Christmas.');
  await clerk.read(1700);
  await clerk.click(clerk.inDialog('Add note'));
  await clerk.read(2600);
  await clerk.page.goBack();
  await clerk.read(1500);
  await clerk.page.goForward();
  await clerk.read(2200);
  await clerk.click(
    clerk.page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Orders' }),
  );
  await clerk.read(3600);
}
