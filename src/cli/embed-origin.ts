import { InvalidArgumentError } from 'commander';
import { siteOf } from './site-of.ts';

/** One more origin whose pages may show a session in a frame. Throws commander's error of a bad one. */
export function addEmbedOrigin(text: string, before: readonly string[] = []): readonly string[] {
  const origin = siteOf(text);
  // These end up in a policy, where other signs would end a source or mean any site.
  const isPlain = origin !== undefined && /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(origin);
  if (!isPlain || new URL(text).href !== `${origin}/`)
    throw new InvalidArgumentError(
      'Give an origin, without a path and without *, as in https://wiki.example or http://127.0.0.1:8080.',
    );
  return before.includes(origin) ? before : [...before, origin];
}
