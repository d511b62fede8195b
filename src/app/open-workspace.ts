/** Opens a session in one role; its first page is on its way before anything is on the screen. */
import type { Ms } from '#core/time.ts';
import { firstObjects } from './first-objects.ts';
import type { SessionReading } from './session-reading.ts';
import { Workspace } from './workspace.svelte.ts';

/** `at` is where it will most likely be looked at first, where that is known. */
export async function openWorkspace(
  reading: SessionReading,
  at: Ms | undefined,
): Promise<Workspace> {
  const opened = await reading.open();
  if (at !== undefined) reading.fetchAhead(firstObjects(opened, at));
  return new Workspace(opened, reading);
}
