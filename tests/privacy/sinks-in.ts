import type { Canary } from './canaries.ts';
import type { Found } from './find-canaries.ts';

/** The sinks these stand for, each once, however many ways its page filled it. */
export function sinksIn(list: readonly (Canary | Found)[]): Set<string> {
  return new Set(list.map(({ sink }) => sink.split(/, (?=at load|changed|in a |added)/)[0]!));
}
