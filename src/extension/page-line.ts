/** The recorder's line to its keeper, as far as the page goes: it ends at the bridge. */
import type { FromKeeper, ToKeeper } from '#delivery/keeper-messages.ts';
import type { Line } from '#delivery/line.ts';
import { hearDown, sendUp, type FromPageWire } from './wire.ts';

export function openPageLine(): Line<ToKeeper, FromKeeper> {
  let waiting: FromPageWire[] | undefined = [];
  let early: FromKeeper[] = [];
  let hear: ((message: FromKeeper) => void) | undefined;

  const { stop } = hearDown((message) => {
    if (message.kind === 'heard') {
      if (hear) hear(message.message);
      else early.push(message.message);
      return;
    }
    const held = waiting ?? [];
    waiting = undefined;
    held.forEach(sendUp);
  });
  // The browser promises no order among scripts of different worlds: whoever is second says so.
  sendUp({ kind: 'hello' });

  return {
    send: (message) => {
      const wire = toWire(message);
      if (waiting) waiting.push(wire);
      else sendUp(wire);
    },
    listen: (listener) => {
      hear = listener;
      const missed = early;
      early = [];
      missed.forEach(listener);
    },
    close: () => {
      sendUp({ kind: 'bye' });
      stop();
    },
  };
}

function toWire(message: ToKeeper): FromPageWire {
  const wire = { kind: 'say', what: message.kind, text: JSON.stringify(message) } as const;
  if (message.kind !== 'events') return wire;
  return { ...wire, through: message.first + message.events.length - 1 };
}
