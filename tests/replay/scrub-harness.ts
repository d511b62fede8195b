/** A page that shows a session on the stage, and what hands do to it. */
import '#ui/base.css';
import { mount } from 'svelte';
import { joinTracks } from '#core/join-tracks.ts';
import { ms, type Ms } from '#core/time.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Stage } from '#replay/stage.svelte.ts';
import type { ToldSession } from './stage-harness.ts';
import StageOnly from './StageOnly.svelte';

let playhead: Playhead;
let stage: Stage;

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

const hands = {
  async open({ tracks, ...told }: ToldSession, replayUrl: string): Promise<void> {
    const track = joinTracks(tracks);
    playhead = new Playhead(told.durationMs, track.gaps);
    stage = new Stage({
      ...told,
      playhead,
      pages: track.pages,
      fetchObject: async (path, signal) => {
        const answer = await fetch(`/objects/${path}`, { signal });
        if (!answer.ok) throw new Error(`it is not there (${answer.status})`);
        return new Uint8Array(await answer.arrayBuffer());
      },
    });
    mount(StageOnly, { target: document.body, props: { playhead, stage, replayUrl } });
    await hands.settled();
  },

  /** Drags the playhead, a step at each frame, and waits for nothing. */
  async drag(from: number, to: number, steps: number): Promise<void> {
    for (let step = 0; step <= steps; step += 1) {
      playhead.seek(ms(from + ((to - from) * step) / steps));
      await nextFrame();
    }
  },

  /** Turns a wheel whose notches come faster than frames. */
  async wheel(notches: readonly number[]): Promise<void> {
    for (const [index, notch] of notches.entries()) {
      playhead.seek(ms(playhead.at + notch));
      if (index % 3 === 2) await nextFrame();
    }
  },

  async play(speed: number, frames: number): Promise<void> {
    playhead.setSpeed(speed);
    playhead.play();
    for (let left = frames; left > 0; left -= 1) await nextFrame();
  },

  /** Stops, and waits until what is wanted is on the screen; answers where that is. */
  async settled(): Promise<{ readonly at: Ms; readonly failed: string | undefined }> {
    playhead.pause();
    do await nextFrame();
    while (stage.status.kind !== 'failed' && stage.waiting);
    await nextFrame();
    const failed = stage.status.kind === 'failed' ? stage.status.sentence : undefined;
    return { at: playhead.at, failed };
  },
};

export type ScrubHarness = typeof hands;

Object.assign(window, { hands });
