-- All that an annotator may say: subtasks, flags, where an edge and a task came from, labels of single
-- actions, stretches that are not work, and the mark that is open.

alter table public.tasks
  add column parent_id uuid,
  add column flags text[] not null default '{}'
    check (flags <@ array['unclear', 'interrupted', 'off the site', 'personal data']),
  add column start_origin text not null default 'hand' check (start_origin in ('hand', 'lag', 'snap', 'suggestion')),
  add column end_origin text not null default 'hand' check (end_origin in ('hand', 'lag', 'snap', 'suggestion')),
  add column suggester text check (length(suggester) between 1 and 120),
  add column suggestion_certainty real check (suggestion_certainty between 0 and 1),
  add check ((suggester is null) = (suggestion_certainty is null)),
  add check (parent_id <> id),
  add unique (annotation_id, id),
  add foreign key (annotation_id, parent_id) references public.tasks (annotation_id, id)
    on delete cascade deferrable initially deferred,
  drop constraint tasks_never_overlap,
  add constraint tasks_never_overlap
    exclude using gist (
      annotation_id extensions.gist_uuid_ops with =,
      coalesce(parent_id, '00000000-0000-0000-0000-000000000000') extensions.gist_uuid_ops with =,
      int8range(starts_ms, ends_ms) with &&)
    deferrable initially deferred;
comment on column public.tasks.parent_id is 'The task it is a part of, one level down.';
comment on column public.tasks.flags is 'What whoever comes after should look at twice.';
comment on column public.tasks.start_origin is 'How the start was set: by hand, with the reaction lag taken off, by snapping to a meaning point, or from a suggestion.';
comment on column public.tasks.end_origin is 'How the end was set.';
comment on column public.tasks.suggester is 'What suggested the task, where a person took over a suggestion.';
create index tasks_by_parent on public.tasks (annotation_id, parent_id);

alter table public.annotations add column marking_ms bigint check (marking_ms >= 0);
comment on column public.annotations.marking_ms is 'Where the task now being marked starts.';

alter table public.annotation_revisions
  add column action_labels jsonb not null default '[]' check (jsonb_typeof(action_labels) = 'array');

create table public.action_labels (
  annotation_id uuid not null references public.annotations (id) on delete cascade,
  action text not null check (action ~ '^\d+:\d+-\d+:[a-z_]+$'),
  label jsonb not null check (jsonb_typeof(label) = 'object'),
  primary key (annotation_id, action)
);
comment on table public.action_labels is 'What an annotator says of one action: wrong, redundant, milestone, intent, corrected text or target.';

create table public.not_work (
  id uuid primary key,
  annotation_id uuid not null references public.annotations (id) on delete cascade,
  session_id uuid not null references public.sessions (id) on delete cascade,
  starts_ms bigint not null check (starts_ms >= 0),
  ends_ms bigint not null,
  check (ends_ms > starts_ms)
);
comment on table public.not_work is 'A private stretch of a session that an annotator marked as not work: blanked for all who come after.';
create index not_work_by_session on public.not_work (session_id, starts_ms);
create index not_work_by_annotation on public.not_work (annotation_id);

alter table public.action_labels enable row level security;
alter table public.not_work enable row level security;
create policy "action labels are seen with their annotation" on public.action_labels for select to authenticated
  using ((select private.sees_annotation(annotation_id)));
create policy "whoever reads a session knows what of it is blank" on public.not_work for select to authenticated
  using ((select private.reads_session(session_id)));
grant select on public.action_labels, public.not_work to authenticated;
grant all on public.action_labels, public.not_work to service_role;

-- Refuses tasks whose subtasks stand outside of them or go deeper than one level, and tasks over a
-- stretch that is not work.
create function private.check_content(annotation uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    select from public.tasks t join public.tasks p on p.annotation_id = t.annotation_id and p.id = t.parent_id
    where t.annotation_id = annotation
      and (p.parent_id is not null or t.starts_ms < p.starts_ms or t.ends_ms > p.ends_ms)) then
    perform private.refuse(422, 'A subtask lies inside of the task it is a part of, and has no subtasks itself.');
  elsif exists (
    select from public.tasks t join public.not_work n on n.annotation_id = t.annotation_id
    where t.annotation_id = annotation and t.starts_ms < n.ends_ms and n.starts_ms < t.ends_ms) then
    perform private.refuse(422, 'A task overlaps a stretch that is marked as not work. Take one of them back.');
  end if;
end $$;

-- Approved tasks whose latest revision is approved and whose contributor's consent stands for the
-- purpose. A subtask is no episode of its own.
create or replace function private.eligible_tasks(in_project uuid, for_purpose text)
returns table (annotation_id uuid, revision int, session_id uuid, contributor_id uuid, annotator_id uuid, label_set_id uuid, task jsonb, why_not text)
language sql stable security definer set search_path = '' as $$
  select a.id, a.revision, s.id, s.contributor_id, a.annotator_id, a.label_set_id, t.value,
    case
      when s.state <> 'sealed' then 'the contributor has taken the session back'
      when not for_purpose = any (s.purposes) then format('the session was not recorded for %s', for_purpose)
      when not private.consent_stands(s.contributor_id, for_purpose) then format('consent for %s does not stand', for_purpose)
      when exists (
        select from public.not_work n
        where n.session_id = s.id and n.starts_ms < (t.value ->> 'ends_ms')::bigint and (t.value ->> 'starts_ms')::bigint < n.ends_ms)
        then 'a part of the task is marked as not work'
    end
  from public.annotations a
  join public.sessions s on s.id = a.session_id
  join public.annotation_revisions r on r.annotation_id = a.id and r.revision = a.revision
  cross join lateral jsonb_array_elements(r.tasks) t
  where s.project_id = in_project and a.status = 'approved' and t.value ->> 'parent_id' is null
$$;
