/** Time on the session's own axis and on the calendar, kept apart by type. */

/** Milliseconds since the session's first event. */
export type Ms = number & { readonly __unit: 'ms since session start' };

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number & { readonly __unit: 'ms since epoch' };

export const ms = (value: number): Ms => value as Ms;
export const epochMs = (value: number): EpochMs => value as EpochMs;

/** A half-open stretch of session time: `startsMs` is in it, `endsMs` is not. */
export interface Span {
  readonly startsMs: Ms;
  readonly endsMs: Ms;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.startsMs < b.endsMs && b.startsMs < a.endsMs;
}

export function contains(span: Span, at: Ms): boolean {
  return span.startsMs <= at && at < span.endsMs;
}

/** `m:ss.mmm`, or `h:mm:ss.mmm` from an hour on. */
export function formatTime(at: number): string {
  const total = Math.max(0, Math.round(at));
  const millis = String(total % 1000).padStart(3, '0');
  const seconds = String(Math.floor(total / 1000) % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60_000) % 60;
  const hours = Math.floor(total / 3_600_000);
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}.${millis}`
    : `${minutes}:${seconds}.${millis}`;
}

/** Whole seconds gone by: `m:ss`, or `h:mm:ss` from an hour on. */
export const formatClock = (at: number): string =>
  formatTime(Math.floor(at / 1000) * 1000).slice(0, -4);

/** Prose: `42 s`, `12 min`, `3 h 5 min`. */
export function formatDuration(duration: number): string {
  const seconds = Math.round(duration / 1000);
  if (seconds < 1) return `${Math.round(duration)} ms`;
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
