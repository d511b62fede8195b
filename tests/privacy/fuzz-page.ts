/** Runs in the fuzzed page: random pages, recorded by the recorder's own stream, searched on the spot. */
import { defaultCapturePolicy, type CapturePolicy } from '#core/capture-policy.ts';
import type { OpenRecording } from '#delivery/keeper-messages.ts';
import { eventType, incrementalSource, type RecordedEvent } from '#dom/rrweb-events.ts';
import { Stream } from '#recorder/stream.ts';
import { Canaries } from './canaries.ts';
import { CanarySearch, describeFound } from './find-canaries.ts';
import { RandomPage } from './random-page.ts';

export interface FuzzCase {
  readonly seed: number;
  /** Which of the case's steps are taken; all where absent. */
  readonly steps?: readonly number[];
}

export interface FuzzResult {
  readonly leaks: readonly string[];
  readonly events: number;
  readonly snapshots: number;
  readonly mutations: number;
  /** The page as it stood at the end. */
  readonly html: string;
}

export interface FuzzRun {
  /** The first that leaked. */
  readonly seed?: number;
  readonly events: number;
  readonly snapshots: number;
  readonly mutations: number;
}

const stepsOfCase = 40;
const before = 20;

const policies: readonly Partial<CapturePolicy>[] = [
  {},
  { fieldDefault: 'none' },
  { timeQuantumMs: 100, fields: [{ selector: 'textarea', fidelity: 'none' }] },
  { vocabulary: ['Order', 'was saved by the customer'], block: ['table'] },
];

function recordingOf(policy: Partial<CapturePolicy>): OpenRecording {
  const rules = { ...defaultCapturePolicy, ...policy };
  return {
    session: 'fuzz' as OpenRecording['session'],
    tab: 0,
    next: 0,
    startedAt: 0 as OpenRecording['startedAt'],
    salt: '6f1b0c',
    terms: {
      project: 'Fuzz',
      notice: { version: 1, text: 'None', purposes: [] },
      policy: { version: 1, sha256: '00', rules },
      sites: [location.origin],
      previewHours: 0,
    },
    purposes: [],
    paused: false,
    myRecordingsUrl: '',
  };
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function run({ seed, steps }: FuzzCase): Promise<FuzzResult> {
  document.head.replaceChildren();
  document.body.replaceChildren();
  document.adoptedStyleSheets = [];
  history.replaceState(null, '', '/orders');
  const canaries = new Canaries(seed);
  const page = new RandomPage(canaries, document.body);
  const taken = steps ?? Array.from({ length: stepsOfCase }, (_, index) => index);
  for (const index of taken.filter((each) => each < before)) page.take(seed, index);
  const events: RecordedEvent[] = [];
  const stream = new Stream({
    recording: recordingOf(policies[seed % policies.length]!),
    send: (batch) => events.push(...batch.events),
    giveUp: () => undefined,
    sign: () => undefined,
  });
  stream.start('begin');
  for (const index of taken.filter((each) => each >= before)) page.take(seed, index);
  await rest(2);
  stream.takeSnapshot();
  stream.halt('stop');
  stream.close();
  const found = new CanarySearch(canaries.all).findIn(events);
  return {
    leaks: describeFound(found),
    events: events.length,
    snapshots: events.filter(({ type }) => type === eventType.fullSnapshot).length,
    mutations: events.filter(isMutation).length,
    html: found.length > 0 ? document.documentElement.outerHTML : '',
  };
}

const isMutation = ({ type, data }: RecordedEvent) =>
  type === eventType.incremental &&
  (data as { source: number }).source === incrementalSource.mutation;

/** Leaves out steps for as long as something still leaks. */
async function shrink(seed: number): Promise<FuzzResult & { steps: readonly number[] }> {
  let steps: readonly number[] = Array.from({ length: stepsOfCase }, (_, index) => index);
  for (const index of steps) {
    const fewer = steps.filter((each) => each !== index);
    if ((await run({ seed, steps: fewer })).leaks.length > 0) steps = fewer;
  }
  return { ...(await run({ seed, steps })), steps };
}

const fuzz = {
  run,
  shrink,
  /** The first seed of these that leaks, and how many events there were in all. */
  async find(from: number, count: number): Promise<FuzzRun> {
    const counts = { events: 0, snapshots: 0, mutations: 0 };
    for (let seed = from; seed < from + count; seed += 1) {
      const result = await run({ seed });
      counts.events += result.events;
      counts.snapshots += result.snapshots;
      counts.mutations += result.mutations;
      if (result.leaks.length > 0) return { ...counts, seed };
    }
    return counts;
  },
};

export type Fuzz = typeof fuzz;

Object.assign(window, { fuzz });
