import { incrementalSource } from '#dom/rrweb-events.ts';
import { isId, sane, type Raw } from './shape.ts';

/** What a video or a sound did. */
export function cleanMedia(id: number, data: Raw): (Raw & { source: number }) | undefined {
  const { type } = data;
  if (!isId(type) || type < 0 || type > 4) return undefined;
  const told: Record<string, number | boolean> = {};
  for (const name of ['currentTime', 'volume', 'playbackRate']) {
    const number = sane(data[name], 3);
    if (number !== undefined) told[name] = number;
  }
  for (const name of ['muted', 'loop']) {
    const flag = data[name];
    if (typeof flag === 'boolean') told[name] = flag;
  }
  return { source: incrementalSource.mediaInteraction, type, id, ...told };
}
