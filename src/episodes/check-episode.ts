/**
 * The rules an episode keeps that a schema can't say. Answers every problem at once; an empty list
 * means that the episode may be trained on for `purpose`.
 */
import type { Purpose } from '#core/consent.ts';
import type { Problem } from '#core/outcome-of.ts';
import { episodeHash } from './episode-hash.ts';
import type { Episode, EpisodeStep } from './episode.ts';
import { kindsWithTarget } from './make-step.ts';
import { fieldKey, leakOf, maskedFields } from './masked-fields.ts';

export function checkEpisode(episode: Episode, purpose: Purpose): Problem[] {
  return [
    ...checkTask(episode),
    ...checkSteps(episode),
    ...checkMasks(episode.steps),
    ...checkApproval(episode),
    ...checkConsent(episode, purpose),
    ...checkHash(episode),
  ];
}

function checkTask({ task, boundaries, steps }: Episode): Problem[] {
  return problemsOf([
    [task.instruction.trim() === '', 'task.instruction', 'The task has no instruction.'],
    [
      boundaries.end_ms <= boundaries.start_ms,
      'boundaries',
      'The task does not end after it starts.',
    ],
    [steps.length === 0, 'steps', 'No whole action lies inside the task.'],
  ]);
}

function checkSteps({ steps, boundaries }: Episode): Problem[] {
  const duration = boundaries.end_ms - boundaries.start_ms;
  return steps.flatMap((step, index) => {
    const path = `steps[${index}]`;
    const before = steps[index - 1];
    const [first, last] = step.evidence.events;
    return problemsOf([
      [step.i !== index, `${path}.i`, `The step is numbered ${step.i} where ${index} is due.`],
      [
        before !== undefined && step.t_ms < before.t_ms,
        `${path}.t_ms`,
        'The step starts before the step in front of it.',
      ],
      [step.t_end_ms < step.t_ms, `${path}.t_end_ms`, 'The step ends before it starts.'],
      [
        step.t_ms < 0 || step.t_end_ms > duration,
        path,
        `The step is not wholly inside the task (0 to ${duration} ms).`,
      ],
      [
        step.obs_before.t_ms > step.t_ms,
        `${path}.obs_before.t_ms`,
        'The state before the step was taken after the step began.',
      ],
      [
        step.target !== undefined && step.target_lost === true,
        path,
        'The step has a target and says that its target is lost.',
      ],
      [
        step.target === undefined && !step.target_lost && kindsWithTarget.has(step.action.type),
        path,
        `A ${step.action.type} needs a target, or must say that it is lost.`,
      ],
      [last < first, `${path}.evidence.events`, 'The evidence ends before it begins.'],
    ]);
  });
}

function checkMasks(steps: readonly EpisodeStep[]): Problem[] {
  const masked = maskedFields(steps);
  return steps.flatMap((step, index) => {
    const isMasked = step.action.type === 'type' && step.action.masked;
    const leak = isMasked || masked.has(fieldKey(step) ?? '') ? leakOf(step) : undefined;
    return problemsOf([
      [
        leak !== undefined,
        `steps[${index}].${leak}`,
        'The step tells the content of a field that was masked.',
      ],
    ]);
  });
}

function checkApproval({ provenance }: Episode): Problem[] {
  const { reviews, revision, annotator } = provenance;
  const latest = reviews.at(-1);
  const own = reviews.findIndex((review) => review.reviewer === annotator);
  return problemsOf([
    [
      latest?.decision !== 'approve' || latest.revision !== revision,
      'provenance.reviews',
      `The latest review does not approve revision ${revision}.`,
    ],
    [
      reviews.some((review, index) => review.revision < (reviews[index - 1]?.revision ?? 0)),
      'provenance.reviews',
      'The reviews are not in the order of their revisions.',
    ],
    [own >= 0, `provenance.reviews[${own}].reviewer`, 'The annotator reviewed their own work.'],
  ]);
}

function checkConsent({ provenance }: Episode, purpose: Purpose): Problem[] {
  return problemsOf([
    [
      !provenance.consent.purposes.includes(purpose),
      'provenance.consent.purposes',
      `The contributor did not consent to ${purpose}.`,
    ],
  ]);
}

function checkHash(episode: Episode): Problem[] {
  return problemsOf([
    [
      episodeHash(episode) !== episode.provenance.episode_sha256,
      'provenance.episode_sha256',
      'The hash does not fit the episode: it was changed after it was made.',
    ],
  ]);
}

function problemsOf(rules: readonly (readonly [boolean, string, string])[]): Problem[] {
  return rules.flatMap(([isBroken, path, sentence]) => (isBroken ? [{ path, sentence }] : []));
}
