/** Who gets which session, when, and what is told of the rest. */
import { expect, test } from 'vitest';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

type Step = readonly [Persona | 'owner', string];
interface Standing {
  readonly [name: string]: number | string | null;
}

const claim = (after = 'null') =>
  `select public.claim_next_session('$ours', ${after}) ->> 'session_id' as value`;
const ahead = (after = 'null') =>
  `select public.read_ahead('$ours', ${after}) ->> 'session_id' as value`;
const standing = `select public.queue_standing('$ours', now() - interval '1 day') as value`;
const log = (session: string) =>
  `select coalesce(jsonb_agg(act order by id), '[]') as value from public.access_log where session_id = '${session}' and role = 'annotator'`;
const slots = (count: number): Step => [
  'admin',
  `select public.set_queue_rules('$ours', ${count}, 2)`,
];
const lapse = (who: Persona): Step => [
  'owner',
  `update public.assignments set leased_until = now() - interval '1 minute' where annotator_id = '$${who}'`,
];
/** Only `free` and what is named is sealed and in nobody's hands. */
const only = (...names: string[]): Step => [
  'owner',
  `update public.sessions set queue_from = now() + interval '30 days' where project_id = '$ours' and id::text <> all ('{${names.map((name) => `$${name}`).join(',')}}')`,
];
const noneHeld: Step = [
  'owner',
  `update public.assignments set state = 'released' where state = 'held'`,
];

