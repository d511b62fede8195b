/** What the popup says of a tab's state, in a headline and a sentence. */
import { unreachable } from '#core/unreachable.ts';
import type { TabState, Waiting } from './tab-state.ts';

export interface StateWords {
  readonly title: string;
  readonly sentence: string;
}

export function wordsOf(state: TabState): StateWords {
  switch (state.kind) {
    case 'not set up':
      return {
        title: 'Not set up yet',
        sentence: 'Paste the connection line that your project gave you.',
      };
    case 'no site':
      return {
        title: 'Nothing to record here',
        sentence: 'This is not a web page. Open a site of your project.',
      };
    case 'off the list':
      return {
        title: 'Not recorded here',
        sentence: `${state.project} records only on ${listOf(state.sites)}.`,
      };
    case 'needs permission':
      return {
        title: 'Ready to record',
        sentence: `The browser will ask whether Tasktape may see ${hostOf(state.site)}.`,
      };
    case 'ready':
      return {
        title: 'Ready to record',
        sentence: `Nothing is recorded until you start. It is for ${state.project}.`,
      };
    case 'starting':
      return {
        title: 'Starting',
        sentence: `Asking ${hostOf(state.site)}’s project for its terms.`,
      };
    case 'asking':
      return {
        title: 'Your answer is needed',
        sentence: `${state.terms.project} asks whether it may record you. Nothing is recorded yet.`,
      };
    case 'recording':
      return {
        title: 'Recording',
        sentence: `For ${state.project}: ${listOf(state.purposes)}. Other sites are not recorded.`,
      };
    case 'paused':
      return { title: 'Paused', sentence: 'Nothing is recorded in any tab until you resume.' };
    case 'ended':
      return wordsOfEnd(state.why);
    case 'refused':
      return { title: 'Can’t record', sentence: state.why };
    default:
      return unreachable(state);
  }
}

function wordsOfEnd(why: Extract<TabState, { kind: 'ended' }>['why']): StateWords {
  switch (why) {
    case 'declined':
      return { title: 'Not recorded', sentence: 'You said no, so nothing is recorded.' };
    case 'stopped':
      return { title: 'Stopped', sentence: 'The recording is over. You can look at it first.' };
    case 'discarded':
      return {
        title: 'Discarded',
        sentence: 'The recording is gone, what was sent of it as well.',
      };
    case 'withdrawn':
      return {
        title: 'Consent withdrawn',
        sentence: 'Everything recorded of you for this project is taken back.',
      };
    default:
      return unreachable(why);
  }
}

export function wordsOfWaiting({ bytes, online }: Waiting): string {
  const amount =
    bytes < 1_000_000
      ? `${Math.max(1, Math.round(bytes / 1000))} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;
  return online
    ? `${amount} waiting to be sent`
    : `Offline: ${amount} kept on this computer until the network is back`;
}

export const hostOf = (site: string): string => new URL(site).host;

function listOf(words: readonly string[]): string {
  const shown = words.map((word) => (URL.canParse(word) ? hostOf(word) : word));
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
