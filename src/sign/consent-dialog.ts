/** Asks a person whether they want to be recorded, before anything is. */
import type { Purpose } from '#core/consent.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { newSentences, rememberNotice } from './answered-notice.ts';
import { howLong, purposeWords, whatIsNever, whatIsRecorded, whoSeesIt } from './consent-words.ts';
import { makeButton, makeElement } from './make-element.ts';
import { questionName } from './own-elements.ts';
import { makeOwnHost } from './own-host.ts';
import { questionStyles } from './own-styles.ts';

export interface Question {
  /** Takes the question away unanswered. */
  close(): void;
}

/** `answered`: the purposes agreed to, none for a no, `undefined` when it was put off. */
export function askConsent(
  terms: RecorderTerms,
  answered: (purposes: readonly Purpose[] | undefined) => void,
): Question {
  const { element, root } = makeOwnHost(questionName, questionStyles);
  const before = document.activeElement;
  const close = () => {
    if (!element.isConnected) return;
    element.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  const answer = (purposes: readonly Purpose[] | undefined) => {
    close();
    if (purposes) rememberNotice(terms);
    answered(purposes);
  };
  const dialog = makeDialog(terms, answer);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    answer(undefined);
  });
  // Not a key of this goes to the page's own shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup'])
    dialog.addEventListener(type, (event) => event.stopPropagation());
  root.append(dialog);
  document.documentElement.append(element);
  dialog.showModal();
  return { close };
}

function makeDialog(
  terms: RecorderTerms,
  answer: (purposes: readonly Purpose[] | undefined) => void,
): HTMLDialogElement {
  const { notice, policy, project, previewHours } = terms;
  const boxes = notice.purposes.map((purpose) => ({
    purpose,
    box: makeElement('input', { type: 'checkbox', name: purpose }),
  }));
  const problem = makeElement('p', { class: 'problem', role: 'alert' });
  const agree = () => {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ purpose }) => purpose);
    if (chosen.length > 0) return answer(chosen);
    problem.textContent = 'To say yes, tick at least one purpose. Or say no.';
    boxes[0]?.box.focus();
  };
  // The focus begins at the top, where reading does; the answers never scroll away.
  const title = { id: 'title', tabindex: '-1', autofocus: true };
  const told = makeElement(
    'div',
    { class: 'told' },
    makeElement('h1', title, `${project} asks to record your work on this site`),
    makeElement(
      'p',
      {},
      'Nothing is recorded until you say yes. You can take a yes back at any time.',
    ),
    ...noticeParts(terms),
    makeElement(
      'div',
      { class: 'facts' },
      list('What is recorded', whatIsRecorded(policy.rules)),
      list('What never is', whatIsNever(policy.rules)),
      list('Who sees it', whoSeesIt(previewHours)),
      list('How long, and how to stop', howLong),
    ),
  );
  const answers = makeElement(
    'div',
    { class: 'answer' },
    makeElement(
      'fieldset',
      {},
      makeElement('legend', {}, 'What may it be used for?'),
      ...boxes.map(({ purpose, box }) => purposeChoice(purpose, box)),
    ),
    problem,
    makeElement(
      'div',
      { class: 'answers' },
      makeButton('No, don’t record', () => answer([])),
      makeButton('Yes, record', agree),
    ),
    makeElement(
      'div',
      { class: 'later' },
      makeElement('span', { class: 'quiet' }, 'Decide later: not recorded now, asked next time.'),
      makeButton('Later (Esc)', () => answer(undefined)),
    ),
  );
  const attributes = {
    class: 'dialog',
    role: 'dialog',
    'aria-modal': 'true',
    'aria-labelledby': 'title',
  };
  return makeElement('dialog', attributes, told, answers);
}

function noticeParts(terms: RecorderTerms): HTMLElement[] {
  const added = newSentences(terms);
  const text = makeElement('p', { class: 'notice' }, terms.notice.text);
  if (added === undefined) return [text];
  const changes = added.length > 0 ? added : ['Sentences were taken out; the rest is as it was.'];
  return [list('The notice has changed. New in it', changes), text];
}

function purposeChoice(purpose: Purpose, box: HTMLInputElement): HTMLElement {
  const { label, meaning } = purposeWords[purpose];
  return makeElement(
    'label',
    {},
    box,
    makeElement('span', {}, makeElement('strong', {}, label), `: it may ${meaning}.`),
  );
}

function list(title: string, sentences: readonly string[]): HTMLElement {
  const items = sentences.map((sentence) => makeElement('li', {}, sentence));
  return makeElement('div', {}, makeElement('h2', {}, title), makeElement('ul', {}, ...items));
}
