/** What a submission is called in lists, and where it is opened. */

import type { Submission } from '#data/annotations.ts';
import { pathOf } from './route.ts';
import { shortAddress } from './short-address.ts';

export const titleOfSubmission = ({ sessionTitle }: Submission) =>
  sessionTitle.includes('://') ? shortAddress(sessionTitle) : sessionTitle;

export const pathOfSubmission = ({ annotationId }: Submission, project: string) =>
  pathOf({ kind: 'submission', project, annotation: annotationId });
