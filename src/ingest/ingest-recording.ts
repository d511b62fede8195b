import type { OutcomeOf } from '#core/outcome-of.ts';
import { fail, succeed } from '#core/outcome-of.ts';
import type { MadeChunk, RecordingHead } from '#core/recording.ts';
import { BurstCount } from './burst-count.ts';
import { checkRecording, type CheckedRecording } from './check-recording.ts';
import { ChunkMaker } from './chunk-maker.ts';
import type { AbortSignalLike, Progress, RecordingSource } from './recording-source.ts';
import { Refusal } from './refusal.ts';

export type { AbortSignalLike, Progress, RecordingSource } from './recording-source.ts';

export interface RecordingSummary extends RecordingHead {
  readonly chunks: number;
  /** Of all chunks, as stored. */
  readonly bytes: number;
  readonly actions: number;
  readonly bursts: number;
}

/** Where chunks go. `begin` comes once, and only after the whole file proved replayable. */
export interface ChunkSink {
  begin(head: RecordingHead): Promise<void>;
  write(chunk: MadeChunk): Promise<void>;
}

export interface IngestOptions {
  onProgress?(progress: Progress): void;
  signal?: AbortSignalLike;
}

/** Reads an untrusted file twice, once to check and once to store it, in bounded memory. */
export async function ingestRecording(
  source: RecordingSource,
  sink: ChunkSink,
  options: IngestOptions = {},
): Promise<OutcomeOf<RecordingSummary>> {
  const reading = (phase: Progress['phase']) => ({
    signal: options.signal,
    onFileBytes: (_: Uint8Array, done: number) =>
      options.onProgress?.({ phase, done, total: source.size }),
  });
  try {
    const checked = await checkRecording(source, reading('checking'));
    const head = headOf(checked);
    await sink.begin(head);
    const totals = { chunks: 0, bytes: 0, actions: 0 };
    const bursts = new BurstCount();
    const write = async (chunks: readonly MadeChunk[]) => {
      for (const chunk of chunks) {
        await sink.write(chunk);
        totals.chunks += 1;
        totals.bytes += chunk.bytes.length;
        totals.actions += chunk.track.actions.length;
        bursts.add(chunk.track.keystrokes);
      }
    };
    const maker = new ChunkMaker(checked.plan, checked.head.mode);
    for await (const batch of checked.mended(reading('storing')))
      for (const mended of batch) await write(maker.push(mended));
    await write(maker.finish());
    return succeed({ ...head, ...totals, bursts: bursts.count });
  } catch (error) {
    if (error instanceof Refusal) return fail(...error.problems);
    throw error;
  }
}

function headOf({ sourceSha256, plan, head, viewport, repairs }: CheckedRecording): RecordingHead {
  const { startUrl, title, pages, keystrokes } = head;
  const { startedAt, durationMs, events, activity, gaps } = plan;
  return {
    sourceSha256,
    startedAt,
    durationMs,
    startUrl,
    title,
    events,
    pages,
    keystrokes,
    activity,
    ...(viewport !== undefined && { viewport }),
    repairs,
    gaps,
  };
}
