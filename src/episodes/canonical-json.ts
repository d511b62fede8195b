import canonicalize from 'canonicalize';

/** The one way to write a JSON value (RFC 8785): sorted keys, no spaces. Throws on lone surrogates. */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this value has no JSON form');
  return text;
}
