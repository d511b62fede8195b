/** Members by person: one who holds several roles is one line. */
import type { UserId } from '#core/ids.ts';
import type { Member } from '#core/project.ts';

export interface PersonInProject {
  readonly userId: UserId;
  readonly name: string;
  readonly members: readonly Member[];
}

export function peopleOf(members: readonly Member[]): readonly PersonInProject[] {
  const people = new Map<UserId, Member[]>();
  for (const member of members)
    people.set(member.userId, [...(people.get(member.userId) ?? []), member]);
  return [...people].map(([userId, held]) => ({ userId, name: held[0]!.name, members: held }));
}
