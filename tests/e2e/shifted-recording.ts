import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A demo recording made a day later: other bytes, the same work. Returns the file's path. */
export async function shiftedRecording(
  folder: string,
  slug = 'correct-an-address',
): Promise<string> {
  const packed = await readFile(`public/demo/recordings/${slug}.json.gz`);
  const events = JSON.parse(gunzipSync(packed).toString()) as { timestamp: number }[];
  const file = join(folder, `${slug}-later.json`);
  const later = events.map((event) => ({ ...event, timestamp: event.timestamp + 86_400_000 }));
  await writeFile(file, JSON.stringify(later));
  return file;
}
