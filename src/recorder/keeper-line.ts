/** A page's line to a keeper of its own: in a worker, or where the page's content security policy
 * forbids one, on the page's thread when it has nothing else to do. */
import type { FromKeeper, RecorderSettings, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import keeperProgram from './keeper-program.ts?program';
import { openIdleLine } from './idle-line.ts';

export function openKeeperLine(settings: RecorderSettings): Line<ToKeeper, FromKeeper> {
  let hear: ((message: FromKeeper) => void) | undefined;
  let waiting: ToKeeper[] | undefined = [];
  let fallback: Line<ToKeeper, FromKeeper> | undefined;
  const worker = startWorker(settings);

  const fallBack = () => {
    if (waiting === undefined) return;
    fallback = openIdleLine((line) => keeperProgram().serve(line, settings));
    fallback.listen((message) => hear?.(message));
    connected((message) => fallback?.send(message));
  };
  const connected = (send: (message: ToKeeper) => void) => {
    const held = waiting ?? [];
    waiting = undefined;
    held.forEach(send);
  };

  if (worker === undefined) fallBack();
  else {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fallBack();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromKeeper | 'ready'>) => {
      if (data === 'ready') connected((message) => worker.postMessage(message));
      else hear?.(data);
    });
  }

  return {
    send(message) {
      if (waiting) waiting.push(message);
      else if (fallback) fallback.send(message);
      else worker?.postMessage(message);
    },
    listen(listener) {
      hear = listener;
    },
    /** Nothing more is heard; the keeper goes on sending what it has for as long as the page lives. */
    close() {
      hear = undefined;
    },
  };
}

function startWorker(settings: RecorderSettings): Worker | undefined {
  const given = JSON.stringify(settings);
  const source = `(${keeperProgram.toString()})().serveWorker(self, ${given})`;
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    const worker = new Worker(url, { name: 'tasktape-keeper' });
    for (const type of ['message', 'error'])
      worker.addEventListener(type, () => URL.revokeObjectURL(url), { once: true });
    return worker;
  } catch {
    return undefined;
  }
}
