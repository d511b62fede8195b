#!/usr/bin/env node
/** `tasktape`: gets this folder ready, then runs the program. */
import { ensureBuilt, ensureInstalled, InstallError } from './install.mjs';

try {
  await ensureInstalled();
  await ensureBuilt();
  await import(new URL('../../dist/node/tasktape.js', import.meta.url).href);
} catch (error) {
  if (!(error instanceof InstallError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
