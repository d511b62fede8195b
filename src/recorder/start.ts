/** The published entry: records the page it is started in, with the consent of whoever uses it. */
import type { Capture } from './capture.ts';
import type { CaptureState } from '#sign/capture-state.ts';
import { checkSettings } from './check-settings.ts';
import { openKeeperLine } from './keeper-line.ts';
import { RestartableRecording } from './restartable-recording.ts';
import { tellDeveloper } from './tell-developer.ts';

export type { CaptureState } from '#sign/capture-state.ts';

export interface StartOptions {
  /** The address of your Tasktape or Supabase, such as `https://xyz.supabase.co`. */
  readonly url: string;
  /** Its publishable key. */
  readonly key: string;
  /** Made in the workbench under Project → Recorders. */
  readonly recorderKey: string;
  /** The workbench, where it is not at `url`. */
  readonly appUrl?: string;
  /** The person asked to be recorded just now: ask even where they said no before. */
  readonly again?: boolean;
  readonly onState?: (state: CaptureState) => void;
}

export type Recording = Capture;

// On the window, so that a second copy of this script finds the first.
const started = Symbol.for('tasktape.recording');
type Started = { [started]?: Promise<Recording> };

/** Never throws and never rejects: what is wrong is told on the console, in one line. */
export function start(options: StartOptions): Promise<Recording> {
  const page = window as unknown as Started;
  page[started] ??= begin(options).catch((error: unknown) =>
    refused(`not started, because it failed: ${String(error)}.`),
  );
  return page[started];
}

async function begin(options: StartOptions): Promise<Recording> {
  if (window !== window.top)
    return refused('this page is in a frame; start the recorder in the page around it.');
  const checked = checkSettings(options);
  if (!checked.ok) return refused(`not started: ${checked.problems.join('; ')}.`);
  await pageIsThere();
  const line = openKeeperLine(checked.settings);
  const { again, onState } = options;
  return new RestartableRecording({ line, ask: 'page', indicator: true, again, onState });
}

/** Shown, not only made ready by the browser in case it is wanted, and far enough to hold a sign. */
async function pageIsThere(): Promise<void> {
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) =>
      document.addEventListener('prerenderingchange', resolve, { once: true }),
    );
  if (document.body === null)
    await new Promise((resolve) =>
      document.addEventListener('DOMContentLoaded', resolve, { once: true }),
    );
}

function refused(why: string): Recording {
  tellDeveloper(why);
  const nothing = () => undefined;
  const state: CaptureState = { kind: 'refused', why };
  return {
    state,
    pause: nothing,
    resume: nothing,
    stop: nothing,
    discard: nothing,
    withdraw: nothing,
  };
}

/** `<script src="…/recorder.iife.js" data-url data-key data-recorder-key>` starts by itself. */
const script = document.currentScript;
if (script instanceof HTMLScriptElement && script.dataset['recorderKey'] !== undefined) {
  const { url = '', key = '', recorderKey } = script.dataset;
  void start({ url, key, recorderKey });
}
