import {
  consentPlugin,
  recordingPlugin,
  textInputPlugin,
  visibilityPlugin,
} from '#core/plugin-events.ts';
import { joinTracks } from '#core/join-tracks.ts';
import { epochMs, ms } from '#core/time.ts';
import type { RecordedEvent } from '#dom/rrweb-events.ts';
import { LiveFold } from '#ingest/live-fold.ts';
import { inTime, sketchPlugin } from '#actions/sketch-plugin.ts';
import { sketchSession, sketchStart } from '#actions/sketch-session.ts';

const shown = (at: number, focused: boolean) =>
  sketchPlugin(at, visibilityPlugin, { visible: focused, focused });
const act = (at: number, what: string) => sketchPlugin(at, recordingPlugin, { act: what });
const from = (at: number, events: readonly RecordedEvent[]) =>
  events.filter(({ timestamp }) => timestamp >= sketchStart + at);

/**
 * Two tabs whose nodes have the same ids. The keyboard is
 *   in the first until 2 s, in the second until 5 s, in the first from then on,
 * and the recording stands from 7 to 11 s.
 */
export const tabs: readonly (readonly RecordedEvent[])[] = [
  inTime(
    [sketchPlugin(0, consentPlugin, {}), act(0, 'begin'), shown(0, true)],
    sketchSession('a@500 b@900 c@6000 end@12000'),
    [shown(2000, false), shown(5000, true), act(7000, 'pause'), act(11_000, 'resume')],
    [sketchPlugin(6500, 'somebody/else@3', { odd: [1] })],
  ),
  inTime(
    [sketchPlugin(1990, consentPlugin, {}), act(1990, 'begin'), shown(2000, true)],
    from(1995, sketchSession('go:/second@1995 x@3000 y@3500')),
    [
      sketchPlugin(4000, textInputPlugin, {
        node: 12,
        cause: 'autofill',
        inputType: '',
        fidelity: 'class',
      }),
      shown(5000, false),
      act(7000, 'pause'),
      act(11_000, 'resume'),
    ],
  ),
];

export const track = joinTracks(
  tabs.map((events, tab) => {
    const fold = new LiveFold({ startedAt: epochMs(sketchStart), tab });
    for (const event of events) fold.push(event);
    return fold.cut(ms(12_000));
  }),
);
