/**
 * `offline`: nobody answered, or answered that they can't just now; the same call may work later.
 * `forbidden`, `conflict` and `invalid` are final answers.
 */
export type ApiFailureKind = 'offline' | 'forbidden' | 'conflict' | 'invalid';

/** The one error that a call to the database or Storage becomes, with a sentence for a person. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly kind: ApiFailureKind;

  constructor(kind: ApiFailureKind, sentence: string, cause?: unknown) {
    super(sentence, { cause });
    this.kind = kind;
  }
}

function kindOfStatus(status: number): ApiFailureKind {
  if (status >= 500 || status === 408 || status === 425 || status === 429) return 'offline';
  if (status === 401 || status === 403) return 'forbidden';
  return status === 409 ? 'conflict' : 'invalid';
}

/** Makes one of an answer; Storage says its own status in the body, under a general 400. */
export function failureOfAnswer(status: number, body: string): ApiFailure {
  const told = parse(body);
  const code = Number(told.statusCode ?? status);
  const sentence = String(told.message ?? told.error ?? '').replace(/^error:\s*/i, '');
  return new ApiFailure(
    kindOfStatus(Number.isInteger(code) && code >= 400 ? code : status),
    sentence || `The server answered with status ${status}.`,
  );
}

interface Told {
  readonly statusCode?: unknown;
  readonly message?: unknown;
  readonly error?: unknown;
}

function parse(body: string): Told {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** What a developer is told of any failure. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ApiFailure) return error.message;
  return `Tasktape can't record here: ${error instanceof Error ? error.message : String(error)}`;
}
