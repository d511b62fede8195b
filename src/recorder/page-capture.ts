/** One page's recording, from its `join` to its end: hears the keeper, asks, shows, starts and stops. */
import type { RecorderTerms } from '#core/recorder-terms.ts';
import type { OpenRecording } from '#delivery/keeper-messages.ts';
import type { Capture, CaptureOptions } from './capture.ts';
import type { CaptureState } from '#sign/capture-state.ts';
import { askConsent, type Question } from '#sign/consent-dialog.ts';
import { Handover } from './handover.ts';
import { hear, type Ears } from './hear-keeper.ts';
import { Indicator } from '#sign/indicator.ts';
import { trackPageLife } from './page-life.ts';
import { Stream } from './stream.ts';
import { tellDeveloper } from './tell-developer.ts';
import { whyNotHere } from './why-not-here.ts';

export class PageCapture implements Capture {
  readonly #options: CaptureOptions;
  readonly #life = trackPageLife({
    hidden: () => this.#stream?.flush(),
    cameToFront: (wasHidden) => this.#cameToFront(wasHidden),
    left: () => this.#leave(),
    cameBack: () => this.#join(),
  });
  readonly #handover = new Handover();
  #state: CaptureState = { kind: 'joining' };
  #recording: OpenRecording | undefined;
  #stream: Stream | undefined;
  #question: Question | undefined;
  #indicator: Indicator | undefined;

  readonly #ears: Ears = {
    ask: ({ terms }) => this.#ask(terms),
    recording: ({ recording }) => this.#open(recording),
    kept: ({ through }) => this.#stream?.kept(through),
    'tail kept': () => this.#handover.tailKept(),
    paused: () => this.#halt(),
    resumed: () => this.#state.kind === 'paused' && this.#begin('resume'),
    ended: ({ why }) => this.#end({ kind: 'ended', why }),
    refused: ({ why }) => this.#refuse(why),
    delivery: ({ waitingBytes, online }) => this.#indicator?.showDelivery(waitingBytes, online),
  };

  constructor(options: CaptureOptions) {
    this.#options = options;
    this.#join();
  }

  get state(): CaptureState {
    return this.#state;
  }

  pause = (): void =>
    this.#guarded(() => {
      if (this.#state.kind !== 'recording') return;
      this.#halt();
      this.#options.line.send({ kind: 'pause' });
    });

  resume = (): void =>
    this.#guarded(() => {
      if (this.#state.kind === 'paused') this.#options.line.send({ kind: 'resume' });
    });

  stop = (): void =>
    this.#guarded(() => {
      this.#stream?.halt('stop');
      this.#options.line.send({ kind: 'stop' });
    });

  discard = (): void => this.#guarded(() => this.#takeBack('discard'));
  withdraw = (): void => this.#guarded(() => this.#takeBack('withdraw'));

  #takeBack(kind: 'discard' | 'withdraw'): void {
    this.#forgetStream();
    this.#handover.forget(kind === 'discard' ? this.#recording : undefined);
    this.#options.line.send({ kind });
  }

  #join(): void {
    this.#setState({ kind: 'joining' });
    const { line, again } = this.#options;
    line.listen((message) => this.#guarded(() => hear(this.#ears, message)));
    const left = this.#handover.take();
    line.send({ kind: 'join', site: location.origin, ...left, ...(again ? { again } : {}) });
  }

  #ask(terms: RecorderTerms): void {
    if (!this.#accepts(terms)) return;
    this.#forgetStream();
    this.#setState({ kind: 'asking' });
    if (this.#options.ask === 'elsewhere') return;
    this.#question = askConsent(terms, (purposes) =>
      this.#guarded(() => {
        this.#question = undefined;
        if (purposes) this.#options.line.send({ kind: 'answer', purposes });
        else this.#end({ kind: 'put off' });
      }),
    );
  }

  #open(recording: OpenRecording): void {
    if (!this.#accepts(recording.terms)) return;
    this.#question?.close();
    this.#forgetStream();
    this.#recording = recording;
    this.#options.onRecording?.(recording);
    this.#stream = new Stream({
      recording,
      send: (batch) => this.#options.line.send({ kind: 'events', ...batch }),
      giveUp: () => this.#guarded(() => this.#giveUp()),
      sign: () => this.#indicator,
    });
    if (this.#options.indicator) this.#indicator ??= new Indicator(this, recording, this.#lostSign);
    this.#handover.comeToFront(recording);
    if (recording.paused) this.#setState({ kind: 'paused' });
    else this.#begin('begin');
  }

  #begin(act: 'begin' | 'resume'): void {
    const unseen = this.#indicator?.whyNotVisible();
    if (unseen === undefined) this.#stream?.start(act);
    this.#setState({ kind: 'recording' });
    if (unseen !== undefined) this.#lostSign(unseen);
  }

  #halt(): void {
    this.#stream?.halt('pause');
    if (this.#stream) this.#setState({ kind: 'paused' });
  }

  readonly #lostSign = (why: string): void => {
    if (this.#state.kind !== 'recording') return;
    tellDeveloper(`recording is paused, because ${why}.`);
    this.pause();
  };

  /** False, and the end of it, when these terms can't be kept on this page. */
  #accepts(terms: RecorderTerms): boolean {
    const why = whyNotHere(terms);
    if (why) this.#refuse(why);
    return !why;
  }

  #cameToFront(wasHidden: boolean): void {
    if (!this.#recording || !this.#stream?.isRunning) return;
    // A player that follows the person from tab to tab starts here.
    if (this.#handover.comeToFront(this.#recording) || wasHidden) this.#stream.takeSnapshot();
  }

  #leave(): void {
    if (this.#recording && this.#stream) {
      this.#stream.halt('leave');
      this.#options.line.send({ kind: 'leave' });
      this.#handover.leave(this.#recording, this.#stream.unkept);
    }
    this.#question?.close();
    this.#forgetStream();
  }

  #giveUp(): void {
    if (this.#recording) this.#handover.leave(this.#recording, this.#stream?.unkept, true);
    this.#refuse('recording stopped, because what it takes could not be kept on this machine.');
  }

  #refuse(why: string): void {
    tellDeveloper(why);
    this.#end({ kind: 'refused', why });
  }

  #end(state: CaptureState): void {
    if (this.#stream && state.kind === 'ended' && state.why === 'stopped') {
      // What was seen before the stop is still taken, and the keeper waits to hear that it was all.
      this.#stream.halt('stop');
      this.#options.line.send({ kind: 'leave' });
    }
    this.#forgetStream();
    if (state.kind === 'ended' && this.#recording) this.#handover.forget(this.#recording);
    this.#life.stop();
    this.#options.line.close();
    this.#question?.close();
    this.#indicator?.remove();
    this.#setState(state);
  }

  #forgetStream(): void {
    this.#stream?.close();
    this.#stream = undefined;
  }

  #setState(state: CaptureState): void {
    this.#state = state;
    this.#indicator?.show(state);
    this.#options.onState?.(state);
  }

  /** Whatever fails in here, the page goes on as if nothing was, and nothing half is recorded. */
  #guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#stream?.drop();
      this.#refuse(`recording stopped, because it failed: ${String(error)}.`);
    }
  }
}
