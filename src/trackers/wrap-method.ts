import type { Tracker } from './listen.ts';

type ResultOf<Method> = Method extends (...args: never[]) => infer Result ? Result : never;

/**
 * Hears of every call of a method after it was made, without changing what it does. Stopping puts the
 * method back, unless another script has wrapped ours since: taking it out would break theirs.
 */
export function wrapMethod<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  afterwards: (result: ResultOf<Owner[Name]>) => void,
): Tracker {
  const original = owner[name];
  if (typeof original !== 'function') return { stop: () => undefined };
  let heard = true;
  const wrapped = function (this: unknown, ...args: unknown[]) {
    const result = original.apply(this, args);
    try {
      if (heard) afterwards(result);
    } catch {
      // The page's own act is done and must not be disturbed.
    }
    return result;
  };
  try {
    owner[name] = wrapped as Owner[Name];
  } catch {
    // A page that froze the object keeps it as it is.
  }
  return {
    stop: () => {
      heard = false;
      if (owner[name] === wrapped) owner[name] = original;
    },
  };
}
