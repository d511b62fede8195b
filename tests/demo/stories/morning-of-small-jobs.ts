/** An unlocked desk and a handful of small jobs, with the page reloaded in the middle. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';
import type { Story } from '#tests/demo/story.ts';

export const morningOfSmallJobs: Story = {
  slug: 'morning-of-small-jobs',
  title: 'A morning of small jobs',
  contributor: 'Contributor Bryony',
  seed: 7730,
  async work(clerk) {
    await clerk.read(2600);
    await lockAndReturn(clerk);
    await cancelADuplicate(clerk);
    await clerk.page.reload();
    await clerk.read(3000);
    await changeAnEmail(clerk);
    await quoteAReference(clerk);
    await releaseTheOldestHold(clerk);
  },
};

async function lockAndReturn(clerk: DeskClerk): Promise<void> {
  await clerk.click(clerk.button('Lock desk'));
  await clerk.pause(7000);
  await clerk.type('kiln', 0);
  await clerk.press('Enter');
  await clerk.read(2400);
}

async function cancelADuplicate(clerk: DeskClerk): Promise<void> {
  await clerk.click(clerk.page.getByRole('button', { name: /^Overdue/ }));
  await clerk.read(3200);
  await clerk.click(clerk.button('Total'));
  await clerk.read(2600);
  await clerk.click(clerk.link('BH-1046'));
  await clerk.read(4200);
  await clerk.click(clerk.link('Ironbark Coffee Roasters'));
  await clerk.read(3800);
  await clerk.page.goBack();
  await clerk.read(1800);
  await clerk.click(clerk.button('Cancel order'));
  await clerk.read(2600);
  await clerk.click(clerk.inDialog('Cancel order'));
  await clerk.read(1900);
  await clerk.choose(clerk.field('Reason'), 3);
  await clerk.press('Tab');
  await clerk.type('oven7', 0);
  await clerk.read(1500);
  await clerk.click(clerk.inDialog('Cancel order'));
  await clerk.read(3600);
  await clerk.click(
    clerk.page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Orders' }),
  );
  await clerk.read(1800);
}

async function changeAnEmail(clerk: DeskClerk): Promise<void> {
  await clerk.click(
    clerk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Customers/ }),
  );
  await clerk.read(1800);
  await clerk.click(clerk.field('Search customers'));
  await clerk.type('harb');
  await clerk.read(1300);
  await clerk.click(clerk.link('Harbour Light Candles'));
  await clerk.read(3400);
  await clerk.click(clerk.button('Change contact'));
  await clerk.pause(1100);
  await clerk.press('Control+a');
  await clerk.type('orders@harbourlight', 0.03);
  await clerk.pause(800);
  await clerk.press('Enter');
  await clerk.read(2300);
  await clerk.press('End');
  await clerk.type('.exmaple', 0);
  await clerk.pause(700);
  await clerk.erase(6);
  await clerk.type('xample', 0);
  await clerk.pause(900);
  await clerk.click(clerk.field('Use for open orders as well'));
  await clerk.read(1500);
  await clerk.click(clerk.inDialog('Save contact'));
  await clerk.read(3200);
}

async function quoteAReference(clerk: DeskClerk): Promise<void> {
  await clerk.click(clerk.link('BH-1049'));
  await clerk.read(3000);
  await clerk.press('e');
  await clerk.pause(1200);
  await clerk.click(clerk.field('Customer reference'));
  await clerk.press('Control+a');
  await clerk.press('Control+c');
  await clerk.pause(900);
  await clerk.click(clerk.link('Discard'));
  await clerk.read(1700);
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(900);
  await clerk.type('Answered by e-mail under ');
  await clerk.press('Control+v');
  await clerk.pause(700);
  await clerk.type(', parcel leaves on Monday.');
  await clerk.read(1400);
  await clerk.press('Tab');
  await clerk.press('Tab');
  await clerk.press('Enter');
  await clerk.read(3000);
}

async function releaseTheOldestHold(clerk: DeskClerk): Promise<void> {
  await clerk.press('Shift+?');
  await clerk.read(3400);
  await clerk.press('Escape');
  await clerk.press('/');
  await clerk.pause(700);
  await clerk.type('analytcal', 0);
  await clerk.read(2000);
  await clerk.press('Escape');
  await clerk.pause(800);
  await clerk.click(clerk.page.getByRole('button', { name: /^On hold/ }));
  await clerk.read(2400);
  await clerk.click(clerk.button('Placed'));
  await clerk.read(2800);
  await clerk.click(clerk.link('BH-1010'));
  await clerk.read(3400);
  await clerk.scroll(260);
  await clerk.read(1800);
  await clerk.scroll(-260);
  await clerk.click(clerk.button('Release hold'));
  await clerk.read(2600);
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(800);
  await clerk.type('Stock came in', 0);
  await clerk.pause(1500);
  await clerk.press('Escape');
  await clerk.pause(900);
  await clerk.click(clerk.button('Mark as shipped'));
  await clerk.read(3400);
  await clerk.click(
    clerk.page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Orders' }),
  );
  await clerk.read(2600);
}
