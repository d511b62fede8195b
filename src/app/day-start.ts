import { epochMs, type EpochMs } from '#core/time.ts';

/** When today began where the person is. */
export const dayStart = (): EpochMs => epochMs(new Date().setHours(0, 0, 0, 0));
