import type { Purpose } from '#core/consent.ts';
import type { AnnotationId, ProjectId, ReleaseId, SessionId, TaskId, UserId } from '#core/ids.ts';
import type { LeftOut, Release, ReleaseMaterial, ReleaseState } from '#core/release.ts';
import { epochMs } from '#core/time.ts';
import { taskFromRow, type TaskRow } from './task-row.ts';
import { call, settle } from './call.ts';
import { failureOf } from './failure.ts';
import { intentFromRow, type IntentRow } from './label-sets.ts';
import { namesOf } from './projects.ts';
import type { Supabase } from './supabase.ts';

/** The finished releases of a project, newest first. */
export async function listReleases(client: Supabase, project: ProjectId): Promise<Release[]> {
  const rows = await settle(
    client
      .from('releases')
      .select('id, name, purpose, state, episodes, manifest_sha256, built_by, built_at')
      .eq('project_id', project)
      .neq('state', 'building')
      .order('built_at', { ascending: false }),
  );
  const names = await namesOf(client, [...new Set(rows.map((row) => row.built_by as UserId))]);
  return rows.map((row) => ({
    id: row.id as ReleaseId,
    projectId: project,
    name: row.name as string,
    purpose: row.purpose as Purpose,
    state: row.state as ReleaseState,
    episodes: row.episodes as number,
    manifestSha256: row.manifest_sha256 as string,
    builtAt: epochMs(Date.parse(row.built_at as string)),
    builtByName: names.get(row.built_by as UserId) ?? 'unnamed',
  }));
}

/** What a release would hold, and what it leaves out and why. */
export interface ReleasePreview {
  readonly included: number;
  readonly sessions: number;
  readonly leftOut: readonly LeftOut[];
}

export async function previewRelease(
  client: Supabase,
  project: ProjectId,
  purpose: Purpose,
): Promise<ReleasePreview> {
  const answer = await call<{
    included: number;
    sessions: number;
    left_out: { session_id: string; count: number; sentence: string }[];
  }>(client, 'preview_release', { p_project: project, p_purpose: purpose });
  return {
    included: answer.included,
    sessions: answer.sessions,
    leftOut: answer.left_out.map((row) => ({
      sessionId: row.session_id as SessionId,
      count: row.count,
      sentence: row.sentence,
    })),
  };
}

type MaterialRow = Omit<
  ReleaseMaterial,
  | 'sessionId'
  | 'annotationId'
  | 'task'
  | 'intent'
  | 'labelSetVersion'
  | 'consent'
  | 'sourceSha256'
  | 'viewport'
> & {
  readonly session_id: string;
  readonly annotation_id: string;
  readonly task: TaskRow;
  readonly intent: IntentRow;
  readonly label_set_version: number;
  readonly consent: { readonly purposes: Purpose[]; readonly notice_version: number };
  readonly viewport: ReleaseMaterial['viewport'] | null;
  readonly source_sha256: string[];
};

/**
 * Starts a release and hands out its material, which every contributor concerned sees in their
 * access log. The release counts for nothing until `publishRelease`.
 */
export async function startRelease(
  client: Supabase,
  project: ProjectId,
  name: string,
  purpose: Purpose,
): Promise<{ readonly releaseId: ReleaseId; readonly material: readonly ReleaseMaterial[] }> {
  const answer = await call<{ release_id: string; material: MaterialRow[] }>(
    client,
    'start_release',
    {
      p_project: project,
      p_name: name,
      p_purpose: purpose,
    },
  );
  return {
    releaseId: answer.release_id as ReleaseId,
    material: answer.material.map(materialFromRow),
  };
}

function materialFromRow(row: MaterialRow): ReleaseMaterial {
  return {
    sessionId: row.session_id as SessionId,
    annotationId: row.annotation_id as AnnotationId,
    contributor: row.contributor,
    annotator: row.annotator,
    task: taskFromRow(row.task),
    intent: intentFromRow(row.intent),
    labelSetVersion: row.label_set_version,
    revision: row.revision,
    reviews: row.reviews,
    consent: { purposes: row.consent.purposes, noticeVersion: row.consent.notice_version },
    actions: row.actions,
    pages: row.pages,
    ...(row.viewport && { viewport: row.viewport }),
    format: row.format,
    sourceSha256: row.source_sha256,
  };
}

/** A file of a release: its name and its bytes. */
export interface ReleaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Which task of which revision became which episode. */
export interface PublishedEpisode {
  readonly annotationId: AnnotationId;
  readonly revision: number;
  readonly taskId: TaskId;
  readonly sessionId: SessionId;
  readonly episodeSha256: string;
}

/** Stores the files, `manifest.json` last, and makes the release ready. */
export async function publishRelease(
  client: Supabase,
  release: ReleaseId,
  files: readonly ReleaseFile[],
  manifestSha256: string,
  episodes: readonly PublishedEpisode[],
): Promise<void> {
  const last = (file: ReleaseFile) => Number(file.name === 'manifest.json');
  for (const file of [...files].sort((a, b) => last(a) - last(b))) {
    const { error } = await client.storage
      .from('releases')
      .upload(`${release}/${file.name}`, new Blob([file.bytes.slice()]), {
        contentType: 'application/octet-stream',
      });
    if (error) throw failureOf(error);
  }
  await call(client, 'publish_release', {
    p_release: release,
    p_manifest_sha256: manifestSha256,
    p_episodes: episodes.map((each) => ({
      annotation_id: each.annotationId,
      revision: each.revision,
      task_id: each.taskId,
      session_id: each.sessionId,
      episode_sha256: each.episodeSha256,
    })),
  });
}

/** Fetches the named files of a finished release; the download is written down first. */
export async function downloadRelease(
  client: Supabase,
  release: ReleaseId,
  names: readonly string[],
): Promise<ReleaseFile[]> {
  await call(client, 'open_release', { p_release: release });
  return Promise.all(
    names.map(async (name) => {
      const { data, error } = await client.storage.from('releases').download(`${release}/${name}`);
      if (error) throw failureOf(error);
      return { name, bytes: new Uint8Array(await data.arrayBuffer()) };
    }),
  );
}
