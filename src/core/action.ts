import type { Evidence } from './keystroke.ts';
import type { Span } from './time.ts';

/** Kinds as in `episode/1`. */
export const actionKinds = [
  'goto',
  'back',
  'forward',
  'reload',
  'click',
  'dblclick',
  'tripleclick',
  'contextmenu',
  'type',
  'press',
  'select_option',
  'set_checked',
  'scroll',
  'drag',
  'copy',
  'paste',
  'upload',
  'submit',
  'tab_new',
  'tab_focus',
] as const;

export type ActionKind = (typeof actionKinds)[number];

/** CSS px in the viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** CSS px in the viewport. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** One way to find the target again, with how many nodes it matched when the action began. */
export interface Selector {
  readonly kind: 'role' | 'testid' | 'css' | 'xpath';
  readonly value: string;
  readonly matches: number;
}

/** The element an action was done to, as it stood before the action. */
export interface Target {
  readonly node: number;
  readonly role?: string;
  readonly name?: string;
  readonly tag: string;
  readonly text?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly selectors: readonly Selector[];
  /** Where it stood; only our own recorder tells. */
  readonly box?: Box;
  /** The node the event named, when the action was moved to its interactive ancestor. */
  readonly retargetedFrom?: number;
}

/** Where the page stood when the action began. */
export interface PageState {
  readonly url: string;
  readonly title?: string;
  readonly scroll?: Point;
}

interface ActionBase extends Span {
  readonly tab: number;
  readonly page: PageState;
  readonly target?: Target;
  /** True when the node was not in the rebuilt page, so no target can be told. */
  readonly targetLost?: boolean;
  readonly modifiers?: number;
  /** Indices of the first and last recorded event it was made from. */
  readonly events: readonly [number, number];
  readonly evidence: Evidence;
}

/** One agent-level step derived from events. */
export type Action = ActionBase &
  (
    | { readonly kind: 'goto'; readonly url: string }
    | { readonly kind: 'back' | 'forward' | 'reload'; readonly url: string }
    | {
        readonly kind: 'click' | 'dblclick' | 'tripleclick' | 'contextmenu';
        readonly point?: Point;
        /** The page change that came right after. */
        readonly leadsTo?: string;
      }
    | {
        readonly kind: 'type';
        /** What the keys added up to; absent when masked, empty when they only took away. */
        readonly text?: string;
        /** The field's whole value afterwards; absent when masked or unknown. */
        readonly finalValue?: string;
        readonly masked?: boolean;
      }
    | { readonly kind: 'press'; readonly keys: string }
    | { readonly kind: 'select_option'; readonly option: string }
    | { readonly kind: 'set_checked'; readonly checked: boolean }
    | {
        readonly kind: 'scroll';
        readonly dx: number;
        readonly dy: number;
        readonly to: Point;
      }
    | { readonly kind: 'drag'; readonly from: Point; readonly point: Point }
    | { readonly kind: 'copy' | 'paste'; readonly length?: number }
    /** Files chosen for the page, by count. */
    | { readonly kind: 'upload'; readonly count: number }
    | { readonly kind: 'submit'; readonly leadsTo?: string }
    /** A tab that opened, or that was shown again. */
    | { readonly kind: 'tab_new' | 'tab_focus'; readonly url: string }
  );
