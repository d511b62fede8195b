import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { joinTracks } from '#core/join-tracks.ts';
import { ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { ingestRecording } from '#ingest/ingest-recording.ts';
import { sketchSession } from '#actions/sketch-session.ts';
import { sketchSource } from '#ingest/sketch-source.ts';
import type { Episode } from './episode.ts';
import { makeReleaseFiles } from './release-files.ts';
import { sampleMaterial } from './sample-material.ts';
import { schemaChecker } from './schema-checker.ts';
import { verifyRelease } from './verify-release.ts';

const checkSchema = schemaChecker(JSON.parse(readFileSync('public/episode.schema.json', 'utf8')));

/** A sketched recording all the way to the episode of the task from `startsMs` to `endsMs`. */
async function episodeOf(sketch: string, startsMs: number, endsMs: number): Promise<Episode> {
  const tracks: Track[] = [];
  const ingested = await ingestRecording(sketchSource(sketchSession(sketch)), {
    begin: async () => undefined,
    write: async ({ track }) => void tracks.push(track),
  });
  if (!ingested.ok) throw new Error(ingested.problems[0]?.sentence);
  const { actions, pages } = joinTracks(tracks);
  const sample = sampleMaterial();
  const material = sampleMaterial({
    task: { ...sample.task, startsMs: ms(startsMs), endsMs: ms(endsMs) },
    actions: actions.filter((each) => each.startsMs >= startsMs && each.endsMs <= endsMs),
    pages,
    viewport: ingested.value.viewport,
  });
  const made = makeReleaseFiles({
    name: 'sketched',
    purpose: 'training',
    toolVersion: '0.1.0',
    material: [material],
  });
  const folder = {
    names: made.files.map((file) => file.name),
    read: (name: string) => made.files.find((file) => file.name === name)!.bytes,
  };
  const verified = verifyRelease(folder, checkSchema, made.manifestSha256);
  if (!verified.ok) throw new Error(verified.problems.map(({ path }) => path).join());
  const [episode] = verified.value.episodes;
  if (!episode) throw new Error(made.leftOut[0]?.sentence);
  return episode;
}

const draw = (episode: Episode) =>
  episode.steps.map(({ i, t_ms, t_end_ms, action, target, target_lost, effect }) => {
    const { type, ...fields } = action;
    const where = target ? ` on ${target.name ?? target.tag}` : target_lost ? ' on ?' : '';
    const next = effect ? ` → ${effect.url}` : '';
    return `${i} ${t_ms}–${t_end_ms} ${type}${where} ${JSON.stringify(fields)}${next}`;
  });

const work = `
  click:q@1000 A@1500 -@1700 1@1900 2@2100 Backspace@2400 3@2600 Enter@3000
  scroll:400@4000 select:large@5000 check:agree@5600
  click:secret@6000 h@6300 u@6500 n@6700
  click:save@8000 push:/saved@8050 dblclick:title@9000 go:/orders@10000 end@12000`;

test('a sketched recording becomes this very episode', async () => {
  const episode = await episodeOf(work, 1_200, 9_500);
  expect(draw(episode)).toMatchInlineSnapshot(`
    [
      "0 300–1402 type on Search {"final_value":"A-13","text":"A-13"}",
      "1 1800–1801 submit on Search {}",
      "2 2800–2801 scroll {"scroll":{"dx":0,"dy":400,"to":{"x":0,"y":400}}}",
      "3 3800–3801 select_option on Size {"option":"Large size"}",
      "4 4400–4401 set_checked on I agree {"checked":true}",
      "5 4790–4801 click on Password {"point":{"x":100,"y":320}}",
      "6 5100–5502 type on Password {"masked":true}",
      "7 6790–6801 click on Save {"point":{"x":100,"y":500}} → https://desk.test/saved",
      "8 7640–7801 dblclick on Desk {"point":{"x":100,"y":140}}",
    ]
  `);
  expect(episode.steps[0]?.target).toMatchInlineSnapshot(`
    {
      "attributes": {
        "id": "q",
        "type": "text",
      },
      "name": "Search",
      "node_id": 12,
      "role": "textbox",
      "selectors": [
        {
          "kind": "role",
          "matches": 1,
          "value": "textbox[name="Search"]",
        },
        {
          "kind": "css",
          "matches": 1,
          "value": "#q",
        },
        {
          "kind": "xpath",
          "matches": 1,
          "value": "/html/body/form/input[1]",
        },
      ],
      "tag": "input",
    }
  `);
  expect(episode.steps.at(-1)?.obs_before).toMatchInlineSnapshot(`
    {
      "scroll": {
        "x": 0,
        "y": 400,
      },
      "t_ms": 7640,
      "title": "Desk /",
      "url": "https://desk.test/saved",
    }
  `);
  expect(episode.obs_final).toMatchInlineSnapshot(`
    {
      "title": "Desk /",
      "url": "https://desk.test/saved",
    }
  `);
  expect(episode.site).toEqual({ origin: 'https://desk.test' });
});

test('only actions wholly inside the task are in it', async () => {
  const episode = await episodeOf(work, 5_200, 7_900);
  expect(episode.steps.map((step) => step.action.type)).not.toContain('select_option');
  expect(episode.steps.every((step) => step.t_ms >= 0 && step.t_end_ms <= 2_700)).toBe(true);
});

test('a page change after the end of the task is not told, though an action of it led there', async () => {
  const sketch = 'click:save@1000 push:/saved@1500 end@4000';
  expect((await episodeOf(sketch, 500, 2_000)).steps[0]?.effect).toEqual({
    url: 'https://desk.test/saved',
  });
  const early = await episodeOf(sketch, 500, 1_200);
  expect(JSON.stringify(early)).not.toContain('/saved');
});

test('nothing typed into a masked field is anywhere in the episode', async () => {
  const secrets = fc.stringMatching(/^[b-df-hj-np-tv-z]{6,12}$/);
  await fc.assert(
    fc.asyncProperty(secrets, async (secret) => {
      const keys = [...secret].map((key, index) => `${key}@${2_000 + index * 120}`).join(' ');
      const episode = await episodeOf(`click:secret@1500 ${keys} click:save@6000`, 500, 7_000);
      const text = JSON.stringify(episode);
      expect(text).not.toContain(secret);
      expect(text).not.toContain(secret.slice(0, 6));
      expect(episode.steps.some((step) => step.action.type === 'type')).toBe(true);
    }),
    { numRuns: 20 },
  );
});
