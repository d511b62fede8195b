/** The reaction lag of one person, kept in this browser. */
import { LagMeter } from '#annotate/lag-meter.svelte.ts';
import type { UserId } from '#core/ids.ts';
import { epochMs } from '#core/time.ts';
import { keysOf } from '#keys/keymap.svelte.ts';
import { keyCaps } from '#ui/key-caps.ts';
import { recall, remember } from '#ui/remembered.ts';

export function openLagMeter(person: UserId): LagMeter {
  const key = `reaction lag ${person}`;
  return new LagMeter({
    kept: recall(key),
    keep: (text) => remember(key, text),
    timers: {
      set: (run, delayMs) => setTimeout(run, delayMs),
      clear: (timer) => clearTimeout(timer as number),
    },
    clock: () => performance.now(),
    now: () => epochMs(Date.now()),
    random: Math.random,
    key: () => keyCaps(keysOf('cut')),
  });
}
