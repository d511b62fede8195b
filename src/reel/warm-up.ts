import { indexChunk } from './chunk-index.ts';
import { Cursor } from './cursor.ts';
import { readEvents } from './read-events.ts';
import { samplePage } from './sample-page.ts';
import { checkHash, unpack } from './unpack.ts';

const rounds = 6;

/** Goes a chunk's way from its bytes to a page, so that the browser has compiled it by the time one
 * is wanted. */
export async function warmUp(): Promise<void> {
  const json = new Blob([JSON.stringify(samplePage())]);
  const packing = json.stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packing).arrayBuffer());
  for (let round = 0; round < rounds; round += 1) {
    await checkHash(bytes, '');
    const unpacked = await unpack(bytes);
    const told = unpacked.ok ? readEvents(unpacked.value.text) : unpacked;
    if (!told.ok) return;
    const cursor = new Cursor(0, { slot: 0, index: 0 });
    for (const event of indexChunk(told.value).events) cursor.apply(event);
    structuredClone(cursor.write(0));
  }
}
