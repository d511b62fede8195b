/** One story of misfortunes, told by a seed, and what came of it. */
import { FaultWorld } from './fault-world.ts';
import { findLosses } from './find-losses.ts';

export interface RunResult {
  readonly problems: readonly string[];
  readonly stored: number;
  readonly missing: number;
  readonly gaps: number;
  readonly story: readonly string[];
}

type Act = (world: FaultWorld) => void | Promise<void>;

const somewhere = (world: FaultWorld) => world.seeded.pick(world.tabs);

/** How often each happens, against the others. `isLossy`: events may be lost by it. */
const acts: Record<
  string,
  { readonly weight: number; readonly isLossy?: boolean; readonly act: Act }
> = {
  emit: { weight: 30, act: (world) => somewhere(world).page.emit(world.seeded.between(1, 12)) },
  emitUnsent: {
    weight: 6,
    act: (world) => somewhere(world).page.emitUnsent(world.seeded.between(1, 4)),
  },
  snapshot: { weight: 2, act: (world) => somewhere(world).page.snapshot() },
  wait: { weight: 6, act: (world) => world.clock.pass(world.seeded.between(5_000, 40_000)) },
  reload: { weight: 5, act: (world) => world.reload(somewhere(world)) },
  openTab: {
    weight: 3,
    act: (world) => void (world.tabs.length < 4 && world.open()),
  },
  // Its worker may die before its last batch, and no page may come that hands it over.
  closeTab: { weight: 2, isLossy: true, act: (world) => world.close(somewhere(world)) },
  killTab: { weight: 2, isLossy: true, act: (world) => world.kill(somewhere(world)) },
  killBrowser: { weight: 1.5, isLossy: true, act: (world) => world.killBrowser() },
  freeze: {
    weight: 1.5,
    isLossy: true,
    act: (world) => world.freeze(somewhere(world), world.seeded.between(1_000, 50_000)),
  },
  network: {
    weight: 4,
    act: (world) => void (world.weather.isOffline = !world.weather.isOffline),
  },
  fullShelf: {
    weight: 2,
    isLossy: true,
    act: (world) => void (world.shelf.isFull = !world.shelf.isFull),
  },
  clockJump: {
    weight: 1,
    isLossy: true,
    act: (world) =>
      world.clock.jump(world.seeded.pick([-3_600_000, -20_000, -1_500, 1_500, 40_000])),
  },
  sleep: {
    weight: 1,
    isLossy: true,
    act: (world) => world.clock.jump(world.seeded.between(60_000, 1_200_000)),
  },
  longAway: {
    weight: 0.2,
    isLossy: true,
    act: (world) => {
      world.killBrowser();
      world.clock.jump(40 * 60_000);
    },
  },
  pause: { weight: 2, act: (world) => somewhere(world).page.pause() },
  resume: { weight: 3, act: (world) => somewhere(world).page.send({ kind: 'resume' }) },
  stop: { weight: 0.5, act: (world) => somewhere(world).page.stop() },
};

const weights = Object.values(acts).reduce((sum, { weight }) => sum + weight, 0);

export async function faultRun(seed: number): Promise<RunResult> {
  const world = new FaultWorld(seed);
  const story: string[] = [];
  let isLossy = world.losesMessages;
  world.open();
  await world.clock.pass(1500);
  for (let left = world.seeded.between(10, 45); left > 0; left -= 1) {
    if (world.tabs.length === 0) world.open();
    const name = chooseAct(world);
    story.push(`${(world.clock.elapsed / 1000).toFixed(1)} ${name}`);
    isLossy ||= acts[name]!.isLossy === true;
    await acts[name]!.act(world);
    await world.clock.pass(world.seeded.between(1, world.seeded.pick([20, 300, 3000])));
  }
  const ending = await end(world);
  story.push(ending);
  // What never arrives, and what can't be held while the disk is full, is given up under a gap.
  const givesUp = world.losesMessages || story.some((act) => act.endsWith('fullShelf'));
  const promised = givesUp ? [] : world.storage.promised;
  const found = findLosses(world.server, world.storage.everything, new Set(promised));
  const problems = [...found.problems, ...remains(world)];
  if (!isLossy && found.missing + found.gaps > 0)
    problems.push(`nothing was to be lost, but ${found.missing} is missing in ${found.gaps} gaps`);
  return { ...found, problems, story };
}

function chooseAct(world: FaultWorld): string {
  let at = world.seeded.next() * weights;
  for (const [name, { weight }] of Object.entries(acts)) {
    at -= weight;
    if (at < 0) return name;
  }
  return 'emit';
}

/** All is well again, the recording is ended, and there is time to deliver. */
async function end(world: FaultWorld): Promise<string> {
  world.shelf.isFull = false;
  world.weather.isOffline = false;
  world.weather.errorRate = 0;
  const { page } = world.open();
  await world.clock.pass(4000);
  const how = world.seeded.pick(['stop', 'stop', 'stop', 'stop', 'discard', 'withdraw'] as const);
  if (how === 'stop') page.stop();
  else page.send({ kind: how });
  for (let round = 0; round < 12; round += 1) {
    await world.clock.pass(15_000);
    for (const tab of world.tabs) if (tab.page.isRecording) tab.page.stop();
    if (isDone(world)) break;
  }
  return how;
}

const leftovers = (world: FaultWorld) =>
  world.shelf.dump().filter((key) => !/\/(answer|contributor)(\/|$)/.test(key));

const isDone = (world: FaultWorld): boolean => leftovers(world).length === 0;

/** What should not be there when all is over. */
function remains(world: FaultWorld): string[] {
  // Of what was delivered and sealed before it was withdrawn, this machine knows nothing any more.
  const takenBack = [...world.server.sessions.values()].filter(
    ({ state, head }) => state === 'discarded' || (state === 'withdrawn' && head === undefined),
  );
  const objects = [...world.server.objects.keys()].filter((path) =>
    takenBack.some(({ session }) => path.startsWith(session)),
  );
  // A page that comes while there is no room, or begins without a network, is told so.
  const refused = world.tabs.filter(
    ({ page }) =>
      page.state === 'refused' && !/no room|Nobody answered|The answer did not come/.test(page.why),
  );
  return [
    ...leftovers(world).map((key) => `left on the shelf: ${key}`),
    ...objects.map((path) => `left in storage: ${path}`),
    ...refused.map(({ page }) => `refused: ${page.why}`),
  ];
}
