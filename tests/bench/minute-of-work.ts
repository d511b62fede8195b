/** One recorded minute of work, with real input, and what it cost the page's main thread. */
import type { Browser, CDPSession, Page } from 'playwright';
import { workOnce } from './bench-page.ts';

export interface Cost {
  /** Processor time of tasks on the main thread: a busy machine does not lengthen it. */
  readonly mainThreadMs: number;
  readonly handlingP95Ms: number;
  readonly longTasks: number;
  readonly heapBytes: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

const steps = 300;
const typed = 'The second delivery is late again. ';
const longTaskUs = 50_000;
const inputs = /^(key|mouse|pointer|click|input|beforeinput|focus|blur|scroll|wheel)/;

export async function measureMinute(
  browser: Browser,
  page: Page,
  begin: () => Promise<void>,
): Promise<Cost> {
  const devtools = await page.context().newCDPSession(page);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'],
  });
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(devtools);
  await begin();
  await work(page);
  const after = await taskSeconds(devtools);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const mainThreadMs = (after - before) * 1000;
  return { ...readTrace(trace.traceEvents), mainThreadMs, heapBytes: usedSize };
}

async function taskSeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** The page works by itself while a person types, scrolls and clicks. */
async function work(page: Page): Promise<void> {
  await page.focus('#search');
  for (let step = 0; step < steps; step += 1) {
    await page.evaluate(workOnce, step);
    if (step % 2 === 0) await page.keyboard.press(typed[(step / 2) % typed.length]!);
    if (step % 20 === 10) await page.mouse.wheel(0, 240);
    if (step % 30 === 15) await page.mouse.click(40, 200 + step);
    if (step % 60 === 40) await page.focus(step % 120 === 40 ? '#note' : '#search');
  }
  await page.waitForTimeout(700);
}

function readTrace(events: readonly TraceEvent[]): Pick<Cost, 'handlingP95Ms' | 'longTasks'> {
  const main = busiestMain(events);
  const ours = events.filter(({ pid, tid }) => `${pid}/${tid}` === main);
  const tasks = ours.filter(({ name }) => name === 'RunTask').map(timeOf);
  const handled = ours
    .filter(({ name, args }) => name === 'EventDispatch' && inputs.test(args.data?.type ?? ''))
    .map(timeOf);
  return {
    handlingP95Ms: percentile(handled, 0.95) / 1000,
    longTasks: tasks.filter((each) => each > longTaskUs).length,
  };
}

const timeOf = ({ tdur, dur = 0 }: TraceEvent) => tdur ?? dur;

/** The page's own: other renderers stand idle beside it. */
function busiestMain(events: readonly TraceEvent[]): string {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const busy = new Map<string, number>();
  for (const event of events) {
    const thread = `${event.pid}/${event.tid}`;
    if (event.name === 'RunTask' && mains.has(thread))
      busy.set(thread, (busy.get(thread) ?? 0) + timeOf(event));
  }
  return [...busy].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
