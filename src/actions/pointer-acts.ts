import type { Point } from '#core/action.ts';
import { ms, type Ms } from '#core/time.ts';
import { mouseInteraction, type MouseInteractionData } from '#dom/rrweb-events.ts';
import { beginDraft, type DraftBase } from './begin-draft.ts';
import type { Moment } from './moment.ts';
import { ClickFolds, distance } from './click-folds.ts';
import type { Act, Draft, RecentActs } from './recent-acts.ts';

/** A pointer released farther from where it went down has dragged. */
const dragPx = 10;
/** How soon a label passes its click on to its field, and Enter or Space its press to a button. */
const labelMs = 50;
const enterMs = 500;

interface Press {
  readonly base: DraftBase;
  readonly point: Point | undefined;
  readonly isTouch: boolean;
  drag: Act | undefined;
}

/** Makes clicks, double clicks, context menus and drags of pointer events. */
export class PointerActs {
  readonly #acts: RecentActs;
  readonly #clicks: ClickFolds;
  #press: Press | undefined;

  constructor(acts: RecentActs) {
    this.#acts = acts;
    this.#clicks = new ClickFolds(acts);
  }

  push(moment: Moment, data: MouseInteractionData, modifiers: number): void {
    switch (data.type) {
      case mouseInteraction.mouseDown:
      case mouseInteraction.touchStart:
        this.#press = {
          base: beginDraft(moment, data.id),
          point: pointOf(data),
          isTouch: data.type === mouseInteraction.touchStart,
          drag: undefined,
        };
        break;
      case mouseInteraction.mouseUp:
        this.#release(moment, data);
        break;
      case mouseInteraction.click:
        this.#click(moment, data, modifiers);
        break;
      case mouseInteraction.dblClick:
        this.#clicks.double(moment);
        break;
      case mouseInteraction.contextMenu:
        this.#begin('contextmenu', moment, data, modifiers);
        this.#press = undefined;
        break;
    }
  }

  /** Where an HTML drag has got to: its end comes without a release of the pointer. */
  dragTo({ at, index }: Moment, point: Point): void {
    const press = this.#press;
    if (press?.point === undefined) return;
    if (press.drag !== undefined) {
      Object.assign(press.drag.draft, { point });
      this.#acts.extend(press.drag, at, index);
    } else if (distance(press.point, point) >= dragPx)
      press.drag = this.#acts.begin(dragOf(press.base, press.point, point, at, index));
  }

  #release({ at, index }: Moment, data: MouseInteractionData): void {
    const press = this.#press;
    const point = pointOf(data);
    if (press?.point === undefined || point === undefined || press.isTouch) return;
    if (press.drag !== undefined || distance(press.point, point) < dragPx) return;
    press.drag = this.#acts.begin(dragOf(press.base, press.point, point, at, index));
  }

  #click(moment: Moment, data: MouseInteractionData, modifiers: number): void {
    const press = this.#press;
    this.#press = undefined;
    if (press?.drag !== undefined) {
      const pressed = press.base.target;
      const clicked = beginDraft(moment, data.id).target;
      const isSlider = pressed?.role === 'slider';
      const isButton = pressed !== undefined && pressed.node === clicked?.node && !isSlider;
      if (!isButton || !clickable.has(pressed.role ?? '')) return;
      this.#acts.remove(press.drag);
    }
    if (press === undefined && this.#isEcho(moment, data)) return;
    this.#clicks.add(this.#begin('click', moment, data, modifiers, press), moment);
  }

  /** A click nobody made: a label's to its field, or the browser's for Enter and Space. */
  #isEcho(moment: Moment, data: MouseInteractionData): boolean {
    const { latest } = this.#acts;
    if (latest === undefined) return false;
    const { draft } = latest;
    const since = moment.at - (draft.endsMs - 1);
    const node = beginDraft(moment, data.id).target?.node;
    const isLabel =
      since <= labelMs &&
      draft.kind === 'click' &&
      draft.target?.node === node &&
      draft.target?.retargetedFrom !== undefined;
    const isKey =
      since <= enterMs &&
      (draft.kind === 'submit' || (draft.kind === 'press' && /^(Enter|Space)$/.test(draft.keys)));
    if (isLabel || isKey) this.#acts.extend(latest, moment.at, moment.index);
    return isLabel || isKey;
  }

  #begin(
    kind: 'click' | 'contextmenu',
    moment: Moment,
    data: MouseInteractionData,
    modifiers: number,
    press = this.#press,
  ): Act {
    const own = beginDraft(moment, data.id);
    const base = own.target === undefined && press?.base.target ? press.base : own;
    const point = pointOf(data);
    return this.#acts.begin({
      ...base,
      startsMs: press?.base.startsMs ?? own.startsMs,
      endsMs: own.endsMs,
      events: [press?.base.events[0] ?? moment.index, moment.index],
      ...(modifiers !== 0 && { modifiers }),
      kind,
      ...(point !== undefined && { point }),
    });
  }
}

const clickable = new Set(['button', 'link', 'checkbox', 'radio', 'tab', 'menuitem', 'switch']);

const pointOf = ({ x, y }: MouseInteractionData): Point | undefined =>
  x === undefined || y === undefined ? undefined : { x, y };

function dragOf(base: DraftBase, from: Point, point: Point, at: Ms, index: number): Draft {
  return {
    ...base,
    endsMs: ms(at + 1),
    events: [base.events[0], index],
    kind: 'drag',
    from,
    point,
  };
}
