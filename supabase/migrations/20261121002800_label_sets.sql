-- Label sets over time: what an intent carries on from the version before, what a set asks for, and how
-- work that is under way moves to the newest version. What was submitted never moves.

alter table public.label_sets
  add column published_by uuid references auth.users (id),
  add column note text not null default '' check (length(note) <= 2000),
  add column required_fields text[] not null default array['instruction', 'intent', 'outcome']
    check (required_fields <@ array['instruction', 'intent', 'outcome', 'notes']
      and required_fields @> array['instruction', 'intent']);
comment on column public.label_sets.required_fields is 'What every task needs before it is submitted. No episode can be made without an instruction and an intent.';
create index label_sets_by_author on public.label_sets (published_by);

alter table public.intents
  add column examples text[] not null default '{}',
  add column key text check (key ~ '^[a-z]$'),
  add column colour smallint check (colour between 0 and 9),
  add column retired boolean not null default false,
  add column carries_on uuid[] not null default '{}',
  add unique (label_set_id, key),
  add check (not retired or key is null);
comment on column public.intents.key is 'The letter that chooses it.';
comment on column public.intents.colour is 'Which of the ten label colours it has.';
comment on column public.intents.retired is 'Not to be chosen any more; still shown where it was.';
comment on column public.intents.carries_on is 'The intents of the version before that it stands for: its own, under another name or not, and those merged into it.';

update public.intents i set carries_on = array[o.id]
from public.label_sets l, public.label_sets before, public.intents o
where l.id = i.label_set_id and before.project_id = l.project_id and before.version = l.version - 1
  and o.label_set_id = before.id and o.slug = i.slug;
create index intents_by_carried on public.intents using gin (carries_on);

create trigger label_sets_append_only before update on public.label_sets
  for each row execute function private.refuse_change();
create trigger intents_append_only before update on public.intents
  for each row execute function private.refuse_change();

-- Intents come with their set and go with it. A delete that follows from another is one level deeper.
create function private.refuse_change_of_set() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then
    return old;
  elsif tg_op = 'INSERT' and exists (select from public.label_sets l where l.id = new.label_set_id and l.published_at = now()) then
    return new;
  end if;
  raise exception using errcode = 'PT409', message = 'A published version of the labels never changes. Publish the next one.';
end $$;
create trigger intents_complete before insert or delete on public.intents
  for each row execute function private.refuse_change_of_set();

