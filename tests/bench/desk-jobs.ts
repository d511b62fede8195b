/** Pieces of desk work, as different people go about them. */
import type { DeskClerk } from '#tests/demo/desk-clerk.ts';

export const mainLink = (clerk: DeskClerk, name: RegExp) =>
  clerk.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

export const crumb = (clerk: DeskClerk, name: string) =>
  clerk.page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name });

export const filter = (clerk: DeskClerk, name: string) =>
  clerk.page.getByRole('button', { name: new RegExp(`^${name}\\s*\\d+$`) });

/** By the keyboard alone: the search is reached by its key, the first hit opened by Enter. */
export async function openBySearch(clerk: DeskClerk, words: string): Promise<void> {
  await clerk.press('/');
  await clerk.pause(300);
  await clerk.press('Control+a');
  await clerk.type(words, 0);
  await clerk.read(1500);
  await clerk.press('Enter');
  await clerk.read(2600);
}

export async function openCustomer(clerk: DeskClerk, letters: string, name: string): Promise<void> {
  await clerk.click(mainLink(clerk, /Customers/));
  await clerk.read(1700);
  await clerk.click(clerk.field('Search customers'));
  await clerk.type(letters);
  await clerk.read(1200);
  await clerk.click(clerk.link(name));
  await clerk.read(2800);
}

export async function addNote(clerk: DeskClerk, text: string): Promise<void> {
  await clerk.click(clerk.button('Add note'));
  await clerk.pause(900);
  await clerk.type(text);
  await clerk.read(1300);
  await clerk.click(clerk.inDialog('Add note'));
  await clerk.pause(900);
}

export async function addItem(
  clerk: DeskClerk,
  words: string,
  name: string,
  quantity: string,
): Promise<void> {
  await clerk.replace(clerk.field('Find a product'), words);
  await clerk.read(1500);
  await clerk.click(clerk.button(`Add ${name}`));
  await clerk.replace(clerk.field(`Quantity of ${name}`), quantity);
  await clerk.pause(700);
}

export async function setReference(clerk: DeskClerk, reference: string): Promise<void> {
  await clerk.press('e');
  await clerk.pause(1200);
  await clerk.replace(clerk.field('Customer reference'), reference);
  await clerk.read(1200);
  await clerk.press('Control+s');
  await clerk.pause(1000);
}
