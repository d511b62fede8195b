/** Decodes chunks beside the page, so that a large one never stalls what a person is doing. */
import type { OutcomeOf } from '#core/outcome-of.ts';
import { decodeChunk } from './decode-chunk.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

export interface DecodeRequest {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
}

export interface DecodeAnswer {
  readonly id: number;
  readonly outcome: OutcomeOf<readonly RecordedEvent[]>;
}

addEventListener('message', async ({ data }: MessageEvent<DecodeRequest>) => {
  const outcome = await decodeChunk(data.bytes, data.sha256);
  postMessage({ id: data.id, outcome } satisfies DecodeAnswer);
});
