import type { ChunkRef } from '#core/session.ts';
import type { FromReel } from './reel-messages.ts';

/** What is told of a chunk that can't be had or read. */
export function missingChunk(
  { tab, seq, startsMs, endsMs }: ChunkRef,
  why: string,
): Extract<FromReel, { kind: 'missing' }> {
  const sentence = `Chunk ${seq + 1} of tab ${tab + 1} can’t be played: ${why}. The rest of the session plays without it.`;
  return { kind: 'missing', tab, span: { startsMs, endsMs }, sentence };
}
