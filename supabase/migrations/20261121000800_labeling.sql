-- The acts of labeling: claim, open, begin, save, submit.

-- Gives the session to the caller for the project's lease, or refuses with who may have it when.
create function private.take(s public.sessions) returns timestamptz
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := (select auth.uid());
  p public.projects;
  until timestamptz;
  others int;
  free_at timestamptz;
begin
  select * into p from public.projects where id = s.project_id;
  perform from public.sessions where id = s.id for update;
  if exists (select from public.contributor_identities i where i.contributor_id = s.contributor_id and i.user_id = me) then
    perform private.refuse(403, 'You were recorded in this session, so someone else labels it.');
  end if;
  if not exists (select from public.annotations a where a.session_id = s.id and a.annotator_id = me) then
    select count(*), min(case when a.id is null then x.leased_until end)
    into others, free_at
    from public.assignments x
    left join public.annotations a on a.session_id = x.session_id and a.annotator_id = x.annotator_id and a.revision > 0
    where x.session_id = s.id and x.annotator_id <> me
      and (a.id is not null or (x.state = 'held' and x.leased_until > now()));
    if others >= p.annotations_per_session then
      perform private.refuse(409, case when free_at is null
        then 'This session has all the annotations it needs.'
        else format('Someone else is labeling this session. It comes back to the queue by %s UTC unless they finish.', to_char(free_at at time zone 'UTC', 'HH24:MI')) end);
    end if;
  end if;
  until := now() + make_interval(mins => p.lease_minutes);
  insert into public.assignments (session_id, annotator_id, leased_until) values (s.id, me, until)
  on conflict (session_id, annotator_id) do update set
    leased_until = excluded.leased_until,
    state = case when public.assignments.state = 'released' then 'held' else public.assignments.state end;
  return until;
end $$;

-- The next session to label: first what the caller already holds unfinished, then the oldest free one.
-- Answers { session_id, left } or, when none is free, { session_id: null, held, next_at }.
create function public.claim_next_session(p_project uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_project, array['annotator'], 'label sessions');
  s public.sessions;
  free int;
  held int;
  next_at timestamptz;
begin
  select s1.* into s
  from public.sessions s1
  join public.assignments x on x.session_id = s1.id and x.annotator_id = me and x.state = 'held' and x.leased_until > now()
  left join public.annotations a on a.session_id = s1.id and a.annotator_id = me
  where s1.project_id = p_project and s1.state = 'sealed' and coalesce(a.status, 'draft') in ('draft', 'changes requested')
  order by x.given_at limit 1;

  if s.id is null then
    select s1.* into s
    from public.sessions s1
    join public.projects p on p.id = s1.project_id
    where s1.project_id = p_project and s1.state = 'sealed' and s1.queue_from <= now()
      and not exists (select from public.annotations a where a.session_id = s1.id and a.annotator_id = me
        and a.status not in ('draft', 'changes requested'))
      and not exists (select from public.contributor_identities i where i.contributor_id = s1.contributor_id and i.user_id = me)
      and (
        select count(*) from public.assignments x
        left join public.annotations a on a.session_id = x.session_id and a.annotator_id = x.annotator_id and a.revision > 0
        where x.session_id = s1.id and x.annotator_id <> me
          and (a.id is not null or (x.state = 'held' and x.leased_until > now()))) < p.annotations_per_session
    order by s1.added_at
    limit 1
    for update of s1 skip locked;
  end if;

  select count(*) filter (where progress = 'new') into free
  from public.sessions where project_id = p_project and state = 'sealed' and queue_from <= now();
  if s.id is null then
    select count(*), min(x.leased_until) into held, next_at
    from public.assignments x join public.sessions s1 on s1.id = x.session_id
    where s1.project_id = p_project and s1.state = 'sealed' and x.state = 'held' and x.leased_until > now() and x.annotator_id <> me;
    return jsonb_build_object('session_id', null, 'held', held, 'next_at', next_at);
  end if;
  perform private.take(s);
  return jsonb_build_object('session_id', s.id, 'left', free);
end $$;
grant execute on function public.claim_next_session(uuid) to authenticated;

