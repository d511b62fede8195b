import { expect, test } from 'vitest';
import { progressLine } from './progress-line.ts';

function listen(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  return { written, line: progressLine({ write, isTTY, columns: 60 } as never) };
}

test('a terminal gets one bar, drawn over itself and cleared at the end', () => {
  const { written, line } = listen(true);
  line.show('Storing x.json', 1, 4);
  line.show('Storing x.json', 4, 4);
  line.end();
  expect(written).toEqual([
    `\r\x1b[2K${'█'.repeat(6)}${'░'.repeat(18)}  25 %  Storing x.json`,
    `\r\x1b[2K${'█'.repeat(24)} 100 %  Storing x.json`,
    '\r\x1b[2K',
  ]);
});

test('a bar is never longer than the terminal is wide', () => {
  const { written, line } = listen(true);
  line.show('a very long name of a file '.repeat(9), 1, 2);
  expect(written[0]!.replace('\r\x1b[2K', '')).toHaveLength(59);
});

test('anywhere else each step is told once, in plain text', () => {
  const { written, line } = listen(false);
  line.show('Checking', 1, 4);
  line.show('Checking', 2, 4);
  line.show('Storing', 1, 4);
  line.end();
  expect(written).toEqual(['Checking\n', 'Storing\n']);
});
