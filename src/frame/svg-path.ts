import { SvgScan } from './svg-scan.ts';

/** How many numbers each command takes; of an arc's seven, two are flags. */
const counts: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

const command = /[mlhvcsqtaz]/iy;

/** The path as far as a browser draws it, which is up to the first segment that is not whole. */
export function readPath(path: string): string {
  const scan = new SvgScan(path);
  let name = scan.take(command)?.toLowerCase();
  if (name !== 'm') return path.trim() === '' ? path : '';
  let read = 0;
  while (name !== undefined && takeSegment(scan, name)) {
    read = scan.at;
    scan.comma();
    if (scan.isDone) return path;
    name = scan.take(command)?.toLowerCase() ?? (name === 'z' ? undefined : name);
  }
  return path.slice(0, read);
}

function takeSegment(scan: SvgScan, name: string): boolean {
  scan.blank();
  for (let index = 0; index < counts[name]!; index += 1) {
    if (index > 0) scan.comma();
    const isFlag = name === 'a' && (index === 3 || index === 4);
    if (isFlag ? !scan.flag() : scan.number() === undefined) return false;
  }
  return true;
}
