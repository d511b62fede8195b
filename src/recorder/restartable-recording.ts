/** A page's recording from the host page's view: one that the person may stop and begin again. */
import type { Capture, CaptureOptions } from './capture.ts';
import { startCapture } from './capture.ts';
import type { CaptureState } from '#sign/capture-state.ts';
import { isResting, setResting } from './rest-mark.ts';
import { showRestSign, type RestSign } from '#sign/rest-sign.ts';

export class RestartableRecording implements Capture {
  readonly #options: CaptureOptions;
  #capture: Capture | undefined;
  #sign: RestSign | undefined;
  #myRecordingsUrl: string | undefined;

  constructor(options: CaptureOptions) {
    this.#options = options;
    if (isResting() && !options.again) this.#rest();
    else this.#begin();
  }

  get state(): CaptureState {
    return this.#capture?.state ?? { kind: 'ended', why: 'stopped' };
  }

  pause = (): void => this.#capture?.pause();
  resume = (): void => this.#capture?.resume();
  stop = (): void => this.#capture?.stop();
  discard = (): void => this.#capture?.discard();
  withdraw = (): void => this.#capture?.withdraw();

  #begin(): void {
    setResting(false);
    this.#sign?.remove();
    const { onState, ...options } = this.#options;
    this.#capture = startCapture({
      ...options,
      onRecording: ({ myRecordingsUrl }) => (this.#myRecordingsUrl = myRecordingsUrl),
      onState: (state) => {
        if (state.kind === 'ended') this.#ended(state.why);
        onState?.(state);
      },
    });
  }

  #ended(why: (CaptureState & { kind: 'ended' })['why']): void {
    if (why === 'stopped' || why === 'discarded') this.#rest();
    // Whoever withdraws is told that it worked, in every tab, and is not asked for more.
    if (why === 'withdrawn')
      this.#show({
        says: 'Consent withdrawn. Nothing is recorded; all recordings are taken back.',
      });
  }

  #rest(): void {
    setResting(true);
    const beginAgain = () => this.#begin();
    this.#show({ says: 'Not recorded', beginAgain, myRecordingsUrl: this.#myRecordingsUrl });
  }

  #show(words: Parameters<typeof showRestSign>[0]): void {
    this.#sign?.remove();
    this.#sign = showRestSign(words);
  }
}
