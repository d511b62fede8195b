/** Everything beside rrweb that listens in a page and in each of its frames, by plugin name. */
import {
  clipboardPlugin,
  dialogPlugin,
  fieldPlugin,
  keystrokesPlugin,
  navigationPlugin,
  targetPlugin,
  textInputPlugin,
  transferPlugin,
  visibilityPlugin,
} from '#core/plugin-events.ts';
import type { Tracker } from './listen.ts';
import type { PageFacts } from './page-facts.ts';
import { trackClipboard } from './track-clipboard.ts';
import { trackDialogs } from './track-dialogs.ts';
import { trackFieldVisits } from './track-field-visits.ts';
import { trackKeystrokes } from './track-keystrokes.ts';
import { trackNavigation } from './track-navigation.ts';
import { trackTargets } from './track-targets.ts';
import { trackTextInput } from './track-text-input.ts';
import { trackTransfers } from './track-transfers.ts';
import { trackVisibility } from './track-visibility.ts';

type StartInFrame = (window: Window, emit: (payload: unknown) => void) => Tracker;

export function frameTrackers(facts: PageFacts): Readonly<Record<string, StartInFrame>> {
  return {
    // First, so that a visit begins before what is done in it.
    [fieldPlugin]: (window, emit) => trackFieldVisits({ ...facts, target: window, emit }),
    [targetPlugin]: (window, emit) => trackTargets({ ...facts, window, emit }),
    [keystrokesPlugin]: (window, emit) => trackKeystrokes({ ...facts, target: window, emit }),
    [textInputPlugin]: (window, emit) => trackTextInput({ ...facts, target: window, emit }),
    [clipboardPlugin]: (window, emit) => trackClipboard({ ...facts, window, emit }),
    [transferPlugin]: (window, emit) => trackTransfers({ target: window, emit }),
    [dialogPlugin]: (window, emit) => trackDialogs({ window, emit }),
    [navigationPlugin]: onlyInPage((window, emit) => trackNavigation({ window, emit })),
    [visibilityPlugin]: onlyInPage((window, emit) => trackVisibility({ window, emit })),
  };
}

/** A frame's address and focus are not the tab's. */
function onlyInPage(start: StartInFrame): StartInFrame {
  return (window, emit) =>
    window === window.parent ? start(window, emit) : { stop: () => undefined };
}
