/** The other side: rrweb-player with a whole session, as its own documentation has it. */
import rrwebPlayer from 'rrweb-player';
import 'rrweb-player/dist/style.css';
import { printPage } from '#tests/replay/fresh-replay.ts';
import { framesFor, painted, type ReplaySide } from './replay-side.ts';

const address = new URLSearchParams(location.search).get('session') ?? '';

async function open(): Promise<{ readonly player: rrwebPlayer; readonly shownAt: number }> {
  const events = await (await fetch(`${address}/events.json`)).json();
  const player = new rrwebPlayer({
    target: document.body,
    props: { events, autoPlay: false, skipInactive: false, width: 1280, height: 720 },
  });
  const shows = () => (page()?.body?.querySelectorAll('*').length ?? 0) > 100;
  while (!shows()) await new Promise(requestAnimationFrame);
  await painted();
  return { player, shownAt: performance.now() };
}

const page = () =>
  document.querySelector<HTMLIFrameElement>('.replayer-wrapper iframe')?.contentDocument;
let opened: ReturnType<typeof open>;

const side: ReplaySide = {
  ready: async () => undefined,

  async open() {
    opened = open();
    return (await opened).shownAt;
  },

  async seek(atMs) {
    const { player } = await opened;
    const began = performance.now();
    player.goto(atMs, false);
    await painted();
    return performance.now() - began;
  },

  async play(fromMs, speed, forMs) {
    const { player } = await opened;
    player.setSpeed(speed);
    player.goto(fromMs, true);
    const intervals = await framesFor(forMs);
    player.pause();
    return intervals;
  },
};

Object.assign(window, { side, print: () => printPage(page()!) });
