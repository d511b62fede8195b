/** Why a session did not open, in what to do about it. */
import type { FailureKind } from '#data/failure.ts';

const todos: Readonly<Record<FailureKind, string>> = {
  offline: 'Check that the server is running, then try again.',
  'signed out': 'Sign in again to go on.',
  forbidden: 'Choose another session, or ask an admin of the project.',
  missing: 'Check the address, or choose a session from the list.',
  conflict: 'Choose another session, or try again later.',
  held: 'Close the other window, or try again later.',
  gone: 'It is not shown to anyone any more. Choose another session.',
  invalid: 'Correct it and try again.',
  unexpected: 'Try again. If it stays, tell whoever runs this server.',
};

/** Asking again brings no session that is not there. */
export const canTryAgain = (kind: FailureKind): boolean => kind !== 'missing' && kind !== 'gone';

export const openingTodo = (kind: FailureKind): string => todos[kind];
