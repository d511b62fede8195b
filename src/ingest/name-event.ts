import {
  asKnown,
  eventType,
  incrementalSource,
  type PluginData,
  type RecordedEvent,
} from '#dom/rrweb-events.ts';

const nameIn = (names: Readonly<Record<string, number>>, value: number): string =>
  Object.keys(names).find((name) => names[name] === value) ?? `unknown ${value}`;

/** What kind of event it is, as rrweb calls it: `meta`, `incremental/input`, `plugin/rrweb/console@1`. */
export function nameEvent(event: RecordedEvent): string {
  const known = asKnown(event);
  const name = nameIn(eventType, event.type);
  if (known.type === eventType.incremental)
    return `${name}/${nameIn(incrementalSource, known.data.source)}`;
  return known.type === eventType.plugin ? `${name}/${(known.data as PluginData).plugin}` : name;
}
