/** Commands of the lists: the sessions of a project, and what was submitted. */

import type { Command } from './command-for.ts';

const sessions = { group: 'Sessions' } as const;
const submissions = { group: 'Submissions' } as const;

export const sessionCommands = [
  { ...sessions, id: 'label next', title: 'Label the next session', keys: ['l'] },
  { ...sessions, id: 'find sessions', title: 'Search the sessions', keys: ['/'] },
  { ...sessions, id: 'import', title: 'Import recordings', keys: [] },
] as const satisfies readonly Command[];

export const sessionRowCommands = [
  { ...sessions, id: 'session below', title: 'Next in the list', keys: ['j'], repeats: true },
  { ...sessions, id: 'session above', title: 'Previous in the list', keys: ['k'], repeats: true },
] as const satisfies readonly Command[];

export const submissionCommands = [
  { ...submissions, id: 'review next', title: 'Review the next submission', keys: ['r'] },
  { ...submissions, id: 'preview', title: 'Look at it without opening', keys: ['space'] },
] as const satisfies readonly Command[];

export type SessionCommandId = (
  (typeof sessionCommands)[number] | (typeof sessionRowCommands)[number]
)['id'];

export type SubmissionCommandId = (typeof submissionCommands)[number]['id'];

/** Those that this person has a role for. */
export function sessionsCommandsFor(may: {
  readonly canLabel: boolean;
  readonly canImport: boolean;
}): readonly Command<SessionCommandId>[] {
  return [...sessionCommands, ...sessionRowCommands].filter(
    ({ id }) => (id !== 'label next' || may.canLabel) && (id !== 'import' || may.canImport),
  );
}
