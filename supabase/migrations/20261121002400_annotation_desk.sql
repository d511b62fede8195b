-- An annotation with all that stands beside it on the screen, in one answer. Whoever asks is told what
-- their own rights let them read.

create function public.annotation_desk(p_annotation uuid) returns json
language sql stable security invoker set search_path = '' as $$
  select json_build_object(
    'annotation', json_build_object(
      'id', a.id, 'session_id', a.session_id, 'annotator_id', a.annotator_id, 'label_set_id', a.label_set_id,
      'status', a.status, 'revision', a.revision, 'edits', a.edits, 'saved_at', a.saved_at),
    'tasks', coalesce((
      select json_agg(json_build_object(
        'id', t.id, 'starts_ms', t.starts_ms, 'ends_ms', t.ends_ms, 'instruction', t.instruction,
        'intent_id', t.intent_id, 'outcome', t.outcome, 'notes', t.notes) order by t.starts_ms)
      from public.tasks t where t.annotation_id = a.id), '[]'),
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
grant execute on function public.annotation_desk(uuid) to authenticated;

-- `begin_annotation`, answered with the annotation that was begun.
create function public.begin_labeling(p_session uuid) returns json
language plpgsql security invoker set search_path = '' as $$
declare
  begun uuid := public.begin_annotation(p_session);
begin
  return public.annotation_desk(begun);
end $$;
grant execute on function public.begin_labeling(uuid) to authenticated;
