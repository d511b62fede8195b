/** Files that a person gives to the page or takes from it: how many, never which. */
import type { TransferPayload } from '#core/plugin-events.ts';
import { listen, stopAll, type Tracker } from './listen.ts';
import { originOf } from './page-facts.ts';

interface TransferSources {
  readonly target: EventTarget;
  readonly emit: (payload: TransferPayload) => void;
}

export function trackTransfers({ target, emit }: TransferSources): Tracker {
  const chosen = listen(target, 'change', (event) => {
    const count = (originOf(event) as Partial<HTMLInputElement> | undefined)?.files?.length ?? 0;
    if (count > 0) emit({ act: 'upload', count });
  });
  const dropped = listen<DragEvent>(target, 'drop', (event) => {
    const count = event.dataTransfer?.files.length ?? 0;
    if (event.isTrusted && count > 0) emit({ act: 'upload', count });
  });
  const clicked = listen(target, 'click', (event) => {
    if (originOf(event)?.closest('a[download]')) emit({ act: 'download', count: 1 });
  });
  return stopAll([chosen, dropped, clicked]);
}
