/** A file the browser holds, as ingest reads it. */
import type { RecordingSource } from '#ingest/recording-source.ts';

export function sourceOfFile(file: File): RecordingSource {
  return { name: file.name, size: file.size, open: () => slicesOf(file) };
}

async function* slicesOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
