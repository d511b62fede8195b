import type { Line } from '#delivery/line.ts';

/** Both ends of a line. What is sent arrives later, in order, unless an end was closed. */
export function linePair<A, B>(): { readonly near: Line<A, B>; readonly far: Line<B, A> } {
  const toFar: { hear?: (message: A) => void; early: A[] } = { early: [] };
  const toNear: { hear?: (message: B) => void; early: B[] } = { early: [] };
  let open = true;
  const end = <Out, In>(
    out: { hear?: (message: Out) => void; early: Out[] },
    into: { hear?: (message: In) => void; early: In[] },
  ): Line<Out, In> => ({
    send(message) {
      queueMicrotask(() => {
        if (!open) return;
        if (out.hear) out.hear(message);
        else out.early.push(message);
      });
    },
    listen(hear) {
      into.hear = hear;
      for (const message of into.early.splice(0)) hear(message);
    },
    close: () => void (open = false),
  });
  return { near: end(toFar, toNear), far: end(toNear, toFar) };
}
