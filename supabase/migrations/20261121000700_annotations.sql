-- Annotations: who works on which session, their tasks, and every edit on the way.

create table public.assignments (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.sessions (id) on delete cascade,
  annotator_id uuid not null references auth.users (id) on delete cascade,
  state text not null default 'held' check (state in ('held', 'done', 'released')),
  leased_until timestamptz not null,
  given_at timestamptz not null default now(),
  unique (session_id, annotator_id)
);
comment on table public.assignments is 'The queue''s memory: which annotator holds which session, until when.';
create index assignments_by_annotator on public.assignments (annotator_id);

create table public.annotations (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.sessions (id) on delete cascade,
  annotator_id uuid not null references auth.users (id),
  label_set_id uuid not null references public.label_sets (id),
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'changes requested', 'approved', 'rejected')),
  revision int not null default 0 check (revision >= 0),
  edits int not null default 0 check (edits >= 0),
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  submitted_at timestamptz,
  unique (session_id, annotator_id),
  unique (id, label_set_id),
  check ((status = 'draft') = (revision = 0)),
  check ((revision > 0) = (submitted_at is not null))
);
comment on table public.annotations is 'One annotator''s pass over one session: its tasks, revisions and status.';
create index annotations_by_annotator on public.annotations (annotator_id);
create index annotations_by_label_set on public.annotations (label_set_id);
create index annotations_by_status on public.annotations (status, submitted_at);

create table public.tasks (
  id uuid primary key,
  annotation_id uuid not null,
  label_set_id uuid not null,
  starts_ms bigint not null check (starts_ms >= 0),
  ends_ms bigint not null,
  instruction text not null default '' check (length(instruction) <= 4000),
  intent_id uuid,
  outcome text check (outcome in ('success', 'partial', 'failure', 'abandoned')),
  notes text not null default '' check (length(notes) <= 8000),
  check (ends_ms > starts_ms),
  foreign key (annotation_id, label_set_id) references public.annotations (id, label_set_id) on delete cascade,
  foreign key (label_set_id, intent_id) references public.intents (label_set_id, id),
  constraint tasks_never_overlap
    exclude using gist (annotation_id extensions.gist_uuid_ops with =, int8range(starts_ms, ends_ms) with &&)
    deferrable initially deferred
);
comment on table public.tasks is 'A labeled span of a session: start, end, instruction, intent, outcome. Tasks of one annotation never overlap.';
create index tasks_by_annotation on public.tasks (annotation_id, label_set_id);
create index tasks_by_intent on public.tasks (label_set_id, intent_id);

create table public.annotation_edits (
  annotation_id uuid not null references public.annotations (id) on delete cascade,
  seq int not null check (seq >= 0),
  edit jsonb not null check (jsonb_typeof(edit) = 'object'),
  at timestamptz not null default now(),
  primary key (annotation_id, seq)
);
comment on table public.annotation_edits is 'Every edit of an annotation in order, undos among them. Append-only.';
create trigger annotation_edits_append_only before update on public.annotation_edits
  for each row execute function private.refuse_change();

create table public.annotation_revisions (
  annotation_id uuid not null references public.annotations (id) on delete cascade,
  revision int not null check (revision > 0),
  tasks jsonb not null check (jsonb_typeof(tasks) = 'array'),
  submitted_at timestamptz not null default now(),
  primary key (annotation_id, revision)
);
comment on table public.annotation_revisions is 'What was submitted, word for word, each time. Never changes.';
create trigger annotation_revisions_append_only before update on public.annotation_revisions
  for each row execute function private.refuse_change();

create function private.owns_annotation(annotation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.annotations a
    where a.id = annotation and a.annotator_id = (select auth.uid()) and private.reads_session(a.session_id))
$$;
create function private.judges_annotation(annotation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.annotations a join public.sessions s on s.id = a.session_id
    where a.id = annotation and a.revision > 0 and s.state = 'sealed'
      and private.has_role(s.project_id, array['reviewer', 'admin']))
$$;
create function private.sees_annotation(annotation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select private.owns_annotation(annotation) or private.judges_annotation(annotation)
$$;
grant execute on function private.owns_annotation(uuid), private.judges_annotation(uuid), private.sees_annotation(uuid) to authenticated;

alter table public.assignments enable row level security;
alter table public.annotations enable row level security;
alter table public.tasks enable row level security;
alter table public.annotation_edits enable row level security;
alter table public.annotation_revisions enable row level security;

create policy "the team sees who holds what" on public.assignments for select to authenticated
  using (exists (select from public.sessions s where s.id = session_id
    and s.project_id in (select private.my_projects(array['annotator', 'reviewer', 'admin']))));
create policy "annotators see their own, reviewers what was submitted" on public.annotations for select to authenticated
  using ((select private.sees_annotation(id)));
create policy "tasks are seen with their annotation" on public.tasks for select to authenticated
  using ((select private.sees_annotation(annotation_id)));
create policy "annotators see their own edits" on public.annotation_edits for select to authenticated
  using ((select private.owns_annotation(annotation_id)));
create policy "revisions are seen with their annotation" on public.annotation_revisions for select to authenticated
  using ((select private.sees_annotation(annotation_id)));

grant select on public.assignments, public.annotations, public.tasks, public.annotation_edits, public.annotation_revisions to authenticated;
grant all on public.assignments, public.annotations, public.tasks, public.annotation_edits, public.annotation_revisions to service_role;
