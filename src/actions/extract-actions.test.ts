import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#core/action.ts';
import { describeAction } from '#core/describe-action.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { extractActions } from './extract-actions.ts';
import { inTime } from './sketch-plugin.ts';
import { sketchSession, sketchStart, type SketchOptions } from './sketch-session.ts';

const actionsOf = (sketch: string, options?: SketchOptions) =>
  extractActions(sketchSession(sketch, options));
const told = (sketch: string, options?: SketchOptions) =>
  actionsOf(sketch, options).map(describeAction);
const only = (sketch: string, options?: SketchOptions): Action => {
  const actions = actionsOf(sketch, options);
  expect(actions).toHaveLength(1);
  return actions[0] as Action;
};

describe('typing', () => {
  it('joins keys in one field, with Backspace applied', () => {
    expect(only('h@0 i@110 Backspace@480 e@600 y@700')).toMatchObject({
      kind: 'type',
      text: 'hey',
      finalValue: 'hey',
      startsMs: 0,
      endsMs: 702,
      evidence: 'exact',
      target: { name: 'Search', role: 'textbox' },
      page: { url: 'https://desk.test/', title: 'Desk /', scroll: { x: 0, y: 0 } },
    });
  });

  it('follows the caret', () => {
    expect(only('b@0 ArrowLeft@50 a@100 End@150 c@200')).toMatchObject({ text: 'abc' });
    expect(only('b@0 Control+a@50 z@100')).toMatchObject({ text: 'z' });
  });

  it('ends with another field, a click or a pause, and scrolling does not end it', () => {
    expect(told('a@0 b@100 focus:notes@200 c@300')).toEqual([
      'type “ab” into “Search” (textbox)',
      'type “c” into “Notes” (textbox)',
    ]);
    expect(told('a@0 scroll:100@200 b@400')[0]).toBe('type “ab” into “Search” (textbox)');
    expect(told('a@0 b@10001')).toHaveLength(1);
    expect(told('a@0 b@10100')).toHaveLength(2);
  });

  it('tells a masked field without a character of it', () => {
    const action = only('focus:secret@0 p@10 w@60');
    expect(action).toMatchObject({ kind: 'type', masked: true });
    expect(action).not.toHaveProperty('text');
    expect(action).not.toHaveProperty('finalValue');
  });

  it('is inferred from values where keys were not recorded', () => {
    expect(only('h@0 i@110 Backspace@480', { keys: 'none' })).toMatchObject({
      kind: 'type',
      text: 'h',
      finalValue: 'h',
      evidence: 'inferred',
    });
  });
});

describe('Enter', () => {
  it('submits a line of a form and says where that led', () => {
    expect(actionsOf('a@0 Enter@200 go:/found@700')).toMatchObject([
      { kind: 'type', text: 'a' },
      { kind: 'submit', leadsTo: 'https://desk.test/found', target: { name: 'Search' } },
    ]);
  });

  it('breaks the line where the value shows it, and is pressed where it does not', () => {
    expect(only('focus:notes@0 a@10 Enter@50 b@100')).toMatchObject({ text: 'a\nb' });
    const sent = sketchSession('focus:notes@0 a@10 Enter@50 end@900').filter(
      ({ data }) => !JSON.stringify(data).includes('a\\n'),
    );
    expect(extractActions(sent).map(describeAction)).toEqual([
      'type “a” into “Notes” (textbox)',
      'press Enter in “Notes” (textbox)',
    ]);
  });

  it('is inferred as a submit when a page follows typing without keys', () => {
    expect(actionsOf('a@0 go:/found@700', { keys: 'none' })).toMatchObject([
      { kind: 'type', evidence: 'inferred' },
      { kind: 'submit', evidence: 'inferred', leadsTo: 'https://desk.test/found' },
    ]);
  });
});

describe('pressing', () => {
  it('names chords, and folds a shortcut into what it did', () => {
    expect(told('Control+Shift+k@0 Escape@300 Tab@600')).toEqual([
      'press Control+Shift+k in “Search” (textbox)',
      'press Escape in “Search” (textbox)',
      'press Tab in “Search” (textbox)',
    ]);
    expect(actionsOf('Control+c@0 copy:3@20')).toMatchObject([
      { kind: 'copy', length: 3, startsMs: 0 },
    ]);
    expect(actionsOf('Control+v@0 paste:hello@20')).toMatchObject([{ kind: 'paste', length: 5 }]);
  });

  it('tells a key outside of any field as a press', () => {
    expect(told('focus:save@0 Space@100')).toEqual(['press Space in “Save” (button)']);
  });
});

