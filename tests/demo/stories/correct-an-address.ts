/** A customer has moved: the order is found, its address corrected, a mistyped postcode repaired. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';
import type { Story } from '#tests/demo/story.ts';

export const correctAnAddress: Story = {
  slug: 'correct-an-address',
  title: 'Correct a delivery address',
  contributor: 'Contributor Linden',
  seed: 4021,
  async work(clerk) {
    await clerk.read(3500);
    await findTheOrder(clerk);
    await changeTheAddress(clerk);
    await repairTheStreet(clerk);
    await leaveANote(clerk);
    await startPickingWhatIsDue(clerk);
  },
};

async function findTheOrder(clerk: DeskClerk): Promise<void> {
  await clerk.scroll(400);
  await clerk.read(2200);
  await clerk.scroll(-400);
  await clerk.press('/');
  await clerk.type('redwall', 0);
  await clerk.read(2400);
  await clerk.erase(3);
  await clerk.type('ell', 0);
  await clerk.read(2600);
  await clerk.point(clerk.page.getByRole('row', { name: /BH-1029/ }));
  await clerk.pause(900);
  await clerk.click(clerk.link('BH-1054'));
  await clerk.read(5200);
}

async function changeTheAddress(clerk: DeskClerk): Promise<void> {
  await clerk.point(clerk.page.getByRole('region', { name: 'Delivery' }));
  await clerk.read(2600);
  await clerk.click(clerk.link('Edit'));
  await clerk.read(1800);
  await clerk.replace(clerk.field('Address line 1'), '14 Orchard Parde');
  await clerk.press('Tab');
  await clerk.type('First floor');
  await clerk.press('Tab');
  await clerk.press('Control+a');
  await clerk.type('Ashcombe');
  await clerk.press('Tab');
  await clerk.press('Control+a');
  await clerk.type('EX6 4K', 0);
  await clerk.pause(700);
  await clerk.press('Control+s');
  await clerk.read(3200);
  await clerk.press('End');
  await clerk.type('T', 0);
  await clerk.pause(900);
  await clerk.replace(clerk.field('Telephone'), '01632 960311');
  await clerk.click(clerk.field('Instructions for the driver'));
  await clerk.press('Control+End');
  await clerk.type('Lift is at the side door.');
  await clerk.pause(800);
  await clerk.click(clerk.field('Signature required'));
  await clerk.read(1800);
  await clerk.press('Control+s');
  await clerk.read(4200);
}

async function repairTheStreet(clerk: DeskClerk): Promise<void> {
  await clerk.point(clerk.page.getByRole('region', { name: 'Delivery' }));
  await clerk.read(3400);
  await clerk.press('e');
  await clerk.pause(1200);
  await clerk.press('End');
  await clerk.press('ArrowLeft');
  await clerk.press('ArrowLeft');
  await clerk.type('a', 0);
  await clerk.pause(1100);
  await clerk.click(clerk.button('Save changes'));
  await clerk.read(3800);
}

async function leaveANote(clerk: DeskClerk): Promise<void> {
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(900);
  await clerk.type('Practice has moved. New adress confirmed by telephone', 0.01);
  await clerk.pause(1200);
  for (let word = 0; word < 4; word += 1) await clerk.press('Control+ArrowLeft');
  await clerk.press('ArrowRight');
  await clerk.type('d', 0);
  await clerk.pause(600);
  await clerk.press('Control+End');
  await clerk.type(', old one is vacant.');
  await clerk.read(1600);
  await clerk.click(clerk.inDialog('Add note'));
  await clerk.scroll(240);
  await clerk.read(3200);
  await clerk.scroll(-240);
}

async function startPickingWhatIsDue(clerk: DeskClerk): Promise<void> {
  await clerk.click(
    clerk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Orders/ }),
  );
  await clerk.read(2200);
  await clerk.click(clerk.page.getByRole('button', { name: /^New\s*\d+$/ }));
  await clerk.read(1800);
  await clerk.click(clerk.button('Due'));
  await clerk.read(3600);
  await clerk.click(clerk.link('BH-1045'));
  await clerk.read(4400);
  await clerk.click(clerk.button('Start picking'));
  await clerk.read(2800);
  await clerk.page.goBack();
  await clerk.read(3200);
  await clerk.click(clerk.link('BH-1046'));
  await clerk.read(3800);
  await clerk.click(clerk.button('Start picking'));
  await clerk.read(2400);
  await clerk.click(
    clerk.page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Orders' }),
  );
  await clerk.read(3000);
}
