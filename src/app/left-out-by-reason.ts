/** What a release leaves out, one line for each reason, the most common first. */
import type { SessionId } from '#core/ids.ts';
import type { LeftOut } from '#core/release.ts';

export interface LeftOutReason {
  readonly sentence: string;
  readonly tasks: number;
  readonly sessions: number;
}

export function leftOutByReason(leftOut: readonly LeftOut[]): readonly LeftOutReason[] {
  const reasons = new Map<string, { tasks: number; sessions: Set<SessionId> }>();
  for (const { sentence, count, sessionId } of leftOut) {
    const reason = reasons.get(sentence) ?? { tasks: 0, sessions: new Set() };
    reason.tasks += count;
    reason.sessions.add(sessionId);
    reasons.set(sentence, reason);
  }
  return [...reasons]
    .map(([sentence, { tasks, sessions }]) => ({ sentence, tasks, sessions: sessions.size }))
    .sort((a, b) => b.tasks - a.tasks);
}
