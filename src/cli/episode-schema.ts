import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChecker, type SchemaChecker } from '#episodes/schema-checker.ts';
import { projectRoot } from './project-root.ts';

/** Checks a value against the published schema of `episode/1`. */
export function episodeSchema(): SchemaChecker {
  const file = join(projectRoot, 'public', 'episode.schema.json');
  return schemaChecker(JSON.parse(readFileSync(file, 'utf8')) as object);
}
