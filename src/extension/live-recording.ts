/** What the shelf says without any page: whether a recording is under way, and whose. */
import type { RecorderSettings } from '#delivery/keeper-messages.ts';
import type { KeptRecording } from '#delivery/kept-recording.ts';
import type { Shelf } from '#delivery/shelf.ts';
import { ShelfPlaces } from '#delivery/shelf-places.ts';
import type { SessionId } from '#core/ids.ts';

export interface LiveRecording {
  readonly paused: boolean;
  readonly project: string;
}

export async function readLiveRecording(
  shelf: Shelf,
  settings: RecorderSettings,
): Promise<LiveRecording | undefined> {
  const places = new ShelfPlaces(settings);
  const session = await shelf.read<SessionId>(places.live);
  const kept = session && (await shelf.read<KeptRecording>(places.recording(session)));
  if (!kept || kept.ending) return undefined;
  return { paused: kept.paused, project: kept.terms.project };
}

/** Where this person finds the own recordings; nobody does before the first yes. */
export async function readMyRecordingsUrl(
  shelf: Shelf,
  settings: RecorderSettings,
): Promise<string | undefined> {
  const token = await shelf.read<string>(new ShelfPlaces(settings).contributor);
  const app = (settings.appUrl ?? settings.url).replace(/\/+$/, '');
  return token && `${app}/recordings#contributor=${token}`;
}
