/** What the lanes show right now, how it is painted, and what of it stands at a point. */

import type { Task } from '#core/task.ts';
import { contains, ms, type Ms } from '#core/time.ts';
import type { Gap } from '#core/track.ts';
import { describeMark, describeTask, type MarkWords } from './describe-mark.ts';
import { layoutLanes, markAt, type Lane, type Mark } from './lane-marks.ts';
import { laneAt, rowAt, type LaneRows } from './lane-rows.ts';
import type { LaneStack } from './lane-stack.svelte.ts';
import { paintLanes } from './paint-lanes.ts';
import type { Pen } from './pen.ts';
import type { PendingTrack } from './pending-track.ts';
import type { Selection } from './selection.svelte.ts';
import type { Theme } from './theme.ts';
import { rulerTicks, xToTime, type View } from './time-scale.ts';
import type { TrackIndex } from './track-index.ts';
import { openMarks } from './open-marks.ts';

interface Shown {
  readonly index: TrackIndex;
  readonly theme: Theme;
  readonly viewport: View;
  readonly selection: Selection;
  readonly stack: LaneStack;
  readonly tasks: readonly Task[];
  readonly missing: readonly Gap[];
  /** Keystrokes and actions are not in the index yet. */
  readonly pending?: PendingTrack | undefined;
}

export class LanePicture {
  readonly #shown: Shown;
  readonly #view: View = $derived.by(() => {
    const { startsMs, endsMs, widthPx } = this.#shown.viewport;
    return { startsMs, endsMs, widthPx };
  });
  readonly #tabs = $derived.by(() => this.#shown.index.tabs.length);
  readonly #marks = $derived.by(() => {
    const { index, theme, missing, stack } = this.#shown;
    const marks = layoutLanes(index, this.#view, theme.measures, missing);
    return openMarks(marks, (lane) => stack.isOpen(lane));
  });
  readonly #paint = $derived.by(() => this.#painter());

  /** Reads of `shown` only what a part needs, so that no part is made anew for another's sake. */
  constructor(shown: Shown) {
    this.#shown = shown;
  }

  get view(): View {
    return this.#view;
  }

  get rows(): LaneRows {
    return this.#shown.stack.rows;
  }

  /** A new one when there is something new to paint. */
  get paint(): (pen: Pen) => void {
    return this.#paint;
  }

  /** The time at `x`, which is held inside the view. */
  exactTimeAt(x: number): Ms {
    return xToTime(this.#view, Math.max(0, Math.min(this.#view.widthPx, x)));
  }

  /** The same in whole milliseconds, as all times of a track are. */
  timeAt(x: number): Ms {
    return ms(Math.round(this.exactTimeAt(x)));
  }

  laneAt(y: number): Lane | undefined {
    return laneAt(this.rows, y);
  }

  markAt(x: number, y: number): Mark | undefined {
    const lane = this.laneAt(y);
    if (lane === undefined || lane === 'ruler' || lane === 'tasks') return undefined;
    const row = this.rows[lane];
    return markAt(this.#marks, lane, x, rowAt(lane, y - row.y, row, this.#tabs));
  }

  wordsAt(x: number, y: number): MarkWords | undefined {
    const { tasks, index } = this.#shown;
    const at = this.timeAt(x);
    const under = this.laneAt(y) === 'tasks' ? tasks.filter((each) => contains(each, at)) : [];
    const { y: top, height } = this.rows.tasks;
    // A subtask stands in the lower half of its task.
    const task = y > top + height / 2 ? under.at(-1) : under[0];
    if (task) return describeTask(task);
    const mark = this.markAt(x, y);
    return mark && describeMark(mark, index);
  }

  #painter(): (pen: Pen) => void {
    const { index, selection, stack, pending } = this.#shown;
    const none = (lane: 'keys' | 'actions', count: number, words: string) =>
      count === 0 && pending === undefined && stack.isOpen(lane) ? words : undefined;
    const { rows } = stack;
    const picture = {
      marks: this.#marks,
      ticks: rulerTicks(this.#view),
      tabs: this.#tabs,
      selected: selection.actionIndex,
      empty: {
        keys: none('keys', index.keys.length, 'No keystrokes in this recording'),
        actions: none(
          'actions',
          index.actions.items.length,
          index.pointer.items.length === 0
            ? 'No actions in this recording'
            : 'No actions in this recording but the pointer’s',
        ),
      },
    };
    return (pen) => paintLanes(pen, rows, picture);
  }
}
