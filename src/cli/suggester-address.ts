import { InvalidArgumentError } from 'commander';

/** Where a model of one's own is asked for suggestions. Throws commander's error of a bad one. */
export function suggesterAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = url !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  // Its origin ends up in a policy, where other signs would end a source or mean any site.
  if (!url || !isSafe || !/^https?:\/\/[a-z0-9.[\]:-]+$/.test(url.origin) || url.username)
    throw new InvalidArgumentError(
      'Give an https address, or http on this machine, as in http://127.0.0.1:8000/suggest.',
    );
  return url.href;
}
