-- Label sets over time: what an intent carries on from the version before, and what a set asks for. A
-- published version never changes.

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
      then array(select f.id::uuid from jsonb_array_elements_text(g.intent -> 'from') with ordinality f (id, place) group by f.id order by min(f.place))
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
