/** rrweb's event model as far as Tasktape reads it; what it does not read passes through as data. */
import type {
  AdoptedStylesData,
  MediaData,
  StyleDeclarationData,
  StyleRuleData,
} from './style-events.ts';

export const eventType = {
  domContentLoaded: 0,
  load: 1,
  fullSnapshot: 2,
  incremental: 3,
  meta: 4,
  custom: 5,
  plugin: 6,
  asset: 7,
  annotation: 8,
} as const;

export const incrementalSource = {
  mutation: 0,
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  viewportResize: 4,
  input: 5,
  touchMove: 6,
  mediaInteraction: 7,
  styleSheetRule: 8,
  canvasMutation: 9,
  font: 10,
  log: 11,
  drag: 12,
  styleDeclaration: 13,
  selection: 14,
  adoptedStyleSheet: 15,
  customElement: 16,
} as const;

export const mouseInteraction = {
  mouseUp: 0,
  mouseDown: 1,
  click: 2,
  contextMenu: 3,
  dblClick: 4,
  focus: 5,
  blur: 6,
  touchStart: 7,
  touchMoveDeparted: 8,
  touchEnd: 9,
  touchCancel: 10,
} as const;

export const nodeType = {
  document: 0,
  documentType: 1,
  element: 2,
  text: 3,
  cdata: 4,
  comment: 5,
} as const;

/** Any event of a recording, known to us or not. */
export interface RecordedEvent {
  readonly type: number;
  readonly data: unknown;
  /** Epoch milliseconds. */
  readonly timestamp: number;
}

export type AttributeValue = string | number | boolean | null;

/** A node as rrweb-snapshot writes it; which fields there are depends on `type`. */
export interface SerializedNode {
  readonly id: number;
  readonly type: number;
  readonly childNodes?: readonly SerializedNode[];
  readonly tagName?: string;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly textContent?: string;
  readonly name?: string;
  readonly isShadow?: boolean;
}

export interface AddedNode {
  readonly parentId: number;
  readonly previousId?: number | null;
  readonly nextId: number | null;
  readonly node: SerializedNode;
}

/** A style attribute may come as a difference: property → value, [value, priority] or false. */
export type StyleChanges = Readonly<Record<string, string | readonly [string, string] | false>>;

export interface MutationData {
  readonly source: typeof incrementalSource.mutation;
  readonly removes: readonly { readonly parentId: number; readonly id: number }[];
  readonly adds: readonly AddedNode[];
  readonly texts: readonly { readonly id: number; readonly value: string | null }[];
  readonly attributes: readonly {
    readonly id: number;
    readonly attributes: Readonly<Record<string, AttributeValue | StyleChanges>>;
  }[];
  /** Adds the document of a frame. */
  readonly isAttachIframe?: boolean;
}

export interface MouseInteractionData {
  readonly source: typeof incrementalSource.mouseInteraction;
  readonly type: number;
  readonly id: number;
  readonly x?: number;
  readonly y?: number;
}

export interface PositionsData {
  readonly source: typeof incrementalSource.mouseMove | 6 | 12;
  readonly positions: readonly {
    readonly x: number;
    readonly y: number;
    readonly id: number;
    readonly timeOffset: number;
  }[];
}

export interface ScrollData {
  readonly source: typeof incrementalSource.scroll;
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface ResizeData {
  readonly source: typeof incrementalSource.viewportResize;
  readonly width: number;
  readonly height: number;
}

export interface InputData {
  readonly source: typeof incrementalSource.input;
  readonly id: number;
  readonly text: string;
  readonly isChecked: boolean;
  readonly userTriggered?: boolean;
}

export interface SelectionData {
  readonly source: typeof incrementalSource.selection;
  readonly ranges: readonly {
    readonly start: number;
    readonly startOffset: number;
    readonly end: number;
    readonly endOffset: number;
  }[];
}

export interface FontData {
  readonly source: typeof incrementalSource.font;
  readonly family: string;
  readonly fontSource: string;
  readonly buffer: boolean;
  readonly descriptors?: object;
}

export interface CustomElementData {
  readonly source: typeof incrementalSource.customElement;
  readonly define?: { readonly name: string };
}

/** Drawing on a canvas: many commands, or one by itself. */
export interface CanvasData {
  readonly source: typeof incrementalSource.canvasMutation;
  readonly id: number;
  readonly commands?: readonly { readonly property: string; readonly args: readonly unknown[] }[];
}

export type IncrementalData =
  | SelectionData
  | FontData
  | CustomElementData
  | CanvasData
  | MutationData
  | MouseInteractionData
  | PositionsData
  | ScrollData
  | ResizeData
  | InputData
  | StyleRuleData
  | StyleDeclarationData
  | AdoptedStylesData
  | MediaData;

export interface FullSnapshotData {
  readonly node: SerializedNode;
  readonly initialOffset?: { readonly top: number; readonly left: number };
}

export interface MetaData {
  readonly href: string;
  readonly width: number;
  readonly height: number;
}

export interface PluginData {
  readonly plugin: string;
  readonly payload: unknown;
}

type Shaped<T extends number, D> = { readonly type: T; readonly data: D };

export type KnownEvent =
  | Shaped<typeof eventType.domContentLoaded | typeof eventType.load, unknown>
  | Shaped<typeof eventType.fullSnapshot, FullSnapshotData>
  | Shaped<typeof eventType.incremental, IncrementalData>
  | Shaped<typeof eventType.meta, MetaData>
  | Shaped<typeof eventType.plugin, PluginData>;

/** Sees a checked event in the shape its type promises; other types fall through a `switch`. */
export const asKnown = (event: RecordedEvent): KnownEvent => event as KnownEvent;
