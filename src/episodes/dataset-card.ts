import type { Purpose } from '#core/consent.ts';
import type { LeftOut } from '#core/release.ts';
import type { Episode } from './episode.ts';

export interface CardContent {
  readonly name: string;
  readonly purpose: Purpose;
  readonly toolVersion: string;
  readonly episodes: readonly Episode[];
  readonly leftOut: readonly LeftOut[];
}

/** The README of a release: what is in it, under what consent, and what is missing. */
export function writeDatasetCard({
  name,
  purpose,
  toolVersion,
  episodes,
  leftOut,
}: CardContent): string {
  const steps = episodes.flatMap((episode) => episode.steps);
  const withTarget = steps.filter((step) => step.target !== undefined).length;
  const lost = steps.filter((step) => step.target_lost).length;
  const exact = steps.filter((step) => step.evidence.kind === 'exact').length;
  const masked = steps.filter((step) => step.action.type === 'type' && step.action.masked).length;
  const notices = distinct(episodes.map((each) => each.provenance.consent.notice_version));
  const title = name.replace(/\s+/g, ' ').trim();
  return `---
pretty_name: ${JSON.stringify(title)}
size_categories:
  - ${sizeCategory(episodes.length)}
tags:
  - computer-use
  - web
  - tasktape
configs:
  - config_name: default
    data_files: episodes.jsonl
---

# ${title.replace(/[\\`*_[\]<>#]/g, '\\$&')}

Reviewed episodes of recorded web work, built for one purpose: **${purpose}**. No licence is stated
here; ask whoever built this release.

| what | how many |
| --- | ---: |
${table([
  ['episodes', episodes.length],
  ['steps', steps.length],
  ['sessions', distinct(episodes.map((each) => each.provenance.session_id)).length],
  ['contributors', distinct(episodes.map((each) => each.provenance.contributor)).length],
  ['steps with a target', withTarget],
  ['steps whose target is lost', lost],
  ['steps from exact evidence', exact],
  ['steps inferred', steps.length - exact],
  ['typed steps with the text withheld', masked],
])}

## What the tasks were

| intent | episodes |
| --- | ---: |
${table(count(episodes.map((each) => `\`${each.task.intent.slug}\``)))}

| outcome | episodes |
| --- | ---: |
${table(count(episodes.map((each) => each.task.outcome ?? 'not labeled')))}

| step | how many |
| --- | ---: |
${table(count(steps.map((step) => `\`${step.action.type}\``)))}

## Consent

Every episode names the purposes its contributor agreed to and the version of the notice that was in
force${notices.length > 0 ? ` (here: ${notices.join(', ')})` : ''}. They were asked by the recorder, or whoever imported the recording attested that they agreed;
an episode does not tell which. Contributors may withdraw: then this release is revoked, and whoever
holds it deletes it and downloads its successor. People stand under pseudonyms; the data is
pseudonymised and minimised, not anonymous.

## Fields

One episode per line of \`episodes.jsonl\`, as canonical JSON in the form \`episode/1\`: \`task\`
(instruction, intent, outcome), \`boundaries\`, \`env\`, \`site\`, \`steps\` (action, target, the state
before it, evidence), \`obs_final\` and \`provenance\` (pseudonyms, reviews, consent, hashes). Times are
whole ms from the episode's start, there is no calendar time. Only actions wholly inside a task are
in it. A field that is absent is not known.

## Known gaps

- The state before a step has address, title and scroll only: no HTML, no accessibility tree, no
  screenshot.
- Targets carry no box and no visibility. Selectors were counted when the recording was read, not
  against a rebuilt page at export.
- There are no train, validation and test splits.
- Instructions, names and addresses were not scanned for secrets.
${leftOutText(leftOut)}
## How to verify

\`npx tasktape verify DIR\` checks every hash, every line against \`episode.schema.json\`, and the rules
among them. By hand: the SHA-256 of each file stands in \`manifest.json\`; the SHA-256 of
\`manifest.json\` is shown with the release. Made by tasktape/${toolVersion}.
`;
}

function leftOutText(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  const lines = count(leftOut.flatMap((each) => Array<string>(each.count).fill(each.sentence)));
  return `\n## Left out\n\n${lines.map(([why, tasks]) => `- ${tasks} approved ${tasks === 1 ? 'task' : 'tasks'}: ${why}`).join('\n')}\n`;
}

const table = (rows: readonly (readonly [string, number])[]) =>
  rows.map(([what, number]) => `| ${what} | ${number} |`).join('\n');

/** Most frequent first, then by name. */
function count(names: readonly string[]): [string, number][] {
  return distinct(names)
    .map((name): [string, number] => [name, names.filter((each) => each === name).length])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)].sort();

function sizeCategory(episodes: number): string {
  const bounds = [1e3, 1e4, 1e5, 1e6];
  const names = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', 'n>1M'];
  return names[bounds.filter((bound) => episodes >= bound).length] ?? 'n>1M';
}
