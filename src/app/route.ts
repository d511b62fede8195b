/** The addresses of the workbench: what each path means, and the path of each place. */
import type { AnnotationId, SessionId } from '#core/ids.ts';
import { unreachable } from '#core/unreachable.ts';

export type ProjectPlace = 'sessions' | 'review' | 'releases' | 'project';

export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'recordings' }
  | { readonly kind: ProjectPlace; readonly project: string }
  | { readonly kind: 'session'; readonly project: string; readonly session: SessionId }
  /** One session and nothing around it, to be shown in a frame of another page. */
  | { readonly kind: 'embed'; readonly project: string; readonly session: SessionId }
  | { readonly kind: 'submission'; readonly project: string; readonly annotation: AnnotationId }
  | { readonly kind: 'unknown'; readonly path: string };

const places: readonly string[] = ['sessions', 'review', 'releases', 'project'];

export function routeOf(path: string): Route {
  const [first, project, place, id, ...more] = path.split('/').filter(Boolean).map(decode);
  if (first === undefined) return { kind: 'start' };
  if (first === 'recordings' && project === undefined) return { kind: 'recordings' };
  if (first === 'embed' && place === 'sessions' && id !== undefined && more.length === 0)
    return { kind: 'embed', project: project as string, session: id as SessionId };
  if (first !== 'p' || project === undefined || more.length > 0) return { kind: 'unknown', path };
  if (id !== undefined && place === 'sessions')
    return { kind: 'session', project, session: id as SessionId };
  if (id !== undefined && place === 'review')
    return { kind: 'submission', project, annotation: id as AnnotationId };
  if (id === undefined && place !== undefined && places.includes(place))
    return { kind: place as ProjectPlace, project };
  return { kind: 'unknown', path };
}

export function pathOf(route: Route): string {
  switch (route.kind) {
    case 'start':
      return '/';
    case 'recordings':
      return '/recordings';
    case 'sessions':
    case 'review':
    case 'releases':
    case 'project':
      return `/p/${route.project}/${route.kind}`;
    case 'session':
      return `/p/${route.project}/sessions/${route.session}`;
    case 'embed':
      return `/embed/${route.project}/sessions/${route.session}`;
    case 'submission':
      return `/p/${route.project}/review/${route.annotation}`;
    case 'unknown':
      return route.path;
    default:
      return unreachable(route);
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
