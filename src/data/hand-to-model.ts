import type { SessionId } from '#core/ids.ts';
import { call } from './call.ts';
import type { Supabase } from './supabase.ts';

/** Notes for the contributor that what was done in a session is sent to `origin`; refused where they have
 * not agreed. */
export const handToModel = (client: Supabase, session: SessionId, origin: string): Promise<void> =>
  call<void>(client, 'hand_to_model', { p_session: session, p_model: origin });
