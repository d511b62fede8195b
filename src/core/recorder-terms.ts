import type { CapturePolicy } from './capture-policy.ts';
import type { Purpose } from './consent.ts';

/** On what terms a project records: what a person is told before they answer, and what binds the
 * recorder. */
export interface RecorderTerms {
  readonly project: string;
  readonly notice: {
    readonly version: number;
    readonly text: string;
    readonly purposes: readonly Purpose[];
  };
  readonly policy: {
    readonly version: number;
    /** SHA-256, in hex, of the policy as the database holds it; it stands on the session. */
    readonly sha256: string;
    readonly rules: CapturePolicy;
  };
  /** Origins, such as `https://desk.example`. Elsewhere nothing is emitted. */
  readonly sites: readonly string[];
  /** How long the contributor alone may look at and cut a recording, in hours. */
  readonly previewHours: number;
}
