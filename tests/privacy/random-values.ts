/** Random strings with a secret somewhere in them, in the forms that pages know. */
import type { SeededRandom } from '#tests/demo/seeded-random.ts';
import type { Canaries } from './canaries.ts';

type Form = (secret: string) => string;

const escapeCss = (text: string) =>
  [...text].map((each) => `\\${each.charCodeAt(0).toString(16)} `).join('');
const escapeUrl = (text: string) =>
  [...text].map((each) => `%${each.charCodeAt(0).toString(16)}`).join('');

const forms: Readonly<Record<string, Form>> = {
  alone: (secret) => secret,
  'in capitals': (secret) => secret.toUpperCase(),
  'in a sentence': (secret) => `Order ${secret} was saved by the customer`,
  'in spaces': (secret) => `  ${secret}\n\t`,
  'in joined words': (secret) => `user-${secret}_name`,
  'in camel case': (secret) => `save${secret.toUpperCase()}Button`,
  mail: (secret) => `${secret}@mail.example`,
  'mail host': (secret) => `anna@${secret}.example`,
  address: (secret) => `https://shop.example/${secret}?id=${secret}#${secret}`,
  'address of a host': (secret) => `//${secret}.example:8080/a.png`,
  'address with a login': (secret) => `https://${secret}:${secret}@shop.example/`,
  path: (secret) => `/orders/${secret}/edit`,
  'relative path': (secret) => `../${secret}.png 2x`,
  'percent-encoded': (secret) => `/a?b=${escapeUrl(secret)}`,
  'data address': (secret) => `data:text/html,<b>${secret}</b>`,
  'data address in base64': (secret) => `data:image/png;base64,${btoa(secret)}`,
  'script address': (secret) => `javascript:void "${secret}"`,
  'blob address': (secret) => `blob:${secret}`,
  declaration: (secret) => `color: red; --x: ${secret}; width: 10px`,
  'url in a declaration': (secret) => `background: url('/x/${secret}.png') no-repeat`,
  'string in a declaration': (secret) => `content: "${secret}"; font-family: '${secret}'`,
  'escaped in a declaration': (secret) => `--a: ${escapeCss(secret)}`,
  'important declaration': (secret) => `grid-area: ${secret} !important`,
  function: (secret) => `rotate(1deg) ${secret}(2)`,
  'number and unit': (secret) => `12${secret}`,
  JSON: (secret) => JSON.stringify({ name: secret, id: 1 }),
  markup: (secret) => `<p title="${secret}">${secret}</p>`,
  list: (secret) => `a ${secret} b`,
  separated: (secret) => `1,2,${secret};3`,
  'in brackets': (secret) => `[${secret}] (${secret})`,
  'beside signs': (secret) => `€ 12.50/${secret}`,
  'other letters around it': (secret) => `Łódź${secret}ß字`,
};
const names = Object.keys(forms);

/** A random form with a new secret in it, told by `where` it goes. */
export function randomValue(random: SeededRandom, canaries: Canaries, where: string): string {
  const name = pick(random, names);
  return forms[name]!(canaries.plant(`${where}, ${name}`));
}

export function pick<T>(random: SeededRandom, from: readonly T[]): T {
  return from[Math.floor(random.next() * from.length)]!;
}
