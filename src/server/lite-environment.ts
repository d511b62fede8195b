/** What the embedded Supabase reads from the environment the moment it is loaded: call it before. */
export function setLiteEnvironment(): void {
  process.env.EXPERIMENTAL_STORAGE = '1';
  process.env.LITE_TELEMETRY = '0';
  process.env.DO_NOT_TRACK = '1';
}
