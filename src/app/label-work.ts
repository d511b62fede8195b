/** The labels of a project as their editor needs them: what is published, how it is used, and what
 * this browser keeps of the next version. */

import type { IntentId, ProjectId } from '#core/ids.ts';
import type { LabelSet } from '#core/label-set.ts';
import {
  getLabelSet,
  labelUse,
  listLabelSets,
  type LabelSetVersion,
  type LabelUse,
} from '#data/label-sets.ts';
import type { Supabase } from '#data/supabase.ts';
import { readKept, takeOver } from '#labels/kept-labels.ts';
import { LabelDraft } from '#labels/label-draft.svelte.ts';
import { recall, remember } from '#ui/remembered.ts';

export interface LabelWork {
  readonly versions: readonly LabelSetVersion[];
  readonly use: ReadonlyMap<IntentId, LabelUse>;
  readonly draft: LabelDraft;
  /** The version that what is kept was edited from, where a newer one was published since. */
  readonly takenFrom: number | undefined;
}

export async function openLabelWork(client: Supabase, project: ProjectId): Promise<LabelWork> {
  const [versions, use] = await Promise.all([
    listLabelSets(client, project),
    labelUse(client, project),
  ]);
  const drawer = `labels ${project}`;
  const found = readKept(recall(drawer));
  const newest = versions[0];
  const isBehind = found !== undefined && newest !== undefined && found.after < newest.version;
  const needed = versions.filter(
    (each) => each === newest || (isBehind && each.version > found.after),
  );
  const sets = await getAll(client, needed);
  const base = sets.at(-1);
  const draft = new LabelDraft({
    base,
    kept: found && isBehind ? takeOver(found, sets) : found,
    keep: (kept) => remember(drawer, kept ? JSON.stringify(kept) : ''),
    makeId: () => crypto.randomUUID() as IntentId,
  });
  return { versions, use, draft, takenFrom: isBehind ? found.after : undefined };
}

/** All versions from one to another, oldest first. */
export function getBetween(
  client: Supabase,
  versions: readonly LabelSetVersion[],
  from: number,
  to: number,
): Promise<LabelSet[]> {
  return getAll(
    client,
    versions.filter(({ version }) => version >= from && version <= to),
  );
}

async function getAll(client: Supabase, versions: readonly LabelSetVersion[]): Promise<LabelSet[]> {
  const sets = await Promise.all(versions.map(({ id }) => getLabelSet(client, id)));
  return sets.sort((a, b) => a.version - b.version);
}
