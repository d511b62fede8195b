/** In which role a session is opened: the one the address asks for, else the one that fits best. */
import type { Role } from '#core/role.ts';

export type OpeningRole = Exclude<Role, 'consumer'>;

/** Opens without a lease and without a reason, so at a glance. */
export type LookingRole = Extract<OpeningRole, 'reviewer' | 'contributor'>;

const byFitness: readonly OpeningRole[] = ['annotator', 'reviewer', 'admin', 'contributor'];

export function openingRole(asked: string | null, held: readonly Role[]): OpeningRole {
  const wanted = byFitness.find((role) => role === asked);
  return wanted ?? byFitness.find((role) => held.includes(role)) ?? 'contributor';
}

const looking: readonly LookingRole[] = ['reviewer', 'contributor'];

/** As `openingRole`, for a look; undefined where all roles held need a lease or a reason. */
export function lookingRole(asked: string | null, held: readonly Role[]): LookingRole | undefined {
  const wanted = looking.find((role) => role === asked);
  return wanted ?? looking.find((role) => held.includes(role));
}
