/** The sessions of the bench: a recorded day, repeated, as one file for the player and as an import
 * stores it for ours. They are kept in a temporary folder until what makes them changes. */
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { recordDay, type RecordedDay } from './replay-day.ts';
import { RepeatedDay } from './replay-cycle.ts';
import { momentsOf, type Moment } from './replay-moments.ts';
import { importInto, readTold, type OpenedBench } from './replay-store.ts';

export interface SessionSize {
  readonly name: string;
  readonly events: number;
  readonly durationMs: number;
}

export const sizes: readonly SessionSize[] = [
  { name: '10 min', events: 50_000, durationMs: 10 * 60_000 },
  { name: '1 h', events: 200_000, durationMs: 60 * 60_000 },
  { name: '4 h', events: 800_000, durationMs: 240 * 60_000 },
];

export interface BenchSession extends SessionSize {
  /** All events as one gzipped JSON array. */
  readonly file: string;
  /** A folder with what opening tells, and the objects that it names. */
  readonly stored: string;
  readonly startedAt: number;
  /** Pages at times all over the session, by `dom`. */
  readonly moments: readonly Moment[];
  /** The right pages are told by a replay of all events; else from the page that `dom` tells. */
  readonly isJudgedWhole: boolean;
  /** Where prints of these pages may be kept. */
  readonly printsFile: string;
}

const seed = 20_261_120;
const makers = {
  day: ['public/demo', 'tests/demo', 'tests/bench/replay-desk.ts', 'tests/bench/replay-day.ts'],
  session: ['tests/bench/replay-cycle.ts'],
  store: [
    'tests/bench/replay-store.ts',
    'src/ingest/chunk-maker.ts',
    'src/ingest/keyframe-maker.ts',
    'src/dom/keyframe.ts',
  ],
  moments: ['src/dom', 'tests/bench/replay-moments.ts'],
  prints: ['tests/bench/replay-moments.ts', 'tests/replay/fresh-replay.ts', 'package.json'],
};
/** Of so many, each of the right pages can be replayed from the start. */
const fewEvents = 60_000;

/** Hash of all files at these paths, tests apart. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.filter((each) => existsSync(each))) {
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path];
    for (const file of files.sort())
      if (!file.endsWith('.test.ts') && statSync(file).isFile())
        hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}

async function daysWork(folder: string): Promise<RecordedDay> {
  const file = await made(join(folder, `day-${hashOf(makers.day)}.json`), async (path) => {
    console.error('Working the demo desk for two minutes of its own time …');
    await writeFile(path, JSON.stringify(await recordDay(seed)));
  });
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedDay;
}

export async function makeSessions(wanted: readonly SessionSize[]): Promise<BenchSession[]> {
  const root = join(tmpdir(), 'tasktape-bench-replay');
  const day = new RepeatedDay(await daysWork(root));
  const version = hashOf([...makers.day, ...makers.session]);
  const sessions: BenchSession[] = [];
  for (const size of wanted) {
    const folder = join(root, `${size.name.replace(' ', '-')}-${version}`);
    const events = () => day.events(size.events, size.durationMs);
    const file = await made(join(folder, 'events.json.gz'), async (path) => {
      console.error(`Making a session of ${size.name}, ${size.events} events …`);
      await pipeline(Readable.from(asJson(events())), createGzip(), createWriteStream(path));
    });
    const stored = await made(join(folder, `stored-${hashOf(makers.store)}`), async (path) => {
      console.error(`Importing the session of ${size.name} …`);
      mkdirSync(path);
      await importInto(path, file);
    });
    const { startedAt } = readTold<OpenedBench>(stored, 'open.json').head;
    const moments = await made(join(folder, `moments-${hashOf(makers.moments)}.json`), (path) =>
      writeFile(path, JSON.stringify(momentsOf(events(), startedAt, size.durationMs))),
    );
    const isJudgedWhole = size.events <= fewEvents;
    const printMakers = [...makers.prints, ...(isJudgedWhole ? [] : makers.moments)];
    sessions.push({
      ...size,
      file,
      stored,
      startedAt,
      moments: JSON.parse(readFileSync(moments, 'utf8')) as Moment[],
      isJudgedWhole,
      printsFile: join(folder, `prints-${hashOf(printMakers)}.json`),
    });
  }
  return sessions;
}

/** What is at this path, made there first if it is not, and never by half. */
async function made(path: string, make: (path: string) => Promise<void>): Promise<string> {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const making = `${path}.making`;
  await rm(making, { recursive: true, force: true });
  await make(making);
  await rename(making, path);
  return path;
}

function* asJson(events: Iterable<string>): Generator<string> {
  let batch: string[] = [];
  let bytes = 0;
  let before = '[';
  for (const event of events) {
    batch.push(event);
    bytes += event.length;
    if (bytes < 1 << 20) continue;
    yield before + batch.join(',');
    [batch, bytes, before] = [[], 0, ','];
  }
  yield batch.length === 0 ? ']' : `${before}${batch.join(',')}]`;
}
