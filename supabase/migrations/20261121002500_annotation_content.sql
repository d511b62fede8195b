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

drop function public.save_edits(uuid, int, jsonb, jsonb);

-- Appends edits from number `p_from` on and stores what is said after them, all or nothing. Sending
-- the same edits again is harmless; edits made elsewhere meanwhile are a conflict and change nothing.
-- `p_content`: { "tasks": [rows], "action_labels": [{ "action", … }], "not_work": [rows], "marking_ms"? }
create function public.save_edits(p_annotation uuid, p_from int, p_edits jsonb, p_content jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
  count_new int := jsonb_array_length(p_edits);
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  select * into s from public.sessions where id = a.session_id;
  if a.id is null or s.state <> 'sealed' or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to edit.');
  elsif a.status not in ('draft', 'changes requested') then
    perform private.refuse(409, format('This annotation is %s and can''t be edited.', a.status));
  end if;
  if p_from < a.edits and p_from + count_new <= a.edits and p_edits = (
    select coalesce(jsonb_agg(e.edit order by e.seq), '[]') from public.annotation_edits e
    where e.annotation_id = a.id and e.seq >= p_from and e.seq < p_from + count_new) then
    return jsonb_build_object('edits', a.edits, 'saved_at', a.saved_at);
  elsif p_from <> a.edits then
    perform private.refuse(409, 'This annotation was edited in another window meanwhile. Reload to see that work; your unsaved edits stay here until you do.');
  end if;
  if exists (
    select from jsonb_array_elements((p_content -> 'tasks') || coalesce(p_content -> 'not_work', '[]')) t
    where (t ->> 'ends_ms')::bigint > s.duration_ms) then
    perform private.refuse(422, 'A task or a stretch ends after the session does.');
  end if;
  insert into public.annotation_edits (annotation_id, seq, edit)
  select a.id, p_from + e.ordinality - 1, e.value from jsonb_array_elements(p_edits) with ordinality e;

  set constraints all deferred;
  delete from public.tasks where annotation_id = a.id;
  insert into public.tasks (id, annotation_id, label_set_id, parent_id, starts_ms, ends_ms, instruction, intent_id, outcome, flags, notes,
    start_origin, end_origin, suggester, suggestion_certainty)
  select t.id, a.id, a.label_set_id, t.parent_id, t.starts_ms, t.ends_ms, coalesce(t.instruction, ''), t.intent_id, t.outcome,
    coalesce(t.flags, '{}'), coalesce(t.notes, ''), coalesce(t.start_origin, 'hand'), coalesce(t.end_origin, 'hand'),
    t.suggester, t.suggestion_certainty
  from jsonb_to_recordset(p_content -> 'tasks') t (id uuid, parent_id uuid, starts_ms bigint, ends_ms bigint, instruction text, intent_id uuid,
    outcome text, flags text[], notes text, start_origin text, end_origin text, suggester text, suggestion_certainty real);
  delete from public.action_labels where annotation_id = a.id;
  insert into public.action_labels (annotation_id, action, label)
  select a.id, l.value ->> 'action', l.value - 'action' from jsonb_array_elements(coalesce(p_content -> 'action_labels', '[]')) l;
  delete from public.not_work where annotation_id = a.id;
  insert into public.not_work (id, annotation_id, session_id, starts_ms, ends_ms)
  select n.id, a.id, a.session_id, n.starts_ms, n.ends_ms
  from jsonb_to_recordset(coalesce(p_content -> 'not_work', '[]')) n (id uuid, starts_ms bigint, ends_ms bigint);
  set constraints all immediate;
  perform private.check_content(a.id);

  if p_from = 0 then
    update public.sessions set progress = 'in progress' where id = s.id and progress = 'new';
    perform private.log_access(s.id, 'annotator', 'label');
  end if;
  update public.annotations set edits = p_from + count_new, saved_at = now(), marking_ms = (p_content ->> 'marking_ms')::bigint
  where id = a.id returning * into a;
  update public.assignments set leased_until = greatest(leased_until, now() + make_interval(mins => (select lease_minutes from public.projects where id = s.project_id)))
  where session_id = a.session_id and annotator_id = me;
  return jsonb_build_object('edits', a.edits, 'saved_at', a.saved_at);
exception
  when exclusion_violation then
    raise exception using errcode = 'PT422', message = 'Two tasks overlap. Tasks of one annotation may touch but not overlap.';
  when foreign_key_violation then
    raise exception using errcode = 'PT422', message = 'A task names an intent or a task that this annotation doesn''t have. Reload to see what is stored.';
end $$;
revoke execute on function public.save_edits(uuid, int, jsonb, jsonb) from public, anon;
grant execute on function public.save_edits(uuid, int, jsonb, jsonb) to authenticated;

-- Hands the annotation to review as its next revision. `p_edits` is how many edits the caller knows
-- of, so that nothing unsaved or unseen is submitted. Of subtasks only an instruction is asked.
create or replace function public.submit_annotation(p_annotation uuid, p_edits int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
  lacking int;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  select * into s from public.sessions where id = a.session_id and state = 'sealed';
  if s.id is null or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to submit.');
  elsif a.status not in ('draft', 'changes requested') then
    perform private.refuse(409, format('This annotation is already %s.', a.status));
  elsif a.edits <> p_edits then
    perform private.refuse(409, 'Not all edits are saved yet, or some were made in another window. Reload and submit again.');
  elsif not exists (select from public.tasks where annotation_id = a.id) then
    perform private.refuse(422, 'Mark at least one task before submitting.');
  end if;
  select count(*) into lacking from public.tasks
  where annotation_id = a.id and (btrim(instruction) = '' or (parent_id is null and (intent_id is null or outcome is null)));
  if lacking > 0 then
    perform private.refuse(422, format('%s of the tasks still lack an instruction, an intent or an outcome.', lacking));
  end if;
  update public.annotations set status = 'submitted', revision = revision + 1, submitted_at = now(), marking_ms = null
  where id = a.id returning * into a;
  insert into public.annotation_revisions (annotation_id, revision, tasks, action_labels)
  select a.id, a.revision, jsonb_agg(to_jsonb(t) - 'annotation_id' - 'label_set_id' order by t.starts_ms),
    coalesce((select jsonb_agg(l.label || jsonb_build_object('action', l.action) order by l.action)
      from public.action_labels l where l.annotation_id = a.id), '[]')
  from public.tasks t where t.annotation_id = a.id;
  update public.assignments set state = 'done' where session_id = a.session_id and annotator_id = me;
  update public.sessions set progress = 'submitted' where id = a.session_id;
  perform private.log_access(a.session_id, 'annotator', 'label');
  return a.revision;
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

-- An annotation with all that stands beside it on the screen, in one answer. Whoever asks is told what
-- their own rights let them read; the log, to its annotator alone, is its last thousand entries.
create or replace function public.annotation_desk(p_annotation uuid) returns json
language sql stable security invoker set search_path = '' as $$
  select json_build_object(
    'annotation', json_build_object(
      'id', a.id, 'session_id', a.session_id, 'annotator_id', a.annotator_id, 'label_set_id', a.label_set_id,
      'status', a.status, 'revision', a.revision, 'edits', a.edits, 'saved_at', a.saved_at, 'marking_ms', a.marking_ms),
    'tasks', coalesce((
      select json_agg(json_build_object(
        'id', t.id, 'parent_id', t.parent_id, 'starts_ms', t.starts_ms, 'ends_ms', t.ends_ms, 'instruction', t.instruction,
        'intent_id', t.intent_id, 'outcome', t.outcome, 'flags', t.flags, 'notes', t.notes,
        'start_origin', t.start_origin, 'end_origin', t.end_origin,
        'suggester', t.suggester, 'suggestion_certainty', t.suggestion_certainty) order by t.starts_ms)
      from public.tasks t where t.annotation_id = a.id), '[]'),
    'action_labels', coalesce((
      select json_agg(l.label || jsonb_build_object('action', l.action))
      from public.action_labels l where l.annotation_id = a.id), '[]'),
    'not_work', coalesce((
      select json_agg(json_build_object('id', n.id, 'starts_ms', n.starts_ms, 'ends_ms', n.ends_ms) order by n.starts_ms)
      from public.not_work n where n.annotation_id = a.id), '[]'),
    'log', coalesce((
      select json_agg(json_build_object('seq', e.seq, 'edit', e.edit, 'at', e.at) order by e.seq)
      from public.annotation_edits e where e.annotation_id = a.id and e.seq >= a.edits - 1000), '[]'),
    'reviews', coalesce((
      select json_agg(json_build_object(
        'id', r.id, 'annotation_id', r.annotation_id, 'revision', r.revision, 'reviewer_id', r.reviewer_id,
        'decision', r.decision, 'comment', r.comment, 'decided_at', r.decided_at) order by r.revision)
      from public.reviews r where r.annotation_id = a.id), '[]'),
    'names', coalesce((
      select json_object_agg(p.user_id, p.name) from public.profiles p
      where p.user_id = a.annotator_id
        or p.user_id in (select r.reviewer_id from public.reviews r where r.annotation_id = a.id)), '{}'),
    'label_set', (
      select json_build_object('id', l.id, 'version', l.version, 'intents', coalesce((
        select json_agg(json_build_object(
          'id', i.id, 'parent_id', i.parent_id, 'slug', i.slug, 'title', i.title, 'description', i.description) order by i.position)
        from public.intents i where i.label_set_id = l.id), '[]'))
      from public.label_sets l where l.id = a.label_set_id))
  from public.annotations a where a.id = p_annotation
$$;
