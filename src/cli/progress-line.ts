/** Progress on standard error: one bar redrawn on a terminal, one plain line per step elsewhere. */
export interface ProgressLine {
  /** `done` of `total`; without them only the step is told. */
  show(step: string, done?: number, total?: number): void;
  /** Clears the bar, so that what is printed next starts on a clean line. */
  end(): void;
}

type Stream = Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean; columns?: number };

const barWidth = 24;
const redrawEveryMs = 60;

export function progressLine(stream: Stream = process.stderr): ProgressLine {
  let step = '';
  let drawnAt = 0;
  return {
    show(next, done, total) {
      const isNew = next !== step;
      step = next;
      if (!stream.isTTY) {
        if (isNew) stream.write(`${next}\n`);
        return;
      }
      const now = Date.now();
      if (!isNew && now - drawnAt < redrawEveryMs && done !== total) return;
      drawnAt = now;
      stream.write(`\r\x1b[2K${barOf(next, done, total).slice(0, (stream.columns ?? 80) - 1)}`);
    },
    end() {
      if (stream.isTTY && step !== '') stream.write('\r\x1b[2K');
      step = '';
    },
  };
}

function barOf(step: string, done?: number, total?: number): string {
  if (done === undefined || !total) return `${step} …`;
  const share = Math.min(1, done / total);
  const full = Math.round(share * barWidth);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${step}`;
}
