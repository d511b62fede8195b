import type { Action, Target } from '#core/action.ts';
import type { ReleaseMaterial } from '#core/release.ts';
import { ms } from '#core/time.ts';

/** A task of 10 s that finds an order and logs in, for tests: `change` replaces what it names. */
export function sampleMaterial(change: Partial<ReleaseMaterial> = {}): ReleaseMaterial {
  const page = { url: 'https://desk.example.com/orders?page=1', title: 'Orders' };
  const base = { tab: 0, page, evidence: 'exact' } as const;
  const field: Target = {
    node: 12,
    role: 'searchbox',
    name: 'Search orders',
    tag: 'input',
    attributes: { type: 'search', value: 'old' },
    selectors: [{ kind: 'role', value: 'searchbox[name="Search orders"]', matches: 1 }],
  };
  const secret: Target = {
    node: 40,
    name: 'Password',
    tag: 'input',
    text: 'hunter2',
    attributes: { type: 'password', value: 'hunter2' },
    selectors: [],
  };
  const actions: Action[] = [
    {
      ...base,
      kind: 'click',
      startsMs: ms(5_200),
      endsMs: ms(5_260),
      target: { ...field, retargetedFrom: 13 },
      point: { x: 120.5, y: 48 },
      events: [30, 32],
    },
    {
      ...base,
      kind: 'type',
      startsMs: ms(6_000.4),
      endsMs: ms(7_900),
      target: field,
      text: 'A-1042',
      finalValue: 'A-1042',
      events: [33, 60],
    },
    {
      ...base,
      kind: 'press',
      startsMs: ms(8_000),
      endsMs: ms(8_040),
      target: field,
      keys: 'Enter',
      modifiers: 10,
      evidence: 'inferred',
      events: [61, 62],
    },
    {
      ...base,
      kind: 'click',
      startsMs: ms(9_000),
      endsMs: ms(9_050),
      targetLost: true,
      leadsTo: 'https://desk.example.com/login',
      events: [70, 71],
    },
    {
      ...base,
      kind: 'type',
      page: { url: 'https://desk.example.com/login', scroll: { x: 0, y: 40 } },
      startsMs: ms(12_000),
      endsMs: ms(13_000),
      target: secret,
      masked: true,
      events: [80, 90],
    },
  ];
  return {
    sessionId: '10000000-0000-4000-8000-000000000001',
    annotationId: '20000000-0000-4000-8000-000000000001',
    contributor: 'p-heron',
    annotator: 'p-aaaaaaaaaa',
    task: {
      id: '30000000-0000-4000-8000-000000000001',
      startsMs: ms(5_000),
      endsMs: ms(15_000),
      instruction: 'Find order A-1042 and sign in to change it.',
      intentId: '40000000-0000-4000-8000-000000000001',
      outcome: 'success',
      notes: 'hesitated',
    },
    intent: {
      id: '40000000-0000-4000-8000-000000000001',
      slug: 'order/find',
      title: 'Find an order',
    },
    labelSetVersion: 3,
    revision: 2,
    reviews: [
      { reviewer: 'p-bbbbbbbbbb', revision: 1, decision: 'request changes' },
      { reviewer: 'p-bbbbbbbbbb', revision: 2, decision: 'approve' },
    ],
    consent: { purposes: ['training', 'evaluation'], noticeVersion: 1 },
    actions,
    pages: [
      { tab: 0, url: page.url, title: page.title, startsMs: ms(0), endsMs: ms(9_100) },
      {
        tab: 0,
        url: 'https://desk.example.com/login',
        title: 'Sign in',
        startsMs: ms(9_100),
        endsMs: ms(40_000),
      },
    ],
    viewport: { width: 1280, height: 800 },
    format: 1,
    sourceSha256: ['a'.repeat(64)],
    ...change,
  } as ReleaseMaterial;
}
