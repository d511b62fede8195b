/** What stands in for keystrokes and actions while they are not here. */
import type { PendingTrack } from '#timeline/pending-track.ts';
import type { Track } from '#core/track.ts';
import type { Loaded } from './loaded.svelte.ts';
import { openingTodo } from './opening-failure.ts';

/** Undefined once they are here. */
export function tellPendingTrack(loaded: Loaded<Track>): PendingTrack | undefined {
  const { state } = loaded;
  switch (state.kind) {
    case 'ready':
      return undefined;
    case 'loading':
      return { sentence: 'Loading keystrokes and actions' };
    case 'failed': {
      const { kind, message } = state.failure;
      const why = kind === 'offline' ? 'The server can’t be reached.' : message;
      return { sentence: `${why} ${openingTodo(kind)}`, retry: () => void loaded.reload() };
    }
  }
}
