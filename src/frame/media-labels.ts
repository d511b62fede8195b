import type { MediaState, ReplayerAdapter } from './replayer-adapter.ts';
import { pictureOfWords } from './picture-of-words.ts';

/** Says on each film, which is not in the recording, whether it played and how far it was. */
export class MediaLabels {
  draw({ media, builtAt }: ReplayerAdapter, at: number): void {
    for (const [element, state] of media) {
      if (element.localName !== 'video' || !element.isConnected) continue;
      const words = pictureOfWords(wordsOn(state, at - builtAt));
      if (element.getAttribute('poster') !== words) element.setAttribute('poster', words);
    }
  }
}

/** `passedMs` since the page was built. */
function wordsOn(state: MediaState, passedMs: number): string {
  const runs = state.isPlaying ? (passedMs - state.lastInteractionTimeOffset) / 1000 : 0;
  const seconds = Math.max(0, state.currentTimeAtLastInteraction + runs * state.playbackRate);
  const minutes = Math.floor(seconds / 60);
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return `Film, not recorded: ${state.isPlaying ? 'playing' : 'paused'} at ${minutes}:${rest}`;
}
