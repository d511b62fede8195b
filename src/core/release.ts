import type { Action } from './action.ts';
import type { Purpose } from './consent.ts';
import type { AnnotationId, ProjectId, ReleaseId, SessionId } from './ids.ts';
import type { Review } from './review.ts';
import type { Intent } from './label-set.ts';
import type { Task } from './task.ts';
import type { EpochMs } from './time.ts';
import type { PageVisit } from './track.ts';

export const releaseStates = ['building', 'ready', 'revoked'] as const;

/** `building` is not whole yet; `revoked`: a contributor withdrew an episode of it. */
export type ReleaseState = (typeof releaseStates)[number];

/** An immutable, content-addressed version of a dataset of episodes. */
export interface Release {
  readonly id: ReleaseId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly purpose: Purpose;
  readonly state: ReleaseState;
  readonly episodes: number;
  /** SHA-256 of `manifest.json`; absent while building. */
  readonly manifestSha256?: string;
  readonly builtAt: EpochMs;
  readonly builtByName: string;
}

/** One approved task as the database hands it out for export, cut to the task's own span. */
export interface ReleaseMaterial {
  readonly sessionId: SessionId;
  readonly annotationId: AnnotationId;
  readonly contributor: string;
  readonly annotator: string;
  readonly task: Task;
  readonly intent: Intent;
  readonly labelSetVersion: number;
  readonly revision: number;
  readonly reviews: readonly (Pick<Review, 'revision' | 'decision'> & {
    readonly reviewer: string;
  })[];
  readonly consent: { readonly purposes: readonly Purpose[]; readonly noticeVersion: number };
  readonly actions: readonly Action[];
  readonly pages: readonly PageVisit[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly format: number;
  /** Hashes of the chunks the span touches. */
  readonly sourceSha256: readonly string[];
}

/** An approved task that a release leaves out, and why. */
export interface LeftOut {
  readonly sessionId: SessionId;
  readonly count: number;
  readonly sentence: string;
}
