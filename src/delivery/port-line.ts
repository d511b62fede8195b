import type { Line } from './line.ts';

/** A `MessagePort`, a `Worker`, or a worker's own global scope. */
export interface PortLike {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  start?(): void;
  close?(): void;
  terminate?(): void;
}

/** A line over a port. Closing it ends the port, and the worker where it is one. */
export function portLine<Out, In>(port: PortLike): Line<Out, In> {
  const early: In[] = [];
  let hear = (message: In): void => void early.push(message);
  port.onmessage = ({ data }) => hear(data as In);
  port.start?.();
  return {
    send: (message) => port.postMessage(message),
    listen(listener) {
      hear = listener;
      for (const message of early.splice(0)) listener(message);
    },
    close() {
      port.onmessage = null;
      if (port.terminate) port.terminate();
      else port.close?.();
    },
  };
}
