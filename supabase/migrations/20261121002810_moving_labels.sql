-- How work that is under way moves to the newest labels. What was submitted never moves.

alter table public.annotations add column labels_since int not null default 0 check (labels_since >= 0);
comment on column public.annotations.labels_since is 'The first edit under its label set; those before can''t be undone, since they name intents of another.';
alter table public.tasks
  alter constraint tasks_annotation_id_label_set_id_fkey deferrable,
  alter constraint tasks_label_set_id_intent_id_fkey deferrable;

-- What moving a draft to the newest labels would change; null where there is nothing newer, or where it
-- was submitted and so keeps its labels.
create function public.newer_labels(p_annotation uuid) returns json
language sql stable security definer set search_path = '' as $$
  select json_build_object(
    'label_set_id', newest.id, 'version', newest.version, 'note', newest.note,
    'tasks', coalesce((
      select json_agg(json_build_object('task_id', t.id, 'from', i.title, 'to', heir.title, 'retired', heir.retired) order by t.starts_ms)
      from public.tasks t
      join public.intents i on i.id = t.intent_id
      left join public.intents heir on heir.id = private.heir_of(t.intent_id, newest.id)
      where t.annotation_id = a.id), '[]'))
  from public.annotations a
  join public.sessions s on s.id = a.session_id and s.state = 'sealed'
  join public.label_sets own on own.id = a.label_set_id
  join lateral (
    select l.* from public.label_sets l where l.project_id = own.project_id order by l.version desc limit 1) newest on newest.id <> own.id
  where a.id = p_annotation and a.annotator_id = (select auth.uid()) and a.revision = 0
    and private.has_role(s.project_id, array['annotator'])
$$;
grant execute on function public.newer_labels(uuid) to authenticated;

-- Moves a draft to the newest labels: every task's intent becomes the one that carries it on. Written
-- into the log, where undo ends; refused to a window without the pen. Answers how many edits are stored now.
create function public.move_annotation(p_annotation uuid, p_edits int, p_label_set uuid, p_window uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
  newest uuid;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  select * into s from public.sessions where id = a.session_id and state = 'sealed';
  if s.id is null or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to edit.');
  elsif a.revision > 0 then
    perform private.refuse(409, 'What was submitted keeps the labels it was made with.');
  elsif private.has_pen(a, p_window) is not true then
    perform private.refuse(423, 'This annotation is being edited in another window. Take it over to move it.');
  elsif a.edits <> p_edits then
    perform private.refuse(409, 'Not all edits are saved yet, or some were made in another window. Reload and try again.');
  end if;
  select l.id into newest from public.label_sets l where l.project_id = s.project_id order by l.version desc limit 1;
  if newest <> p_label_set then
    perform private.refuse(409, 'Other labels were published meanwhile. Reload to see what they would change.');
  elsif newest = a.label_set_id then
    return a.edits;
  end if;
  set constraints all deferred;
  insert into public.annotation_edits (annotation_id, seq, made_in, edit)
  select a.id, a.edits, p_window, jsonb_build_object('kind', 'move labels', 'from', a.label_set_id, 'to', newest, 'intents', coalesce((
    select jsonb_object_agg(t.intent_id, private.heir_of(t.intent_id, newest))
    from public.tasks t where t.annotation_id = a.id and t.intent_id is not null), '{}'));
  update public.annotations set label_set_id = newest, edits = a.edits + 1, labels_since = a.edits + 1, saved_at = now()
  where id = a.id;
  update public.tasks set label_set_id = newest, intent_id = private.heir_of(intent_id, newest) where annotation_id = a.id;
  update public.action_labels l set label = jsonb_strip_nulls(jsonb_set(l.label, '{intentId}',
    coalesce(to_jsonb(private.heir_of((l.label ->> 'intentId')::uuid, newest)), 'null')))
  where l.annotation_id = a.id and l.label ? 'intentId';
  set constraints all immediate;
  return a.edits + 1;
end $$;
grant execute on function public.move_annotation(uuid, int, uuid, uuid) to authenticated;

-- An annotation with all that stands beside it on the screen, in one answer. Whoever asks is told what
-- their own rights let them read; the log, to its annotator alone, is its last
-- thousand entries under the labels it has now.
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
      from public.annotation_edits e where e.annotation_id = a.id and e.seq >= greatest(a.edits - 1000, a.labels_since)), '[]'),
    'reviews', coalesce((
      select json_agg(json_build_object(
        'id', r.id, 'annotation_id', r.annotation_id, 'revision', r.revision, 'reviewer_id', r.reviewer_id,
        'decision', r.decision, 'comment', r.comment, 'decided_at', r.decided_at) order by r.revision)
      from public.reviews r where r.annotation_id = a.id), '[]'),
    'names', coalesce((
      select json_object_agg(p.user_id, p.name) from public.profiles p
      where p.user_id = a.annotator_id
        or p.user_id in (select r.reviewer_id from public.reviews r where r.annotation_id = a.id)), '{}'),
    'label_set', public.label_set(a.label_set_id))
  from public.annotations a where a.id = p_annotation
$$;
