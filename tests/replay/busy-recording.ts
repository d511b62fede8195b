/** A recording of a page that never rests, made to be hard to seek in: nodes come and go between
 * the points of each pointer batch, it scrolls smoothly, and it is photographed anew twice. */

interface Row {
  readonly id: number;
  readonly textId: number;
  text: string;
  colour: string;
}

const html = 2;
const head = 3;
const style = 4;
const rules = 5;
const body = 6;
const list = 7;
const field = 8;
const box = 9;

const css = `html{scroll-behavior:smooth} body{height:4000px} ul{height:200px;overflow:auto;scroll-behavior:smooth} li{height:30px}`;

export function busyRecording(next: () => number, lastsMs: number): unknown[] {
  const events: unknown[] = [];
  const rows: Row[] = [];
  const state = { value: '', checked: false, listTop: 0, pageTop: 0 };
  let lastId = box;
  const pick = (count: number) => Math.floor(next() * count);

  const element = (id: number, tagName: string, attributes: object, childNodes: object[] = []) => ({
    type: 2,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const text = (id: number, textContent: string, isStyle = false) => ({
    type: 3,
    id,
    textContent,
    isStyle,
  });
  const row = ({ id, textId, text: words, colour }: Row) =>
    element(id, 'li', { style: `color: ${colour};` }, [text(textId, words)]);

  function photograph(at: number): void {
    const node = {
      type: 0,
      id: 1,
      childNodes: [
        element(html, 'html', {}, [
          element(head, 'head', {}, [element(style, 'style', {}, [text(rules, css, true)])]),
          element(body, 'body', {}, [
            element(list, 'ul', { rr_scrollTop: state.listTop }, rows.map(row)),
            element(field, 'input', { value: state.value }),
            element(box, 'input', { type: 'checkbox', ...(state.checked && { checked: true }) }),
          ]),
        ]),
      ],
    };
    const data = { node, initialOffset: { top: state.pageTop, left: 0 } };
    events.push(
      { type: 4, timestamp: at, data: { href: 'http://busy.example/', width: 800, height: 600 } },
      { type: 2, timestamp: at + 3, data },
    );
  }

  const change = (timestamp: number, data: object) => events.push({ type: 3, timestamp, data });
  const nothing = { source: 0, texts: [], attributes: [], removes: [], adds: [] };

  function addRow(at: number): void {
    const added: Row = { id: ++lastId, textId: ++lastId, text: `row ${at}`, colour: 'black' };
    const before = rows[pick(rows.length + 1)];
    rows.splice(before ? rows.indexOf(before) : rows.length, 0, added);
    const add = { parentId: list, nextId: before?.id ?? null, node: row(added) };
    change(at, { ...nothing, adds: [add] });
  }

  function removeRow(at: number): void {
    const [removed] = rows.splice(pick(rows.length), 1);
    if (removed) change(at, { ...nothing, removes: [{ parentId: list, id: removed.id }] });
  }

  const acts: ((at: number) => void)[] = [
    addRow,
    addRow,
    removeRow,
    removeRow,
    (at) => {
      const some = rows[pick(rows.length)];
      if (!some) return;
      some.text = `row changed at ${at}`;
      change(at, { ...nothing, texts: [{ id: some.textId, value: some.text }] });
    },
    (at) => {
      const some = rows[pick(rows.length)];
      if (!some) return;
      some.colour = ['red', 'green', 'blue'][pick(3)]!;
      const attributes = { style: `color: ${some.colour};` };
      change(at, { ...nothing, attributes: [{ id: some.id, attributes }] });
    },
    (at) => {
      state.value = `typed at ${at}`;
      change(at, { source: 5, id: field, text: state.value, isChecked: false });
    },
    (at) => {
      state.checked = !state.checked;
      change(at, { source: 5, id: box, text: 'on', isChecked: state.checked });
    },
    (at) => {
      state.pageTop = pick(3000);
      change(at, { source: 3, id: 1, x: 0, y: state.pageTop });
    },
    (at) => {
      state.listTop = pick(Math.max(1, rows.length * 30 - 200));
      change(at, { source: 3, id: list, x: 0, y: state.listTop });
    },
  ];

  for (let start = 0; start < 30; start += 1)
    rows.push({ id: ++lastId, textId: ++lastId, text: `row ${start}`, colour: 'black' });
  photograph(0);
  for (let at = 20; at < lastsMs; at += 20) {
    if (at === 10_000 || at === 20_000) photograph(at);
    else if (at % 500 === 0) {
      const positions = [-480, -320, -160, 0].map((timeOffset) => ({
        x: pick(800),
        y: pick(600),
        id: body,
        timeOffset,
      }));
      change(at, { source: 1, positions });
    } else acts[pick(acts.length)]!(at);
  }
  return events;
}
