import { ApiFailure } from './api-failure.ts';

/** A page must never carry a key that opens everything; such a key is refused before any call. */
export function refuseSecretKey(key: string): void {
  if (!key.startsWith('sb_secret_') && roleIn(key) !== 'service_role') return;
  throw new ApiFailure(
    'forbidden',
    'Tasktape was given a secret key. Anyone who sees the page could read and change everything ' +
      'with it. Use the publishable key, and replace the secret key at once.',
  );
}

function roleIn(key: string): unknown {
  try {
    const claims = (key.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    return (JSON.parse(atob(claims)) as { role?: unknown }).role;
  } catch {
    return undefined;
  }
}
