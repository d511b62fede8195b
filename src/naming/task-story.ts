/** What a stretch of actions came to: what was looked for, which things were seen, what was changed on
 * them and how that was brought to an end. What was given up again is left out. */

import type { Action } from '#core/action.ts';
import { contains, type Span } from '#core/time.ts';
import { isMaking, thingOf } from './thing-of.ts';

export interface Change {
  readonly field: string;
  /** Absent where it was withheld, or is not known. */
  readonly value?: string;
}

/** What was done to one thing and ended with one press of a button. */
export interface Deed {
  /** The button’s words, such as `Save`; absent where nothing was pressed. */
  readonly act?: string;
  /** What the page was about. */
  readonly thing?: string;
  readonly changes: readonly Change[];
}

export interface TaskStory {
  readonly searched: readonly string[];
  /** What the pages that were opened are about, in order. */
  readonly seen: readonly string[];
  readonly deeds: readonly Deed[];
  /** What a list was narrowed to or sorted by. */
  readonly narrowed: readonly string[];
}

const leaving =
  /^(close|cancel|discard|dismiss|go back|undo)\b(?!.*\b(order|booking|plan|item)\b)/i;
const passing =
  /^(ok|okay|yes|no|next|previous|continue|back|skip|menu|more|edit|open|view|show|hide|search|filter|sort|expand|collapse|copy|details|home|login|log in|help)\b/i;
/** How many a list would hold, right behind the words of its tab. */
const counted = /(?<=\p{L})\d+$/u;
const searching = /search|find|filter|look ?up/i;

/** Of the actions that begin within `span`. */
export function tellTask(actions: readonly Action[], span: Span): TaskStory {
  const searched: string[] = [];
  const seen: string[] = [];
  const narrowed: string[] = [];
  let deeds: Deed[] = [];
  let changes = new Map<string, Change>();
  let changed: string | undefined;
  const see = (thing: string | undefined) => {
    if (thing !== undefined && seen.at(-1) !== thing) seen.push(thing);
  };
  const end = (act: string | undefined, thing: string | undefined) => {
    deeds.push({
      changes: [...changes.values()],
      ...(act !== undefined && { act }),
      ...(thing !== undefined && { thing }),
    });
    changes = new Map();
  };
  const giveUp = () => {
    // What opened the form that is left now came to nothing either.
    if (deeds.at(-1)?.changes.length === 0 && changes.size > 0) deeds = deeds.slice(0, -1);
    changes = new Map();
  };

  for (const [index, action] of actions.entries()) {
    if (!contains(span, action.startsMs)) continue;
    const thing = thingOf(action.page.title);
    see(thing);
    const name = nameOf(action);
    const change = isSearch(action) ? undefined : changeOf(action, name, changes.get(name ?? ''));
    if (isSearch(action)) {
      const words = action.kind === 'type' ? (action.finalValue ?? action.text) : undefined;
      if (words?.trim()) searched.push(oneLine(words));
    } else if (change) {
      changes.set(change.field, change);
      changed = thing;
    } else if (action.kind === 'press' && action.keys === 'Escape') giveUp();
    else if (!presses(action) || name === undefined) continue;
    else if (leaving.test(name)) giveUp();
    else if (!isButton(action)) see(titleAfter(actions, index) ?? asThing(name));
    else if (isNarrowing(actions, index) || counted.test(name))
      narrowed.push(name.replace(counted, ''));
    else if (!passing.test(name)) end(name, changes.size > 0 ? changed : thing);
  }
  if (changes.size > 0) end(undefined, changed);
  return { searched, seen, deeds: withoutOpeners(deeds), narrowed };
}

const presses = (action: Action): boolean =>
  action.kind === 'click' ||
  (action.kind === 'press' && /^(enter|space)$/i.test(action.keys) && isButton(action));

const isButton = ({ target }: Action) =>
  target?.role === 'button' || target?.tag === 'button' || target?.attributes['type'] === 'submit';

const isSearch = ({ kind, target }: Action) =>
  (kind === 'type' || kind === 'press' || kind === 'paste') &&
  (target?.role === 'searchbox' || searching.test(target?.name ?? ''));

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

function nameOf({ target }: Action): string | undefined {
  const name = oneLine(target?.name ?? target?.text ?? target?.attributes['placeholder'] ?? '');
  return name === '' || name.length > 48 ? undefined : name;
}

/** A link to one thing has a number in it, or more than one word. */
const asThing = (name: string) => (/\d|\s/.test(name) ? name : undefined);

function changeOf(
  action: Action,
  field: string | undefined,
  before: Change | undefined,
): Change | undefined {
  if (field === undefined) return undefined;
  if (action.kind === 'select_option') return { field, value: oneLine(action.option) };
  if (action.kind === 'set_checked') return { field, value: action.checked ? 'on' : 'off' };
  if (action.kind === 'paste') return before ?? { field };
  if (action.kind !== 'type') return undefined;
  const value = action.masked ? undefined : oneLine(action.finalValue ?? action.text ?? '');
  return value ? { field, value } : { field };
}

/** The next action of the same tab, if it comes soon. */
function nextOf(actions: readonly Action[], from: number): Action | undefined {
  const { tab } = actions[from]!;
  return actions.slice(from + 1, from + 20).find((each) => each.tab === tab);
}

/** What the page is about that a press led to. */
function titleAfter(actions: readonly Action[], from: number): string | undefined {
  const action = actions[from]!;
  const next = nextOf(actions, from);
  const ledTo = 'leadsTo' in action ? action.leadsTo : undefined;
  return ledTo !== undefined && next?.page.url === ledTo ? thingOf(next.page.title) : undefined;
}

/** The same address with other words after its question mark. */
function isNarrowing(actions: readonly Action[], from: number): boolean {
  const [before, after] = [actions[from]?.page.url, nextOf(actions, from)?.page.url];
  return before !== after && before?.split('?')[0] === after?.split('?')[0];
}

/** A press that opened the form, or asked whether it was meant, and the one that ended it are one
 * deed; of the two, the words that say what was done are kept. */
function withoutOpeners(deeds: readonly Deed[]): readonly Deed[] {
  const joined: Deed[] = [];
  for (const deed of deeds) {
    const last = joined.at(-1);
    const opened = last?.changes.length === 0 && last.thing === deed.thing ? last : undefined;
    const isOne = opened && (deed.changes.length > 0 || opened.act === deed.act);
    // All that leads to one new thing is one deed, too.
    const isStep = isMaking(last?.thing) && isMaking(deed.thing);
    if (isOne || isStep) joined.pop();
    // Where the end was not seen, what opened the form says what was under way.
    joined.push(isOne ? { ...deed, act: deed.act ?? opened.act } : deed);
  }
  return joined;
}
