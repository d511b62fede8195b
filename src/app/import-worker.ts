/** Checks and cuts one recording file off the page's thread; each chunk waits until it is asked for. */
import { ingestRecording } from '#ingest/ingest-recording.ts';
import type { Progress } from '#ingest/recording-source.ts';
import type { FromWorker, ToWorker } from './import-messages.ts';
import { sourceOfFile } from './source-of-file.ts';

let goOn: () => void = () => undefined;
let told = -1;

const say = (message: FromWorker) => postMessage(message);

function sayAndWait(message: FromWorker): Promise<void> {
  const asked = new Promise<void>((resolve) => (goOn = resolve));
  say(message);
  return asked;
}

/** A file has many thousand slices; a person sees some two hundred steps. */
function onProgress(progress: Progress): void {
  const step = Math.floor((200 * progress.done) / Math.max(1, progress.total));
  if (step === told) return;
  told = step;
  say({ kind: 'progress', progress });
}

async function read(file: File): Promise<void> {
  try {
    const read = await ingestRecording(
      sourceOfFile(file),
      {
        begin: (head) => sayAndWait({ kind: 'opened', head }),
        write: (chunk) => sayAndWait({ kind: 'chunk', chunk }),
      },
      { onProgress },
    );
    say(read.ok ? { kind: 'end' } : { kind: 'refused', problems: read.problems });
  } catch (error) {
    say({ kind: 'crashed', sentence: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') void read(data.file);
  else goOn();
});
