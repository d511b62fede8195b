/** Prints of the right page at the moments of a session, kept beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { percentile } from './minute-of-work.ts';
import type { Moment } from './replay-moments.ts';
import type { BenchSession } from './replay-sessions.ts';
import type { ReplayTruth } from './replay-truth.ts';

declare const truth: ReplayTruth;

export interface Judged {
  /** In the order of the session's moments. */
  readonly prints: readonly string[];
  /** Median time of one keyframe rebuild by a fresh replayer, in ms. */
  readonly rebuildMs: number;
}

/** Prints the first `count` moments of a session. */
export async function judge(
  browser: Browser,
  origin: string,
  index: number,
  session: BenchSession,
  count: number,
): Promise<Judged> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    await page.goto(`${origin}/bench/replay-truth.html`);
    await page.waitForFunction('window.truth !== undefined');
    const rebuilds: number[] = [];
    for (const { page: events } of session.moments.slice(0, 9))
      rebuilds.push(await page.evaluate((given) => truth.rebuild(given), events));
    const prints = keptPrints(session);
    const missing = session.moments.slice(prints.length, count);
    if (missing.length > 0 && session.isJudgedWhole)
      await page.evaluate((path) => truth.load(path), `/session/${index}`);
    for (const moment of missing) prints.push(plain(await printAt(page, session, moment)));
    if (missing.length > 0) await writeFile(session.printsFile, JSON.stringify(prints));
    return { prints, rebuildMs: percentile(rebuilds, 0.5) };
  } finally {
    await page.close();
  }
}

const keptPrints = ({ printsFile }: BenchSession): string[] =>
  existsSync(printsFile)
    ? (JSON.parse(readFileSync(printsFile, 'utf8')) as string[]).map(plain)
    : [];

function printAt(page: Page, session: BenchSession, moment: Moment): Promise<string> {
  const at = session.startedAt + moment.atMs;
  if (session.isJudgedWhole) return page.evaluate((time) => truth.print(time), at);
  return page.evaluate(([events, time]) => truth.printPage(events, time), [
    moment.page,
    at + 1,
  ] as const);
}

/** The page's source shows through in fields, where a replay from the start and one from a keyframe
 * may differ in what nobody sees. The icon of a page is not on it; ours holds its address back. */
export const plain = (print: string): string =>
  print
    .split('\n')
    .map((line) => line.replace(/^(\s*<(?:input|textarea|select|option)).*?( value:|>$)/, '$1$2'))
    .map((line) => line.replace(/^(\s*<link) .*\brel=icon\b.*>$/, '$1>'))
    .map((line) => line.replace(/(<(?:select|textarea).*) checked:\w+/, '$1'))
    .join('\n');

export const withoutScroll = (print: string): string => print.replace(/ scroll:-?\d+,-?\d+/g, '');
