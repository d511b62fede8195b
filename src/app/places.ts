/** Which places a person goes to, told from their roles; the first is where they start. */
import type { Project } from '#core/project.ts';
import type { Role } from '#core/role.ts';
import type { Route } from './route.ts';

export interface Place {
  readonly label: string;
  readonly route: Route;
  /** Kinds of route that belong to it. */
  readonly kinds: readonly Route['kind'][];
}

export function placesOf(project: Pick<Project, 'slug' | 'roles'>): readonly Place[] {
  const { slug, roles } = project;
  const is = (...any: readonly Role[]) => any.some((role) => roles.includes(role));
  const places: Place[] = [];
  if (is('annotator', 'reviewer', 'admin'))
    places.push({
      label: 'Sessions',
      route: { kind: 'sessions', project: slug },
      kinds: ['sessions', 'session'],
    });
  if (is('reviewer'))
    places.push({
      label: 'Review',
      route: { kind: 'review', project: slug },
      kinds: ['review', 'submission'],
    });
  if (is('consumer', 'admin'))
    places.push({
      label: 'Releases',
      route: { kind: 'releases', project: slug },
      kinds: ['releases'],
    });
  if (is('contributor'))
    places.push({ label: 'My recordings', route: { kind: 'recordings' }, kinds: ['recordings'] });
  if (is('admin'))
    places.push({
      label: 'Project',
      route: { kind: 'project', project: slug },
      kinds: ['project'],
    });
  return places;
}

/** Where a person starts: reviewers at what waits for them, all others at their first place. */
export function startOf(project: Pick<Project, 'slug' | 'roles'>): Place | undefined {
  const places = placesOf(project);
  const reviewsOnly = project.roles.includes('reviewer') && !project.roles.includes('annotator');
  return (reviewsOnly && places.find((place) => place.label === 'Review')) || places[0];
}