-- An intent and all that it carries on, through every version before: whose tasks it stands for.
create function private.intent_line(intent uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  with recursive line (id) as (
    select intent
    union
    select o.id from line join public.intents i on i.id = line.id cross join lateral unnest(i.carries_on) o (id))
  select id from line
$$;

-- The intent that stands for `intent` in a later version; null where it was left out.
create function private.heir_of(intent uuid, in_set uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  with recursive heirs (id, label_set_id) as (
    select i.id, i.label_set_id from public.intents i where i.id = intent
    union
    select i.id, i.label_set_id from heirs join public.intents i on i.carries_on @> array[heirs.id]
    where heirs.label_set_id <> in_set)
  select id from heirs where label_set_id = in_set
$$;

-- Blank as a browser sees it.
create function private.is_blank(given text) returns boolean
language sql immutable set search_path = '' as $$
  select btrim(coalesce(given, ''), E' \t\n\r\f\u000b\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff') = ''
$$;

-- One version with its intents in the order of its author. Whoever asks is told what their rights let
-- them read.
create function public.label_set(p_label_set uuid) returns json
language sql stable security invoker set search_path = '' as $$
  select json_build_object(
    'id', l.id, 'version', l.version, 'required_fields', l.required_fields, 'published_at', l.published_at,
    'published_by', l.published_by, 'note', l.note,
    'intents', coalesce((
      select json_agg(json_build_object(
        'id', i.id, 'parent_id', i.parent_id, 'slug', i.slug, 'title', i.title, 'description', i.description,
        'examples', i.examples, 'key', i.key, 'colour', i.colour, 'retired', i.retired, 'carries_on', i.carries_on)
        order by i.position)
      from public.intents i where i.label_set_id = l.id), '[]'))
  from public.label_sets l where l.id = p_label_set
$$;
grant execute on function public.label_set(uuid) to authenticated;

drop function public.publish_label_set(uuid, jsonb);

-- Publishes the next version. `p_intents`, in order: [{ "slug", "title", "description"?, "examples"?, "key"?,
-- "colour"?, "retired"?, "from"? }]; a slug's parent is the slug before its last "/". "from": ids of the
-- intents of the version before that it carries on; where it is left out, the one of the same slug.
-- `p_after`: the version it was made from, 0 for none; refused where another was published since.
create function public.publish_label_set(
  p_project uuid, p_intents jsonb,
  p_required_fields text[] default array['instruction', 'intent', 'outcome'], p_note text default '', p_after int default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_project, array['admin'], 'publish a label set');
  made uuid;
  before public.label_sets;
  wrong text;
begin
  perform from public.projects where id = p_project for no key update;
  select * into before from public.label_sets where project_id = p_project order by version desc limit 1;
  if p_after is not null and p_after <> coalesce(before.version, 0) then
    perform private.refuse(409, format('Version %s of the labels was published meanwhile. Reload to take your changes over to it.', before.version));
  elsif jsonb_typeof(p_intents) is distinct from 'array' or jsonb_array_length(p_intents) = 0 then
    perform private.refuse(422, 'A label set needs at least one intent.');
  end if;
  select i ->> 'slug' into wrong from jsonb_array_elements(p_intents) i group by 1 having count(*) > 1 limit 1;
  if wrong is not null then
    perform private.refuse(422, format('“%s” stands in the labels twice. Rename one of them.', wrong));
  end if;
  select i ->> 'key' into wrong from jsonb_array_elements(p_intents) i where i ->> 'key' is not null group by 1 having count(*) > 1 limit 1;
  if wrong is not null then
    perform private.refuse(422, format('The letter %s belongs to two intents. Change one of them.', upper(wrong)));
  end if;
  select i ->> 'slug' into wrong from jsonb_array_elements(p_intents) i
  where i ->> 'slug' like '%/%' and not exists (
    select from jsonb_array_elements(p_intents) p where p ->> 'slug' = regexp_replace(i ->> 'slug', '/[^/]+$', '')) limit 1;
  if wrong is not null then
    perform private.refuse(422, format('What “%s” belongs under is not in the labels.', wrong));
  end if;
  select i ->> 'slug' into wrong from jsonb_array_elements(p_intents) i where i ->> 'slug' like '%/%/%/%/%/%' limit 1;
  if wrong is not null then
    perform private.refuse(422, format('“%s” lies too deep: a label set has at most five levels.', wrong));
  end if;

  insert into public.label_sets (project_id, version, published_by, note, required_fields)
  values (p_project, coalesce(before.version, 0) + 1, me, btrim(coalesce(p_note, '')), p_required_fields)
  returning id into made;
  with given as materialized (
    select gen_random_uuid() as id, i.value as intent, i.value ->> 'slug' as slug, i.ordinality as position
    from jsonb_array_elements(p_intents) with ordinality i)
  insert into public.intents (id, label_set_id, parent_id, slug, title, description, position, examples, key, colour, retired, carries_on)
  select g.id, made, p.id, g.slug, btrim(g.intent ->> 'title'), nullif(btrim(g.intent ->> 'description'), ''), g.position,
    array(select x from jsonb_array_elements_text(g.intent -> 'examples') x),
    g.intent ->> 'key', (g.intent ->> 'colour')::smallint, coalesce((g.intent ->> 'retired')::boolean, false),
    case when g.intent ? 'from'
      then array(select distinct x::uuid from jsonb_array_elements_text(g.intent -> 'from') x)
      else array(select o.id from public.intents o where o.label_set_id = before.id and o.slug = g.slug) end
  from given g
  left join given p on g.slug like '%/%' and p.slug = regexp_replace(g.slug, '/[^/]+$', '');

  if exists (
    select from public.intents i cross join lateral unnest(i.carries_on) o (id)
    where i.label_set_id = made
      and not exists (select from public.intents b where b.id = o.id and b.label_set_id = before.id)) then
    perform private.refuse(422, 'An intent can only carry on intents of the version before.');
  elsif exists (
    select from public.intents i cross join lateral unnest(i.carries_on) o (id)
    where i.label_set_id = made group by o.id having count(*) > 1) then
    perform private.refuse(422, 'Two intents carry on the same one. Old labels can go to one of them only.');
  end if;
  return made;
end $$;
revoke execute on function public.publish_label_set(uuid, jsonb, text[], text, int) from public, anon;
grant execute on function public.publish_label_set(uuid, jsonb, text[], text, int) to authenticated;

-- How many tasks stand under each intent of the newest version, under whatever version they were labeled.
create function public.label_use(p_project uuid) returns table (intent_id uuid, tasks int, approved int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_role(p_project, array['admin'], 'see how labels are used');
  return query
    select i.id, count(t.id)::int, (count(t.id) filter (where a.status = 'approved'))::int
    from public.intents i
    cross join lateral private.intent_line(i.id) line (id)
    join public.tasks t on t.intent_id = line.id
    join public.annotations a on a.id = t.annotation_id
    where i.label_set_id = (select l.id from public.label_sets l where l.project_id = p_project order by l.version desc limit 1)
    group by i.id;
end $$;
grant execute on function public.label_use(uuid) to authenticated;

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
