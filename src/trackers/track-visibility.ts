/** Whether the tab is shown and has the keyboard, each time that changes. */
import type { VisibilityPayload } from '#core/plugin-events.ts';
import { listen, stopAll, type Tracker } from './listen.ts';

interface VisibilitySources {
  readonly window: Window;
  readonly emit: (payload: VisibilityPayload) => void;
}

export function trackVisibility({ window, emit }: VisibilitySources): Tracker {
  const { document } = window;
  let last: VisibilityPayload | undefined;
  const tell = () => {
    const visible = document.visibilityState === 'visible';
    const focused = document.hasFocus();
    if (last?.visible === visible && last.focused === focused) return;
    last = { visible, focused };
    emit(last);
  };
  tell();
  return stopAll([
    listen(document, 'visibilitychange', tell),
    listen(window, 'focus', (event) => event.target === window && tell()),
    listen(window, 'blur', (event) => event.target === window && tell()),
  ]);
}
