/** Our side: the replay as the workbench puts it up, with a session fetched as the workbench does. */
import { flushSync, mount } from 'svelte';
import { firstObjects } from '#app/first-objects.ts';
import { joinOutlines, joinTracks } from '#core/join-tracks.ts';
import { ms } from '#core/time.ts';
import { Playhead } from '#replay/playhead.svelte.ts';
import { Stage } from '#replay/stage.svelte.ts';
import { warmReplay } from '#replay/replay-frame.ts';
import '#ui/base.css';
import '#ui/tokens.css';
import type { OpenedBench } from './replay-store.ts';
import type { Track } from '#core/track.ts';
import ReplayOurs from './ReplayOurs.svelte';
import { framesFor, painted, type ReplaySide } from './replay-side.ts';

/** What a person takes at least to choose from a list. */
const lookMs = 1000;

const asked = new URLSearchParams(location.search);
const address = asked.get('session') ?? '';
const replayUrl = asked.get('replay') ?? '';

async function open() {
  const { head, chunks, outlines } = await told<OpenedBench>('open.json');
  const outline = joinOutlines(outlines);
  const { pages, gaps } = outline;
  const first = firstObjects({ chunks, outline }, ms(0));
  const ahead: Record<string, Promise<Uint8Array<ArrayBuffer>> | undefined> = Object.fromEntries(
    first.map((path) => [path, fetched(path)]),
  );
  const playhead = new Playhead(head.durationMs, gaps);
  const fetchObject = (path: string, signal: AbortSignal) => {
    const coming = ahead[path] ?? fetched(path, signal);
    ahead[path] = undefined;
    return coming;
  };
  const { startedAt } = head;
  const stage = new Stage({ playhead, chunks, fetchObject, pages, startedAt });
  mount(ReplayOurs, { target: document.body, props: { playhead, stage, replayUrl } });
  await shown(stage);
  const shownAt = performance.now();
  // The timeline needs these, the first page does not; the player has nothing to put beside them, so
  // they are not kept.
  joinTracks(await told<readonly Track[]>('tracks.json'));
  return { playhead, stage, shownAt };
}

async function fetched(path: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(`${address}/${path}`, { signal: signal ?? null });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function told<T>(name: string): Promise<T> {
  return (await (await fetch(`${address}/${name}`)).json()) as T;
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
  async ready() {
    await warmReplay(replayUrl);
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  },

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
