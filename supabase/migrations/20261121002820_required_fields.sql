-- What a label set asks of every task before it is submitted, the same as the browser asks.

-- Blank as a browser sees it.
create function private.is_blank(given text) returns boolean
language sql immutable set search_path = '' as $$
  select btrim(coalesce(given, ''), E' \t\n\r\f\u000b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') = ''
$$;

-- Refuses what lacks something that its label set asks for. Of subtasks only an instruction is asked.
create function private.check_submittable(annotation uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  asked text[] := (select l.required_fields from public.annotations a join public.label_sets l on l.id = a.label_set_id where a.id = annotation);
  lacking int;
begin
  if not exists (select from public.tasks where annotation_id = annotation) then
    perform private.refuse(422, 'Mark at least one task before submitting.');
  end if;
  select count(*) into lacking from public.tasks t
  where t.annotation_id = annotation and (
    ('instruction' = any (asked) and private.is_blank(t.instruction))
    or (t.parent_id is null and (
      ('intent' = any (asked) and t.intent_id is null)
      or ('outcome' = any (asked) and t.outcome is null)
      or ('notes' = any (asked) and private.is_blank(t.notes)))));
  if lacking > 0 then
    perform private.refuse(422, format('%s of the tasks still lack something of: %s.', lacking, array_to_string(asked, ', ')));
  end if;
  select count(*) into lacking from public.tasks t join public.intents i on i.id = t.intent_id
  where t.annotation_id = annotation and i.retired;
  if lacking > 0 then
    perform private.refuse(422, format('%s of the tasks name an intent that is no longer used. Choose another for them.', lacking));
  end if;
end $$;

-- Hands the annotation to review as its next revision. `p_edits` is how many edits the caller knows
-- of, so that nothing unsaved or unseen is submitted.
create or replace function public.submit_annotation(p_annotation uuid, p_edits int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
begin
  select * into a from public.annotations where id = p_annotation and annotator_id = me for update;
  select * into s from public.sessions where id = a.session_id and state = 'sealed';
  if s.id is null or not private.has_role(s.project_id, array['annotator']) then
    perform private.refuse(404, 'There is no such annotation, or it is not yours to submit.');
  elsif a.status not in ('draft', 'changes requested') then
    perform private.refuse(409, format('This annotation is already %s.', a.status));
  elsif a.edits <> p_edits then
    perform private.refuse(409, 'Not all edits are saved yet, or some were made in another window. Reload and submit again.');
  end if;
  perform private.check_submittable(a.id);
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
