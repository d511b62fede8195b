/** How busy each second was, and each two, four, eight …: added up once, read at any zoom. */

export interface ActivityLevel {
  /** Seconds to a bin. */
  readonly bins: number;
  readonly events: Float64Array;
  /** Events in the busiest second of each. */
  readonly busiest: Float64Array;
}

export function layerActivity(activity: readonly number[]): readonly ActivityLevel[] {
  const seconds = Float64Array.from(activity);
  const levels: ActivityLevel[] = [{ bins: 1, events: seconds, busiest: seconds }];
  for (let below = levels[0]!; below.events.length > 1;) {
    const size = Math.ceil(below.events.length / 2);
    const events = new Float64Array(size);
    const busiest = new Float64Array(size);
    for (const [at, count] of below.events.entries()) events[at >> 1]! += count;
    for (const [at, most] of below.busiest.entries())
      busiest[at >> 1] = Math.max(busiest[at >> 1]!, most);
    below = { bins: below.bins * 2, events, busiest };
    levels.push(below);
  }
  return levels;
}

/** A busy second, by which bars are measured, so that one outburst does not flatten the rest. */
export function busySecond(activity: readonly number[]): number {
  const sorted = Float64Array.from(activity.filter((count) => count > 0)).sort();
  return sorted[Math.floor(sorted.length * 0.97)] ?? 1;
}
