import {
  eventType,
  incrementalSource,
  nodeType,
  type RecordedEvent,
  type SerializedNode,
} from '#dom/rrweb-events.ts';

/** As many rows as make a page of usual size. */
export const sampleRows = 250;

/** A page that is in no recording, with a little of what pages have, for code to run on before it is
 * needed: a browser compiles what it runs often. */
export function samplePage(rowCount = sampleRows): readonly RecordedEvent[] {
  let id = 0;
  const node = (type: number, rest: object) => ({ type, id: (id += 1), ...rest }) as SerializedNode;
  const text = (textContent: string) => node(nodeType.text, { textContent });
  const element = (
    tagName: string,
    attributes: Readonly<Record<string, string>>,
    childNodes: readonly SerializedNode[] = [],
  ) => node(nodeType.element, { tagName, attributes, childNodes });
  const rows = Array.from({ length: rowCount }, (_, row) =>
    element('tr', { class: 'row' }, [
      element('td', { style: 'width: 10px' }, [text(`Row ${row}`)]),
      element('td', {}, [element('input', { type: 'text', value: '' })]),
    ]),
  );
  const rules = Array.from(
    { length: 8 * rowCount },
    (_, at) => `.a-${at}:hover, .b-${at} { color: #${100 + at}; margin: 0px ${at}px }`,
  );
  const body = element('body', {}, [element('table', {}, [element('tbody', {}, rows)])]);
  const sheet = element('style', { _cssText: rules.join('\n') });
  const html = element('html', {}, [element('head', {}, [sheet]), body]);
  const doctype = node(nodeType.documentType, { name: 'html', publicId: '', systemId: '' });
  const page = node(nodeType.document, { childNodes: [doctype, html] });
  return [
    { type: eventType.meta, data: { href: 'about:blank', width: 800, height: 600 }, timestamp: 0 },
    {
      type: eventType.fullSnapshot,
      data: { node: page, initialOffset: { left: 0, top: 0 } },
      timestamp: 0,
    },
    {
      type: eventType.incremental,
      data: {
        source: incrementalSource.mutation,
        adds: [],
        removes: [],
        texts: [],
        attributes: [{ id: body.id, attributes: { class: 'sample' } }],
      },
      timestamp: 0,
    },
  ];
}
