/** Branded ids, so that a session's id never passes for a task's. All are UUIDs. */
export type ProjectId = string & { readonly __id: 'project' };
export type UserId = string & { readonly __id: 'user' };
export type ContributorId = string & { readonly __id: 'contributor' };
export type SessionId = string & { readonly __id: 'session' };
export type AnnotationId = string & { readonly __id: 'annotation' };
export type TaskId = string & { readonly __id: 'task' };
export type NotWorkId = string & { readonly __id: 'not work' };
export type LabelSetId = string & { readonly __id: 'label set' };
export type IntentId = string & { readonly __id: 'intent' };
export type ReviewId = string & { readonly __id: 'review' };
export type ReleaseId = string & { readonly __id: 'release' };

/** Whether a text from outside can be an id at all. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
