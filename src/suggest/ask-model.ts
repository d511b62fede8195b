/** What a model of the user's own is asked: what was done in a session, as little of it as serves. No
 * text that was typed or stands on a page as content, no keys, no addresses beyond their path. */

import type { Action, ActionKind, Target } from '#core/action.ts';
import type { Intent } from '#core/label-set.ts';
import type { NotWork } from '#core/not-work.ts';
import { overlaps, type Ms, type Span } from '#core/time.ts';
import type { Track } from '#core/track.ts';

export const askFormat = 'tasktape/suggest-request/1';

/** As in `public/suggest-request.schema.json`. */
export interface ModelQuestion {
  readonly format: typeof askFormat;
  readonly durationMs: number;
  readonly pages: readonly {
    readonly tab: number;
    readonly startsMs: number;
    readonly endsMs: number;
    readonly address: string;
  }[];
  readonly actions: readonly {
    readonly tab: number;
    readonly startsMs: number;
    readonly endsMs: number;
    readonly kind: ActionKind;
    readonly role?: string;
    readonly name?: string;
  }[];
  readonly intents: readonly { readonly slug: string; readonly title: string }[];
}

export function askModel(
  { actions, pages }: Pick<Track, 'actions' | 'pages'>,
  durationMs: Ms,
  intents: readonly Intent[],
  notWork: readonly NotWork[],
): ModelQuestion {
  const isWork = (span: Span) => !notWork.some((stretch) => touches(stretch, span));
  return {
    format: askFormat,
    durationMs,
    pages: pages.filter(isWork).map(({ tab, startsMs, endsMs, url }) => ({
      tab,
      startsMs,
      endsMs,
      address: addressOf(url),
    })),
    actions: actions.filter(isWork).map((action) => ({
      tab: action.tab,
      startsMs: action.startsMs,
      endsMs: action.endsMs,
      kind: action.kind,
      ...tellTarget(action),
    })),
    intents: intents.map(({ slug, title }) => ({ slug, title })),
  };
}

const touches = (stretch: Span, span: Span) =>
  overlaps(stretch, span) ||
  (span.startsMs === span.endsMs &&
    stretch.startsMs <= span.startsMs &&
    span.startsMs < stretch.endsMs);

/** Origin and path: what is asked for and what is after `#` may name a person. */
function addressOf(url: string): string {
  const found = /^(https?:\/\/)(?:[^/?#@]*@)?([^/?#]*)([^?#]*)/.exec(url);
  return found ? `${found[1]}${found[2]}${found[3]}` : '';
}

/** What the interface calls its own parts; links, cells, choices and the like bear the names of things. */
const ofInterface = new Set([
  'button',
  'menuitem',
  'tab',
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
]);

function tellTarget({ target }: Action): { readonly role?: string; readonly name?: string } {
  if (target === undefined) return {};
  const role = roleOf(target);
  const name = ofInterface.has(role) ? plainName(target.name ?? '') : '';
  return { role, ...(name && { name }) };
}

const roleOf = ({ role, tag }: Target) => role ?? tag;

/** Digits and addresses for e-mail are never the interface's own words. */
const plainName = (name: string) =>
  name
    .replace(/\S+@\S+/g, '…')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 60);
