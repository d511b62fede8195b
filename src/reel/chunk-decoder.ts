import { fail, type OutcomeOf } from '#core/outcome-of.ts';
import type { DecodeAnswer, DecodeRequest } from './decode-worker.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

export interface ChunkDecoder {
  readonly decode: (
    bytes: Uint8Array<ArrayBuffer>,
    sha256: string,
  ) => Promise<OutcomeOf<readonly RecordedEvent[]>>;
  readonly stop: () => void;
}

/** A worker that decodes chunks, asked by promise. */
export function startDecoder(): ChunkDecoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (outcome: DecodeAnswer['outcome']) => void>();
  let asked = 0;
  worker.onmessage = ({ data }: MessageEvent<DecodeAnswer>) => {
    waiting.get(data.id)?.(data.outcome);
    waiting.delete(data.id);
  };
  worker.onerror = () => {
    const outcome: DecodeAnswer['outcome'] = fail({
      path: 'chunk',
      sentence: 'this browser could not start the decoder',
    });
    for (const answer of waiting.values()) answer(outcome);
    waiting.clear();
  };
  return {
    decode: (bytes, sha256) =>
      new Promise((resolve) => {
        asked += 1;
        waiting.set(asked, resolve);
        worker.postMessage({ id: asked, bytes, sha256 } satisfies DecodeRequest);
      }),
    stop: () => worker.terminate(),
  };
}
