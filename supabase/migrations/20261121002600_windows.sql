-- Windows: which one edits an annotation. It has the annotation's pen until another takes it, or until
-- it is not heard of for a while.

alter table public.annotations
  add column pen uuid,
  add column pen_taken_at timestamptz,
  add column pen_seen_at timestamptz,
  add check ((pen is null) = (pen_taken_at is null) and (pen is null) = (pen_seen_at is null));
comment on column public.annotations.pen is 'The window that edits it; each window names itself.';
comment on column public.annotations.pen_seen_at is 'When that window was last heard of.';

alter table public.annotation_edits add column made_in uuid;
comment on column public.annotation_edits.made_in is 'The window it was made in.';

-- Whether a window may edit: it has the pen, or nobody does who was heard of lately. Browsers let a
-- window in the background speak once a minute.
create function private.has_pen(a public.annotations, in_window uuid) returns boolean
language sql stable set search_path = '' as $$
  select a.pen is null or a.pen is not distinct from in_window or a.pen_seen_at < now() - interval '90 seconds'
$$;

-- Takes the pen where it is free, where one of the windows `p_gone` has it, which the caller knows to be
-- closed, or by force; says that the window is still there where it has the pen. Answers who has it, with
-- times as ages, since the caller's clock may be wrong:
-- { "mine", "taken_ms", "saved_ms", "edits", "status" }
create function public.take_pen(p_annotation uuid, p_window uuid, p_gone uuid[] default '{}', p_force boolean default false) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  if a.id is null or not private.owns_annotation(a.id) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to edit.');
  end if;
  if p_force or a.pen = any (p_gone) or private.has_pen(a, p_window) then
    update public.annotations set
      pen_taken_at = case when pen = p_window then pen_taken_at else now() end,
      pen = p_window, pen_seen_at = now()
    where id = a.id returning * into a;
  end if;
  return jsonb_build_object(
    'mine', a.pen = p_window,
    'taken_ms', round(1000 * extract(epoch from now() - a.pen_taken_at)),
    'saved_ms', round(1000 * extract(epoch from now() - a.saved_at)),
    'edits', a.edits,
    'status', a.status);
end $$;
grant execute on function public.take_pen(uuid, uuid, uuid[], boolean) to authenticated;

-- A window that closes leaves the pen to the next.
create function public.drop_pen(p_annotation uuid, p_window uuid) returns void
language sql security definer set search_path = '' as $$
  update public.annotations set pen = null, pen_taken_at = null, pen_seen_at = null
  where id = p_annotation and annotator_id = private.require_sign_in() and pen = p_window
$$;
grant execute on function public.drop_pen(uuid, uuid) to authenticated;

drop function public.save_edits(uuid, int, jsonb, jsonb);

-- Appends edits from number `p_from` on and stores what is said after them, all or nothing. Sending
-- the same edits again is harmless, also with others behind them; edits made elsewhere meanwhile are a
-- conflict, and a window without the pen is refused: either changes nothing.
-- `p_content`: { "tasks": [rows], "action_labels": [{ "action", … }], "not_work": [rows], "marking_ms"? }
create function public.save_edits(p_annotation uuid, p_from int, p_edits jsonb, p_content jsonb, p_window uuid default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
  count_new int := jsonb_array_length(p_edits);
  known int;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  select * into s from public.sessions where id = a.session_id;
  if a.id is null or s.state <> 'sealed' or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to edit.');
  elsif a.status not in ('draft', 'changes requested') then
    perform private.refuse(409, format('This annotation is %s and can''t be edited.', a.status));
  end if;
  known := greatest(0, least(a.edits - p_from, count_new));
  if known > 0 and (select jsonb_agg(e.edit order by e.seq) from public.annotation_edits e
      where e.annotation_id = a.id and e.seq >= p_from and e.seq < p_from + known)
    is distinct from (select jsonb_agg(e.value order by e.ordinality) from jsonb_array_elements(p_edits) with ordinality e
      where e.ordinality <= known) then
    known := 0;
  end if;
  if known = count_new and count_new > 0 then
    return jsonb_build_object('edits', a.edits, 'saved_at', a.saved_at);
  elsif private.has_pen(a, p_window) is not true then
    perform private.refuse(423, 'This annotation is being edited in another window. What you edited stays here; take the annotation over to save it.');
  elsif p_from + known <> a.edits then
    perform private.refuse(409, 'This annotation was edited in another window meanwhile. Reload to see that work; your unsaved edits stay here until you do.');
  end if;
  if exists (
    select from jsonb_array_elements((p_content -> 'tasks') || coalesce(p_content -> 'not_work', '[]')) t
    where (t ->> 'ends_ms')::bigint > s.duration_ms) then
    perform private.refuse(422, 'A task or a stretch ends after the session does.');
  end if;
  insert into public.annotation_edits (annotation_id, seq, edit, made_in)
  select a.id, p_from + e.ordinality - 1, e.value, p_window from jsonb_array_elements(p_edits) with ordinality e
  where e.ordinality > known;

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
revoke execute on function public.save_edits(uuid, int, jsonb, jsonb, uuid) from public, anon;
grant execute on function public.save_edits(uuid, int, jsonb, jsonb, uuid) to authenticated;
