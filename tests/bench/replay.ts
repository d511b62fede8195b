/** `npm run bench:replay`: our replay beside rrweb-player, the same sessions in the same Chromium, in
 * one run. `--quick` takes the two shorter sessions and fewer rounds; `--json` prints the ratios,
 * player ÷ ours, as its last line. */
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserLaunchOptions } from '#tests/browser.ts';
import { bundleScript } from '#tests/privacy/bundle-script.ts';
import { measureZoom } from './replay-zoom.ts';
import { judge, type Judged } from './replay-judge.ts';
import { printTables, ratiosOf, type Measured } from './replay-report.ts';
import { serveReplays } from './replay-server.ts';
import { makeSessions, sizes } from './replay-sessions.ts';
import { visit, type Effort, type Side, type Visit } from './replay-visit.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    /** For looking closer: only the shortest so many sessions, and only this side. */
    sessions: { type: 'string' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
const sides = (['player', 'ours'] as const).filter(
  (side) => values.only === undefined || values.only === side,
);
/** Gone to in a session and compared. */
const places = values.quick ? 12 : 24;
const pages = ['truth', ...sides].map((name) => `bench/replay-${name}.html`);
const began = performance.now();

const say = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** The player needs seconds for what ours does in milliseconds, so it is asked less often there. */
function effortOf(side: Side, events: number): Effort {
  const isSlow = side === 'player' && events > 60_000;
  const isSlowest = side === 'player' && events > 400_000;
  const few = values.quick || isSlowest;
  return {
    places: isSlowest ? 8 : places,
    steps: few ? 4 : 8,
    seeks: side === 'ours' ? 200 : isSlowest ? 16 : values.quick ? 24 : isSlow ? 60 : 200,
    playMs: values.quick ? 3000 : 5000,
  };
}

const sessions = await makeSessions(
  sizes.slice(0, Number(values.sessions ?? (values.quick ? 2 : sizes.length))),
);
say('Building the pages …');
const server = await serveReplays(pages, sessions);
const printScript = await bundleScript('../bench/replay-print.ts').then((code) =>
  code.replace(/^var bundled\s*=/, 'globalThis.pagePrint ='),
);
const browser = await chromium.launch(browserLaunchOptions());
try {
  const measured: Measured[] = [];
  for (const [index, session] of sessions.entries()) {
    say(`${session.name}: the right pages, from a fresh replay …`);
    const judged: Judged = await judge(browser, server.origin, index, session, 2 * places);
    const visits: Record<Side, Visit[]> = { ours: [], player: [] };
    let unable: string | undefined;
    for (let round = 0; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        if (side === 'player' && unable) continue;
        say(`${session.name}: ${side}, round ${round + 1} of ${rounds} …`);
        const effort = effortOf(side, session.events);
        try {
          visits[side].push(
            await visit({ browser, server, side, session, index, judged, printScript }, effort),
          );
        } catch (cause) {
          if (side === 'ours') throw cause;
          unable = String(cause).split('\n')[0];
        }
      }
    measured.push({ session, judged, visits, unable });
  }
  say('Zooming the timeline …');
  const zoom = await measureZoom(browser);
  printTables(measured);
  console.log(
    `Zooming the timeline through ${zoom.marks} marks: ${zoom.late} of ${zoom.steps} steps took longer than a frame; drawing every mark, ${zoom.lateDrawAll}`,
  );
  if (values.json)
    console.log(JSON.stringify({ ...ratiosOf(measured), droppedZooming: zoom.late / zoom.steps }));
} finally {
  await browser.close();
  server.stop();
}
