/** Reads the one line that the workbench shows for the extension, or the three fields it holds. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import { refuseSecretKey } from '#delivery/refuse-secret-key.ts';
import { siteOf } from './site-of.ts';

export const connectionFields = ['url', 'key', 'recorderKey', 'site', 'appUrl'] as const;
export type ConnectionField = (typeof connectionFields)[number];
export type ConnectionFields = Readonly<Record<ConnectionField, string>>;
export type Checked =
  /** The list of sites is told only to who can name one of them. */
  | { readonly ok: true; readonly settings: RecorderSettings; readonly site: string }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<ConnectionField, string>>> };

/** All problems at once, each beside the field it is about. */
export function checkConnection(fields: ConnectionFields): Checked {
  const url = readUrl(fields.url.trim());
  const appUrl = fields.appUrl.trim() === '' ? undefined : readUrl(fields.appUrl.trim());
  const key = fields.key.trim();
  const recorderKey = fields.recorderKey.trim();
  const problems: Partial<Record<ConnectionField, string>> = {};
  if (typeof url === 'object') problems.url = url.problem;
  if (typeof appUrl === 'object') problems.appUrl = appUrl.problem;
  const keyProblem = problemOfKey(key);
  if (keyProblem) problems.key = keyProblem;
  if (recorderKey === '')
    problems.recorderKey = 'Paste the recorder key. An admin of the project makes it.';
  else if (/\s/.test(recorderKey)) problems.recorderKey = 'A recorder key has no spaces in it.';
  const site = siteOf(fields.site.trim());
  if (site === undefined)
    problems.site = 'Paste the address of a site that this key records, with its https://.';
  if (
    typeof url === 'object' ||
    typeof appUrl === 'object' ||
    site === undefined ||
    Object.keys(problems).length > 0
  )
    return { ok: false, problems };
  return { ok: true, site, settings: { url, key, recorderKey, ...(appUrl && { appUrl }) } };
}

/** The fields of a pasted connection line; `undefined` when the text is something else. */
export function readConnectionLine(text: string): ConnectionFields | undefined {
  try {
    const value = JSON.parse(text) as Record<string, unknown> | null;
    const { url, key, recorderKey, sites, appUrl = '' } = value ?? {};
    const site: unknown = Array.isArray(sites) ? sites[0] : undefined;
    const all = { url, key, recorderKey, site: site ?? '', appUrl };
    if (Object.values(all).every((field) => typeof field === 'string'))
      return all as ConnectionFields;
  } catch {
    // Not a connection line: told by the answer.
  }
  return undefined;
}

function readUrl(text: string): string | { readonly problem: string } {
  if (text === '') return { problem: 'Paste the address of your project’s Supabase.' };
  if (!URL.canParse(text))
    return { problem: 'This is not a web address. It looks like https://xyz.supabase.co.' };
  const { protocol, hostname, origin } = new URL(text);
  const here = ['127.0.0.1', 'localhost'].includes(hostname);
  if (protocol === 'https:' || (protocol === 'http:' && here)) return origin;
  return {
    problem: 'The address must begin with https:// so that nobody on the way can read along.',
  };
}

function problemOfKey(key: string): string | undefined {
  if (key === '') return 'Paste the publishable key of your project’s Supabase.';
  if (/\s/.test(key)) return 'A publishable key has no spaces in it.';
  try {
    refuseSecretKey(key);
    return undefined;
  } catch {
    return 'This is a secret key. Use the publishable one, and keep this one to yourself.';
  }
}
