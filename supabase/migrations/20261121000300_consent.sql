-- Contributors, who they are (apart, for few eyes), and what they agreed to (append-only).

create table public.contributors (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  pseudonym text not null check (length(btrim(pseudonym)) between 1 and 60),
  created_at timestamptz not null default now(),
  unique (project_id, pseudonym)
);
comment on table public.contributors is 'A person who is recorded, known to a project by a pseudonym only.';

create table public.contributor_identities (
  contributor_id uuid primary key references public.contributors (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade
);
comment on table public.contributor_identities is 'Who a contributor is. Nobody but the contributor reads it.';
create index contributor_identities_by_user on public.contributor_identities (user_id);

create table public.consent_notices (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  version int not null check (version > 0),
  text text not null check (length(btrim(text)) > 0),
  purposes text[] not null check (purposes <@ array['training', 'evaluation', 'research'] and cardinality(purposes) > 0),
  published_at timestamptz not null default now(),
  unique (project_id, version)
);
comment on table public.consent_notices is 'The versions of what contributors are told before they are asked.';

create table public.consents (
  id bigint generated always as identity primary key,
  contributor_id uuid not null references public.contributors (id) on delete cascade,
  notice_id uuid not null references public.consent_notices (id),
  purpose text not null check (purpose in ('training', 'evaluation', 'research')),
  granted boolean not null,
  source text not null check (source in ('asked', 'attested')),
  attested_by uuid references auth.users (id),
  at timestamptz not null default now(),
  check ((source = 'attested') = (attested_by is not null))
);
comment on table public.consents is 'What a contributor agreed to or withdrew, purpose by purpose. Append-only: the latest row counts.';
create index consents_latest on public.consents (contributor_id, purpose, id desc);
create index consents_by_notice on public.consents (notice_id);
create index consents_by_attester on public.consents (attested_by);

create function private.is_contributor(contributor uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.contributor_identities i
    where i.contributor_id = contributor and i.user_id = (select auth.uid()))
$$;
grant execute on function private.is_contributor(uuid) to authenticated;

create function private.my_contributors() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select i.contributor_id from public.contributor_identities i where i.user_id = (select auth.uid())
$$;
grant execute on function private.my_contributors() to authenticated;

create function private.consent_stands(contributor uuid, for_purpose text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce((
    select c.granted from public.consents c
    where c.contributor_id = contributor and c.purpose = for_purpose
    order by c.id desc limit 1), false)
$$;

create function private.standing_purposes(contributor uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(p order by p), '{}')
  from unnest(array['evaluation', 'research', 'training']) p
  where private.consent_stands(contributor, p)
$$;

create function private.refuse_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT409', message = format('Rows of %s are never changed or deleted.', tg_table_name);
end $$;
create trigger consents_append_only before update on public.consents
  for each row execute function private.refuse_change();

alter table public.contributors enable row level security;
alter table public.contributor_identities enable row level security;
alter table public.consent_notices enable row level security;
alter table public.consents enable row level security;

create policy "the team sees pseudonyms, contributors their own" on public.contributors for select to authenticated
  using (project_id in (select private.my_projects(array['annotator', 'reviewer', 'admin'])) or id in (select private.my_contributors()));
create policy "contributors see their own identity" on public.contributor_identities for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members read the notice" on public.consent_notices for select to authenticated
  using (project_id in (select private.my_projects(array['contributor', 'annotator', 'reviewer', 'consumer', 'admin'])));
create policy "contributors see what they agreed to" on public.consents for select to authenticated
  using (contributor_id in (select private.my_contributors()));

grant select on public.contributors, public.contributor_identities, public.consent_notices, public.consents to authenticated;
grant all on public.contributors, public.contributor_identities, public.consent_notices, public.consents to service_role;

create function public.publish_notice(p_project uuid, p_text text, p_purposes text[]) returns int
language plpgsql security definer set search_path = '' as $$
declare next_version int;
begin
  perform private.require_role(p_project, array['admin'], 'publish a consent notice');
  select coalesce(max(version), 0) + 1 into next_version from public.consent_notices where project_id = p_project;
  insert into public.consent_notices (project_id, version, text, purposes)
  values (p_project, next_version, p_text, p_purposes);
  return next_version;
end $$;
grant execute on function public.publish_notice(uuid, text, text[]) to authenticated;
