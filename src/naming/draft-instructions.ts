/** Drafts of an instruction, the likeliest first: what the person may have set out to do, told from
 * what they did. A person chooses one or writes their own; none is ever put in by itself. */

import type { Action } from '#core/action.ts';
import type { Span } from '#core/time.ts';
import { tellTask, type Change, type Deed, type TaskStory } from './task-story.ts';
import { isMaking, lowerFirst } from './thing-of.ts';

const most = 3;
const longestValue = 60;
const longest = 160;

export function draftInstructions(actions: readonly Action[], span: Span): readonly string[] {
  const story = tellTask(actions, span);
  const drafts = [...deedDrafts(story), ...findDrafts(story)].filter(
    (draft) => draft.length <= longest,
  );
  return [...new Set(drafts)].slice(0, most);
}

/** What was changed says most; where several things were, all of them and the last one alone. */
function deedDrafts({ deeds }: TaskStory): string[] {
  const last = deeds.at(-1);
  if (last === undefined) return [];
  const others = deeds.slice(0, -1).filter((deed) => deed.act !== undefined);
  const before = others.at(-1);
  const both = before && `${inWords(before)}, then ${lowerFirst(inWords(last))}`;
  return [both, inWords(last), ofTheAct(last), ...others.map(inWords)].filter(
    (draft) => draft !== undefined,
  );
}

function findDrafts({ searched, seen, deeds, narrowed }: TaskStory): string[] {
  const thing = seen.findLast((each) => !isMaking(each));
  const words = searched.at(-1);
  if (thing === undefined) return words === undefined ? [] : [`Search for “${words}”`];
  // One word without a number is a place, such as a list, rather than a thing to be found.
  const isPlace = !/[\d\s]/.test(thing);
  const place = lowerFirst(thing);
  const drafts: string[] = [];
  if (!isPlace && (seen.length > 1 || words !== undefined)) drafts.push(`Find ${thing}`);
  if (isPlace && narrowed.length > 0)
    drafts.push(`Narrow ${place} by ${narrowed.map((each) => `“${each}”`).join(' and ')}`);
  if (words !== undefined && !drafts.some((draft) => draft.includes(words)))
    drafts.push(`Search for “${words}”${isPlace ? ` in ${place}` : ''}`);
  if (deeds.length === 0) drafts.push(isPlace ? `Look through ${place}` : `Look at ${thing}`);
  return drafts;
}

function inWords(deed: Deed): string {
  const { act } = deed;
  const written = deed.changes.filter(({ value }) => !isSwitch(value));
  const changes = written.length > 0 ? written : deed.changes;
  const said = act !== undefined && !saving.test(act);
  if (changes.length === 0 || said) return ofTheAct(deed) + ofTheText(deed);
  const named = changes.slice(0, 3).map(({ field }) => lowerFirst(field));
  const of = deed.thing === undefined ? '' : ` of ${deed.thing}`;
  const [only] = changes;
  if (changes.length === 1 && only) {
    if (isSwitch(only.value)) return `Turn ${only.value} “${only.field}”${of}`;
    return `Change the ${named[0]}${of}${toValue(only)}`;
  }
  const listed =
    changes.length > 3
      ? `${named.slice(0, 2).join(', ')} and more`
      : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
  return `Change the ${listed}${of}`;
}

const isSwitch = (value: string | undefined) => value === 'on' || value === 'off';

const saving = /^(save|submit|update|apply|done|confirm|send|finish)\b/i;

function toValue({ value }: Change): string {
  return value === undefined || value.length > longestValue ? '' : ` to ${value}`;
}

/** `Cancel order` on order 1042 → `Cancel order 1042`; `Mark as shipped` → `Mark order 1042 as shipped`. */
function ofTheAct({ act, thing, changes }: Deed): string {
  if (act === undefined) return inWords({ changes, ...(thing !== undefined && { thing }) });
  if (thing === undefined || isMaking(thing)) return act;
  const [, mark, state] = /^(mark|set|flag) (as .+)$/i.exec(act) ?? [];
  if (mark && state) return `${mark} ${thing} ${state}`;
  const words = act.split(' ');
  const kind = thing.split(' ')[0]?.toLowerCase();
  if (words.length > 1 && words.at(-1)?.toLowerCase() === kind)
    return `${words.slice(0, -1).join(' ')} ${thing}`;
  return /\d/.test(thing) || /\s/.test(thing) ? `${act} for ${thing}` : act;
}

/** What was written or chosen on the way, where it is short and only one thing. */
function ofTheText({ changes }: Deed): string {
  const told = changes.filter(({ value }) => value !== undefined && !isSwitch(value));
  const [only] = told;
  if (told.length !== 1 || only?.value === undefined || only.value.length > longestValue) return '';
  return `: ${only.value}`;
}
