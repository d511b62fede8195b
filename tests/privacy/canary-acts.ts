/** What a person or the page does with a secret while it is recorded, driven with real input. */
import type { Page } from 'playwright';
import type { Canaries } from './canaries.ts';

type Act = (page: Page, value: string) => Promise<void>;

const typeInto =
  (selector: string): Act =>
  async (page, value) => {
    await page.focus(selector);
    await page.keyboard.type(value);
  };

async function composeByInputMethod(page: Page, value: string): Promise<void> {
  await page.focus('#rich-field');
  const devtools = await page.context().newCDPSession(page);
  for (let end = 2; end <= value.length; end += 4)
    await devtools.send('Input.imeSetComposition', {
      text: value.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
  await devtools.send('Input.insertText', { text: value });
  await devtools.detach();
}

const inPage =
  (run: (value: string) => unknown): Act =>
  async (page, value) =>
    void (await page.evaluate(run, value));

const acts: Readonly<Record<string, Act>> = {
  'typed into a field': typeInto('#plain-field'),
  'typed into a search field': typeInto('#search-field'),
  'typed as a password': typeInto('#secret-field'),
  'typed as a one-time code': typeInto('#code-field'),
  'typed as a card number': typeInto('#card-field'),
  'typed into a textarea': typeInto('#long-field'),
  'typed into a contenteditable': typeInto('#rich-field'),
  'typed into a shadow root': typeInto('#shadowed-field'),
  async 'typed into a frame'(page, value) {
    await page.frameLocator('#typing-frame').locator('#framed-field').focus();
    await page.keyboard.type(value);
  },
  async 'typed with Shift held'(page, value) {
    await page.focus('#plain-field');
    await page.keyboard.down('Shift');
    for (const key of value) await page.keyboard.press(key);
    await page.keyboard.up('Shift');
  },
  async 'typed where nothing has focus'(page, value) {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.type(value);
  },
  'composed by an input method': composeByInputMethod,
  async 'inserted at once'(page, value) {
    await page.focus('#long-field');
    await page.keyboard.insertText(value);
  },
  async 'copied, cut and pasted'(page, value) {
    await page.evaluate((text) => {
      document.querySelector('#copied')!.textContent = text;
      getSelection()!.selectAllChildren(document.querySelector('#copied')!);
    }, value);
    await page.keyboard.press('Control+c');
    await page.focus('#plain-field');
    await page.keyboard.press('Control+v');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+x');
  },
  async 'name of a chosen file'(page, value) {
    const file = { name: `${value}.txt`, mimeType: 'text/plain', buffer: Buffer.from(value) };
    await page.setInputFiles('#file-field', [file]);
  },
  async 'name of a downloaded file'(page, value) {
    await page.evaluate((name) => {
      const link = document.createElement('a');
      link.href = `data:text/plain,${name}`;
      link.download = `${name}.csv`;
      document.body.append(link);
      link.click();
    }, value);
  },
  async 'text of a prompt'(page, value) {
    page.once('dialog', (dialog) => dialog.accept(value));
    await page.evaluate((text) => prompt(text, text), value);
  },
  async 'text of an alert'(page, value) {
    page.once('dialog', (dialog) => dialog.accept());
    await page.evaluate((text) => alert(text), value);
  },
  async 'dragged and dropped'(page, value) {
    await page.evaluate((text) => {
      const from = document.querySelector<HTMLElement>('#drag-from')!;
      from.ondragstart = (event) => event.dataTransfer!.setData('text/plain', text);
      const to = document.querySelector<HTMLElement>('#drag-to')!;
      to.ondragover = (event) => event.preventDefault();
      to.ondrop = (event) => {
        to.textContent = event.dataTransfer!.getData('text/plain');
      };
    }, value);
    await page.dragAndDrop('#drag-from', '#drag-to');
  },
  'filled in by a script': inPage((value) => {
    document.querySelector<HTMLInputElement>('#plain-field')!.value = value;
  }),
  'title of the page': inPage((value) => (document.title = `${value} – Orders`)),
  'pushed address': inPage((value) => {
    history.pushState({ customer: value }, value, `/orders/${value}?mail=${value}#${value}`);
    document.title = value;
  }),
  'replaced address': inPage((value) => history.replaceState(value, '', `?replaced=${value}`)),
  'hash of the address': inPage((value) => (location.hash = value)),
  'name of the window': inPage((value) => (window.name = value)),
  console: inPage((value) => console.log(value, { value })),
  'local storage': inPage((value) => localStorage.setItem(value, value)),
  'session storage': inPage((value) => sessionStorage.setItem('customer', value)),
  cookie: inPage((value) => (document.cookie = `${value}=${value}; path=/`)),
  'an error of the page': inPage((value) => {
    setTimeout(() => {
      throw new Error(value);
    });
  }),
  'name of an event': inPage((value) => document.body.dispatchEvent(new CustomEvent(value))),
};

/** Does everything there is, each with a secret of its own. */
export async function actOut(page: Page, canaries: Canaries): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('#shadow-host')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<input id="shadowed-field">';
  });
  for (const [name, act] of Object.entries(acts)) await act(page, canaries.plant(name));
  await page.locator('body').press('Tab');
}
