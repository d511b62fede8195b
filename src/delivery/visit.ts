/** One line to one page: its joining, the question, its part in a recording, and their end. */
import type { SessionId } from '#core/ids.ts';
import type { RecorderTerms } from '#core/recorder-terms.ts';
import { unreachable } from '#core/unreachable.ts';
import { sentenceOf } from './api-failure.ts';
import type { Enrolled } from './enrolment.ts';
import type { FromKeeper, ToKeeper } from './keeper-messages.ts';
import type { KeeperParts } from './keeper-parts.ts';
import type { Line } from './line.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { ShelfConflict } from './shelf.ts';
import { TabRecording } from './tab-recording.ts';

type Stand =
  | { readonly kind: 'over' }
  | { readonly kind: 'asking'; readonly terms: RecorderTerms }
  | { readonly kind: 'in'; readonly recording: TabRecording };

const over: Stand = { kind: 'over' };

export class Visit {
  readonly #line: Line<FromKeeper, ToKeeper>;
  readonly #parts: KeeperParts;
  readonly #turn = new OneAtATime();
  #site = '';
  #stand = over;
  #gone = false;

  constructor(line: Line<FromKeeper, ToKeeper>, parts: KeeperParts) {
    this.#line = line;
    this.#parts = parts;
    line.listen((message) => this.#inTurn(() => this.#hear(message)));
  }

  get session(): SessionId | undefined {
    return this.#stand.kind === 'in' ? this.#stand.recording.session : undefined;
  }

  tick(): Promise<void> {
    return this.#inTurn(async () => {
      const outcome = await this.#recording?.tick();
      if (outcome === undefined || outcome === 'goes on') return;
      this.#stand = over;
      if (outcome === 'renew')
        await this.#enrol(await this.#parts.enrolment.enter(this.#site, false));
    });
  }

  /** Looks at what others did to the recording, or answered. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#look());
  }

  tellDelivery(message: FromKeeper & { kind: 'delivery' }): void {
    this.#recording?.tellDelivery(message);
  }

  /** The recording is gone from the shelf. */
  end(why: 'discarded' | 'withdrawn' | 'stopped'): Promise<void> {
    return this.#inTurn(async () => this.#end(why));
  }

  stop(): Promise<void> {
    return this.#inTurn(async () => {
      this.#recording?.letGo();
      this.#stand = over;
      this.#gone = true;
    });
  }

  get #recording(): TabRecording | undefined {
    return this.#stand.kind === 'in' ? this.#stand.recording : undefined;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    return this.#turn.run(async () => {
      try {
        await work();
      } catch (error) {
        if (error instanceof ShelfConflict) await this.#rejoin();
        else this.#refuse(error);
      }
    });
  }

  #refuse(error: unknown): void {
    this.#recording?.letGo();
    this.#stand = over;
    this.#line.send({ kind: 'refused', why: sentenceOf(error) });
  }

  async #hear(message: ToKeeper): Promise<void> {
    if (this.#gone) return;
    switch (message.kind) {
      case 'join':
        return this.#join(message);
      case 'answer':
        if (this.#stand.kind !== 'asking') return;
        return this.#enrol(
          await this.#parts.enrolment.answer(this.#site, this.#stand.terms, message.purposes),
        );
      case 'events':
        return this.#recording?.take(message);
      case 'leave':
        return this.#leave();
      case 'pause':
        return this.#recording?.change({ paused: true });
      case 'resume':
        return this.#recording?.change({ paused: false });
      case 'stop':
        return this.#recording?.change({ ending: { kind: 'stopped' } });
      case 'discard':
        return this.#recording && this.#parts.discard(this.#recording.kept);
      case 'withdraw':
        return this.#withdraw();
      default:
        return unreachable(message);
    }
  }

  async #join(message: ToKeeper & { kind: 'join' }): Promise<void> {
    await this.#leave();
    this.#site = message.site;
    if (message.tail) {
      await this.#parts.mergeTail(message.tail);
      this.#line.send({ kind: 'tail kept' });
    }
    if (message.over) return this.#endLate(message.tab);
    const enrolled = await this.#parts.enrolment.enter(message.site, message.again ?? false);
    await this.#enrol(enrolled, message.tab);
  }

  async #endLate(tab: (ToKeeper & { kind: 'join' })['tab']): Promise<void> {
    const kept = tab && (await this.#parts.recordings.read(tab.session));
    const recording = kept && (await TabRecording.end(this.#line, this.#parts, kept, tab));
    if (recording) this.#stand = { kind: 'in', recording };
    else this.#line.send({ kind: 'ended', why: 'stopped' });
  }

  async #leave(): Promise<void> {
    const recording = this.#recording;
    this.#stand = over;
    await recording?.leave(true);
  }

  async #enrol(enrolled: Enrolled, tab?: (ToKeeper & { kind: 'join' })['tab']): Promise<void> {
    switch (enrolled.kind) {
      case 'ask':
        this.#stand = { kind: 'asking', terms: enrolled.terms };
        return this.#line.send({ kind: 'ask', terms: enrolled.terms });
      case 'declined':
        this.#stand = over;
        this.#line.send({ kind: 'ended', why: 'declined' });
        return this.#parts.changed();
      case 'recording': {
        const { kept } = enrolled;
        const wanted = tab?.session === kept.session ? tab : undefined;
        const recording = await TabRecording.begin(this.#line, this.#parts, kept, wanted);
        this.#stand = { kind: 'in', recording };
        return this.#parts.changed();
      }
      default:
        return unreachable(enrolled);
    }
  }

  async #withdraw(): Promise<void> {
    if (this.#stand.kind !== 'in') {
      this.#stand = over;
      this.#line.send({ kind: 'ended', why: 'withdrawn' });
    }
    await this.#parts.withdraw();
  }

  async #look(): Promise<void> {
    if (this.#stand.kind === 'asking') {
      const settled = await this.#parts.enrolment.settled(this.#stand.terms, this.#site);
      if (settled) await this.#enrol(settled);
    }
    const recording = this.#recording;
    if (recording && !(await recording.look()))
      this.#end(await this.#parts.takingBack.whyGone(recording.session));
  }

  #end(why: 'discarded' | 'withdrawn' | 'stopped'): void {
    const recording = this.#recording;
    if (!recording) return;
    recording.drop();
    this.#stand = over;
    if (!recording.isClosing) this.#line.send({ kind: 'ended', why });
  }

  /** The stream was given to another keeper, as if this one were dead, or the recording is gone. */
  async #rejoin(): Promise<void> {
    const recording = this.#recording;
    if (!recording) return;
    recording.drop();
    try {
      const kept = await this.#parts.recordings.read(recording.session);
      if (!kept || kept.ending)
        this.#end(kept ? 'stopped' : await this.#parts.takingBack.whyGone(recording.session));
      else if (!(await recording.takeBack())) await this.#enrol({ kind: 'recording', kept });
    } catch (error) {
      this.#refuse(error instanceof ShelfConflict ? new Error('the recording is gone.') : error);
    }
  }
}
