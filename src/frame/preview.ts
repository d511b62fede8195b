/** Starts the document of a preview: rrweb's own player with its own controls. It listens to its
 * parent alone, on the origin named in its own address, and takes one port from it. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import playerCss from 'rrweb-player/dist/style.css?inline';
import tokensCss from '#ui/tokens.css?inline';
import {
  hereIsThePort,
  previewIsUp,
  type FromPreview,
  type ToPreview,
} from './preview-messages.ts';
import { PreviewPlayer } from './preview-player.ts';
import previewCss from './preview.css?inline';

const appOrigin = decodeURIComponent(location.hash.slice(1));

function open(port: MessagePort): void {
  const say = (message: FromPreview) => port.postMessage(message);
  port.onmessage = ({ data }: MessageEvent<ToPreview>) => {
    if (data.theme !== undefined) document.documentElement.dataset['theme'] = data.theme;
    try {
      const player = new PreviewPlayer(document.body, data.events, data.beginsMs);
      if (data.plays && !matchMedia('(prefers-reduced-motion: reduce)').matches) player.play();
      say({ kind: 'shown' });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      say({ kind: 'failed', sentence: `The page could not be rebuilt: ${why}` });
    }
  };
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') say({ kind: 'escape' });
  });
}

function greet(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== parent || event.origin !== appOrigin) return;
  if (event.data !== hereIsThePort || port === undefined) return;
  removeEventListener('message', greet);
  open(port);
}

if (parent !== window && URL.canParse(appOrigin)) {
  // The policy of this document refuses linked stylesheets and letters.
  const style = document.createElement('style');
  const face = `@font-face { font-family: 'Inter Variable'; font-weight: 100 900; src: url(${inter}); }`;
  style.textContent = [face, playerCss, tokensCss, previewCss].join('\n');
  document.head.append(style);
  addEventListener('message', greet);
  addEventListener('unhandledrejection', (event) => {
    // The player starts and stops recorded media, which are not in the recording.
    if (event.reason instanceof DOMException) event.preventDefault();
  });
  parent.postMessage(previewIsUp, appOrigin);
}