describe('the pointer', () => {
  it('clicks on the interactive element, and says where that led', () => {
    expect(only('click:save@100 push:/saved@400')).toMatchObject({
      kind: 'click',
      startsMs: 90,
      endsMs: 101,
      leadsTo: 'https://desk.test/saved',
      target: { role: 'button', name: 'Save' },
      point: { x: 100 },
    });
  });

  it('folds two and three clicks into one act, and a longer run into pairs', () => {
    expect(told('dblclick:save@400')).toEqual(['double-click “Save” (button)']);
    expect(told('dblclick:save@400 click:save@600')).toEqual(['triple-click “Save” (button)']);
    expect(told('dblclick:save@400 click:save@600 click:save@700')).toEqual([
      'triple-click “Save” (button)',
      'click “Save” (button)',
    ]);
    expect(told('dblclick:save@400 click:save@1000')).toHaveLength(2);
    expect(told('dblclick:save@400 dblclick:save@800')).toEqual([
      'double-click “Save” (button)',
      'double-click “Save” (button)',
    ]);
    expect(told('click:save@100 click:save@1000')).toHaveLength(2);
    expect(told('contextmenu:link@50')).toEqual(['right-click “Orders” (link)']);
  });

  it('takes a click on a label and its echo for one act on the field', () => {
    expect(only('click:agree-label@100 check:agree@102')).toMatchObject({
      kind: 'set_checked',
      checked: true,
      startsMs: 90,
      target: { name: 'I agree', role: 'checkbox' },
    });
  });

  it('folds the click on a list into the choice, told by its caption', () => {
    expect(only('click:size@100 select:large@900')).toMatchObject({
      kind: 'select_option',
      option: 'Large size',
    });
  });

  it('drags when it is released elsewhere', () => {
    const drag = (release: number): RecordedEvent[] =>
      sketchSession('click:title@100 end@900').map((event) => {
        const data = event.data as { source?: number; type?: number; y?: number };
        const isRelease = data.source === 2 && data.type !== 1 && data.y !== undefined;
        return isRelease ? { ...event, data: { ...data, y: (data.y ?? 0) + release } } : event;
      });
    expect(extractActions(drag(3)).map(({ kind }) => kind)).toEqual(['click']);
    expect(extractActions(drag(80)).map(({ kind }) => kind)).toEqual(['drag']);
  });

  it('drags where the browser tells of dragging, which has no release', () => {
    const events = sketchSession('click:link@100 end@2000');
    const positions = [{ x: 300, y: 40, id: 1, timeOffset: 0 }];
    const dragged = { type: 3, data: { source: 12, positions }, timestamp: sketchStart + 400 };
    const pressed = events.filter(
      ({ data }) => ![0, 2].includes((data as { type?: number }).type ?? 9),
    );
    expect(extractActions(inTime(pressed, [dragged]))).toMatchObject([
      { kind: 'drag', from: { x: 100 }, point: { x: 300, y: 40 }, target: { name: 'Orders' } },
    ]);
  });

  it('loses the target, and says so, when the node is not in the page', () => {
    const events = sketchSession('click:save@100').map((event) => {
      const data = event.data as { source?: number };
      return data.source === 2 ? { ...event, data: { ...data, id: 9999 } } : event;
    });
    expect(extractActions(events)).toMatchObject([{ kind: 'click', targetLost: true }]);
  });

  it('tells the target as it stood before the click changed it', () => {
    const events = sketchSession('click:save@100 end@200');
    const id = events.flatMap(({ data }) => (data as { id?: number }).id ?? [])[0] as number;
    const remove = {
      source: 0,
      adds: [],
      texts: [],
      attributes: [],
      removes: [{ parentId: 1, id }],
    };
    const at = events.findIndex(({ type }) => type === 5);
    const timestamp = (events[at]?.timestamp ?? 0) - 100;
    events.splice(at, 0, { type: 3, data: remove, timestamp });
    expect(extractActions(events)).toMatchObject([{ target: { name: 'Save' } }]);
  });
});

describe('scrolling', () => {
  it('joins what is less than 0.8 s apart, with distance and place', () => {
    expect(actionsOf('scroll:100@0 scroll:250@700 scroll:50@2000 end@9000')).toMatchObject([
      { kind: 'scroll', dx: 0, dy: 250, to: { x: 0, y: 250 }, startsMs: 0, endsMs: 701 },
      { kind: 'scroll', dy: -200, to: { x: 0, y: 50 } },
    ]);
  });

  it('leaves out what an act made the page do at once, and what it drifts by itself', () => {
    expect(told('click:link@100 scroll:900@300 end@9000')).toEqual(['click “Orders” (link)']);
    expect(told('scroll:2@100 end@9000')).toEqual([]);
    expect(told('click:link@100 scroll:90@300 scroll:200@350 end@9000')).toHaveLength(2);
  });
});

describe('pages', () => {
  it('that nothing led to were gone to', () => {
    expect(told('go:/a@6000 push:/b@20000')).toEqual([
      'go to https://desk.test/a',
      'go to https://desk.test/b',
    ]);
  });

  it('come from going back when the address is the one before', () => {
    expect(told('go:/a@6000 go:/b@12000 back:/a@20000')).toEqual([
      'go to https://desk.test/a',
      'go to https://desk.test/b',
      'back to https://desk.test/a',
    ]);
    expect(told('go:/a@6000 go:/@20000').at(-1)).toBe('back to https://desk.test/');
  });

  it('replaced by a script, or moving on at once, are no acts', () => {
    expect(told('replace:/b@20000')).toEqual([]);
    expect(told('go:/login@6000 go:/home@6800')).toEqual(['go to https://desk.test/login']);
  });
});

it('is the same for the same events, in order, with evidence in range', () => {
  const word = fc.oneof(
    fc.constantFrom('a', 'Backspace', 'Enter', 'Tab', 'Control+a', 'ArrowLeft', 'Space'),
    fc.constantFrom(
      'click:save',
      'dblclick:link',
      'click:agree-label',
      'check:agree',
      'focus:notes',
    ),
    fc.constantFrom(
      'select:large',
      'scroll:200',
      'go:/a',
      'push:/b',
      'back:/a',
      'paste:xy',
      'copy:2',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, fc.nat(3000)), { maxLength: 30 }), (drawn) => {
      let at = 200;
      const events = sketchSession(drawn.map(([w, pause]) => `${w}@${(at += pause)}`).join(' '));
      const actions = extractActions(events);
      expect(extractActions(events)).toEqual(actions);
      for (const [i, action] of actions.entries()) {
        expect(action.endsMs).toBeGreaterThan(action.startsMs);
        expect(action.startsMs).toBeGreaterThanOrEqual(actions[i - 1]?.startsMs ?? 0);
        expect(action.events[1]).toBeLessThan(events.length);
        expect(action.events[0]).toBeLessThanOrEqual(action.events[1]);
      }
    }),
  );
});
