import { pathNumbers } from '#dom/path-numbers.ts';
import { SvgScan } from './svg-scan.ts';

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
  for (let index = 0; index < pathNumbers[name]!; index += 1) {
    if (index > 0) scan.comma();
    const isFlag = name === 'a' && (index === 3 || index === 4);
    if (isFlag ? !scan.flag() : scan.number() === undefined) return false;
  }
  return true;
}