-- Opens a session in one role, and writes that into the contributor's access log in the same transaction.
create function public.open_session(p_session uuid, p_role text, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  s public.sessions;
  allowed boolean;
begin
  select * into s from public.sessions where id = p_session;
  allowed := s.id is not null and case p_role
    when 'contributor' then private.is_contributor(s.contributor_id)
    when 'annotator' then private.has_role(s.project_id, array['annotator'])
    when 'reviewer' then private.has_role(s.project_id, array['reviewer'])
    when 'admin' then private.has_role(s.project_id, array['admin'])
    else false end;
  if not allowed then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  elsif s.state in ('discarded', 'withdrawn') then
    perform private.refuse(410, 'The contributor has taken this session back.');
  elsif s.state = 'recording' then
    perform private.refuse(409, 'This session is still being recorded. It can be opened once it is sealed.');
  elsif p_role in ('annotator', 'reviewer') and (s.queue_from is null or s.queue_from > now()) then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  elsif p_role = 'admin' and length(btrim(coalesce(p_reason, ''))) < 5 then
    perform private.refuse(422, 'Opening a session as admin needs a reason. The contributor will read it.');
  elsif p_role = 'reviewer' and not exists (
    select from public.annotations a where a.session_id = s.id and a.revision > 0 and a.annotator_id <> me) then
    perform private.refuse(403, 'There is nothing of someone else''s to review in this session yet.');
  elsif p_role = 'annotator' then
    perform private.take(s);
  end if;
  perform private.log_access(s.id, p_role, 'open', null, p_reason);
  return jsonb_build_object(
    'session', to_jsonb(s) || jsonb_build_object('contributor', (select pseudonym from public.contributors where id = s.contributor_id)),
    'chunks', coalesce((select jsonb_agg(to_jsonb(c) - 'session_id' - 'committed_at' - 'previous_sha256' order by c.tab, c.seq)
      from public.chunks c where c.session_id = s.id), '[]'));
end $$;
grant execute on function public.open_session(uuid, text, text) to authenticated;

-- The caller's annotation of a session they hold; made empty when there is none yet.
create function public.begin_annotation(p_session uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  s public.sessions;
  made uuid;
  labels uuid;
begin
  select * into s from public.sessions where id = p_session and state = 'sealed' and queue_from <= now();
  if s.id is null then
    perform private.refuse(404, 'There is no such session, or it is not yours to label.');
  end if;
  perform private.require_role(s.project_id, array['annotator'], 'label sessions');
  perform private.take(s);
  select id into made from public.annotations where session_id = p_session and annotator_id = me;
  if made is null then
    select id into labels from public.label_sets where project_id = s.project_id order by version desc limit 1;
    if labels is null then
      perform private.refuse(409, 'This project has no label set yet. Ask an admin to publish one.');
    end if;
    insert into public.annotations (session_id, annotator_id, label_set_id) values (p_session, me, labels)
    returning id into made;
  end if;
  return made;
end $$;
grant execute on function public.begin_annotation(uuid) to authenticated;

-- Appends edits from number `p_from` on and stores the tasks they lead to, all or nothing. Sending
-- the same edits again is harmless; edits made elsewhere meanwhile are a conflict and change nothing.
create function public.save_edits(p_annotation uuid, p_from int, p_edits jsonb, p_tasks jsonb) returns jsonb
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
  if exists (select from jsonb_array_elements(p_tasks) t where (t ->> 'ends_ms')::bigint > s.duration_ms) then
    perform private.refuse(422, 'A task ends after the session does.');
  end if;
  insert into public.annotation_edits (annotation_id, seq, edit)
  select a.id, p_from + e.ordinality - 1, e.value from jsonb_array_elements(p_edits) with ordinality e;
  delete from public.tasks where annotation_id = a.id;
  insert into public.tasks (id, annotation_id, label_set_id, starts_ms, ends_ms, instruction, intent_id, outcome, notes)
  select t.id, a.id, a.label_set_id, t.starts_ms, t.ends_ms, coalesce(t.instruction, ''), t.intent_id, t.outcome, coalesce(t.notes, '')
  from jsonb_to_recordset(p_tasks) t (id uuid, starts_ms bigint, ends_ms bigint, instruction text, intent_id uuid, outcome text, notes text);
  set constraints all immediate;
  if p_from = 0 then
    update public.sessions set progress = 'in progress' where id = s.id and progress = 'new';
    perform private.log_access(s.id, 'annotator', 'label');
  end if;
  update public.annotations set edits = p_from + count_new, saved_at = now() where id = a.id returning * into a;
  update public.assignments set leased_until = greatest(leased_until, now() + make_interval(mins => (select lease_minutes from public.projects where id = s.project_id)))
  where session_id = a.session_id and annotator_id = me;
  return jsonb_build_object('edits', a.edits, 'saved_at', a.saved_at);
exception when exclusion_violation then
  raise exception using errcode = 'PT422', message = 'Two tasks overlap. Tasks of one annotation may touch but not overlap.';
end $$;
grant execute on function public.save_edits(uuid, int, jsonb, jsonb) to authenticated;

-- Hands the annotation to review as its next revision. `p_edits` is how many edits the caller knows
-- of, so that nothing unsaved or unseen is submitted.
create function public.submit_annotation(p_annotation uuid, p_edits int) returns int
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
  where annotation_id = a.id and (btrim(instruction) = '' or intent_id is null or outcome is null);
  if lacking > 0 then
    perform private.refuse(422, format('%s of the tasks still lack an instruction, an intent or an outcome.', lacking));
  end if;
  update public.annotations set status = 'submitted', revision = revision + 1, submitted_at = now()
  where id = a.id returning * into a;
  insert into public.annotation_revisions (annotation_id, revision, tasks)
  select a.id, a.revision, jsonb_agg(to_jsonb(t) - 'annotation_id' - 'label_set_id' order by t.starts_ms)
  from public.tasks t where t.annotation_id = a.id;
  update public.assignments set state = 'done' where session_id = a.session_id and annotator_id = me;
  update public.sessions set progress = 'submitted' where id = a.session_id;
  perform private.log_access(a.session_id, 'annotator', 'label');
  return a.revision;
end $$;
grant execute on function public.submit_annotation(uuid, int) to authenticated;

-- Gives a session back to the queue; what was labeled so far stays.
create function public.release_session(p_session uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.assignments set state = 'released', leased_until = now()
  where session_id = p_session and annotator_id = private.require_sign_in() and state = 'held';
end $$;
grant execute on function public.release_session(uuid) to authenticated;
