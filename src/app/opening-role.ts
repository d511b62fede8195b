/** In which role a session is opened: the one the address asks for, else the one that fits best. */
import type { Role } from '#core/role.ts';

export type OpeningRole = Exclude<Role, 'consumer'>;

const byFitness: readonly OpeningRole[] = ['annotator', 'reviewer', 'admin', 'contributor'];

export function openingRole(asked: string | null, held: readonly Role[]): OpeningRole {
  const wanted = byFitness.find((role) => role === asked);
  return wanted ?? byFitness.find((role) => held.includes(role)) ?? 'contributor';
}
