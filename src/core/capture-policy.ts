import type { FieldFidelity } from './field-fidelity.ts';

/** The newest form of a capture policy this code reads and writes. */
export const policyFormat = 1;

/**
 * What a project's recorders may tell of a page. Everything it does not name is masked. Secrets
 * (passwords, one-time codes, cards, hidden inputs, file names, clipboard) stay out whatever it says.
 */
export interface CapturePolicy {
  readonly format: typeof policyFormat;
  /** Words and phrases of the interface, told as they are wherever the interface shows them. */
  readonly vocabulary: readonly string[];
  /** CSS selectors of parts whose text is interface whatever it says. */
  readonly keepText: readonly string[];
  /** Fields by CSS selector; the first that matches decides. */
  readonly fields: readonly {
    readonly selector: string;
    readonly fidelity: FieldFidelity;
  }[];
  /** The fidelity of every other field. */
  readonly fieldDefault: FieldFidelity;
  /** CSS selectors of parts that are replaced by an empty box of their size. */
  readonly block: readonly string[];
  /** Times are rounded down to a multiple of this; 1 keeps them as they are. Typing rhythm
   * identifies people. */
  readonly timeQuantumMs: number;
}

/** Interface words only, keys by class, exact times. */
export const defaultCapturePolicy: CapturePolicy = {
  format: policyFormat,
  vocabulary: [],
  keepText: [],
  fields: [],
  fieldDefault: 'class',
  block: [],
  timeQuantumMs: 1,
};
