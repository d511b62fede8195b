import type { IntentId, LabelSetId, ProjectId } from '#core/ids.ts';
import { usualFields, type Intent, type LabelSet, type RequiredField } from '#core/label-set.ts';
import { epochMs } from '#core/time.ts';
import { call, settle } from './call.ts';
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
async function getLabelSet(client: Supabase, id: LabelSetId): Promise<LabelSet> {
  const [set, intents] = await Promise.all([
    settle(client.from('label_sets').select('version').eq('id', id).single()),
    settle(
      client
        .from('intents')
        .select('id, parent_id, slug, title, description')
        .eq('label_set_id', id)
        .order('position'),
    ),
  ]);
  return labelSetFromRow({
    id,
    version: set.version as number,
    intents: intents as IntentRow[],
  });
}

/** Publishes the next version of a project's labels; a slug's parent is the slug before its last `/`. */
export async function publishLabelSet(
  client: Supabase,
  project: ProjectId,
  intents: readonly Pick<Intent, 'slug' | 'title' | 'description'>[],
): Promise<LabelSetId> {
  return call<LabelSetId>(client, 'publish_label_set', { p_project: project, p_intents: intents });
}

/** The newest version of a project's labels; `undefined` before the first. */
export async function latestLabelSet(
  client: Supabase,
  project: ProjectId,
): Promise<LabelSet | undefined> {
  const sets = await settle(
    client
      .from('label_sets')
      .select('id')
      .eq('project_id', project)
      .order('version', { ascending: false })
      .limit(1),
  );
  return sets[0] && getLabelSet(client, sets[0].id as LabelSetId);
}
