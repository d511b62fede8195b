/** Consent, and whether a recording may begin and go on. */
import { describe, expect, test } from 'vitest';
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import { commit, sealLive, upload } from './chunk-sql.ts';
import { personas, type Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

const publish = (policy: unknown) =>
  `select public.publish_capture_policy('$ours', '${JSON.stringify(policy)}') as value`;
const notice = `select public.publish_notice('$ours', 'Something new', array['training'])`;
const answer = (version = 1, token = '$unlinkedToken', key = '$recorderKey') =>
  `select public.answer_consent('${key}', '${token}', 'https://desk.test', ${version}, array['training']) as value`;
const start = (
  noticeVersion = 1,
  policyVersion = 1,
  site = 'https://desk.test',
  key = '$recorderKey',
) =>
  `select public.start_session('${key}', '$unlinkedToken', '${site}', array['training', 'research'],
    ${noticeVersion}, ${policyVersion}, now(), 1) as value`;
const standing = `select public.recording_standing('$live', '$liveCapability') as value`;
const otherPolicy = { ...defaultCapturePolicy, fieldDefault: 'none' };

onEachDatabase((fixture) => {
  const value = async (...steps: readonly (readonly [Persona | 'owner', string])[]) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };

  describe.each(personas)('from %s', (who) => {
    test('a revoked key starts nothing and tells nothing', async () => {
      for (const call of [
        start(),
        answer(),
        `select public.recorder_terms('$recorderKey', 'https://desk.test')`,
      ])
        expect(
          await fixture().story(
            ['admin', `select public.revoke_recorder_key('$keyId')`],
            [who, call],
          ),
        ).toMatchObject({ code: 'PT403', message: expect.stringMatching(/revoked/) });
    });

    test('a new notice must be agreed to before anything starts', async () => {
      expect(await fixture().story(['admin', notice], [who, start()])).toMatchObject({
        code: 'PT409',
        message: expect.stringMatching(/version 2 of its notice, not 1/),
      });
      expect(await fixture().story(['admin', notice], [who, answer()])).toMatchObject({
        code: 'PT409',
      });
      expect(await fixture().story(['admin', notice], [who, start(2)])).toMatchObject({
        code: 'PT403',
      });
      expect(
        await fixture().story(['admin', notice], [who, answer(2)], [who, start(2)]),
      ).toMatchObject({ ok: true });
    });

    test('what was recorded before a new notice may still be delivered', async () => {
      const steps = [
        [who, upload()],
        [who, commit()],
        [who, sealLive({ chunks: { 0: 2 } })],
      ] as const;
      expect(await fixture().story(['admin', notice], ...steps)).toMatchObject({ ok: true });
    });

    test('a new policy binds what starts from then on', async () => {
      expect(await fixture().story(['admin', publish(otherPolicy)], [who, start()])).toMatchObject({
        code: 'PT409',
        message: expect.stringMatching(/version 2 of its capture policy/),
      });
    });

    test('after a withdrawal nothing starts until they agree again', async () => {
      const withdraw = [who, `select public.withdraw_recorded('$unlinkedToken')`] as const;
      expect(await fixture().story(withdraw, [who, start()])).toMatchObject({ code: 'PT403' });
      expect(await fixture().story(withdraw, [who, answer()], [who, start()])).toMatchObject({
        ok: true,
      });
    });

    test('how a recording stands', async () => {
      const seen = async (...before: readonly (readonly [Persona | 'owner', string])[]) =>
        ((await value(...before, [who, standing])) as { why: string | null }).why;
      expect(await seen()).toBeNull();
      expect(await seen(['admin', notice])).toBe('notice');
      expect(await seen(['admin', publish(otherPolicy)])).toBe('policy');
      expect(await seen(['admin', `select public.revoke_recorder_key('$keyId')`])).toBe('key');
      expect(await seen(['anon', sealLive()])).toBe('sealed');
      expect(
        await seen(['anon', `select public.discard_session('$live', '$liveCapability')`]),
      ).toBe('discarded');
      expect(await seen(['anon', `select public.withdraw_recorded('$unlinkedToken')`])).toBe(
        'withdrawn',
      );
    });
  });

  test('a yes holds for the sites that were shown', async () => {
    const second = `insert into public.recorder_keys (project_id, name, key_hash, sites)
      values ('$ours', 'second', private.hash('second'), array['https://desk.test', 'https://new.test'])`;
    const there = start(1, 1, 'https://new.test', 'second');
    expect(await fixture().story(['owner', second], ['anon', there])).toMatchObject({
      code: 'PT403',
    });
    const again = ['anon', answer(1, '$unlinkedToken', 'second')] as const;
    expect(await fixture().story(['owner', second], again, ['anon', there])).toMatchObject({
      ok: true,
    });
    expect(await fixture().story(['owner', second], again, ['anon', start()])).toMatchObject({
      ok: true,
    });
  });

  test('a session carries what was asked and agreed, its policy and its key', async () => {
    const made = `select to_jsonb(s) as value from public.sessions s
      where origin = 'recorder' and id not in ('$live', '$discarded')`;
    const policy = await value([
      'owner',
      `select id as value from public.capture_policies where project_id = '$ours'`,
    ]);
    expect(await value(['anon', start()], ['owner', made])).toMatchObject({
      state: 'recording',
      purposes: ['training'],
      policy_id: policy,
      recorder_key_id: fixture().ids['keyId'],
    });
  });

  test('answering twice says it once, and one token is someone else in every project', async () => {
    const count = `select count(*)::int as value from public.consents where sites is not null`;
    expect(await value(['anon', answer()], ['anon', answer()], ['owner', count])).toBe(1);
    const key = `insert into public.recorder_keys (project_id, name, key_hash, sites)
      values ('$theirs', 'theirs', private.hash('theirs'), array['https://desk.test'])`;
    const here = (await value(['anon', answer()])) as { pseudonym: string };
    const there = await value(['owner', key], ['anon', answer(1, '$unlinkedToken', 'theirs')]);
    expect(there).not.toEqual(here);
  });
});
