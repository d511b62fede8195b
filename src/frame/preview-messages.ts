import type { Ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';

/** First word of the preview to its parent, and of the app to the preview; the latter brings the port. */
export const previewIsUp = 'tasktape/preview-is-up@1';
export const hereIsThePort = 'tasktape/here-is-the-preview-port@1';

/** App to preview: all there is to show, a snapshot among the first. */
export interface ToPreview {
  readonly kind: 'show';
  readonly events: readonly RecordedEvent[];
  /** When in the session the first of them happened. */
  readonly beginsMs: Ms;
  /** Runs at once, where the person has not asked for less motion. */
  readonly plays: boolean;
  /** The theme a person chose; absent for the system's. */
  readonly theme: 'light' | 'dark' | undefined;
}

/** Preview to app. */
export type FromPreview =
  | { readonly kind: 'shown' }
  /** Escape was pressed in the preview, where the app can't hear it. */
  | { readonly kind: 'escape' }
  | { readonly kind: 'failed'; readonly sentence: string };
