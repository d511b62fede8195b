import type { ProjectId, UserId } from './ids.ts';
import type { Role } from './role.ts';

/** A team's workspace, with the roles the signed-in person holds in it. */
export interface Project {
  readonly id: ProjectId;
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A person in one role of a project. */
export interface Member {
  readonly userId: UserId;
  readonly name: string;
  readonly role: Role;
}
