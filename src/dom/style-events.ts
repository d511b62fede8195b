/** What rrweb tells of style sheets changed by script, and of sounds and films. */
import type { incrementalSource } from './rrweb-events.ts';

/** `index` is a path where rules hold rules; none means the front. */
export interface StyleRuleData {
  readonly source: typeof incrementalSource.styleSheetRule;
  /** Of the element that owns the sheet, or else `styleId` of a sheet made by script. */
  readonly id?: number;
  readonly styleId?: number;
  readonly adds?: readonly {
    readonly rule: string;
    readonly index?: number | readonly number[];
  }[];
  readonly removes?: readonly { readonly index: number | readonly number[] }[];
  readonly replace?: string;
  readonly replaceSync?: string;
}

export interface StyleDeclarationData {
  readonly source: typeof incrementalSource.styleDeclaration;
  readonly id?: number;
  readonly styleId?: number;
  readonly index: readonly number[];
  readonly set?: {
    readonly property: string;
    readonly value: string | null;
    readonly priority?: string;
  };
  readonly remove?: { readonly property: string };
}

/** Which sheets made by script a document or shadow root uses from now on. */
export interface AdoptedStylesData {
  readonly source: typeof incrementalSource.adoptedStyleSheet;
  readonly id: number;
  readonly styleIds: readonly number[];
  /** Sheets that were not told of before. */
  readonly styles?: readonly {
    readonly styleId: number;
    readonly rules: readonly {
      readonly rule: string;
      readonly index?: number | readonly number[];
    }[];
  }[];
}

/** `type`: 0 plays, 1 pauses, 2 seeked, 3 volume, 4 rate. */
export interface MediaData {
  readonly source: typeof incrementalSource.mediaInteraction;
  readonly type: number;
  readonly id: number;
  readonly currentTime?: number;
  readonly volume?: number;
  readonly muted?: boolean;
  readonly loop?: boolean;
  readonly playbackRate?: number;
}
