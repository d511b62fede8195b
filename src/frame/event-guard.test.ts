import { describe, expect, test } from 'vitest';
import { EventGuard } from './event-guard.ts';
import { QuietNodes } from './quiet-nodes.ts';
import type { RecordedEvent } from './recorded-event.ts';

const link = (rel: string) => ({
  type: 2,
  id: 3,
  tagName: 'link',
  attributes: { rel, href: 'https://there.example' },
  childNodes: [],
});
const page = (...childNodes: object[]) => ({ type: 0, id: 1, childNodes }) as never;
const mutation = (over: object): RecordedEvent =>
  ({
    type: 3,
    timestamp: 5,
    data: { source: 0, texts: [], attributes: [], adds: [], removes: [], ...over },
  }) as never;

test('what the replayer strikes from a mutation stays in it', () => {
  const removes = [{ parentId: 1, id: 2 }];
  const [guarded] = new EventGuard().copy([mutation({ removes })]);
  const data = guarded!.data as { removes: unknown[] };
  data.removes = [];
  expect(data.removes).toEqual(removes);
});

test('what the replayer writes on its copy is not seen on ours', () => {
  const ours = mutation({});
  const [copy] = new EventGuard().copy([ours]) as [RecordedEvent];
  copy.delay = 7;
  expect(ours.delay).toBeUndefined();
});

describe('what would connect ahead of any policy is held back', () => {
  test.each(['preconnect', 'dns-prefetch', 'stylesheet Preconnect'])('in a page: %s', (rel) => {
    expect(JSON.stringify(new QuietNodes().node(page(link(rel))))).toContain('"rel":"held-back"');
  });

  test('in what is added and changed later', () => {
    const guarded = new EventGuard().copy([
      mutation({
        adds: [{ parentId: 1, nextId: null, node: link('preconnect') }],
        attributes: [{ id: 3, attributes: { rel: 'dns-prefetch' } }],
      }),
    ]);
    expect(JSON.stringify(guarded)).not.toMatch(/preconnect|dns-prefetch/);
  });

  test('and so are the addresses of frames, at first and later', () => {
    const frame = { ...link(''), tagName: 'IFRAME', attributes: { src: 'https://there.example' } };
    const guarded = new EventGuard().copy([
      mutation({ adds: [{ parentId: 1, nextId: null, node: frame }] }),
      mutation({ attributes: [{ id: frame.id, attributes: { src: 'https://else.example' } }] }),
      mutation({ attributes: [{ id: 99, attributes: { src: 'https://picture.example' } }] }),
    ]);
    expect(guarded.map((each) => JSON.stringify(each).match(/"(\w+)":"https/)?.[1])).toEqual([
      'rr_src',
      'rr_src',
      'src',
    ]);
  });

  test('and nothing else is touched', () => {
    const plain = page(link('stylesheet'));
    expect(new QuietNodes().node(plain)).toBe(plain);
  });
});
