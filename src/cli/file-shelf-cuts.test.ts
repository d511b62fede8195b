import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShelfChange } from '#delivery/shelf.ts';
import { FileShelf } from './file-shelf.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tasktape-shelf-'));
});
afterAll(() => rm(parent, { recursive: true, force: true }));

// One for each run: a run that fails leaves its shelf open.
const newFolder = () => mkdtemp(join(parent, 'run-'));

async function contentsOf(shelf: FileShelf): Promise<Map<string, unknown>> {
  const contents = new Map<string, unknown>();
  for (const key of await shelf.keys('')) contents.set(key, await shelf.read(key));
  return contents;
}

const change: fc.Arbitrary<ShelfChange> = fc.oneof(
  fc.record({
    put: fc.constantFrom('a', 'b', 'c/1', 'c/2'),
    value: fc.oneof(fc.string(), fc.uint8Array({ maxLength: 40 }), fc.integer()),
  }),
  fc.record({ remove: fc.constantFrom('a', 'b', 'c/1', 'c/2') }),
);

function apply(contents: ReadonlyMap<string, unknown>, changes: readonly ShelfChange[]) {
  const next = new Map(contents);
  for (const each of changes)
    if ('put' in each) next.set(each.put, each.value);
    else if ('remove' in each) next.delete(each.remove);
  return next;
}

const writes = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});

test('cut at any byte, the log holds the first writes whole and nothing of the others', async () => {
  await fc.assert(
    fc.asyncProperty(writes, fc.nat(), fc.boolean(), async (all, cutAt, zeros) => {
      const folder = await newFolder();
      const log = join(folder, 'shelf.log');
      const shelf = await FileShelf.open(folder);
      const states: { size: number; contents: Map<string, unknown> }[] = [];
      let contents = new Map<string, unknown>();
      for (const changes of [[{ put: 'first', value: 0 }], ...all]) {
        await shelf.write(changes);
        contents = apply(contents, changes);
        states.push({ size: (await stat(log)).size, contents });
      }
      const whole = await readFile(log);
      await shelf.close();

      const cut = cutAt % (whole.length + 1);
      // A power cut may leave a file longer than what reached it.
      const tail = zeros && cut >= 8 ? Buffer.alloc(50) : Buffer.alloc(0);
      const left = Buffer.concat([whole.subarray(0, cut), tail]);
      await writeFile(log, left);
      // Compared by bytes: a frame that ends in a zero is whole again by the tail.
      const isWhole = ({ size }: { size: number }) =>
        left.subarray(0, size).equals(whole.subarray(0, size));
      const kept = states.findLast(isWhole)?.contents ?? new Map();
      const again = await FileShelf.open(folder);
      expect(await contentsOf(again)).toEqual(kept);
      await again.write([{ put: 'after', value: 'the cut' }]);
      await again.close();
      const last = await FileShelf.open(folder);
      expect(await contentsOf(last)).toEqual(apply(kept, [{ put: 'after', value: 'the cut' }]));
      await last.close();
    }),
    { numRuns: 60 },
  );
});

test('writing the log anew changes nothing that is in it', async () => {
  await fc.assert(
    fc.asyncProperty(writes, async (all) => {
      const folder = await newFolder();
      let contents: Map<string, unknown> = new Map();
      for (const changes of all) {
        const shelf = await FileShelf.open(folder);
        await shelf.write(changes);
        contents = apply(contents, changes);
        expect(await contentsOf(shelf)).toEqual(contents);
        await shelf.close();
      }
    }),
    { numRuns: 20 },
  );
});
