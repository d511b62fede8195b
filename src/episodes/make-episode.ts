import type { Action } from '#core/action.ts';
import type { ReleaseMaterial } from '#core/release.ts';
import type { PageVisit } from '#core/track.ts';
import { episodeHash, type UnsealedEpisode } from './episode-hash.ts';
import type { Episode, EpisodeStep } from './episode.ts';
import { makeStep } from './make-step.ts';
import { fieldKey, maskedFields, withhold } from './masked-fields.ts';
import { siteOf } from './site-of.ts';

/** What an episode tells of its making, beside the material. */
export interface EpisodeContext {
  /** E.g. `0.1.0`. */
  readonly toolVersion: string;
}

/** One approved task as an episode. It says nothing that the material does not. */
export function makeEpisode(material: ReleaseMaterial, context: EpisodeContext): Episode {
  const { task, intent } = material;
  const steps = stepsOf(material);
  const site = siteOf(steps[0]?.obs_before.url ?? '');
  const last = lastPage(material, steps.at(-1)?.tab);
  const unsealed: UnsealedEpisode = wellFormed({
    format: 'episode/1',
    id: `${task.id}-r${material.revision}`,
    task: {
      instruction: task.instruction.trim(),
      instruction_source: 'annotator',
      intent: {
        id: intent.id,
        slug: intent.slug,
        title: intent.title,
        label_set_version: material.labelSetVersion,
      },
      ...(task.outcome && { outcome: task.outcome }),
    },
    boundaries: { start_ms: Math.round(task.startsMs), end_ms: Math.round(task.endsMs) },
    ...(material.viewport && {
      env: { viewport: { width: material.viewport.width, height: material.viewport.height } },
    }),
    ...(site && { site }),
    steps,
    ...(last && {
      obs_final: { url: last.url, ...(last.title !== undefined && { title: last.title }) },
    }),
    provenance: {
      session_id: material.sessionId,
      contributor: material.contributor,
      annotator: material.annotator,
      revision: material.revision,
      reviews: material.reviews.map(({ reviewer, revision, decision }) => ({
        reviewer,
        revision,
        decision,
      })),
      consent: {
        purposes: [...material.consent.purposes].sort(),
        notice_version: material.consent.noticeVersion,
      },
      recording_format: material.format,
      extractor: `tasktape/${context.toolVersion}`,
      source_sha256: material.sourceSha256,
    },
  });
  return {
    ...unsealed,
    provenance: { ...unsealed.provenance, episode_sha256: episodeHash(unsealed) },
  };
}

function stepsOf({ actions, pages, task }: ReleaseMaterial): EpisodeStep[] {
  // A page change after the task's end is not the task's to tell, though the action led to it.
  const isInTask = (action: Action, url: string) =>
    pages.some(
      (page) =>
        page.tab === action.tab &&
        page.url === url &&
        page.startsMs >= action.startsMs &&
        page.startsMs < task.endsMs,
    );
  const steps = [...actions]
    .sort((a, b) => a.startsMs - b.startsMs || a.events[0] - b.events[0])
    .map((action, i) => {
      const leadsTo = 'leadsTo' in action ? action.leadsTo : undefined;
      const effect = leadsTo !== undefined && isInTask(action, leadsTo) ? leadsTo : undefined;
      return makeStep(action, { i, originMs: Math.round(task.startsMs), effect });
    });
  const masked = maskedFields(steps);
  return steps.map((step) => {
    const isMasked = step.action.type === 'type' && step.action.masked;
    return isMasked || masked.has(fieldKey(step) ?? '') ? withhold(step) : step;
  });
}

/** The page that stood in the last used tab when the task ended. */
function lastPage(
  { pages, task }: ReleaseMaterial,
  tab: number | undefined,
): PageVisit | undefined {
  return pages
    .filter((page) => page.tab === tab && page.startsMs < task.endsMs)
    .reduce<PageVisit | undefined>(
      (latest, page) => (latest && latest.startsMs > page.startsMs ? latest : page),
      undefined,
    );
}

/** Half of a character, as a broken recording may hold, has no UTF-8 form and so no hash. */
function wellFormed<T>(value: T): T {
  const mend = (_key: string, each: unknown) =>
    typeof each === 'string' ? each.replace(/\p{Surrogate}/gu, '\uFFFD') : each;
  return JSON.parse(JSON.stringify(value, mend)) as T;
}
