import type { UserId } from '#core/ids.ts';
import { call, settle } from './call.ts';
import { failureOf } from './failure.ts';
import type { Supabase } from './supabase.ts';

/** The signed-in person. */
export interface Person {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
}

export async function signIn(client: Supabase, email: string, password: string): Promise<Person> {
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw failureOf(error, error.status);
  const person = await currentPerson(client);
  if (!person) throw failureOf({ message: 'Signing in did not last. Try again.' });
  return person;
}

export async function signUp(
  client: Supabase,
  name: string,
  email: string,
  password: string,
): Promise<Person> {
  const { error } = await client.auth.signUp({ email, password });
  if (error) throw failureOf(error, error.status);
  const person = await signIn(client, email, password);
  await call(client, 'set_my_name', { p_name: name });
  return { ...person, name };
}

export async function signOut(client: Supabase): Promise<void> {
  await client.auth.signOut({ scope: 'local' });
}

/** Who is signed in here, or `undefined`. */
export async function currentPerson(client: Supabase): Promise<Person | undefined> {
  const { data, error } = await client.auth.getSession();
  if (error) throw failureOf(error, error.status);
  const user = data.session?.user;
  if (!user) return undefined;
  const profiles = (await settle(
    client.from('profiles').select('name').eq('user_id', user.id),
  )) as { name: string }[];
  return {
    id: user.id as UserId,
    email: user.email ?? '',
    name: profiles[0]?.name ?? user.email ?? 'you',
  };
}

/** Calls back when the sign-in ends or changes, in this tab or another. */
export function trackSignIn(
  client: Supabase,
  changed: (userId: UserId | undefined) => void,
): { stop(): void } {
  const { data } = client.auth.onAuthStateChange((_event, session) =>
    changed(session?.user.id as UserId | undefined),
  );
  return { stop: () => data.subscription.unsubscribe() };
}
