/** Asks for consent on a page of the extension's own, where no recorded page can press for it. */
import '#ui/base.css';
import './panel.css';
import './consent.css';
import { askConsent } from '#sign/consent-dialog.ts';
import { reportOf, tabInQuestion, tellBackground } from './ask-background.ts';
import { hostOf } from './state-words.ts';
import type { TabState } from './tab-state.ts';

const lookAgainAfterMs = 500;
const byId = (id: string) => document.getElementById(id)!;
const tab = await tabInQuestion();
let asked: string | undefined;
let question: ReturnType<typeof askConsent> | undefined;

/** The question may go away, or change, while it is being read. */
async function look(): Promise<void> {
  const state = tab === undefined ? undefined : (await reportOf(tab)).state;
  const terms = state?.kind === 'asking' ? state.terms : undefined;
  const now = JSON.stringify(terms);
  if (now === asked) return;
  asked = now;
  question?.close();
  question = undefined;
  byId('none').hidden = terms !== undefined;
  if (state?.kind === 'asking') ask(state);
}

function ask({ terms, site }: Extract<TabState, { kind: 'asking' }>): void {
  byId('site').textContent = hostOf(site);
  question = askConsent(terms, (purposes) => {
    question = undefined;
    void leave(purposes);
  });
}

async function leave(purposes: Parameters<Parameters<typeof askConsent>[1]>[0]): Promise<void> {
  if (tab === undefined) return;
  if (purposes) await tellBackground({ kind: 'answer', tab, purposes });
  await chrome.tabs.update(tab, { active: true }).catch(() => undefined);
  window.close();
}

byId('close').addEventListener('click', () => window.close());
await look();
setInterval(() => void look(), lookAgainAfterMs);
