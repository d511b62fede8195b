import { eventType, incrementalSource } from '#dom/rrweb-events.ts';
import { checkPlugin } from './check-plugin.ts';
import { checkSnapshot } from './check-snapshot.ts';
import { isNumber, isRecord, isWhole, type Fields } from './shape.ts';

/** Holds one event against rrweb's event model: a sentence when it could not be replayed. */
export function checkEvent(event: unknown): string | undefined {
  if (!isRecord(event)) return 'It is not an object.';
  if (!isWhole(event['type'])) return 'Its type is missing or not a whole number.';
  const { timestamp } = event;
  if (!isNumber(timestamp) || timestamp < 0 || timestamp > latest)
    return 'Its timestamp is missing or not a number of milliseconds since 1970.';
  const { data } = event;
  switch (event['type']) {
    case eventType.fullSnapshot:
      return isRecord(data)
        ? (checkOffset(data['initialOffset']) ?? checkSnapshot(data['node'], 'document'))
        : noData;
    case eventType.incremental:
      return isRecord(data) ? checkIncremental(data) : noData;
    case eventType.meta:
      if (!isRecord(data)) return noData;
      if (typeof data['href'] !== 'string') return 'It has no address (data.href).';
      return isNumber(data['width']) && isNumber(data['height'])
        ? undefined
        : 'It has no viewport size (data.width and data.height).';
    case eventType.custom:
      return isRecord(data) && typeof data['tag'] === 'string' ? undefined : 'It has no data.tag.';
    case eventType.plugin:
      if (!isRecord(data) || typeof data['plugin'] !== 'string') return 'It has no data.plugin.';
      return checkPlugin(data['plugin'], data['payload']);
    default:
      return undefined;
  }
}

/** Past the year 9999 no date can be written. */
const latest = 253_402_300_799_999;
const noData = 'Its data is missing or not an object.';

function checkOffset(offset: unknown): string | undefined {
  if (offset === undefined) return undefined;
  return isRecord(offset) && isNumber(offset['top']) && isNumber(offset['left'])
    ? undefined
    : 'Its initialOffset has no top and left.';
}

function checkIncremental(data: Fields): string | undefined {
  const needs = (names: readonly string[]) => {
    const missing = names.filter((name) => !isNumber(data[name]));
    return missing.length === 0
      ? undefined
      : `It lacks the number data.${missing.join(', data.')}.`;
  };
  const { source } = data;
  switch (source) {
    case incrementalSource.mutation:
      return checkMutation(data);
    case incrementalSource.mouseMove:
    case incrementalSource.touchMove:
    case incrementalSource.drag:
      return (data['positions'] as unknown[] | undefined)?.length !== 0 &&
        everyIs(data['positions'], (each) =>
          ['x', 'y', 'id', 'timeOffset'].every((name) => isNumber(each[name])),
        )
        ? undefined
        : 'Its positions are missing or not points.';
    case incrementalSource.mouseInteraction:
      return needs(['type', 'id']);
    case incrementalSource.scroll:
      return needs(['id', 'x', 'y']);
    case incrementalSource.viewportResize:
      return needs(['width', 'height']);
    case incrementalSource.input:
      return typeof data['text'] === 'string' ? needs(['id']) : 'It has no data.text.';
    default:
      return isWhole(source) ? undefined : 'Its data.source is missing or not a whole number.';
  }
}

function checkMutation(data: Fields): string | undefined {
  const { adds, removes, texts, attributes } = data;
  if (!everyIs(removes, (each) => isNumber(each['id'])))
    return 'Its removes are not a list of ids.';
  if (!everyIs(texts, (each) => isNumber(each['id']) && isTextOrNull(each['value'])))
    return 'Its texts are not a list of ids and values.';
  if (!everyIs(attributes, (each) => isNumber(each['id']) && isRecord(each['attributes'])))
    return 'Its attributes are not a list of ids and attributes.';
  if (!everyIs(adds, (each) => isNumber(each['parentId']))) return 'Its adds name no parents.';
  for (const add of adds as readonly Fields[]) {
    const trouble = checkSnapshot(add['node'], 'node');
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

const isTextOrNull = (value: unknown) => value === null || typeof value === 'string';

function everyIs(list: unknown, accepts: (each: Fields) => boolean): boolean {
  return Array.isArray(list) && list.every((each) => isRecord(each) && accepts(each));
}
