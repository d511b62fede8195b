/** Checks what a host page's developer passed to the recorder, all of it at once. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import { refuseSecretKey } from '#delivery/refuse-secret-key.ts';

export type CheckedSettings =
  | { readonly ok: true; readonly settings: RecorderSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

export function checkSettings(given: unknown): CheckedSettings {
  const options = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  const { url, key, recorderKey, appUrl } = options;
  const problems = [
    ...problemsOfUrl('url', url),
    ...(appUrl === undefined ? [] : problemsOfUrl('appUrl', appUrl)),
    ...problemsOfKey('key', key, 'the publishable key of your Tasktape or Supabase'),
    ...problemsOfKey(
      'recorderKey',
      recorderKey,
      'make one in the workbench under Project → Recorders',
    ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const settings = {
    url: new URL(String(url)).origin,
    key: String(key),
    recorderKey: String(recorderKey),
    ...(appUrl === undefined ? {} : { appUrl: String(appUrl) }),
  };
  return { ok: true, settings };
}

function problemsOfUrl(name: string, url: unknown): string[] {
  if (!isGiven(url)) return [`\`${name}\` is missing: the address of your Tasktape or Supabase`];
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    return [`\`${name}\` is “${url}”, which is no address such as https://xyz.supabase.co`];
  return [];
}

function problemsOfKey(name: string, key: unknown, whatItIs: string): string[] {
  if (!isGiven(key)) return [`\`${name}\` is missing: ${whatItIs}`];
  try {
    refuseSecretKey(key);
    return [];
  } catch {
    return [
      `\`${name}\` is a secret key, which must never be in a page: ${whatItIs}, and replace the secret one at once`,
    ];
  }
}

function isGiven(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
