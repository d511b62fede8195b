import { randomUUID } from 'node:crypto';
import { link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes a rename or a new name in `folder` outlast a power cut, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Writes a private file whole or not at all. `replace: false` leaves one that is there alone. */
export async function writeFileDurably(
  path: string,
  text: string,
  { replace = true } = {},
): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (replace) await rename(temporary, path);
  else await link(temporary, path).finally(() => unlink(temporary));
  await syncFolder(dirname(path));
}
