import type { Fidelity } from './plugin-events.ts';

/** How much of a field may be recorded. `none`: neither keys nor value, not even a length. */
export type FieldFidelity = Fidelity | 'none';
