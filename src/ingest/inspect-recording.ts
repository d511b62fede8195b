import type { Action } from '#core/action.ts';
import { describeAction } from '#core/describe-action.ts';
import type { Burst, Keystroke } from '#core/keystroke.ts';
import { fail, succeed, type OutcomeOf, type Problem } from '#core/outcome-of.ts';
import type { Repair } from '#core/session.ts';
import type { EpochMs, Ms } from '#core/time.ts';
import type { Gap, PageVisit } from '#core/track.ts';
import { checkRecording } from './check-recording.ts';
import { inOrder } from '#actions/extract-actions.ts';
import { groupBursts } from './group-bursts.ts';
import type { KeyMode } from '#actions/keystroke-stream.ts';
import type { RecordingSource } from './recording-source.ts';
import { Refusal } from './refusal.ts';
import { SessionFold } from './session-fold.ts';

/** All that can be told of a recording without a server; plain JSON. */
export interface Inspection {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly startedAt: EpochMs;
  readonly durationMs: Ms;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly events: {
    /** Events as they will be stored. */
    readonly total: number;
    /** Events in the file, by what rrweb calls them. */
    readonly byType: Readonly<Record<string, number>>;
  };
  readonly pages: readonly PageVisit[];
  readonly keystrokes: {
    readonly total: number;
    readonly evidence: KeyMode;
    readonly list: readonly Keystroke[];
    readonly bursts: readonly Burst[];
  };
  readonly actions: readonly (Action & { readonly description: string })[];
  readonly gaps: readonly Gap[];
  readonly repairs: readonly Repair[];
  /** Events that are malformed and left out. */
  readonly problems: readonly Problem[];
}

export async function inspectRecording(source: RecordingSource): Promise<OutcomeOf<Inspection>> {
  try {
    const { sourceSha256, plan, head, viewport, repairs, malformed, eventsByType, mended } =
      await checkRecording(source);
    const fold = new SessionFold(head.mode);
    for await (const batch of mended()) for (const event of batch) fold.push(event);
    fold.finish();
    fold.visits.cut(plan.durationMs);
    const keystrokes = fold.keystrokes.take();
    return succeed({
      name: source.name,
      bytes: source.size,
      sha256: sourceSha256,
      startedAt: plan.startedAt,
      durationMs: plan.durationMs,
      ...(viewport !== undefined && { viewport }),
      events: { total: plan.events, byType: eventsByType },
      pages: fold.visits.take(),
      keystrokes: {
        total: keystrokes.length,
        evidence: head.mode,
        list: keystrokes,
        bursts: groupBursts(keystrokes),
      },
      actions: fold.actions
        .take()
        .sort(inOrder)
        .map((action) => ({ ...action, description: describeAction(action) })),
      gaps: plan.gaps,
      repairs,
      problems: malformed,
    });
  } catch (error) {
    if (error instanceof Refusal) return fail(...error.problems);
    throw error;
  }
}
