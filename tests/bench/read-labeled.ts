/** The labeled sessions, each as the track that the workbench would draw of it. */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { joinTracks } from '#core/join-tracks.ts';
import { ms, type Ms, type Span } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import type { LabeledSession } from './labeled-session.ts';

export interface ReadSession {
  readonly slug: string;
  readonly labels: LabeledSession;
  readonly track: Track;
  readonly durationMs: Ms;
  readonly truth: readonly Span[];
}

const labelsFolder = fileURLToPath(new URL('hand-labels/', import.meta.url));
const shared = process.env['TASKTAPE_RECORDINGS'] ?? '../shared/recordings';

const placeOf = ({ recording }: LabeledSession) =>
  resolve(recording.replace(/^shared\//, `${shared}/`));

export const isShared = ({ labels }: Pick<ReadSession, 'labels'>) =>
  labels.recording.startsWith('shared/');

/** Sessions whose recording is not there are left out; `missing` names them. */
export async function readLabeled(): Promise<{
  readonly sessions: readonly ReadSession[];
  readonly missing: readonly string[];
}> {
  const sessions: ReadSession[] = [];
  const missing: string[] = [];
  for (const file of readdirSync(labelsFolder).sort()) {
    const labels = JSON.parse(readFileSync(labelsFolder + file, 'utf8')) as LabeledSession;
    const slug = basename(file, '.json');
    if (existsSync(placeOf(labels))) sessions.push(await read(slug, labels));
    else missing.push(slug);
  }
  return { sessions, missing };
}

async function read(slug: string, labels: LabeledSession): Promise<ReadSession> {
  const path = placeOf(labels);
  const tracks: Track[] = [];
  let durationMs = ms(0);
  const outcome = await ingestRecording(
    { name: slug, size: statSync(path).size, open: () => createReadStream(path) },
    {
      begin: (head) => Promise.resolve(void (durationMs = head.durationMs)),
      write: (chunk) => Promise.resolve(void tracks.push(chunk.track)),
    },
  );
  if (!outcome.ok) throw new Error(`${slug}: ${outcome.problems[0]?.sentence}`);
  const truth = labels.tasks.map(({ startsMs, endsMs }) => ({
    startsMs: ms(startsMs),
    endsMs: ms(Math.min(endsMs, durationMs)),
  }));
  return { slug, labels, track: joinTracks(tracks), durationMs, truth };
}
