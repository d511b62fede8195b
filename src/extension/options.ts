/** The settings: which project the extension records for. */
import '#ui/base.css';
import './panel.css';
import './options.css';
import { connectTo } from './ask-background.ts';
import {
  checkConnection,
  connectionFields as fields,
  readConnectionLine,
  type ConnectionField,
  type ConnectionFields,
} from './check-connection.ts';
import type { Connected } from './panel-messages.ts';
import { readProject, readSettings } from './settings.ts';

const byId = <E extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as E;
const inputOf = (field: ConnectionField) => byId<HTMLInputElement>(field);
const buttons = ['save', 'test'].map((id) => byId<HTMLButtonElement>(id));

function fill(values: ConnectionFields): void {
  for (const field of fields) inputOf(field).value = values[field];
}

function takeLine(): void {
  const line = byId<HTMLTextAreaElement>('line');
  const values = readConnectionLine(line.value);
  const empty = line.value.trim() === '';
  if (values) fill(values);
  tellProblem(
    'line',
    values || empty ? undefined : 'This is not a connection line. Copy it whole, with its braces.',
  );
}

function tellProblem(id: string, problem: string | undefined): void {
  byId(`${id}-problem`).textContent = problem ?? '';
  byId(id).setAttribute('aria-invalid', String(problem !== undefined));
}

async function connect(save: boolean): Promise<void> {
  const checked = checkConnection({
    url: inputOf('url').value,
    key: inputOf('key').value,
    recorderKey: inputOf('recorderKey').value,
    site: inputOf('site').value,
    appUrl: inputOf('appUrl').value,
  });
  for (const field of fields) tellProblem(field, checked.ok ? undefined : checked.problems[field]);
  byId('outcome').hidden = true;
  byId('sites-section').hidden = true;
  if (!checked.ok) return inputOf(fields.find((field) => checked.problems[field])!).focus();
  for (const button of buttons) button.disabled = true;
  try {
    show(await connectTo(checked, save), save);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

function show(connected: Connected, saved: boolean): void {
  const outcome = byId('outcome');
  outcome.hidden = false;
  outcome.className = connected.ok ? 'note good' : 'note bad';
  outcome.textContent = connected.ok
    ? `Connected to ${connected.project}.${saved ? ' Saved.' : ' Not saved yet.'}`
    : connected.why;
  if (!connected.ok) return;
  byId('sites-title').textContent = `${connected.project} records on`;
  byId('sites').replaceChildren(
    ...connected.sites.map((site) => {
      const item = document.createElement('li');
      item.textContent = site;
      return item;
    }),
  );
  byId('sites-section').hidden = false;
}

byId('line').addEventListener('input', takeLine);
byId('test').addEventListener('click', () => void connect(false));
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void connect(true);
});
const settings = await readSettings();
const project = await readProject();
if (settings) fill({ ...settings, appUrl: settings.appUrl ?? '', site: project?.sites[0] ?? '' });
