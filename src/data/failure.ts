/** The one error that storage trouble becomes, made here from whatever the other side answered. */

export type FailureKind =
  | 'offline'
  | 'signed out'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  /** Another window of the same person has it. */
  | 'held'
  | 'gone'
  | 'invalid'
  | 'unexpected';

export class Failure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'Failure';
    this.kind = kind;
  }
}

interface Answer {
  readonly message?: string;
  readonly code?: string | number;
  readonly status?: number | string;
  readonly statusCode?: number | string;
  readonly name?: string;
}

const byStatus: Readonly<Record<number, FailureKind>> = {
  401: 'signed out',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  410: 'gone',
  422: 'invalid',
  423: 'held',
};

const byCode: Readonly<Record<string, [FailureKind, string]>> = {
  '23505': ['conflict', 'This is already there.'],
  '23503': ['conflict', 'Something this refers to is not there any more. Reload and try again.'],
  '23514': ['invalid', 'The database refused a value that breaks one of its rules.'],
  '42501': ['forbidden', 'You are not allowed to do this.'],
  PGRST301: ['signed out', 'Your sign-in has ended. Sign in again; nothing you saved is lost.'],
  PGRST303: ['signed out', 'Your sign-in has ended. Sign in again; nothing you saved is lost.'],
  invalid_credentials: ['forbidden', 'The e-mail address or the password is wrong.'],
  user_already_exists: [
    'conflict',
    'There is an account with this e-mail address. Sign in instead.',
  ],
  weak_password: ['invalid', 'The password is too short. Use at least 10 characters.'],
};

/** Makes a `Failure` of an error from PostgREST, GoTrue, Storage or fetch. `status` is the HTTP one. */
export function failureOf(error: unknown, status?: number): Failure {
  if (error instanceof Failure) return error;
  const answer: Answer =
    typeof error === 'object' && error !== null ? error : { message: String(error) };
  const code = String(answer.code ?? '');
  // Storage answers a general 400 and says beside it what it means.
  const http = Number(status ?? answer.statusCode ?? answer.status ?? 0);
  const message = answer.message ?? '';

  if (isOffline(message, answer.name, http))
    return new Failure(
      'offline',
      'The server can’t be reached. Your work is kept here; it will be sent when the server is back.',
      error,
    );
  const ours = /^PT(\d{3})$/.exec(code);
  if (ours) return new Failure(byStatus[Number(ours[1])] ?? 'unexpected', message, error);
  const known = /row-level security/.test(message) ? byCode['42501'] : byCode[code];
  if (known) return new Failure(known[0], known[1], error);
  const kind = byStatus[http];
  if (kind) return new Failure(kind, message || `The server refused this (${http}).`, error);
  return new Failure('unexpected', message || 'Something unexpected went wrong.', error);
}

function isOffline(message: string, name: string | undefined, http: number): boolean {
  if (http >= 502 && http <= 504) return true;
  return (
    http === 0 &&
    (name === 'AuthRetryableFetchError' ||
      /fetch failed|failed to fetch|networkerror|load failed|ECONNREFUSED|ECONNRESET/i.test(
        message,
      ))
  );
}
