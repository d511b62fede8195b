import { afterEach, expect, test, vi } from 'vitest';
import type { ShelfChange } from '#delivery/shelf.ts';
import type { KeyframeWriter as Writer } from '#ingest/keyframe-writer.ts';
import type * as memoryShelf from './memory-shelf.ts';

/** The fault runs are worth something only if they go red when a rule is broken. */
const mutants: Record<string, () => void> = {
  'what came twice is stored twice': () =>
    mutate('#delivery/take-batch.ts', ({ takeBatch }) => ({
      takeBatch: (stream: { next: number }, batch: object, startedAt: number) =>
        takeBatch!(stream, { ...batch, first: stream.next }, startedAt),
    })),
  'a hole in the numbers is passed over': () =>
    mutate('#delivery/take-batch.ts', ({ takeBatch }) => ({
      takeBatch: (stream: { next: number }, batch: { first: number }, startedAt: number) =>
        takeBatch!({ ...stream, next: Math.max(stream.next, batch.first) }, batch, startedAt),
    })),
  'no gap is named': () =>
    mutate('#delivery/take-batch.ts', () => ({
      takeGap: (stream: object) => ({ stream, rows: [] }),
    })),
  'times follow a clock that was set back': () =>
    mutate('#delivery/steady-time.ts', () => ({
      steadyTime: (_: object, lastAt: number) => ({ lastAt, shift: 0, jumpMs: 0 }),
    })),
  'the journal is not on the disk': () =>
    mutateShelf((changes) =>
      changes.filter((change) => !('put' in change && change.put.includes('/journal/'))),
    ),
  'keepers do not look who was first': () =>
    mutateShelf((changes) => changes.filter((change) => !('expect' in change))),
  'a style sheet does not go with its keyframe': () =>
    mutate('#ingest/keyframe-writer.ts', ({ KeyframeWriter }) => ({
      KeyframeWriter: class extends (KeyframeWriter as unknown as typeof Writer) {
        override write(...all: Parameters<Writer['write']>) {
          const written = super.write(...all);
          return written && { ...written, newSheets: written.newSheets.slice(1) };
        }
      },
    })),
  'a chunk is thrown away when sending fails': () =>
    mutate('#delivery/api-failure.ts', ({ ApiFailure }) => ({
      ApiFailure: class extends (ApiFailure as unknown as typeof Error) {
        readonly kind = 'invalid';
        constructor(_: string, sentence: string) {
          super(sentence, sentence as never);
        }
      },
    })),
};

const enough = 150;

afterEach(() => {
  vi.doUnmock('#delivery/take-batch.ts');
  vi.doUnmock('#delivery/steady-time.ts');
  vi.doUnmock('#delivery/api-failure.ts');
  vi.doUnmock('#ingest/keyframe-writer.ts');
  vi.doUnmock('./memory-shelf.ts');
});

test.each(Object.keys(mutants))(
  'the runs notice when %s',
  async (name) => {
    vi.resetModules();
    mutants[name]!();
    const { faultRun } = await import('./fault-run.ts');
    let noticed: string | undefined;
    for (let seed = 1; seed <= enough && noticed === undefined; seed += 1)
      noticed = (await faultRun(seed)).problems[0];
    expect(noticed).toBeDefined();
  },
  120_000,
);

type Exports = Record<string, ((...all: unknown[]) => unknown) | undefined>;

function mutate(path: string, change: (original: Exports) => object): void {
  vi.doMock(path, async (original) => {
    const exports = await original<Exports>();
    return { ...exports, ...change(exports) };
  });
}

function mutateShelf(filter: (changes: readonly ShelfChange[]) => readonly ShelfChange[]): void {
  vi.doMock('./memory-shelf.ts', async (original) => {
    const { MemoryShelf } = await original<typeof memoryShelf>();
    return {
      MemoryShelf: class extends MemoryShelf {
        override write(changes: readonly ShelfChange[]) {
          return super.write(filter(changes));
        }
      },
    };
  });
}
