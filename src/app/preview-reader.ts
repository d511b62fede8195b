/** Reads a preview in a worker, so that a large one never stalls the page. */
import type { PreviewMaterial, ReadPreview } from './preview-messages.ts';

export function readPreviewApart(
  material: PreviewMaterial,
  signal: AbortSignal,
): Promise<ReadPreview> {
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module' });
  signal.addEventListener('abort', () => worker.terminate());
  return new Promise<ReadPreview>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ReadPreview>) => resolve(data);
    worker.onerror = () => reject(new Error('This browser could not read the recording.'));
    worker.postMessage(material);
  }).finally(() => worker.terminate());
}
