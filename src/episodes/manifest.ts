import type { Purpose } from '#core/consent.ts';
import { purposes } from '#core/consent.ts';
import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import { strFromU8, strToU8 } from 'fflate';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './sha256.ts';

/** Lists what a release is made of: every file and every episode, each with its hash. */
export interface Manifest {
  readonly format: 'release/1';
  readonly name: string;
  readonly purpose: Purpose;
  readonly made_by: string;
  readonly files: readonly ManifestFile[];
  readonly episodes: readonly ManifestEpisode[];
  /** Of the canonical JSON of the manifest without this field, so that it proves itself unbroken. */
  readonly content_sha256: string;
}

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ManifestEpisode {
  readonly id: string;
  readonly sha256: string;
  readonly session_id: string;
}

export const manifestName = 'manifest.json';

export function writeManifest(content: Omit<Manifest, 'content_sha256'>): Uint8Array {
  return bytesOf({ ...content, content_sha256: contentHash(content) });
}

/** Accepts exactly the bytes that `writeManifest` makes, so no byte of it can change unseen. */
export function readManifest(bytes: Uint8Array): OutcomeOf<Manifest> {
  let value: unknown;
  try {
    value = JSON.parse(strFromU8(bytes));
  } catch {
    return fail(problem('It is not JSON, so nothing of this release can be checked.'));
  }
  if (!isManifest(value)) return fail(problem('It is not the manifest of a release/1.'));
  const { content_sha256, ...content } = value;
  if (contentHash(content) !== content_sha256)
    return fail(problem('It was changed after it was made: its own hash does not fit.'));
  const rewritten = bytesOf(value);
  return sha256Hex(rewritten) === sha256Hex(bytes)
    ? succeed(value)
    : fail(problem('It was changed after it was made: its bytes are not as they were written.'));
}

const problem = (sentence: string): Problem => ({ path: manifestName, sentence });
const contentHash = (content: Omit<Manifest, 'content_sha256'>) =>
  sha256Hex(strToU8(canonicalJson(content)));
const bytesOf = (manifest: Manifest) => strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`);

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value['format'] === 'release/1' &&
    typeof value['name'] === 'string' &&
    purposes.includes(value['purpose'] as Purpose) &&
    typeof value['content_sha256'] === 'string' &&
    isListOf(
      value['files'],
      (file) =>
        /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/.test(String(file['name'])) &&
        Number.isInteger(file['bytes']) &&
        typeof file['sha256'] === 'string',
    ) &&
    isListOf(value['episodes'], (episode) =>
      ['id', 'sha256', 'session_id'].every((key) => typeof episode[key] === 'string'),
    )
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (value: unknown, fits: (item: Record<string, unknown>) => boolean) =>
  Array.isArray(value) && value.every((item) => isRecord(item) && fits(item));
