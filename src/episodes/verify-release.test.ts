import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { TaskId } from '#core/ids.ts';
import { ms } from '#core/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { episodeHash } from './episode-hash.ts';
import type { Episode } from './episode.ts';
import { writeManifest, type Manifest } from './manifest.ts';
import { makeReleaseFiles } from './release-files.ts';
import { sampleMaterial } from './sample-material.ts';
import { schemaChecker } from './schema-checker.ts';
import { sha256Hex } from './sha256.ts';
import { verifyRelease } from './verify-release.ts';

const schema = JSON.parse(readFileSync('public/episode.schema.json', 'utf8'));
const checkSchema = schemaChecker(schema);
const made = makeReleaseFiles({
  name: 'First light',
  purpose: 'training',
  toolVersion: '0.1.0',
  material: [sampleMaterial()],
});

type Files = Readonly<Record<string, Uint8Array | undefined>>;
const good: Files = Object.fromEntries(made.files.map((file) => [file.name, file.bytes]));

function verify(files: Files, expected?: string) {
  const names = Object.keys(files).filter((name) => files[name] !== undefined);
  return verifyRelease({ names, read: (name) => files[name]! }, checkSchema, expected);
}

function problemsOf(files: Files, expected?: string): string[] {
  const found = verify(files, expected);
  return found.ok ? [] : found.problems.map(({ path, sentence }) => `${path}: ${sentence}`);
}

test('a release is accepted as it was made', () => {
  const found = verify(good, made.manifestSha256);
  expect(found.ok && found.value.name).toBe('First light');
  expect(found.ok && found.value.episodes).toHaveLength(1);
});

test('whatever tasks are in it, what is made is accepted', () => {
  const material = fc
    .uniqueArray(fc.record({ start: fc.integer({ min: 0, max: 5_200 }), id: fc.uuid() }), {
      selector: (each) => each.id,
      maxLength: 5,
    })
    .map((tasks) =>
      tasks.map(({ start, id }) => {
        const sample = sampleMaterial();
        return { ...sample, task: { ...sample.task, id: id as TaskId, startsMs: ms(start) } };
      }),
    );
  fc.assert(
    fc.property(material, fc.string({ unit: 'binary' }), (tasks, instruction) => {
      const told = tasks.map((each) => ({ ...each, task: { ...each.task, instruction } }));
      const input = { name: 'any', purpose: 'training', toolVersion: '1', material: told } as const;
      const one = makeReleaseFiles(input);
      expect(makeReleaseFiles({ ...input, material: [...told].reverse() })).toEqual(one);
      expect(one.episodes).toHaveLength(instruction.trim() === '' ? 0 : told.length);
      const files = Object.fromEntries(one.files.map((file) => [file.name, file.bytes]));
      expect(problemsOf(files, one.manifestSha256)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test.each(made.files.map((file) => file.name))('no byte of %s can change unseen', (name) => {
  const bytes = good[name]!;
  const place = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) });
  fc.assert(
    fc.property(place, ({ at, bit }) => {
      const changed = bytes.slice();
      changed[at] = bytes[at]! ^ (1 << bit);
      return !verify({ ...good, [name]: changed }).ok;
    }),
    { numRuns: 300 },
  );
});

test('a file that is missing, of another length or not of the release is named', () => {
  expect(problemsOf({ ...good, 'manifest.json': undefined })).toEqual([
    'manifest.json: It is missing, so this is not a whole release.',
  ]);
  expect(problemsOf({ ...good, 'README.md': undefined, 'extra.txt': strToU8('x') })).toEqual([
    'extra.txt: It does not belong to the release.',
    'README.md: It is missing.',
  ]);
  expect(problemsOf({ ...good, 'README.md': strToU8('short') })[0]).toMatch(/^README.md: It has 5/);
  expect(problemsOf({ ...good, 'manifest.json': strToU8('{') })[0]).toContain('It is not JSON');
  expect(problemsOf({ ...good, 'manifest.json': strToU8('{}') })[0]).toContain('not the manifest');
});

test('another manifest than the server knows is refused', () => {
  expect(problemsOf(good, '0'.repeat(64))[0]).toContain('was expected');
});

/** The release with its one episode changed, `times` over, and every hash made to fit again. */
function forged(
  change: (episode: Episode) => object,
  { purpose = 'training', times = 1 }: { purpose?: Manifest['purpose']; times?: number } = {},
): Files {
  const first = JSON.parse(strFromU8(good['episodes.jsonl']!)) as Episode;
  const changed = structuredClone({ ...first, ...change(first) });
  const sha256 = episodeHash(changed);
  const episode = { ...changed, provenance: { ...changed.provenance, episode_sha256: sha256 } };
  const bytes = strToU8(`${canonicalJson(episode)}\n`.repeat(times));
  const manifest = JSON.parse(strFromU8(good['manifest.json']!)) as Manifest;
  const files = manifest.files.map((file) =>
    file.name === 'episodes.jsonl'
      ? { ...file, bytes: bytes.byteLength, sha256: sha256Hex(bytes) }
      : file,
  );
  const listed = { ...manifest.episodes[0]!, sha256 };
  const { format, name, made_by } = manifest;
  const episodes = Array.from({ length: times }, () => listed);
  return {
    ...good,
    'episodes.jsonl': bytes,
    'manifest.json': writeManifest({ format, name, purpose, made_by, files, episodes }),
  };
}

test('where every hash fits, the schema and the rules still hold', () => {
  expect(problemsOf(forged(() => ({})))).toEqual([]);
  expect(problemsOf(forged(() => ({ reward: 1 })))).toEqual([
    'episodes.jsonl line 1: episode: Against the schema: it must NOT have additional properties (reward).',
  ]);
  expect(problemsOf(forged(() => ({ ext: { reward: 1 } })))).toEqual([]);
  expect(problemsOf(forged(() => ({}), { purpose: 'research' }))).toEqual([
    'episodes.jsonl line 1: provenance.consent.purposes: The contributor did not consent to research.',
  ]);
  expect(problemsOf(forged(() => ({ id: 'other' })))).toEqual([
    'episodes.jsonl line 1: episode: The manifest lists another episode here.',
  ]);
});

test('an action has the members of its type and no others', () => {
  const withAction = (action: object) =>
    problemsOf(
      forged((episode) => ({
        steps: episode.steps.map((step, index) => (index === 0 ? { ...step, action } : step)),
      })),
    );
  expect(withAction({ type: 'click', text: 'x' }).join()).toContain('steps[0].action');
  expect(withAction({ type: 'goto' }).join()).toContain("required property 'url'");
  expect(withAction({ type: 'wave' }).join()).toContain('steps[0].action.type');
});

test('an episode twice, or another number of them than listed, is refused', () => {
  expect(problemsOf(forged(() => ({}), { times: 2 }))).toEqual([
    'episodes.jsonl line 2: id: An earlier line has the same id.',
  ]);
  const fewer = { ...good, 'episodes.jsonl': new Uint8Array() };
  expect(problemsOf(fewer)).toContain(
    'episodes.jsonl: It has 0 lines where the manifest lists 1 episodes.',
  );
});
