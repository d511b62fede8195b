import { describe, expect, it } from 'vitest';
import type { Action } from '#core/action.ts';
import { describeAction } from '#core/describe-action.ts';
import {
  clipboardPlugin,
  gapPlugin,
  recordingPlugin,
  targetPlugin,
  textInputPlugin,
  transferPlugin,
  visibilityPlugin,
  type TextInputPayload,
} from '#core/plugin-events.ts';
import { epochMs, ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { Page } from '#dom/page.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { LiveFold } from './live-fold.ts';
import { inTime, sketchPlugin } from '#actions/sketch-plugin.ts';
import { sketchSession, sketchStart } from '#actions/sketch-session.ts';
import { sketchedPage } from '#actions/sketched-page.ts';

const startedAt = epochMs(sketchStart);
const idOf = (name: string) => sketchedPage('').idOf(name);
const act = (at: number, what: string) => sketchPlugin(at, recordingPlugin, { act: what });
const shown = (at: number, focused: boolean) =>
  sketchPlugin(at, visibilityPlugin, { visible: true, focused });

function foldOf(events: readonly RecordedEvent[], tab = 0): LiveFold {
  const fold = new LiveFold({ startedAt, tab });
  for (const event of events) fold.push(event);
  return fold;
}

function trackOf(events: readonly RecordedEvent[], tab = 0): Track {
  return foldOf(events, tab).cut(ms((events.at(-1)?.timestamp ?? 0) - sketchStart));
}

const told = (actions: readonly Action[]) => actions.map(describeAction);

describe('a chunk', () => {
  it('tells what happened in it', () => {
    const { pages, keystrokes, actions, activity } = trackOf(
      sketchSession('h@100 i@200 click:save@3000 end@9000'),
      2,
    );
    expect(pages).toEqual([
      { tab: 2, url: 'https://desk.test/', title: 'Desk /', startsMs: 0, endsMs: 9000 },
    ]);
    expect(keystrokes.map(({ key, tab }) => [key, tab])).toEqual([
      ['h', 2],
      ['i', 2],
    ]);
    expect(actions.map(({ kind, tab }) => [kind, tab])).toEqual([
      ['tab_new', 2],
      ['type', 2],
      ['click', 2],
    ]);
    expect(activity.reduce((sum, count) => sum + count)).toBe(12);
  });

  it('and the next, told together, tell each thing once', () => {
    const events = sketchSession('h@100 i@200 click:save@4000 x@9000 go:/b@9500 end@30000');
    for (const size of [1, 3, 7]) {
      const fold = new LiveFold({ startedAt, tab: 0 });
      const tracks: Track[] = [];
      for (let from = 0; from < events.length; from += size) {
        const part = events.slice(from, from + size);
        for (const event of part) fold.push(event);
        tracks.push(fold.cut(ms((part.at(-1)?.timestamp ?? 0) - sketchStart)));
      }
      const whole = trackOf(events);
      expect(tracks.flatMap(({ actions }) => actions)).toEqual(whole.actions);
      expect(tracks.flatMap(({ keystrokes }) => keystrokes)).toEqual(whole.keystrokes);
    }
  });

  it('that ends as the page is left keeps back nothing', () => {
    const left = inTime(sketchSession('h@100 i@200 click:save@300'), [act(350, 'leave')]);
    const { actions, keystrokes } = trackOf(left);
    expect(told(actions)).toEqual(['type “hi” into “Search” (textbox)', 'click “Save” (button)']);
    expect(keystrokes).toHaveLength(2);
  });
});

describe('the page after', () => {
  const before = inTime(sketchSession('click:link@300'), [act(350, 'leave')]);
  const after = (path: string) =>
    inTime([act(900, 'begin')], sketchSession(`go:${path}@950 end@9000`)).filter(
      ({ timestamp }) => timestamp >= sketchStart + 900,
    );

  it('is what the click led to, in one fold and in two', () => {
    const first = foldOf(before);
    const tracks = [first.cut(ms(350))];
    const { memory } = JSON.parse(JSON.stringify({ memory: first.memory }));
    const next = new LiveFold({ startedAt, tab: 0, memory });
    for (const fold of [first, next]) {
      for (const event of after('/orders')) fold.push(event);
      const [action, ...none] = fold.cut(ms(9000)).actions;
      expect(none).toEqual([]);
      expect(action).toEqual({ ...tracks[0]?.actions[0], leadsTo: 'https://desk.test/orders' });
    }
  });

  it('is a visit of its own, also when it is the same page again', () => {
    const fold = foldOf([...before, ...after('/')]);
    const track = fold.cut(ms(9000));
    expect(track.pages.map(({ startsMs, endsMs }) => [startsMs, endsMs])).toEqual([
      [0, 350],
      [950, 9000],
    ]);
    expect(track.actions.map(({ kind }) => kind)).toContain('click');
  });
});

describe('text without keys', () => {
  const input = (at: number, payload: Partial<TextInputPayload>) =>
    sketchPlugin(at, textInputPlugin, {
      node: idOf('q'),
      fidelity: 'text',
      inputType: '',
      ...payload,
    });
  const value = (at: number, text: string): RecordedEvent => ({
    type: 3,
    data: { source: 5, id: idOf('q'), text, isChecked: false, userTriggered: true },
    timestamp: sketchStart + at,
  });
  const typed = (...events: RecordedEvent[]) =>
    trackOf(inTime(sketchSession('focus:q@10 end@30000'), events)).actions;

  it('of an input method is typed', () => {
    expect(
      typed(input(100, { cause: 'composition', text: '東京' }), value(101, '東京')),
    ).toMatchObject([{ kind: 'type', text: '東京', finalValue: '東京', evidence: 'exact' }]);
  });

  it('that was filled in or corrected is told by the value', () => {
    expect(typed(input(100, { cause: 'autofill' }), value(101, 'Ada'))).toMatchObject([
      { kind: 'type', text: 'Ada', finalValue: 'Ada', evidence: 'inferred' },
    ]);
  });

  it('is masked where the field is', () => {
    const [action] = typed(
      input(100, { cause: 'autofill', fidelity: 'class' }),
      value(101, '‹EMAIL_7KQ2›'),
    );
    expect(action).toMatchObject({ kind: 'type', masked: true });
    expect(JSON.stringify(action)).not.toContain('EMAIL');
  });

  it('that was pasted is one paste', () => {
    const paste = sketchPlugin(99, clipboardPlugin, { act: 'paste', node: idOf('q'), length: 3 });
    const pasted = [input(100, { cause: 'paste' }), value(101, 'abc')];
    expect(typed(paste, ...pasted)).toMatchObject([{ kind: 'paste', length: 3 }]);
    expect(typed(...pasted)).toMatchObject([{ kind: 'paste' }]);
  });

  it('that came back by a shortcut is that shortcut', () => {
    const events = inTime(sketchSession('Control+z@100 end@30000'), [
      input(101, { cause: 'undo' }),
      value(102, 'abc'),
    ]);
    expect(told(trackOf(events).actions)).toEqual(['press Control+z in “Search” (textbox)']);
  });
});

it('files are told by count, with the field they were chosen in', () => {
  const document = sketchSession('end@9000');
  const field = { id: 900, type: 2, tagName: 'input', attributes: { type: 'file', name: 'scan' } };
  const add = { parentId: idOf('form'), nextId: null, node: { ...field, childNodes: [] } };
  const events = inTime(document, [
    {
      type: 3,
      data: { source: 0, adds: [add], removes: [], texts: [], attributes: [] },
      timestamp: sketchStart + 1,
    },
    sketchPlugin(100, targetPlugin, { node: 900, box: { x: 1, y: 2, width: 3, height: 4 } }),
    sketchPlugin(101, transferPlugin, { act: 'upload', count: 2 }),
    sketchPlugin(200, transferPlugin, { act: 'download', count: 1 }),
  ]);
  expect(trackOf(events).actions).toMatchObject([
    { kind: 'upload', count: 2, target: { node: 900, box: { x: 1, y: 2, width: 3, height: 4 } } },
  ]);
});

describe('a target', () => {
  const box = { x: 10, y: 20, width: 80, height: 30 };
  const target = (at: number) => sketchPlugin(at, targetPlugin, { node: idOf('save'), box });

  it('is described as it stood, before it changes', () => {
    const fold = foldOf(sketchSession(''));
    const { data } = fold.push(target(50)) as { data: { payload: unknown } };
    expect(data.payload).toEqual({
      node: idOf('save'),
      box,
      role: 'button',
      name: 'Save',
      selectors: [
        { kind: 'role', value: 'button[name="Save"]', matches: 1 },
        { kind: 'css', value: '#save', matches: 1 },
        { kind: 'xpath', value: '/html/body/form/button', matches: 1 },
      ],
    });
  });

  it('lends its place to the action', () => {
    for (const at of [85, 102]) {
      const events = inTime(sketchSession('click:save@100 end@9000'), [target(at)]);
      expect(trackOf(events).actions).toMatchObject([{ kind: 'click', target: { box } }]);
    }
  });

  it('that is not on the page stays as it came', () => {
    const fold = foldOf(sketchSession(''));
    const event = sketchPlugin(50, targetPlugin, { node: 9999, box });
    expect(fold.push(event)).toBe(event);
  });
});

describe('a tab', () => {
  it('is visited only while it is in front', () => {
    const events = inTime(sketchSession('end@9000'), [
      shown(0, true),
      shown(2000, false),
      shown(5000, true),
    ]);
    expect(trackOf(events).pages.map(({ startsMs, endsMs }) => [startsMs, endsMs])).toEqual([
      [0, 2000],
      [5000, 9000],
    ]);
  });

  it('in the background from the first is not visited', () => {
    expect(trackOf(inTime([shown(0, false)], sketchSession('end@9000'))).pages).toEqual([]);
  });
});

it('pauses and losses are gaps, over pages too', () => {
  const paused = foldOf(inTime(sketchSession(''), [act(1000, 'pause')]));
  const { memory } = paused;
  const fold = new LiveFold({ startedAt, tab: 0, memory });
  fold.push(act(4000, 'resume'));
  fold.push(sketchPlugin(9000, gapPlugin, { reason: 'lost', since: sketchStart + 6000 }));
  expect(fold.cut(ms(9000)).gaps).toEqual([
    { reason: 'paused', startsMs: 1000, endsMs: 4000 },
    { reason: 'lost', startsMs: 6000, endsMs: 9000 },
  ]);
});

it('nothing it does not understand makes it throw, or is lost', () => {
  const fold = foldOf(sketchSession(''));
  const odd = [
    { type: 3, data: undefined, timestamp: sketchStart },
    { type: 3, data: { source: 0 }, timestamp: sketchStart },
    { type: 2, data: { node: null }, timestamp: sketchStart },
    { type: 6, data: { plugin: targetPlugin }, timestamp: Number.NaN },
    { type: 6, data: { plugin: 'somebody/else@9', payload: 7 }, timestamp: sketchStart },
    { type: 99, data: 7, timestamp: sketchStart },
  ];
  for (const event of odd) expect(fold.push(event)).toBe(event);
  for (const event of sketchSession('go:/b@3000 h@4000 end@20000')) fold.push(event);
  expect(fold.cut(ms(20_000)).keystrokes).toHaveLength(1);
});

it('a keyframe is the page', () => {
  const events = sketchSession('h@100 click:agree@300 check:agree@301 scroll:40@400');
  const keyframe = foldOf(events).keyframe() ?? [];
  const page = new Page();
  for (const event of keyframe) page.apply(event);
  expect(keyframe.slice(0, 2).map(({ type }) => type)).toEqual([4, 2]);
  expect(new Set(keyframe.map(({ timestamp }) => timestamp))).toEqual(new Set([sketchStart + 400]));
  expect(page.tree.get(idOf('q'))?.value).toBe('h');
  expect(page.tree.get(idOf('agree'))?.checked).toBe(true);
  expect(page.scrollOf()).toEqual({ x: 0, y: 40 });
  expect(new LiveFold({ startedAt, tab: 0 }).keyframe()).toBeUndefined();
});
