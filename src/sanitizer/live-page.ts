import type { FieldFidelity } from '#core/field-fidelity.ts';

/** The page's own facts, asked while an event is cleaned. */
export interface LivePage {
  /** Of the field or editable region this node is in; secrets are `none`. */
  fidelityOf(id: number): FieldFidelity;
  /** Inside a part that the policy's `keepText` names. */
  keepsText(id: number): boolean;
  /** Inside a part that the policy's `block` names. */
  isBlocked(id: number): boolean;
  /** The natural size of an image, video or canvas, with no layout forced. */
  sizeOf(id: number): { width: number; height: number } | undefined;
}
