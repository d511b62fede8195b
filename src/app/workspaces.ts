/** The two workspaces, fetched when they are first opened: only they need the player. */
import type { Component } from 'svelte';
import type { AnnotationId, SessionId } from '#core/ids.ts';
import type { Desk } from './desk.ts';

type Fetched<P extends Record<string, unknown>> = () => Promise<{ default: Component<P> }>;
const pages = import.meta.glob('./{SessionPage,ReviewPage}.svelte');

export const workspaces = {
  session: pages['./SessionPage.svelte'] as Fetched<{ desk: Desk; session: SessionId }>,
  submission: pages['./ReviewPage.svelte'] as Fetched<{ desk: Desk; annotation: AnnotationId }>,
};
