-- The ground of the queue: what of a session still wants annotating, who declined it and why, and
-- the rules an admin sets for it.

alter table public.assignments
  drop constraint assignments_state_check,
  add constraint assignments_state_check check (state in ('reserved', 'held', 'done', 'released'));
comment on column public.assignments.state is
  'reserved: read ahead, not shown yet; held: being labeled; done: handed in; released: given back.';
create index assignments_by_lease on public.assignments (session_id, leased_until) where state in ('reserved', 'held');

alter table public.sessions
  add column annotations_done int not null default 0 check (annotations_done >= 0),
  add column set_aside_at timestamptz;
comment on column public.sessions.annotations_done is 'How many annotators have handed in an annotation of it.';
comment on column public.sessions.set_aside_at is 'When it left the queue because nobody can label it as it is; null while it has not.';
update public.sessions s set annotations_done = (
  select count(*) from public.annotations a where a.session_id = s.id and a.revision > 0);

-- Begun sessions come before fresh ones, so that each is finished, and compared, soon.
create index sessions_queue on public.sessions (project_id, annotations_done desc, added_at, id)
  include (queue_from, contributor_id) where state = 'sealed' and set_aside_at is null;
create index sessions_set_aside on public.sessions (project_id, set_aside_at) where set_aside_at is not null;
create index annotations_by_submission on public.annotations (submitted_at) where submitted_at is not null;

create function private.count_annotations_done() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update public.sessions set annotations_done = annotations_done
    + case when tg_op = 'DELETE' then -1 else 1 end
  where id = case when tg_op = 'DELETE' then old.session_id else new.session_id end;
  return null;
end $$;
create trigger annotations_are_counted after update on public.annotations
  for each row when (old.revision = 0 and new.revision > 0) execute function private.count_annotations_done();
create trigger annotations_are_counted_no_more after delete on public.annotations
  for each row when (old.revision > 0) execute function private.count_annotations_done();

alter table public.projects
  add column declines_to_set_aside int not null default 2 check (declines_to_set_aside between 1 and 9);
comment on column public.projects.annotations_per_session is 'How many annotators each session is labeled by.';
comment on column public.projects.declines_to_set_aside is 'How many annotators must find that a session can''t be labeled before it leaves the queue.';

create table public.declines (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.sessions (id) on delete cascade,
  annotator_id uuid not null references auth.users (id) on delete cascade,
  kind text not null,
  reason text not null,
  words text not null default '' check (length(words) <= 2000),
  at timestamptz not null default now(),
  ended_at timestamptz,
  check (kind = 'skip' and reason in ('no time', 'unsure', 'knows them', 'other')
    or kind = 'impossible' and reason in ('broken', 'language', 'personal data', 'other')),
  check (kind = 'skip' or reason <> 'other' or length(btrim(words)) > 0)
);
comment on table public.declines is 'Why an annotator gave a session back: not now for them, or for nobody as it is.';
comment on column public.declines.ended_at is 'When the annotator took it back or an admin put the session back; null while it stands.';
create unique index declines_once on public.declines (session_id, annotator_id) where ended_at is null;
create index declines_by_session on public.declines (session_id, at);
create index declines_by_annotator on public.declines (annotator_id, at);

alter table public.declines enable row level security;
create policy "annotators see their own declines, admins all" on public.declines for select to authenticated
  using (annotator_id = (select auth.uid()) or exists (
    select from public.sessions s
    where s.id = session_id and s.project_id in (select private.my_projects(array['admin']))));
grant select on public.declines to authenticated;
grant all on public.declines to service_role;

create function public.set_queue_rules(p_project uuid, p_annotations int, p_declines int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role(p_project, array['admin'], 'set how the queue works');
  if p_annotations not between 1 and 9 or p_declines not between 1 and 9 then
    perform private.refuse(422, 'Both numbers go from 1 to 9.');
  end if;
  update public.projects set annotations_per_session = p_annotations, declines_to_set_aside = p_declines
  where id = p_project;
end $$;
grant execute on function public.set_queue_rules(uuid, int, int) to authenticated;
