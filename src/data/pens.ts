import type { AnnotationStatus } from '#core/annotation.ts';
import type { AnnotationId } from '#core/ids.ts';
import { epochMs, type EpochMs } from '#core/time.ts';
import { call } from './call.ts';
import type { Supabase } from './supabase.ts';

/** Who edits an annotation, by this machine's clock. */
export interface PenHeld {
  readonly isMine: boolean;
  /** The caller gave the session back, and has not opened it again. */
  readonly isGivenBack: boolean;
  readonly takenAt: EpochMs;
  readonly savedAt: EpochMs;
  readonly edits: number;
  readonly status: AnnotationStatus;
}

interface PenHand {
  /** The window that asks. */
  readonly window: string;
  /** Windows that are known to be closed. */
  readonly gone?: readonly string[];
  /** Takes it from whoever has it. */
  readonly force?: boolean;
}

interface PenRow {
  readonly mine: boolean;
  readonly given_back: boolean;
  readonly taken_ms: number;
  readonly saved_ms: number;
  readonly edits: number;
  readonly status: AnnotationStatus;
}

/** Takes the pen of an annotation where it is free, and tells who has it; told again and again, it says
 * that the window is still there. */
export async function takePen(
  client: Supabase,
  annotation: AnnotationId,
  { window, gone = [], force = false }: PenHand,
): Promise<PenHeld> {
  const answer = await call<PenRow>(client, 'take_pen', {
    p_annotation: annotation,
    p_window: window,
    p_gone: gone,
    p_force: force,
  });
  const now = Date.now();
  return {
    isMine: answer.mine,
    isGivenBack: answer.given_back,
    takenAt: epochMs(now - answer.taken_ms),
    savedAt: epochMs(now - answer.saved_ms),
    edits: answer.edits,
    status: answer.status,
  };
}

/** Leaves the pen to the next window. */
export async function dropPen(
  client: Supabase,
  annotation: AnnotationId,
  window: string,
): Promise<void> {
  await call(client, 'drop_pen', { p_annotation: annotation, p_window: window });
}
