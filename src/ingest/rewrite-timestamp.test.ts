import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { rewriteTimestamp } from './rewrite-timestamp.ts';

const rewrite = (json: string, to: number) => strFromU8(rewriteTimestamp(strToU8(json), to));

it('changes the number and nothing else', () => {
  expect(rewrite('{"timestamp" : 12.5e3 ,"data":{"timestamp":1}, "type":3}', 7)).toBe(
    '{"timestamp" : 7 ,"data":{"timestamp":1}, "type":3}',
  );
  expect(rewrite('{"a":"\\"timestamp\\":1","timestamp":-1,"timestamp":2}', 7)).toBe(
    '{"a":"\\"timestamp\\":1","timestamp":-1,"timestamp":7}',
  );
});

it('parses to the same event at another time, however the event is written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.nat(), fc.boolean(), (data, from, to, isFirst) => {
      const event = isFirst ? { timestamp: from, data } : { data, timestamp: from };
      for (const space of [0, 2]) {
        const json = JSON.stringify(event, null, space);
        const escaped = json.replace('"timestamp"', '"time\\u0073tamp"');
        const mended = JSON.parse(JSON.stringify({ ...event, timestamp: to }));
        expect(JSON.parse(rewrite(json, to))).toEqual(mended);
        if (!JSON.stringify(data).includes('timestamp'))
          expect(JSON.parse(rewrite(escaped, to))).toEqual(mended);
      }
    }),
  );
});
