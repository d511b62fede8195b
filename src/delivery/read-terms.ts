import type { RecorderTerms } from '#core/recorder-terms.ts';
import { ApiFailure } from './api-failure.ts';

interface TermsRow {
  readonly project: string;
  readonly notice: RecorderTerms['notice'];
  readonly policy: RecorderTerms['policy'];
  readonly sites: readonly string[];
  readonly preview_hours: number;
}

export function readTerms(row: TermsRow | undefined): RecorderTerms {
  if (!row?.notice || !row.policy?.rules || !Array.isArray(row.sites))
    throw new ApiFailure('invalid', 'The server at this address is not a Tasktape server.');
  const { project, notice, policy, sites, preview_hours: previewHours } = row;
  return { project, notice, policy, sites, previewHours };
}
