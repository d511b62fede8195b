/** `npm run bench:label`: an expert labels twelve tasks of ten minutes by keyboard alone, in a real
 * browser, and once more by mouse; what it takes by each. `--json` prints the figures as its last line;
 * `--speed` is how fast the session plays, 1, 2 or 4. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright';
import type { Span } from '#core/time.ts';
import { browserLaunchOptions } from '#tests/browser.ts';
import { Desk, importFile, names, signIn } from '#tests/e2e/people.ts';
import { startWorkbench, type Workbench } from '#tests/e2e/workbench.ts';
import { f1Of, findBoundaries } from './boundary-f1.ts';
import { labelByKeys } from './label-by-keys.ts';
import { labelByMouse } from './label-by-mouse.ts';
import { LabelDesk } from './label-desk.ts';
import { Hands } from './label-hands.ts';
import { recordErrands, type DoneErrand, type RecordedErrands } from './record-errands.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, speed: { type: 'string', default: '2' } },
});

interface Done {
  readonly hands: Hands;
  readonly pausedShare: number;
  readonly found: readonly Span[];
}

const { events, done: errands } = await recordErrands(11);
const durationMs = events.at(-1)!.timestamp - events[0]!.timestamp;
const [workbench, browser] = await Promise.all([
  startWorkbench(),
  chromium.launch(browserLaunchOptions()),
]);
try {
  const [first, second] = await importTwice(browser, workbench, events);
  const byKeys = await label(first, (desk, hands) =>
    labelByKeys(desk, hands, errands, Number(values.speed)),
  );
  const byMouse = await label(second, (desk, hands) =>
    labelByMouse(desk, hands, errands, durationMs),
  );
  tell(errands, byKeys, byMouse);
} finally {
  await browser.close();
  await workbench.stop();
}

async function importTwice(
  from: Browser,
  to: Workbench,
  recorded: RecordedErrands['events'],
): Promise<[string, string]> {
  const { page } = await signIn(from, to, 'admin');
  const put = async (name: string, of: typeof recorded) => {
    const file = join(to.folder, `${name}.json`);
    await writeFile(file, JSON.stringify(of));
    return to.url + (await importFile(page, file, name));
  };
  const later = recorded.map((event) => ({ ...event, timestamp: event.timestamp + 86_400_000 }));
  return [await put('heron', recorded), await put('plover', later)];
}

async function label(
  address: string,
  work: (desk: LabelDesk, hands: Hands) => Promise<void>,
): Promise<Done> {
  const { page, errors } = await signIn(browser, workbench, 'annotator');
  await page.setViewportSize({ width: 1440, height: 900 });
  await new Desk(page).open(address);
  const desk = new LabelDesk(page);
  const hands = new Hands(page);
  await desk.watch();
  await work(desk, hands);
  if (errors.length > 0) throw new Error(`${names.annotator}’s page threw: ${errors.join(', ')}`);
  const pausedShare = await desk.pausedShare();
  const found = await desk.marked();
  if (found.length !== errands.length)
    throw new Error(`${found.length} of ${errands.length} tasks were marked.`);
  await page.context().close();
  return { hands, pausedShare, found };
}

function tell(all: readonly DoneErrand[], byKeys: Done, byMouse: Done): void {
  const round = (number: number) => Math.round(number * 100) / 100;
  const rowOf = ({ hands, pausedShare, found }: Done) => ({
    'keys a task': round(hands.presses / all.length),
    'clicks and drags a task': round(hands.pointed / all.length),
    'hands busy, s a task': round(hands.seconds / all.length),
    'paused, share of the time': round(pausedShare),
    'boundary F1 at 2 s': round(f1Of(findBoundaries(found, all, 2000))),
  });
  console.log(
    `${all.length} tasks in ${Math.round(durationMs / 1000)} s, played at ${values.speed}×`,
  );
  console.table({ 'by keyboard': rowOf(byKeys), 'by mouse': rowOf(byMouse) });
  if (values.json)
    console.log(
      JSON.stringify({
        keysPerTask: round(byKeys.hands.presses / all.length),
        pausedShare: round(byKeys.pausedShare),
        mouseRatio: round(byMouse.hands.seconds / byKeys.hands.seconds),
      }),
    );
}
