export const roles = ['contributor', 'annotator', 'reviewer', 'consumer', 'admin'] as const;

/** What a person may do in one project; one person may hold several. */
export type Role = (typeof roles)[number];

/** How a role is named to people. */
export const roleNames: Readonly<Record<Role, string>> = {
  contributor: 'Contributor',
  annotator: 'Annotator',
  reviewer: 'Reviewer',
  consumer: 'ML engineer',
  admin: 'Admin',
};
