/** What a policy and a recorder key may say, and who they bind. */
import { expect, test } from 'vitest';
import { defaultCapturePolicy } from '#core/capture-policy.ts';
import type { Persona } from './matrix.ts';
import { onEachDatabase } from './on-each-database.ts';

const publish = (policy: unknown) =>
  `select public.publish_capture_policy('$ours', '${JSON.stringify(policy)}') as value`;
const otherPolicy = { ...defaultCapturePolicy, fieldDefault: 'none' };

const badPolicies: Record<string, unknown> = {
  'no object': [],
  'another format': { ...defaultCapturePolicy, format: 2 },
  'something unknown': { ...defaultCapturePolicy, passwords: true },
  'a vocabulary of numbers': { ...defaultCapturePolicy, vocabulary: [1] },
  'an empty word': { ...defaultCapturePolicy, vocabulary: [' '] },
  'too many words': { ...defaultCapturePolicy, vocabulary: Array<string>(5001).fill('w') },
  'a selector too long': { ...defaultCapturePolicy, keepText: ['x'.repeat(501)] },
  'no blocked parts': { ...defaultCapturePolicy, block: undefined },
  'a field without a selector': { ...defaultCapturePolicy, fields: [{ fidelity: 'text' }] },
  'a field with an unknown fidelity': {
    ...defaultCapturePolicy,
    fields: [{ selector: 'a', fidelity: 'all' }],
  },
  'a field that says more': {
    ...defaultCapturePolicy,
    fields: [{ selector: 'a', fidelity: 'text', secret: true }],
  },
  'an unknown default': { ...defaultCapturePolicy, fieldDefault: 'all' },
  'a quantum of 0': { ...defaultCapturePolicy, timeQuantumMs: 0 },
  'a quantum of 1001': { ...defaultCapturePolicy, timeQuantumMs: 1001 },
  'half a millisecond': { ...defaultCapturePolicy, timeQuantumMs: 1.5 },
  'a quantum in words': { ...defaultCapturePolicy, timeQuantumMs: '1' },
};

const sites: Record<string, boolean> = {
  'https://desk.example': true,
  'https://desk.example:8443': true,
  'https://xn--bcher-kva.example': true,
  'http://localhost': true,
  'http://localhost:3000': true,
  'http://app.localhost:3000': true,
  'http://127.0.0.1:8080': true,
  'http://[::1]:8080': true,
  'http://10.1.2.3': true,
  'http://192.168.0.7:81': true,
  'http://172.20.0.1': true,
  'http://intranet': true,
  'http://desk.internal': true,
  'http://desk.example': false,
  'http://172.32.0.1': false,
  'http://8.8.8.8': false,
  'http://10.evil.example': false,
  'http://localhost.evil.example': false,
  'https://desk.example/': false,
  'https://desk.example/path': false,
  'https://desk.example?q': false,
  'https://desk.example#h': false,
  'https://user@desk.example': false,
  'https://Desk.example': false,
  'https://*.example': false,
  'https://desk.example:443': false,
  'https://desk..example': false,
  'ftp://desk.example': false,
  'desk.example': false,
  '': false,
};

onEachDatabase((fixture) => {
  const value = async (...steps: readonly (readonly [Persona | 'owner', string])[]) => {
    const attempt = await fixture().story(...steps);
    if (!attempt.ok) throw new Error(attempt.message);
    return attempt.rows[0]!['value'];
  };

  test('a project begins with the default policy', async () => {
    expect(
      await value([
        'owner',
        `select rules as value from public.capture_policies where project_id = '$ours'`,
      ]),
    ).toEqual(defaultCapturePolicy);
  });

  test('a policy is published as the next version; the one in force changes nothing', async () => {
    expect(await value(['admin', publish(defaultCapturePolicy)])).toBe(1);
    const two = [
      ['admin', publish(otherPolicy)],
      ['admin', publish(otherPolicy)],
    ] as const;
    expect(await value(...two)).toBe(2);
    const change = `update public.capture_policies set rules = '{}'`;
    expect(await fixture().story(['owner', change])).toMatchObject({ code: 'PT409' });
  });

  test.each(Object.entries(badPolicies))('a policy with %s is refused', async (_name, policy) => {
    expect(await fixture().attempt('admin', publish(policy))).toMatchObject({ code: 'PT422' });
  });

  test.each(Object.entries(sites))('%s is a site: %s', async (site, is) => {
    const made = await fixture().attempt(
      'admin',
      `select public.create_recorder_key('$ours', 'k', array['https://desk.test', '${site}']) as value`,
    );
    expect(made).toMatchObject(is ? { ok: true } : { code: 'PT422' });
    if (made.ok) expect(made.rows[0]!['value']).toMatch(/^ttr_[0-9a-f]{64}$/);
  });

  test('a key has a name and 1 to 50 sites', async () => {
    for (const args of [
      `' ', array['https://a.test']`,
      `'k', '{}'`,
      `'k', array_fill('https://a.test'::text, array[51])`,
    ])
      expect(
        await fixture().attempt('admin', `select public.create_recorder_key('$ours', ${args})`),
      ).toMatchObject({ code: 'PT422' });
  });
});
