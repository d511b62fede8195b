/** Discarding, withdrawing by token, and making recordings one's own. */
import { describe, expect, test } from 'vitest';
import { sealLive } from './chunk-sql.ts';
import { personas, type Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Steps = readonly (readonly [Persona | 'owner', string])[];

const session = `select to_jsonb(s) as value from public.sessions s where id = '$live'`;
const discard = `select public.discard_session('$live', '$liveCapability') as value`;

onEachDatabase((fixture) => {
  const value = async (...steps: Steps) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };

  test('discarding leaves no chunk, no title and no address, and tells what is to be deleted', async () => {
    const name = fixture().fill('$live/$liveCapability/0-0.json.gz', 'anon');
    expect(await value(['anon', discard])).toEqual([name]);
    expect(await value(['anon', discard], ['anon', discard])).toEqual([name]);
    expect(
      await value(['anon', sealLive({ chunks: { 0: 1 } })], ['anon', discard], ['owner', session]),
    ).toMatchObject({ state: 'discarded', title: '', start_url: '', activity: [], keystrokes: 0 });
    const chunks = `select count(*)::int as value from public.chunks where session_id = '$live'`;
    expect(await value(['anon', discard], ['owner', chunks])).toBe(0);
  });

  test('what someone else has opened, or may open, is no longer discarded', async () => {
    const opened: Steps = [
      ['admin', `select public.open_session('$live', 'admin', 'a complaint')`],
    ];
    const own: Steps = [
      ['stranger', `select public.link_recordings('$unlinkedToken')`],
      ['stranger', `select public.open_session('$live', 'contributor')`],
    ];
    const past: Steps = [
      ['owner', `update public.sessions set queue_from = now() where id = '$live'`],
    ];
    const sealed: Steps = [['anon', sealLive()]];
    expect(await fixture().story(...sealed, ...opened, ['anon', discard])).toMatchObject({
      code: 'PT409',
    });
    expect(await fixture().story(...sealed, ...past, ['anon', discard])).toMatchObject({
      code: 'PT409',
    });
    expect(await fixture().story(...sealed, ...own, ['anon', discard])).toMatchObject({ ok: true });
  });

  describe.each(personas)('from %s', (who) => {
    test('a token takes back everything recorded by it, with nobody signed in', async () => {
      const withdrawn = await value(
        ['anon', sealLive()],
        [who, `select public.withdraw_recorded('$unlinkedToken')`],
        ['owner', session],
      );
      expect(withdrawn).toMatchObject({ state: 'withdrawn' });
    });
    test('an unknown token has nothing to take back', async () => {
      const before = `select count(*)::int as value from public.sessions where state = 'withdrawn'`;
      const count = await value(['owner', before]);
      expect(
        await value([who, `select public.withdraw_recorded('unknown')`], ['owner', before]),
      ).toBe(count);
    });
  });

  test('whoever links recordings sees them, and that they were withdrawn; nobody else can link them', async () => {
    const link = `select public.link_recordings('$unlinkedToken')`;
    const sees: Steps = [
      ['anon', `select public.withdraw_recorded('$unlinkedToken')`],
      ['stranger', link],
      ['stranger', link],
    ];
    expect(
      await value(...sees, [
        'stranger',
        `select jsonb_agg(jsonb_build_array(session_id, actor, act)) as value from public.my_access_log()`,
      ]),
    ).toEqual([[fixture().ids['live'], 'you', 'withdraw']]);
    const roles = `select jsonb_agg(role) as value from public.members where user_id = auth.uid()`;
    expect(await value(['stranger', link], ['stranger', roles])).toEqual(['contributor']);
    expect(await fixture().story(...sees, ['contributor', link])).toMatchObject({
      code: 'PT409',
      message: expect.stringMatching(/another account/),
    });
  });
});
