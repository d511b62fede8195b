/** The toolbar popup: how this tab stands, and what the person can do about it. */
import '#ui/base.css';
import './panel.css';
import './popup.css';
import { reportOf, tabInQuestion, tellBackground } from './ask-background.ts';
import { buttonsFor, confirmations, type PopupAct } from './popup-acts.ts';
import { patternOf } from './site-of.ts';
import { hostOf, wordsOf, wordsOfWaiting } from './state-words.ts';
import type { TabReport } from './tab-state.ts';

const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const lookAgainAfterMs = 400;

const tab = await tabInQuestion();
let shown = '';
let report: TabReport | undefined;

async function look(): Promise<void> {
  if (tab !== undefined) show(await reportOf(tab));
}

function show(now: TabReport): void {
  report = now;
  const text = JSON.stringify(now);
  // Buttons that are made anew under the pointer or the focus would swallow a press.
  if (text === shown) return;
  shown = text;
  const { state, live, wish, waiting, myRecordingsUrl } = now;
  const words = wordsOf(state);
  document.body.dataset['state'] = state.kind;
  byId('title').textContent = words.title;
  byId('sentence').textContent = words.sentence;
  byId('place').textContent = 'site' in state ? hostOf(state.site) : '';
  const elsewhere = live !== undefined && state.kind !== 'recording' && state.kind !== 'paused';
  byId('elsewhere').hidden = !elsewhere;
  byId('elsewhere').textContent =
    live === 'paused' ? 'A recording of other tabs is paused.' : 'Other tabs are being recorded.';
  showButtons(now);
  if (wish && confirmations[wish]) confirmFirst(wish, confirmations[wish]);
  const rest = byId('waiting');
  rest.hidden = waiting === undefined || waiting.bytes === 0;
  rest.textContent = waiting ? wordsOfWaiting(waiting) : '';
  const link = byId<HTMLAnchorElement>('recordings');
  link.hidden = !myRecordingsUrl;
  if (myRecordingsUrl) link.href = myRecordingsUrl;
  byId('withdraw').hidden = !myRecordingsUrl;
}

function showButtons(now: TabReport): void {
  const row = byId('acts');
  const focused = document.activeElement?.getAttribute('data-act');
  row.replaceChildren(
    ...buttonsFor(now).map(({ act, label, kind }) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = `button ${kind}`;
      button.dataset['act'] = act;
      button.textContent = label;
      return button;
    }),
  );
  if (focused) row.querySelector<HTMLElement>(`[data-act='${focused}']`)?.focus();
}

async function act(name: PopupAct): Promise<void> {
  if (tab === undefined) return;
  switch (name) {
    case 'settings':
      return chrome.runtime.openOptionsPage();
    case 'start':
      return start(tab);
    case 'read':
      await chrome.tabs.create({ url: `/consent.html?tab=${tab}` });
      return window.close();
    default:
      return show(await tellBackground({ kind: 'act', tab, act: name }));
  }
}

async function start(browserTab: number): Promise<void> {
  const state = report?.state;
  // The browser's question may close this popup: the background goes on when the answer is yes.
  const granted =
    state?.kind === 'needs permission'
      ? chrome.permissions.request({ origins: [patternOf(state.site)] })
      : undefined;
  const started = tellBackground({ kind: 'start', tab: browserTab });
  await granted;
  show(await started);
}

function confirmFirst(name: PopupAct, { sentence, label }: { sentence: string; label: string }) {
  byId('confirm-sentence').textContent = sentence;
  const yes = byId<HTMLButtonElement>('confirm-yes');
  yes.textContent = label;
  yes.onclick = () => {
    byId('confirm').hidden = true;
    void act(name);
  };
  byId('confirm').hidden = false;
  byId('confirm-no').focus();
}

byId('confirm-no').addEventListener('click', () => {
  byId('confirm').hidden = true;
});
byId('withdraw').dataset['act'] = 'withdraw';
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
  if (!button) return;
  const name = button.dataset['act'] as PopupAct;
  const confirmation = confirmations[name];
  if (confirmation) confirmFirst(name, confirmation);
  else void act(name);
});

await look();
setInterval(() => void look(), lookAgainAfterMs);
