import type { Lane } from './lane-marks.ts';

/** Why the lanes of what was typed and done are empty: on its way, or not to be had. */
export interface PendingTrack {
  readonly sentence: string;
  /** Present where it could not be had. */
  readonly retry?: () => void;
}

export const isPending = (lane: Lane): boolean =>
  lane === 'keys' || lane === 'pointer' || lane === 'actions';
