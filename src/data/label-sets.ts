import type { IntentId, LabelSetId, ProjectId, UserId } from '#core/ids.ts';
import { usualFields, type Intent, type LabelSet, type RequiredField } from '#core/label-set.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
import { namesOf } from './projects.ts';
import type { Supabase } from './supabase.ts';

export interface IntentRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly slug: string;
  readonly title: string;
  readonly description: string | null;
  readonly examples?: readonly string[] | null;
  readonly key?: string | null;
  readonly colour?: number | null;
  readonly retired?: boolean | null;
  /** Ids of the intents it carries on. */
  readonly carries_on?: readonly string[] | null;
}

export function intentFromRow(row: IntentRow): Intent {
  return {
    id: row.id as IntentId,
    ...(row.parent_id && { parentId: row.parent_id as IntentId }),
    slug: row.slug,
    title: row.title,
    ...(row.description && { description: row.description }),
    ...(row.examples?.length && { examples: row.examples }),
    ...(row.key && { key: row.key }),
    ...(typeof row.colour === 'number' && { colour: row.colour }),
    ...(row.retired && { retired: true }),
    ...(row.carries_on?.length && { from: row.carries_on as readonly IntentId[] }),
  };
}

export interface LabelSetRow {
  readonly id: string;
  readonly version: number;
  readonly required_fields?: readonly RequiredField[];
  readonly published_at?: string;
  readonly note?: string;
  /** In the order their author gave. */
  readonly intents: readonly IntentRow[];
}

export const labelSetFromRow = (row: LabelSetRow): LabelSet => ({
  id: row.id as LabelSetId,
  version: row.version,
  intents: row.intents.map(intentFromRow),
  requiredFields: row.required_fields ?? usualFields,
  publishedAt: epochMs(Date.parse(row.published_at ?? '')),
  note: row.note ?? '',
});

/** One version of a label set, in the order its author gave. */
export async function getLabelSet(client: Supabase, id: LabelSetId): Promise<LabelSet> {
  return labelSetFromRow(await call<LabelSetRow>(client, 'label_set', { p_label_set: id }));
}

export interface LabelSetToPublish {
  readonly intents: readonly PublishedIntent[];
  readonly requiredFields?: readonly RequiredField[];
  readonly note?: string;
  /** The version it was made from, 0 for none: refused where another was published since. */
  readonly after?: number;
}

/** A slug's parent is the slug before its last `/`. Without `from` it carries on the one of its slug. */
export type PublishedIntent = Omit<Intent, 'id' | 'parentId'>;

/** Publishes the next version of a project's labels. */
export async function publishLabelSet(
  client: Supabase,
  project: ProjectId,
  { intents, requiredFields = usualFields, note = '', after }: LabelSetToPublish,
): Promise<LabelSetId> {
  return call<LabelSetId>(client, 'publish_label_set', {
    p_project: project,
    p_intents: intents,
    p_required_fields: requiredFields,
    p_note: note,
    ...(after !== undefined && { p_after: after }),
  });
}

/** A version in the list of all. */
export interface LabelSetVersion {
  readonly id: LabelSetId;
  readonly version: number;
  readonly publishedAt: EpochMs;
  readonly authorName: string | undefined;
  readonly note: string;
}

/** All versions of a project's labels, the newest first. */
export async function listLabelSets(
  client: Supabase,
  project: ProjectId,
): Promise<LabelSetVersion[]> {
  const rows = await settle(
    client
      .from('label_sets')
      .select('id, version, published_at, published_by, note')
      .eq('project_id', project)
      .order('version', { ascending: false }),
  );
  const authors = new Set(rows.map((row) => row.published_by as UserId | null));
  authors.delete(null);
  const names = await namesOf(client, [...(authors as Set<UserId>)]);
  return rows.map((row) => ({
    id: row.id as LabelSetId,
    version: row.version as number,
    publishedAt: epochMs(Date.parse(row.published_at as string)),
    authorName: row.published_by ? names.get(row.published_by as UserId) : undefined,
    note: row.note as string,
  }));
}

/** How many tasks stand under an intent, under whatever version they were labeled. */
export interface LabelUse {
  readonly tasks: number;
  readonly approved: number;
}

/** By the intents of the newest version; those that no task has are left out. */
export async function labelUse(
  client: Supabase,
  project: ProjectId,
): Promise<ReadonlyMap<IntentId, LabelUse>> {
  const rows = await call<(LabelUse & { readonly intent_id: string })[]>(client, 'label_use', {
    p_project: project,
  });
  return new Map(
    rows.map(({ intent_id, tasks, approved }) => [intent_id as IntentId, { tasks, approved }]),
  );
}
