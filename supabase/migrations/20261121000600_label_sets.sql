-- Label sets: a project's versioned trees of intents. A published version never changes.

create table public.label_sets (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  version int not null check (version > 0),
  published_at timestamptz not null default now(),
  unique (project_id, version)
);
comment on table public.label_sets is 'A published version of the labels a project uses.';

create table public.intents (
  id uuid primary key default gen_random_uuid(),
  label_set_id uuid not null references public.label_sets (id) on delete cascade,
  parent_id uuid,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'),
  title text not null check (length(btrim(title)) between 1 and 120),
  description text,
  position int not null,
  unique (label_set_id, slug),
  unique (label_set_id, id),
  foreign key (label_set_id, parent_id) references public.intents (label_set_id, id)
);
comment on table public.intents is 'One label an annotator may give a task.';
create index intents_by_parent on public.intents (label_set_id, parent_id);

alter table public.label_sets enable row level security;
alter table public.intents enable row level security;
create policy "members read label sets" on public.label_sets for select to authenticated
  using (project_id in (select private.my_projects(array['annotator', 'reviewer', 'consumer', 'admin'])));
create policy "members read intents" on public.intents for select to authenticated
  using (label_set_id in (select l.id from public.label_sets l));
grant select on public.label_sets, public.intents to authenticated;
grant all on public.label_sets, public.intents to service_role;

-- `p_intents`: [{ "slug", "title", "description"? }] in order; a slug's parent is the slug before its last "/".
create function public.publish_label_set(p_project uuid, p_intents jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare made uuid;
begin
  perform private.require_role(p_project, array['admin'], 'publish a label set');
  insert into public.label_sets (project_id, version)
  select p_project, coalesce(max(version), 0) + 1 from public.label_sets where project_id = p_project
  returning id into made;
  insert into public.intents (label_set_id, slug, title, description, position)
  select made, i.value ->> 'slug', i.value ->> 'title', i.value ->> 'description', i.ordinality
  from jsonb_array_elements(p_intents) with ordinality i;
  update public.intents child set parent_id = parent.id
  from public.intents parent
  where child.label_set_id = made and parent.label_set_id = made
    and child.slug like '%/%' and parent.slug = regexp_replace(child.slug, '/[^/]+$', '');
  return made;
end $$;
grant execute on function public.publish_label_set(uuid, jsonb) to authenticated;
