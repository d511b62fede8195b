/** Our side: the replay as the workbench puts it up, with a session fetched as the workbench does. */
import { flushSync, mount } from 'svelte';
import { joinTracks } from '#core/join-tracks.ts';
import { ms } from '#core/time.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Stage } from '#replay/stage.svelte.ts';
import WarmFrame from '#replay/WarmFrame.svelte';
import '#ui/base.css';
import '#ui/tokens.css';
import type { OpenedBench } from './replay-sessions.ts';
import ReplayOurs from './ReplayOurs.svelte';
import { framesFor, painted, type ReplaySide } from './replay-side.ts';

const asked = new URLSearchParams(location.search);
const address = asked.get('session') ?? '';
const replayUrl = asked.get('replay') ?? '';

async function open() {
  const answer = await fetch(`${address}/open.json`);
  const { head, chunks, tracks } = (await answer.json()) as OpenedBench;
  const track = joinTracks(tracks);
  const playhead = new Playhead(head.durationMs, track.gaps);
  const fetchObject = async (path: string, signal: AbortSignal) => {
    const response = await fetch(`${address}/${path}`, { signal });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const { startedAt } = head;
  const stage = new Stage({ playhead, chunks, fetchObject, pages: track.pages, startedAt });
  mount(ReplayOurs, { target: document.body, props: { playhead, stage, replayUrl } });
  await shown(stage);
  return { playhead, stage, shownAt: performance.now() };
}

/** Once what is wanted stands on the screen and was painted. */
async function shown(stage: Stage): Promise<void> {
  flushSync();
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = $effect.root(() => {
      $effect(() => {
        if (!stage.waiting) resolve();
      });
    });
  });
  stop();
  await painted();
}

let opened: ReturnType<typeof open>;

const side: ReplaySide = {
  ready: () =>
    new Promise<void>((onwarm) => {
      mount(WarmFrame, { target: document.body, props: { replayUrl, onwarm } });
    }),

  async open() {
    opened = open();
    return (await opened).shownAt;
  },

  async seek(atMs) {
    const { playhead, stage } = await opened;
    const began = performance.now();
    playhead.seek(ms(atMs));
    await shown(stage);
    return performance.now() - began;
  },

  async play(fromMs, speed, forMs) {
    const { playhead } = await opened;
    await side.seek(fromMs);
    playhead.setSpeed(speed);
    playhead.play();
    const intervals = await framesFor(forMs);
    playhead.pause();
    return intervals;
  },
};

Object.assign(window, { side });
