/** Saves a release as one zip on the person's own disk. */
import { zip } from 'fflate';
import type { ReleaseId } from '#core/ids.ts';
import { downloadRelease } from '#data/releases.ts';
import type { Supabase } from '#data/supabase.ts';

const names = ['episodes.jsonl', 'README.md', 'manifest.json'];

export async function downloadZip(
  client: Supabase,
  release: ReleaseId,
  folder: string,
): Promise<void> {
  const files = await downloadRelease(client, release, names);
  const tree = Object.fromEntries(files.map((file) => [`${folder}/${file.name}`, file.bytes]));
  const bytes = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    zip(tree, (error, made) => (error ? reject(error) : resolve(made.slice())));
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  link.download = `${folder}.zip`;
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
