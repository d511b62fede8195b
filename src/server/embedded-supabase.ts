/** The Supabase that runs inside this process: REST, sign-in and Storage on one database. */
import type { App } from '@supabase/lite';
import type { InstallKeys } from './install-keys.ts';
import { setLiteEnvironment } from './lite-environment.ts';
import type { ObjectStore } from './object-store.ts';
import type { Database } from './open-database.ts';

export async function createEmbeddedSupabase(
  database: Database,
  keys: InstallKeys,
  store: ObjectStore,
): Promise<App> {
  setLiteEnvironment();
  const { App } = await import('@supabase/lite');
  const app = new App({
    connection: database.connection,
    project_id: 'tasktape',
    api: { enabled: true, schemas: ['public'], max_rows: 1000 },
    auth: {
      enabled: true,
      jwt_secret: keys.jwtSecret,
      publishable_key: keys.publishableKey,
      secret_key: keys.secretKey,
      enable_signup: true,
      enable_anonymous_sign_ins: false,
      minimum_password_length: 10,
      // No mail leaves this machine, so an address can't be confirmed by one.
      email: { enable_signup: true, enable_confirmations: false },
    },
    storage: { enabled: true, file_size_limit: '1GiB' },
    studio: { enabled: false },
    options: {
      server: { admin: false, disableStudio: true },
      // The library would print what it can't send, codes and all.
      drivers: { email: { send: async () => undefined } },
    },
  });
  app._storageAdapter = store as unknown as NonNullable<typeof app._storageAdapter>;
  await app.ensureSystemSchema();
  return app as unknown as App;
}
