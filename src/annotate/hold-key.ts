/** Tells when a key that was pressed comes up again, or can no longer be known to be down. */

import { chordsOfPress } from '#keys/press-chords.ts';
import { onApple } from '#ui/key-caps.ts';

export type HoldEnd = 'released' | 'lost';
export type HoldKey = (chord: string, onend: (end: HoldEnd) => void) => void;

export const holdKey: HoldKey = (chord, onend) => {
  const key = keyOf(chord);
  const stop = new AbortController();
  const { signal } = stop;
  const end = (how: HoldEnd) => {
    stop.abort();
    onend(how);
  };
  addEventListener(
    'keyup',
    (event) => {
      const isUp = chordsOfPress(event, onApple).some((up) => keyOf(up) === key);
      // While ⌘ is down, no other key tells that it came up.
      if (isUp || (event.key === 'Meta' && key !== chord)) end('released');
    },
    { capture: true, signal },
  );
  addEventListener('blur', () => end('lost'), { signal });
  addEventListener('pagehide', () => end('lost'), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && end('lost'), { signal });
};

const keyOf = (chord: string) => chord.split(/\+(?!$)/).at(-1)!;
