import type { Problem } from '#core/outcome-of.ts';
import { Ajv2020, type AnySchemaObject, type ErrorObject } from 'ajv/dist/2020.js';

/** Answers every way in which a value breaks the schema; an empty list means that it fits. */
export type SchemaChecker = (value: unknown) => Problem[];

/** Makes a checker of a JSON Schema (2020-12). Throws when the schema itself is wrong. */
export function schemaChecker(schema: AnySchemaObject): SchemaChecker {
  // `strictRequired` would refuse a `then` that requires what the schema around it defines.
  const options = { strict: true, strictRequired: false, allErrors: true };
  const validate = new Ajv2020(options).compile(schema);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).filter((error) => error.keyword !== 'if').map(problemOf);
}

function problemOf(error: ErrorObject): Problem {
  const named = Object.values(error.params as Record<string, unknown>)
    .flat()
    .filter((each) => typeof each === 'string' || typeof each === 'number')
    .join(', ');
  const detail = named !== '' && !error.message?.includes(named) ? ` (${named})` : '';
  return {
    path: pathOf(error.instancePath),
    sentence: `Against the schema: it ${error.message ?? error.keyword}${detail}.`,
  };
}

/** `/steps/2/t_ms` as `steps[2].t_ms`. */
function pathOf(pointer: string): string {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
  return path === '' ? 'episode' : path.replace(/^\./, '');
}
