/** Suggests where tasks begin and end: cuts what was done where enough speaks for it, and trims each
 * piece to the acts that belong to it. Suggestions lie in the session, in order, and never overlap; what
 * to call them is for others to draft. */

import type { Reason, Suggestion } from '#core/suggestion.ts';
import { ms, type Ms } from '#core/time.ts';
import type { Track } from '#core/track.ts';
import { actsOf, type Act } from './act.ts';
import { closingOf } from './closing-acts.ts';
import { cutEvidence, cutFrom, type CutEvidence } from './cut-evidence.ts';

/** What these suggestions are from; it changes when the rules do. */
export const builtInSuggester = 'tasktape/1';

/** From the first move towards an act until the act. */
const leadMs = 600;
/** Until the result of an act that closes something is on the screen. */
const settleMs = 1000;
/** Until what was opened to be looked at has been. */
const lookMs = 4000;
const shortestMs = 2000;

interface Piece {
  readonly acts: readonly Act[];
  readonly before: CutEvidence | undefined;
  readonly after: CutEvidence | undefined;
}

export function suggestTasks(
  track: Pick<Track, 'actions' | 'pages'>,
  durationMs: Ms,
): readonly Suggestion[] {
  const pieces = joinLone(piecesOf(actsOf(track)).map(trim)).filter(isWork);
  let from = 0;
  return pieces.flatMap((piece, at) => {
    const startsMs = Math.round(Math.max(from, piece.acts[0]!.startsMs - leadMs));
    const next = pieces[at + 1]?.acts[0]?.startsMs ?? durationMs + leadMs;
    const endsMs = Math.round(Math.min(endOf(piece), next - leadMs, durationMs));
    if (endsMs - startsMs < shortestMs) return [];
    from = endsMs;
    return [toSuggestion(piece, ms(startsMs), ms(endsMs))];
  });
}

function piecesOf(acts: readonly Act[]): Piece[] {
  const evidence = cutEvidence(acts);
  const pieces: Piece[] = [];
  let from = 0;
  let before: CutEvidence | undefined;
  for (let at = 1; at <= acts.length; at += 1) {
    const cut = evidence[at - 1];
    if (at < acts.length && cut!.score < cutFrom) continue;
    pieces.push({ acts: acts.slice(from, at), before, after: cut });
    from = at;
    before = cut;
  }
  return pieces;
}

/** Without the steps back before the first act of a person's own, and the scrolling around it. */
function trim(piece: Piece): Piece {
  const first = piece.acts.findIndex((act) => !isAside(act));
  return first > 0 ? { ...piece, acts: piece.acts.slice(first) } : piece;
}

/** An act that stands alone belongs to what comes after it. */
function joinLone(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last === undefined || isWork(last) || last.acts.every(isAside)) joined.push(piece);
    else
      joined[joined.length - 1] = {
        ...piece,
        before: last.before,
        acts: [...last.acts, ...piece.acts],
      };
  }
  return joined;
}

const isAside = ({ action }: Act) => action === undefined || action.kind === 'scroll';

/** Something was done, not only looked around. */
function isWork({ acts }: Piece): boolean {
  const real = acts.filter((act) => !isAside(act));
  return real.length >= 2 || real.some((act) => closingOf(act) >= 0.5);
}

function endOf({ acts }: Piece): number {
  const last = acts.at(-1)!;
  return last.endsMs + (closingOf(last) >= 0.5 ? settleMs : lookMs);
}

function toSuggestion({ before, after }: Piece, startsMs: Ms, endsMs: Ms): Suggestion {
  return {
    id: `${builtInSuggester}:${startsMs}-${endsMs}`,
    suggester: builtInSuggester,
    startsMs,
    endsMs,
    instruction: '',
    score: scoreOf(before, after),
    startReasons: startReasonsOf(before),
    endReasons: endReasonsOf(after),
  };
}

function startReasonsOf(before: CutEvidence | undefined): readonly Reason[] {
  if (before === undefined) return [{ kind: 'pause', sentence: 'Nothing was done before it.' }];
  if (before.startReasons.length > 0) return before.startReasons;
  return before.endReasons.map(({ kind, sentence }) => ({
    kind,
    sentence: `Just before: ${sentence}`,
  }));
}

function endReasonsOf(after: CutEvidence | undefined): readonly Reason[] {
  if (after === undefined) return [{ kind: 'pause', sentence: 'Nothing was done after it.' }];
  if (after.endReasons.length > 0) return after.endReasons;
  return after.startReasons.map(({ kind, sentence }) => ({
    kind,
    sentence: `Right after: ${sentence}`,
  }));
}

/** Both edges count alike; the session's own ends say little. */
function scoreOf(...edges: readonly (CutEvidence | undefined)[]): number {
  const each = edges.map((edge) => edge?.score ?? cutFrom);
  const mean = each.reduce((sum, score) => sum + score, 0) / each.length;
  return Math.round(100 * Math.min(0.95, Math.max(0.05, mean / (2 * cutFrom)))) / 100;
}
