/** A page that shows a session on the stage, as the workbench does. */
import '#ui/base.css';
import { mount, unmount } from 'svelte';
import { joinTracks } from '#core/join-tracks.ts';
import type { ChunkRef } from '#core/session.ts';
import { ms, type EpochMs, type Ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { warmReplay } from '#replay/replay-frame.ts';
import { Stage } from '#replay/stage.svelte.ts';
import StageOnly from './StageOnly.svelte';

export interface ToldSession {
  readonly startedAt: EpochMs;
  readonly durationMs: Ms;
  readonly chunks: readonly ChunkRef[];
  readonly tracks: readonly Track[];
}

let playhead: Playhead;
let stage: Stage;
let mounted: object | undefined;

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

const harness = {
  warm: (replayUrl: string): Promise<void> => warmReplay(replayUrl),

  async open(told: ToldSession, objectsAt: string, replayUrl: string): Promise<string | undefined> {
    if (mounted) await unmount(mounted);
    const track = joinTracks(told.tracks);
    playhead = new Playhead(told.durationMs, track.gaps);
    stage = new Stage({
      ...told,
      playhead,
      pages: track.pages,
      fetchObject: async (path, signal) => {
        const answer = await fetch(`${objectsAt}${path}`, { signal });
        if (!answer.ok) throw new Error(`it is not there (${answer.status})`);
        return new Uint8Array(await answer.arrayBuffer());
      },
    });
    mounted = mount(StageOnly, { target: document.body, props: { playhead, stage, replayUrl } });
    return harness.settled();
  },

  /** Waits until what is wanted is on the screen, or can't be. */
  async settled(): Promise<string | undefined> {
    do await nextFrame();
    while (stage.status.kind !== 'failed' && stage.waiting);
    return stage.status.kind === 'failed' ? stage.status.sentence : undefined;
  },

  async seek(at: number): Promise<string | undefined> {
    playhead.seek(ms(at));
    return harness.settled();
  },

  /** Plays to the end, each frame so much of real time on at sixteen times the speed: where it
   * stopped, and why if it failed. */
  async playThrough(perFrameMs: number): Promise<{ at: Ms; failed: string | undefined }> {
    playhead.setSpeed(16);
    playhead.play();
    while (playhead.playing && stage.status.kind !== 'failed') {
      await nextFrame();
      if (stage.waiting) continue;
      playhead.tick(perFrameMs);
      stage.tick();
    }
    const failed = stage.status.kind === 'failed' ? stage.status.sentence : undefined;
    return { at: playhead.at, failed };
  },

  missing: () => stage.missing,
};

export type StageHarness = typeof harness;

Object.assign(window, { harness });
