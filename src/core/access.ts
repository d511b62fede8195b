import type { Role } from './role.ts';
import type { SessionId } from './ids.ts';
import type { EpochMs } from './time.ts';

export const accessActs = [
  'import',
  'prefetch',
  'open',
  'return',
  'label',
  'suggest',
  'review',
  'export',
  'download',
  'withdraw',
] as const;
export type AccessAct = (typeof accessActs)[number];

/** One line of the access log, as the contributor reads it. */
export interface Access {
  readonly id: number;
  readonly sessionId: SessionId;
  readonly actor: string;
  readonly role: Role;
  readonly act: AccessAct;
  readonly purpose?: string;
  readonly reason?: string;
  readonly at: EpochMs;
}