onEachDatabase((fixture) => {
  const value = async <T = unknown>(...steps: readonly Step[]): Promise<T> => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'] as T;
  };
  const id = (name: string) => fixture().ids[name];

  test('first what one holds, then on to what nobody has, and only then back', async () => {
    expect(await value(['annotator', claim()])).toBe(id('drafted'));
    expect(await value(['annotator', claim(`'$drafted'`)])).toBe(id('free'));
    const onwards: Step[] = [
      ['annotator', claim(`'$drafted'`)],
      ['annotator', claim(`'$free'`)],
    ];
    expect(await value(only('drafted', 'free'), ...onwards)).toBe(id('drafted'));
  });

  test('a session begun by another is finished before a fresh one is begun', async () => {
    const own = `select public.open_session('$drafted', 'annotator')`;
    expect(
      await value(noneHeld, ['annotator', own], slots(2), ['annotator', claim(`'$drafted'`)]),
    ).toBe(id('submitted'));
    expect(await value(slots(1), ['annotator', claim(`'$drafted'`)])).toBe(id('free'));
  });

  test('nobody gets a slot that is taken, also not by its address', async () => {
    const taken: Step[] = [only('free'), ['annotator', claim(`'$drafted'`)]];
    expect(await value(...taken, ['colleague', claim()])).toBeNull();
    const open = `select public.open_session('$free', 'annotator')`;
    expect(await fixture().story(...taken, ['colleague', open])).toMatchObject({ code: 'PT409' });
    expect(await value(...taken, slots(2), ['colleague', claim()])).toBe(id('free'));
    expect(await value(...taken, lapse('annotator'), ['colleague', claim()])).toBe(id('free'));
  });

  test('a lapsed lease is renewed, unless its slot is taken; the work is saved all the same', async () => {
    const renew = `select public.renew_lease('$drafted') -> 'held' as value`;
    expect(await value(lapse('annotator'), ['annotator', renew])).toBe(true);
    const lost: Step[] = [only('drafted'), lapse('annotator'), ['colleague', claim()]];
    expect(await value(...lost)).toBe(id('drafted'));
    expect(await value(...lost, ['annotator', renew])).toBe(false);
    const taken = `select public.renew_lease('$drafted') -> 'taken' as value`;
    expect(await value(...lost, ['annotator', taken])).toBe(true);
    expect(await value(['annotator', taken])).toBe(false);
    const save = `select public.save_edits('$draft', 1, '[{"kind":"x"}]', '{"tasks":[]}') -> 'edits' as value`;
    expect(await value(...lost, ['annotator', save])).toBe(2);
    expect(await value(...lost, ['annotator', save], ['annotator', renew])).toBe(false);
    const others = `select (public.renew_lease('$drafted') ->> 'until')::timestamptz > now() as value`;
    expect(await value(...lost, ['annotator', others])).toBe(true);
  });

  test('reading ahead is told as that, lets the first page be read, and is no opening', async () => {
    const read: Step[] = [noneHeld, only('free'), ['annotator', ahead()]];
    expect(await value(...read)).toBe(id('free'));
    expect(await value(...read, ['owner', log('$free')])).toEqual(['prefetch']);
    const object = `select count(*)::int as value from storage.objects where bucket_id = 'recordings' and name like '$free/%0-0.json.gz'`;
    expect(await value(noneHeld, only('free'), ['annotator', object])).toBe(0);
    expect(await value(...read, ['annotator', object])).toBe(1);
    expect(await value(...read, lapse('annotator'), ['annotator', object])).toBe(0);
    const enter = `select public.enter_session('$free')`;
    expect(await value(...read, ['annotator', enter], ['owner', log('$free')])).toEqual([
      'prefetch',
      'open',
    ]);
    const state = `select state as value from public.assignments where session_id = '$free'`;
    expect(await value(...read, ['owner', state])).toBe('reserved');
    expect(await value(...read, ['annotator', enter], ['owner', state])).toBe('held');
  });

  test('nothing in its contributor’s preview is read ahead, and nothing taken back is entered', async () => {
    expect(await value(noneHeld, only(), ['annotator', ahead()])).toBeNull();
    const read: Step[] = [noneHeld, only('free'), ['annotator', ahead()]];
    const gone: Step = [
      'owner',
      `update public.sessions set state = 'withdrawn' where id = '$free'`,
    ];
    expect(
      await fixture().story(...read, gone, ['annotator', `select public.enter_session('$free')`]),
    ).toMatchObject({ code: 'PT410' });
  });

  test('what was read ahead and not opened goes back, by hand or by lapsing, and leaves one line', async () => {
    const read: Step[] = [noneHeld, only('free'), ['annotator', ahead()]];
    expect(await value(...read, ['colleague', claim()])).toBeNull();
    for (const back of [
      ['annotator', `select public.release_session('$free')`] as Step,
      lapse('annotator'),
    ]) {
      expect(await value(...read, back, ['colleague', claim()])).toBe(id('free'));
      expect(await value(...read, back, ['colleague', claim()], ['owner', log('$free')])).toEqual([
        'prefetch',
        'return',
      ]);
    }
    const left = `select count(*)::int as value from public.annotations where session_id = '$free'`;
    expect(await value(...read, ['owner', left])).toBe(1);
    expect(
      await value(
        ...read,
        ['annotator', `select public.release_session('$free')`],
        ['owner', left],
      ),
    ).toBe(0);
  });

  test('what the annotator holds anyway is read ahead without being reserved', async () => {
    const reserved = `select public.read_ahead('$ours', null) -> 'reserved' as value`;
    expect(await value(['annotator', reserved])).toBe(false);
    expect(await value(noneHeld, only('free'), ['annotator', reserved])).toBe(true);
  });

  test('what is skipped goes to others, and comes back last', async () => {
    const skip = `select public.decline_session('$drafted', 'skip', 'unsure')`;
    const skipped: Step[] = [only('drafted', 'free'), ['annotator', skip]];
    expect(await value(...skipped, ['colleague', claim()])).toBe(id('drafted'));
    expect(await value(...skipped, ['annotator', claim()])).toBe(id('free'));
    expect(await value(...skipped, ['annotator', claim()], ['annotator', claim(`'$free'`)])).toBe(
      id('drafted'),
    );
  });

  test('what two find impossible, or one finds personal, is for nobody until an admin puts it back', async () => {
    const say = (reason: string) =>
      `select public.decline_session('$drafted', 'impossible', '${reason}')`;
    const gone = `select set_aside_at is not null as value from public.sessions where id = '$drafted'`;
    const first: Step[] = [only('drafted'), ['annotator', say('broken')]];
    expect(await value(...first, ['owner', gone])).toBe(false);
    expect(await value(...first, ['annotator', claim()])).toBeNull();
    const both: Step[] = [...first, ['colleague', claim()], ['colleague', say('language')]];
    expect(await value(...both, ['owner', gone])).toBe(true);
    expect(
      await value(...both, [
        'annotator',
        `select public.queue_standing('$ours', now()) -> 'set_aside' as value`,
      ]),
    ).toBe(1);
    expect(
      await fixture().story(...both, [
        'annotator',
        `select public.open_session('$drafted', 'annotator')`,
      ]),
    ).toMatchObject({ code: 'PT409' });
    const back: Step[] = [...both, ['admin', `select public.put_back_session('$drafted')`]];
    expect(await value(...back, ['owner', gone])).toBe(false);
    expect(await value(...back, ['annotator', claim()])).toBe(id('drafted'));
    expect(await value(only('drafted'), ['annotator', say('personal data')], ['owner', gone])).toBe(
      true,
    );
  });

  test('a decline is taken back with the session, unless somebody else has it', async () => {
    const skip: Step = [
      'annotator',
      `select public.decline_session('$drafted', 'skip', 'no time')`,
    ];
    const undo = `select public.take_back_decline(id) as value from public.declines where annotator_id = $me and ended_at is null`;
    const state = `select state as value from public.assignments where session_id = '$drafted' and annotator_id = '$annotator'`;
    expect(await value(skip, ['annotator', undo])).toBe(true);
    expect(await value(skip, ['annotator', undo], ['owner', state])).toBe('held');
    expect(await value(only('drafted'), skip, ['colleague', claim()], ['annotator', undo])).toBe(
      false,
    );
    const personal: Step = [
      'annotator',
      `select public.decline_session('$drafted', 'impossible', 'personal data')`,
    ];
    expect(await value(personal, ['annotator', undo])).toBe(true);
  });

  test('it is told where all that is left is', async () => {
    const told = (...steps: readonly Step[]) => value<Standing>(...steps, ['annotator', standing]);
    expect(await told(noneHeld, only('free'))).toMatchObject({ left_for_me: 1, left: 1, held: 0 });
    const taken = await told(noneHeld, only('free'), ['colleague', claim()]);
    expect(taken).toMatchObject({ left_for_me: 0, left: 1, held: 1 });
    expect(Date.parse(String(taken['next_free_at']))).toBeGreaterThan(Date.now());
    const preview = await told(noneHeld, only());
    expect(preview).toMatchObject({ left_for_me: 0, left: 0 });
    expect(preview['in_preview']).toBeGreaterThan(0);
    expect(Date.parse(String(preview['next_shared_at']))).toBeGreaterThan(Date.now());
    const decline: Step = [
      'annotator',
      `select public.decline_session('$drafted', 'impossible', 'broken')`,
    ];
    expect(await told(only('drafted'), decline)).toMatchObject({ left_for_me: 0, declined: 1 });
    expect(await told(slots(2), only('approved'))).toMatchObject({ done_by_me: 1 });
    expect(await told(noneHeld, only('approved'))).toMatchObject({
      left_for_me: 0,
      left: 0,
      handed_in: 3,
      handed_in_by_me: 1,
    });
    const returned = await value<Standing>(noneHeld, only('returned'), ['colleague', standing]);
    expect(returned).toMatchObject({ left_for_me: 1 });
  });

  test('what is left for a person is what they are given', async () => {
    const { left_for_me: left } = await value<Standing>(noneHeld, slots(2), [
      'annotator',
      standing,
    ]);
    let after = 'null';
    const steps: Step[] = [noneHeld, slots(2)];
    const given = new Set<string>();
    for (;;) {
      steps.push(['annotator', claim(after)]);
      const next = await value<string | null>(...steps);
      if (next === null || given.has(next)) break;
      given.add(next);
      after = `'${next}'`;
    }
    expect(given.size).toBe(left);
  });
});
