/** Bars as one SVG path. Height follows the square root, so that a busy second does not hide the rest. */
export function barsPath(values: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...values);
  const step = width / Math.max(1, values.length);
  const bar = Math.max(0.5, step - Math.min(1, step * 0.35));
  return values
    .map((value, index) => {
      const tall = value === 0 ? 0.5 : Math.max(1, Math.sqrt(value / most) * height);
      const x = round(index * step);
      return `M${x} ${height}V${round(height - tall)}h${round(bar)}V${height}z`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
