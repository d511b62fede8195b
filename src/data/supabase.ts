import { createClient, type SupabaseClient } from '@supabase/supabase-js';

/** The connection every function of this room takes first. */
export type Supabase = SupabaseClient;

/** Where sign-ins are remembered; supabase-js asks for this shape. */
export interface SessionKeeper {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): void | Promise<void>;
  removeItem(key: string): void | Promise<void>;
}

/** A session goes back to the queue although the page is closed by then. */
const outlives = /\/rpc\/(release_session|drop_pen)$/;
const outlivingFetch: typeof fetch = (input, init) =>
  fetch(input, outlives.test(String(input)) ? { ...init, keepalive: true } : init);

/**
 * Connects to a Supabase by its URL and publishable key. Without `keeper` the sign-in lives as long
 * as the process.
 */
export function connect(url: string, publishableKey: string, keeper?: SessionKeeper): Supabase {
  return createClient(url, publishableKey, {
    global: { fetch: outlivingFetch },
    // Node has WebSocket from version 22; without one supabase-js refuses to start at all.
    ...(!('WebSocket' in globalThis) && { realtime: { transport: NoSocket as never } }),
    auth: {
      persistSession: keeper !== undefined,
      autoRefreshToken: keeper !== undefined,
      detectSessionInUrl: false,
      ...(keeper && { storage: keeper, storageKey: 'tasktape-sign-in' }),
    },
  });
}

/** Stands in where there is no WebSocket: nothing here listens for changes. */
class NoSocket extends EventTarget {
  constructor() {
    super();
    throw new Error('Realtime is not used here.');
  }
}
