/** Dialogs of the browser: that they were shown and accepted, never what was said. */
import type { DialogPayload } from '#core/plugin-events.ts';
import { stopAll, type Tracker } from './listen.ts';
import { wrapMethod } from './wrap-method.ts';

interface DialogSources {
  readonly window: Window;
  readonly emit: (payload: DialogPayload) => void;
}

export function trackDialogs({ window, emit }: DialogSources): Tracker {
  return stopAll([
    wrapMethod(window, 'alert', () => emit({ dialog: 'alert' })),
    wrapMethod(window, 'confirm', (accepted) => emit({ dialog: 'confirm', accepted })),
    wrapMethod(window, 'prompt', (answer) => emit({ dialog: 'prompt', accepted: answer !== null })),
    wrapMethod(window, 'print', () => emit({ dialog: 'print' })),
  ]);
}
