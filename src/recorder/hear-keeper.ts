import type { FromKeeper } from '#delivery/keeper-messages.ts';

/** What is done at each thing a keeper says. */
export type Ears = {
  readonly [Kind in FromKeeper['kind']]: (
    message: Extract<FromKeeper, { readonly kind: Kind }>,
  ) => unknown;
};

export function hear(ears: Ears, message: FromKeeper): void {
  (ears[message.kind] as (message: FromKeeper) => void)(message);
}
