import type { ReactionLag } from '#core/reaction-lag.ts';
import type { EpochMs } from '#core/time.ts';

const dayMs = 86_400_000;

/** `Reaction lag 240 ms, measured today`. */
export function lagWords({ lagMs, measuredAt }: ReactionLag, now: EpochMs): string {
  if (measuredAt === undefined)
    return lagMs === 0 ? 'Reaction lag not measured' : `Reaction lag ${lagMs} ms`;
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.max(0, Math.ceil((midnight - measuredAt) / dayMs));
  const when = days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
  return `Reaction lag ${lagMs} ms, measured ${when}`;
}
