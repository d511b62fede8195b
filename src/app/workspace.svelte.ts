/** One opened session on the screen: its clock, its view, what is chosen and which panel shows. */

import type { Playing } from '#annotate/run-play-command.ts';
import type { OpenedSession, Session } from '#core/session.ts';
import { contains, ms, type Span } from '#core/time.ts';
import type { Gap, Outline, Track } from '#core/track.ts';
import type { Task } from '#core/task.ts';
import { numberOf } from '#core/task-number.ts';
import type { FetchObject } from '#reel/reel-client.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Stage } from '#replay/stage.svelte.ts';
import { Stepper } from '#replay/stepper.svelte.ts';
import { Selection } from '#timeline/selection.svelte.ts';
import { Viewport } from '#timeline/viewport.svelte.ts';
import { Loaded } from './loaded.svelte.ts';
import type { Place } from './place-keeper.ts';

export const panels = ['tasks', 'actions', 'keys'] as const;
export type Panel = (typeof panels)[number];

/** How a workspace reads on once its session was opened. */
interface WorkspaceReader {
  readonly fetchObject: FetchObject;
  readonly readTrack: (chunks: number) => Promise<Track>;
}

export class Workspace {
  readonly session: Session;
  readonly repairs: OpenedSession['repairs'];
  /** What of the track is known from the first moment. */
  readonly outline: Outline;
  /** The whole track, which the replay does not wait for. */
  readonly loadedTrack: Loaded<Track>;
  readonly playhead: Playhead;
  readonly stepper: Stepper;
  readonly stage: Stage;
  readonly viewport: Viewport;
  readonly selection = new Selection();
  #firstPageIsUp: () => void = () => undefined;
  readonly #firstPage = new Promise<void>((resolve) => (this.#firstPageIsUp = resolve));
  #panel = $state<Panel>('tasks');
  #drawer = $state(false);
  /** A time to go to is being written. */
  asking = $state(false);

  constructor(
    { session, chunks, outline, gaps, repairs }: OpenedSession,
    { fetchObject, readTrack }: WorkspaceReader,
  ) {
    const { pages } = outline;
    this.session = session;
    this.repairs = repairs;
    this.outline = { ...outline, gaps: withGaps(outline.gaps, gaps) };
    this.playhead = new Playhead(session.durationMs, this.outline.gaps);
    const { playhead } = this;
    this.stepper = new Stepper({ playhead, recorded: { pages, keystrokes: [], actions: [] } });
    this.stepper.askEvents((at, direction) => this.stage.nextEventAt(at, direction));
    const { startedAt } = session;
    this.stage = new Stage({ playhead, chunks, fetchObject, pages, startedAt });
    this.viewport = new Viewport(session.durationMs);
    this.loadedTrack = new Loaded(async () => {
      await this.#firstPage;
      const track = { ...(await readTrack(chunks.length)), ...this.outline };
      this.stepper.setRecorded(track);
      return track;
    });
  }

  /** The first page is up, or takes its time: what it need not wait for may come now. */
  loadTrack(): void {
    this.#firstPageIsUp();
  }

  /** Undefined until all of it is here. */
  get track(): Track | undefined {
    return this.loadedTrack.value;
  }

  /** What the commands that play and move work on. */
  get parts(): Pick<
    Playing,
    'playhead' | 'viewport' | 'selection' | 'stepper' | 'actions' | 'askTime'
  > {
    const { playhead, viewport, selection, stepper } = this;
    return {
      playhead,
      viewport,
      selection,
      stepper,
      actions: () => this.track?.actions ?? [],
      askTime: () => (this.asking = true),
    };
  }

  get panel(): Panel {
    return this.#panel;
  }

  /** Whether the inspector is open where it has no room of its own. */
  get drawer(): boolean {
    return this.#drawer;
  }

  show(panel: Panel): void {
    this.#panel = panel;
    this.#drawer = true;
  }

  togglePanel(): void {
    const at = panels.indexOf(this.#panel);
    this.show(panels[(at + 1) % panels.length]!);
  }

  toggleDrawer(): void {
    this.#drawer = !this.#drawer;
  }

  /** Goes to the time and the task that an address carries. */
  openAt(place: Place, tasks: readonly Task[]): void {
    const task = tasks.find((each) => each.id === place.task);
    if (task) this.selection.selectTask(task.id);
    if (place.at !== undefined) this.playhead.seek(ms(place.at));
    else if (task) this.playhead.seek(task.startsMs);
  }

  /** What the lists of actions and keys are narrowed to: the window, else the chosen task, unless an
   * action outside of it was chosen since. */
  within(tasks: readonly Task[]): { span: Span; name: string } | undefined {
    const { window, taskId, actionIndex } = this.selection;
    if (window) return { span: window, name: 'the window' };
    const task = tasks.find((each) => each.id === taskId);
    const action = actionIndex === undefined ? undefined : this.track?.actions[actionIndex];
    if (!task || (action && !contains(task, action.startsMs))) return undefined;
    return { span: task, name: `task ${numberOf(tasks, taskId)}` };
  }
}

function withGaps(own: readonly Gap[], told: readonly Gap[]): readonly Gap[] {
  const known = (gap: Gap) =>
    own.some((each) => each.reason === gap.reason && each.startsMs === gap.startsMs);
  return [...own, ...told.filter((gap) => !known(gap))].sort((a, b) => a.startsMs - b.startsMs);
}
