/** A track as a long and busy day leaves it: typing in bursts with corrections and shortcuts, clicks,
 * scrolls, pages, rests. The same for the same number. */

import type { Action, ActionKind } from '#core/action.ts';
import type { Keystroke } from '#core/keystroke.ts';
import { modifierBits } from '#core/plugin-events.ts';
import {
  activityBinMs,
  type Gap,
  type PageVisit,
  type TextInput,
  type Track,
} from '#core/track.ts';
import { ms } from '#core/time.ts';
import { SeededRandom } from '#tests/demo/seeded-random.ts';

/** A track with some `marks` keys, actions, inputs and visits in all; how long it is comes with it. */
export function buildLargeTrack(marks: number): {
  readonly track: Track;
  readonly durationMs: number;
} {
  const seeded = new SeededRandom(7);
  const random = () => seeded.next();
  const between = (low: number, high: number) => seeded.between(low, high);
  const pages: PageVisit[] = [];
  const keystrokes: Keystroke[] = [];
  const textInputs: TextInput[] = [];
  const actions: Action[] = [];
  const gaps: Gap[] = [];
  const letters = 'the quick brown fox jumps over a lazy dog 1042 ';
  let at = 0;
  let visitFrom = 0;
  const act = (kind: ActionKind, length = 0) => {
    const target = { node: 1 + Math.floor(random() * 40), tag: 'input', name: 'Customer' };
    const page = { url: `https://desk.example/orders/${pages.length}` };
    actions.push({
      ...{ kind, startsMs: ms(at - length), endsMs: ms(at), tab: 0, page, evidence: 'exact' },
      ...{ target: { ...target, attributes: {}, selectors: [] }, events: [0, 0] },
      ...{
        text: 'the quick brown fox',
        url: page.url,
        keys: 'Enter',
        option: 'Paid',
        checked: true,
      },
      ...{ dx: 0, dy: 240, to: { x: 0, y: 240 } },
      ...{ from: { x: 0, y: 0 }, point: { x: 0, y: 240 } },
    } as unknown as Action);
  };
  const press = (key: string, more: Partial<Keystroke> = {}) => {
    at += Math.round(between(70, 240));
    keystrokes.push({
      ...{ atMs: ms(at), holdMs: Math.round(between(50, 190)), fidelity: 'text', key },
      ...{
        class: key === 'Backspace' ? 'edit' : 'letter',
        modifiers: 0,
        node: 5,
        evidence: 'exact',
      },
      ...more,
    } as Keystroke);
  };
  while (pages.length + keystrokes.length + textInputs.length + actions.length < marks) {
    const chance = random();
    if (chance < 0.45) {
      const node = 1 + Math.floor(random() * 40);
      const from = at;
      const masked = random() < 0.15;
      const what: Partial<Keystroke> = masked ? { fidelity: 'class', key: undefined } : {};
      const length = Math.floor(between(2, 40));
      for (let index = 0; index < length; index += 1)
        press(random() < 0.06 ? 'Backspace' : letters[index % letters.length]!, { node, ...what });
      act('type', at - from);
    } else if (chance < 0.6) {
      press('Meta', { class: 'modifier', holdMs: 300 });
      press('v', { modifiers: modifierBits.Meta });
      textInputs.push({ atMs: ms(at + 3), cause: 'paste', fidelity: 'text', length: 12, node: 5 });
    } else if (chance < 0.9) act(random() < 0.3 ? 'scroll' : 'click');
    else if (chance < 0.97) {
      act('goto');
      const url = `https://desk.example/orders/${pages.length}`;
      pages.push({ startsMs: ms(visitFrom), endsMs: ms(at), tab: 0, url, title: 'Order desk' });
      visitFrom = at;
    } else {
      const rest = Math.round(between(11_000, 60_000));
      gaps.push({ startsMs: ms(at), endsMs: ms(at + rest), reason: 'idle' });
      at += rest;
    }
    at += Math.round(between(100, 2500));
  }
  const activity = Array.from({ length: Math.ceil(at / activityBinMs) }, () => 0);
  for (const { atMs } of keystrokes) activity[Math.floor(atMs / activityBinMs)]! += 2;
  for (const { startsMs } of actions)
    activity[Math.max(0, Math.floor(startsMs / activityBinMs))]! += 5;
  const track: Track = {
    ...{ format: 1, pages, keystrokes, textInputs, actions, gaps },
    ...{ activityFromMs: ms(0), activity },
  };
  return { track, durationMs: at };
}
