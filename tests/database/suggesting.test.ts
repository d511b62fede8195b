/** What was done in a session goes to a model only where training is agreed to, and is told of. */
import { expect, test } from 'vitest';
import { onEachDatabase } from './on-each-database.ts';
import type { Persona } from './matrix.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];

const hand = `select public.hand_to_model('$drafted', 'https://model.test')`;

onEachDatabase((fixture) => {
  const play = (...steps: Steps) => fixture().story(...steps);

  test('the contributor reads of it in their log, with where it went', async () => {
    const attempt = await play(
      ['owner', `delete from public.contributor_identities where user_id = '$contributor'`],
      [
        'owner',
        `insert into public.contributor_identities select contributor_id, '$contributor' from public.sessions where id = '$drafted'`,
      ],
      ['annotator', hand],
      [
        'contributor',
        `select act, role, purpose, reason from public.my_access_log() where act = 'suggest'`,
      ],
    );
    expect(attempt).toMatchObject({
      ok: true,
      rows: [
        { act: 'suggest', role: 'annotator', purpose: 'training', reason: 'https://model.test' },
      ],
    });
  });

  test('a session recorded for something else is not handed over', async () => {
    const attempt = await play(
      ['owner', `update public.sessions set purposes = array['evaluation'] where id = '$drafted'`],
      ['annotator', hand],
    );
    expect(attempt).toMatchObject({ ok: false, code: 'PT403' });
  });

  test('nor is one that its annotator handed in', async () => {
    const attempt = await play(
      [
        'owner',
        `update public.annotations set status = 'submitted', revision = 1, submitted_at = now() where session_id = '$drafted'`,
      ],
      ['annotator', hand],
    );
    expect(attempt).toMatchObject({ ok: false, code: 'PT404' });
  });
});
