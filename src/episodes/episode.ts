import type { Box, Point, Selector } from '#core/action.ts';
import type { Purpose } from '#core/consent.ts';
import type { Evidence } from '#core/keystroke.ts';
import type { Decision } from '#core/review.ts';
import type { Outcome } from '#core/task.ts';

/** One approved task as a training example. What isn't known is absent. Times are whole ms. */
export interface Episode {
  readonly format: 'episode/1';
  readonly id: string;
  readonly task: {
    readonly instruction: string;
    readonly instruction_source: 'annotator';
    readonly intent: {
      readonly id: string;
      readonly slug: string;
      readonly title: string;
      readonly label_set_version: number;
    };
    readonly outcome?: Outcome;
  };
  /** In ms of the session; every other time counts from `start_ms`. */
  readonly boundaries: { readonly start_ms: number; readonly end_ms: number };
  readonly env?: { readonly viewport: { readonly width: number; readonly height: number } };
  readonly site?: { readonly origin: string; readonly registrable_domain?: string };
  readonly steps: readonly EpisodeStep[];
  readonly obs_final?: { readonly url: string; readonly title?: string };
  readonly provenance: EpisodeProvenance;
}

export interface EpisodeStep {
  readonly i: number;
  readonly t_ms: number;
  readonly t_end_ms: number;
  readonly tab: number;
  readonly action: EpisodeAction;
  readonly target?: EpisodeTarget;
  /** True when the element was not in the rebuilt page. */
  readonly target_lost?: boolean;
  /** The page as it stood when the action began. */
  readonly obs_before: {
    readonly t_ms: number;
    readonly url: string;
    readonly title?: string;
    readonly scroll?: Point;
  };
  /** The page change that came right after. */
  readonly effect?: { readonly url: string };
  readonly evidence: { readonly events: readonly [number, number]; readonly kind: Evidence };
}

export type EpisodeModifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

/** CSS px in the viewport. */
export type EpisodeAction = { readonly modifiers?: readonly EpisodeModifier[] } & (
  | {
      readonly type: 'goto' | 'back' | 'forward' | 'reload' | 'tab_new' | 'tab_focus';
      readonly url: string;
    }
  | { readonly type: 'click' | 'dblclick' | 'tripleclick' | 'contextmenu'; readonly point?: Point }
  | {
      readonly type: 'type';
      readonly text?: string;
      readonly final_value?: string;
      /** True when the field's content was withheld: no text and no value are given. */
      readonly masked?: boolean;
    }
  | { readonly type: 'press'; readonly keys: string }
  | { readonly type: 'select_option'; readonly option: string }
  | { readonly type: 'set_checked'; readonly checked: boolean }
  | {
      readonly type: 'scroll';
      readonly scroll: {
        readonly dx: number;
        readonly dy: number;
        readonly to: Point;
        /** The node that scrolled, where it was not the page. */
        readonly container?: number;
      };
    }
  | { readonly type: 'drag'; readonly from: Point; readonly point: Point }
  | { readonly type: 'copy' | 'paste'; readonly length?: number }
  /** Files were chosen; which ones is never told. */
  | { readonly type: 'upload'; readonly count: number }
  | { readonly type: 'submit' }
);

/** The element as it stood before the action; `matches` was counted on the page at that time. */
export interface EpisodeTarget {
  readonly node_id: number;
  readonly tag: string;
  readonly role?: string;
  readonly name?: string;
  readonly text?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly selectors: readonly Selector[];
  readonly bbox?: Box;
  readonly retargeted_from?: number;
}

export interface EpisodeProvenance {
  readonly session_id: string;
  readonly contributor: string;
  readonly annotator: string;
  /** Which submission of the annotator this is. */
  readonly revision: number;
  readonly reviews: readonly {
    readonly reviewer: string;
    readonly revision: number;
    readonly decision: Decision;
  }[];
  readonly consent: { readonly purposes: readonly Purpose[]; readonly notice_version: number };
  readonly recording_format: number;
  readonly extractor: string;
  /** Of the recorded chunks that the task touches. */
  readonly source_sha256: readonly string[];
  /** Of the canonical JSON of the episode without this field. */
  readonly episode_sha256: string;
}
