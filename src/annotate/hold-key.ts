/** Tells when a key that was pressed comes up again, or can no longer be known to be down. */

export type HoldEnd = 'released' | 'lost';
export type HoldKey = (chord: string, onend: (end: HoldEnd) => void) => void;

export const holdKey: HoldKey = (chord, onend) => {
  const key = chord.split(/\+(?!$)/).at(-1)!;
  const stop = new AbortController();
  const { signal } = stop;
  const end = (how: HoldEnd) => {
    stop.abort();
    onend(how);
  };
  addEventListener(
    'keyup',
    (event) => (event.key === ' ' ? 'space' : event.key.toLowerCase()) === key && end('released'),
    { capture: true, signal },
  );
  addEventListener('blur', () => end('lost'), { signal });
  addEventListener('pagehide', () => end('lost'), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && end('lost'), { signal });
};
