import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { RecordedContext, recorderFile } from './recorded-context.ts';
import { html, script, serveSite, type Site } from './serve-site.ts';

const page = html(`<!doctype html><html lang="en"><title>Orders</title><body>
  <textarea id="note" rows="1" style="height: 40px; width: 300px"></textarea>
  <div id="message" contenteditable="true" style="width: 300px"></div>
  <input id="search">
  <script>
    const note = document.querySelector('#note');
    note.oninput = () => {
      note.style.height = 'auto';
      note.style.height = note.scrollHeight + 'px';
    };
  </script></body></html>`);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite((path) => {
    if (path === '/recorder.js') return script(readFileSync(recorderFile));
    return path === '/orders' ? page : undefined;
  });
  browser = await chromium.launch(browserLaunchOptions());
});

afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

interface Person {
  readonly note: string;
  readonly message: string;
  readonly search: string;
  readonly delay: number;
  readonly mistakes: number;
}

async function write(page: Page, { note, message, search, delay, mistakes }: Person) {
  await page.focus('#note');
  await page.keyboard.type(note, { delay });
  for (let left = mistakes; left > 0; left -= 1) await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+c');
  for (let left = mistakes; left > 0; left -= 1) await page.keyboard.press('Control+v');
  await page.focus('#message');
  await page.keyboard.type(message, { delay });
  if (mistakes > 1) await page.keyboard.press('Control+Backspace');
  await page.focus('#search');
  await page.keyboard.type(search, { delay });
  await page.keyboard.press('Control+a');
  if (mistakes > 1) await page.keyboard.press('Control+x');
}

async function payloadsOf(person: Person): Promise<string[]> {
  const policy = { fieldDefault: 'none' as const };
  const recorded = await RecordedContext.open(browser, { site: site.origin, policy });
  try {
    const page = await recorded.context.newPage();
    await page.goto(`${site.origin}/orders`);
    await recorded.start(page);
    await recorded.agree(page);
    await write(page, person);
    await page.waitForTimeout(600);
    await recorded.finish(page);
    return recorded.server.events().map(withoutTime);
  } finally {
    await recorded.close();
  }
}

const withoutTime = (event: RecordedEvent) =>
  JSON.stringify(event, (key, value: unknown) => (key === 'timestamp' ? undefined : value));

test('two people who type different things into fields of fidelity none send the same bytes', async () => {
  const one = { note: 'ok', message: 'yes', search: 'a', delay: 0, mistakes: 1 };
  const other = {
    note: `Dear Mrs Kowalska,\nthe second delivery is late again.\n\n${'It was to be here on Friday. '.repeat(6)}`,
    message: 'I would rather not say what happened here, or how often.',
    search: 'kowalska 1957',
    delay: 12,
    mistakes: 4,
  };
  const [of, ofOther] = [await payloadsOf(one), await payloadsOf(other)];
  expect(ofOther).toEqual(of);
  // It was a recording: the page, and that each of the fields was entered.
  expect(of.filter((event) => event.includes('tasktape/field@1'))).toHaveLength(3);
});
