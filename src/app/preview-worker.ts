/** Reads a preview off the page's thread. */
import type { PreviewMaterial } from './preview-messages.ts';
import { readPreview } from './read-preview.ts';

addEventListener('message', ({ data }: MessageEvent<PreviewMaterial>) => {
  void readPreview(data).then((read) => postMessage(read));
});
