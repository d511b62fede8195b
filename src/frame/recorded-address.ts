/** Whether an address of a recorded page leads to what is in the recording, which is data alone. A
 * browser complains of data that it can't read, and a `blob:` went with its page. */
export function isInRecording(address: string): boolean {
  const told = address.trim();
  return told === '' || isReadableData(told);
}

/** Whether an address is a place on the page itself. */
export const isOnPage = (address: string): boolean => /^\s*#/.test(address);

/** Whether all pictures of a `srcset` are data. */
export function areInRecording(candidates: string): boolean {
  return candidates
    .trim()
    .split(/\s+/)
    .every((part) => /^(\d*\.?\d+[wxh])?,?$/.test(part) || isReadableData(part.replace(/,$/, '')));
}

function isReadableData(address: string): boolean {
  if (!/^data:/i.test(address)) return false;
  const comma = address.indexOf(',');
  if (comma < 0) return false;
  return !/;\s*base64\s*$/i.test(address.slice(0, comma)) || isBase64(address.slice(comma + 1));
}

/** As https://infra.spec.whatwg.org/#forgiving-base64-decode reads it. */
function isBase64(body: string): boolean {
  const [told = ''] = body.split('#', 1);
  const digits = (told.includes('%') ? unescapePercent(told) : told).replace(/[\t\n\f\r ]+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return false;
  const bare = digits.replace(/=+$/, '').length;
  return bare % 4 !== 1 && (bare === digits.length || digits.length % 4 === 0);
}

const unescapePercent = (text: string) =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
