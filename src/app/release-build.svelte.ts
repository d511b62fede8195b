/** The building of one release, step by step, from the material to stored files. */
import type { Purpose } from '#core/consent.ts';
import type { ProjectId } from '#core/ids.ts';
import type { LeftOut } from '#core/release.ts';
import { failureOf, type Failure } from '#data/failure.ts';
import { publishRelease, startRelease } from '#data/releases.ts';
import type { Supabase } from '#data/supabase.ts';
import { toolVersion } from '#core/tool-version.ts';

export type BuildState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'building'; readonly step: string }
  | { readonly kind: 'built'; readonly episodes: number; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'empty'; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

export class ReleaseBuild {
  #state = $state.raw<BuildState>({ kind: 'ready' });

  get state(): BuildState {
    return this.#state;
  }

  async run(
    client: Supabase,
    project: ProjectId,
    name: string,
    purpose: Purpose,
    leftOut: readonly LeftOut[],
  ): Promise<void> {
    if (this.#state.kind === 'building') return;
    try {
      this.#state = { kind: 'building', step: 'Collecting the approved tasks' };
      const { releaseId, material } = await startRelease(client, project, name, purpose);
      this.#state = { kind: 'building', step: 'Making the episodes' };
      // Fetched only here: it brings the list of public domain suffixes along.
      const { makeReleaseFiles } = await import('#episodes/release-files.ts');
      const made = makeReleaseFiles({ name, purpose, material, toolVersion, leftOut });
      if (made.episodes.length === 0) {
        this.#state = { kind: 'empty', leftOut: made.leftOut };
        return;
      }
      this.#state = { kind: 'building', step: 'Storing the files' };
      await publishRelease(client, releaseId, made.files, made.manifestSha256, made.episodes);
      this.#state = { kind: 'built', episodes: made.episodes.length, leftOut: made.leftOut };
    } catch (error) {
      this.#state = { kind: 'failed', failure: failureOf(error) };
    }
  }
}
