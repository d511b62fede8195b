-- Projects, the people in them and their roles.

create table public.projects (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null check (length(btrim(name)) between 1 and 120),
  annotations_per_session int not null default 1 check (annotations_per_session between 1 and 9),
  lease_minutes int not null default 60 check (lease_minutes between 1 and 1440),
  preview_hours int not null default 24 check (preview_hours between 0 and 720),
  created_at timestamptz not null default now()
);
comment on table public.projects is 'A team''s workspace: members, capture policy, consent notice, label set, sessions, releases.';
comment on column public.projects.preview_hours is 'How long a contributor may look at and cut a recording before anyone else sees it.';

create table public.profiles (
  user_id uuid primary key references auth.users (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120)
);
comment on table public.profiles is 'The name a person shows to the people they work with.';

create table public.members (
  project_id uuid not null references public.projects (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  role text not null check (role in ('contributor', 'annotator', 'reviewer', 'consumer', 'admin')),
  added_at timestamptz not null default now(),
  primary key (project_id, user_id, role)
);
comment on table public.members is 'Which person holds which role in which project; one person may hold several.';
create index members_by_user on public.members (user_id);

create function private.has_role(in_project uuid, roles text[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.members m
    where m.project_id = in_project
      and m.user_id = (select auth.uid())
      and m.role = any (roles))
$$;
grant execute on function private.has_role(uuid, text[]) to anon, authenticated;

-- Policies ask for the whole set once a query instead of for each row.
create function private.my_projects(roles text[]) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select distinct m.project_id from public.members m
  where m.user_id = (select auth.uid()) and m.role = any (roles)
$$;
grant execute on function private.my_projects(text[]) to authenticated;

-- Contributors are known to the team by pseudonym only, so their names stay hidden from it.
create function private.works_with_me(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.members mine
    join public.members theirs on theirs.project_id = mine.project_id
    where mine.user_id = (select auth.uid())
      and theirs.user_id = person
      and (theirs.role <> 'contributor' or mine.role = 'admin'))
$$;
grant execute on function private.works_with_me(uuid) to authenticated;

alter table public.projects enable row level security;
alter table public.profiles enable row level security;
alter table public.members enable row level security;

create policy "members see their projects" on public.projects for select to authenticated
  using (id in (select private.my_projects(array['contributor', 'annotator', 'reviewer', 'consumer', 'admin'])));
create policy "people see the names of those they work with" on public.profiles for select to authenticated
  using (user_id = (select auth.uid()) or (select private.works_with_me(user_id)));
create policy "people see their own roles, and those of the team" on public.members for select to authenticated
  using (
    user_id = (select auth.uid())
    or (role <> 'contributor' and project_id in (select private.my_projects(array['contributor', 'annotator', 'reviewer', 'consumer', 'admin'])))
    or project_id in (select private.my_projects(array['admin'])));

grant select on public.projects, public.profiles, public.members to authenticated;
grant all on public.projects, public.profiles, public.members to service_role;

create function private.require_sign_in() returns uuid
language plpgsql stable set search_path = '' as $$
begin
  if (select auth.uid()) is null then
    perform private.refuse(401, 'Sign in first.');
  end if;
  return (select auth.uid());
end $$;

create function private.require_role(in_project uuid, roles text[], act text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_sign_in();
  if not private.has_role(in_project, roles) then
    perform private.refuse(403, format('You need the role %s in this project to %s.', array_to_string(roles, ' or '), act));
  end if;
  return (select auth.uid());
end $$;

-- How a person is called in data that leaves the project: stable in it, different in every other.
create function private.pseudonym(in_project uuid, person uuid) returns text
language sql immutable set search_path = '' as $$
  select 'p-' || left(private.hash(in_project::text || ':' || person::text), 10)
$$;

create function public.set_my_name(p_name text) returns void
language plpgsql security definer set search_path = '' as $$
declare me uuid := private.require_sign_in();
begin
  if length(btrim(coalesce(p_name, ''))) not between 1 and 120 then
    perform private.refuse(422, 'A name has 1 to 120 characters.');
  end if;
  insert into public.profiles (user_id, name) values (me, btrim(p_name))
  on conflict (user_id) do update set name = excluded.name;
end $$;
grant execute on function public.set_my_name(text) to authenticated;

create function public.create_project(p_name text, p_slug text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  made uuid;
begin
  if exists (select from public.projects where slug = p_slug) then
    perform private.refuse(409, format('A project with the address "%s" exists. Choose another name.', p_slug));
  end if;
  insert into public.projects (name, slug) values (btrim(p_name), p_slug) returning id into made;
  insert into public.members (project_id, user_id, role) values (made, me, 'admin');
  return made;
end $$;
grant execute on function public.create_project(text, text) to authenticated;

create function public.add_member(p_project uuid, p_email text, p_role text) returns void
language plpgsql security definer set search_path = '' as $$
declare person uuid;
begin
  perform private.require_role(p_project, array['admin'], 'add people');
  select id into person from auth.users where lower(email) = lower(btrim(p_email));
  if person is null then
    perform private.refuse(404, format('Nobody has signed up as %s yet. Ask them to create an account, then add them.', p_email));
  end if;
  insert into public.members (project_id, user_id, role) values (p_project, person, p_role)
  on conflict do nothing;
end $$;
grant execute on function public.add_member(uuid, text, text) to authenticated;

create function public.remove_member(p_project uuid, p_user uuid, p_role text) returns void
language plpgsql security definer set search_path = '' as $$
declare me uuid := private.require_role(p_project, array['admin'], 'remove people');
begin
  if p_role = 'admin' and not exists (
    select from public.members where project_id = p_project and role = 'admin' and user_id <> p_user) then
    perform private.refuse(409, 'A project needs at least one admin. Make someone else admin first.');
  end if;
  delete from public.members where project_id = p_project and user_id = p_user and role = p_role;
end $$;
grant execute on function public.remove_member(uuid, uuid, text) to authenticated;
