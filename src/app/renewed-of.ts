/** What the renewal of a lease came to, whether it was answered, refused or could not be asked. */
import { failureOf } from '#data/failure.ts';
import type { Renewal } from '#data/queue.ts';
import type { Renewed } from '#queue/lease.svelte.ts';

export async function renewedOf(renewal: Promise<Renewal>): Promise<Renewed> {
  try {
    const { held, taken, until } = await renewal;
    if (held && until !== undefined) return { kind: 'held', until };
    // Handed in or given back: nothing is kept for anyone any more.
    return taken ? { kind: 'taken', ...(until && { until }) } : { kind: 'ended' };
  } catch (cause) {
    const { kind, message } = failureOf(cause);
    return kind === 'gone' || kind === 'missing'
      ? { kind: 'ended', sentence: message }
      : { kind: 'away' };
  }
}
