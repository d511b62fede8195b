-- Capture policies: what a project's recorders may tell of a page, version by version.

create table public.capture_policies (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  version int not null check (version > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null default now(),
  unique (project_id, version)
);
comment on table public.capture_policies is 'The versions of what a project''s recorders may tell of a page. Append-only: the newest binds what is recorded from then on.';
comment on column public.capture_policies.sha256 is 'Of the text this database gives the rules; it stands in every recording made under them.';
create trigger capture_policies_append_only before update on public.capture_policies
  for each row execute function private.refuse_change();

alter table public.sessions add column policy_id uuid references public.capture_policies (id);
comment on column public.sessions.policy_id is 'The capture policy it was recorded under; null for what was imported.';
create index sessions_by_policy on public.sessions (policy_id);

alter table public.capture_policies enable row level security;
create policy "members read the capture policy" on public.capture_policies for select to authenticated
  using (project_id in (select private.my_projects(array['contributor', 'annotator', 'reviewer', 'consumer', 'admin'])));
grant select on public.capture_policies to authenticated;
grant all on public.capture_policies to service_role;

create function private.add_capture_policy(in_project uuid, new_rules jsonb) returns int
language sql volatile security definer set search_path = '' as $$
  insert into public.capture_policies (project_id, version, rules, sha256)
  select in_project, coalesce(max(version), 0) + 1, new_rules, private.hash(new_rules::text)
  from public.capture_policies where project_id = in_project
  returning version
$$;

-- Interface words only, keys by class, exact times: as `defaultCapturePolicy` in the code.
create function private.default_capture_policy() returns jsonb
language sql immutable set search_path = '' as $$
  select '{"format": 1, "vocabulary": [], "keepText": [], "fields": [], "fieldDefault": "class", "block": [], "timeQuantumMs": 1}'::jsonb
$$;

create function private.begin_with_default_policy() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.add_capture_policy(new.id, private.default_capture_policy());
  return new;
end $$;
create trigger projects_begin_with_default_policy after insert on public.projects
  for each row execute function private.begin_with_default_policy();

select private.add_capture_policy(id, private.default_capture_policy()) from public.projects;

create function private.is_text_list(list jsonb, most int, longest int) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_typeof(list) = 'array', false) and not exists (
    select from jsonb_array_elements(case jsonb_typeof(list) when 'array' then list else '[]' end) with ordinality e
    where jsonb_typeof(e.value) <> 'string' or length(btrim(e.value #>> '{}')) not between 1 and longest or e.ordinality > most)
$$;

-- What is wrong with a policy, as a sentence; null when it is well-formed.
create function private.policy_problem(rules jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  fidelities constant text[] := array['text', 'class', 'none'];
  stranger text;
begin
  if jsonb_typeof(rules) is distinct from 'object' then
    return 'A capture policy is an object.';
  elsif rules -> 'format' is distinct from '1' then
    return 'This project keeps capture policies of format 1.';
  elsif octet_length(rules::text) > 262144 then
    return 'A capture policy may have 256 KB.';
  end if;
  select key into stranger from jsonb_object_keys(rules) key
  where key not in ('format', 'vocabulary', 'keepText', 'fields', 'fieldDefault', 'block', 'timeQuantumMs') limit 1;
  if stranger is not null then
    return format('A capture policy has no "%s".', left(stranger, 60));
  elsif not private.is_text_list(rules -> 'vocabulary', 5000, 200) then
    return 'The vocabulary is a list of up to 5000 words or phrases of 1 to 200 characters.';
  elsif not private.is_text_list(rules -> 'keepText', 500, 500) then
    return 'The parts whose text is kept are a list of up to 500 CSS selectors of 1 to 500 characters.';
  elsif not private.is_text_list(rules -> 'block', 500, 500) then
    return 'The parts left out are a list of up to 500 CSS selectors of 1 to 500 characters.';
  elsif not coalesce(rules ->> 'fieldDefault' = any (fidelities), false) then
    return 'The fidelity of all other fields is text, class or none.';
  elsif not coalesce(jsonb_typeof(rules -> 'timeQuantumMs') = 'number' and rules ->> 'timeQuantumMs' ~ '^(1000|[1-9][0-9]{0,2})$', false) then
    return 'Times are rounded to a whole number of 1 to 1000 milliseconds.';
  elsif jsonb_typeof(rules -> 'fields') is distinct from 'array' or jsonb_array_length(rules -> 'fields') > 500 or exists (
    select from jsonb_array_elements(rules -> 'fields') f
    where jsonb_typeof(f.value) <> 'object' or not private.is_text_list(jsonb_build_array(f.value -> 'selector'), 1, 500)
      or not coalesce(f.value ->> 'fidelity' = any (fidelities), false)
      or f.value - 'selector' - 'fidelity' <> '{}') then
    return 'The fields are a list of up to 500, each with a CSS selector of 1 to 500 characters and a fidelity: text, class or none.';
  end if;
  return null;
end $$;

-- Publishing again what is in force changes nothing, so that nobody is stopped for it.
create function public.publish_capture_policy(p_project uuid, p_policy jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  problem text := private.policy_problem(p_policy);
  newest public.capture_policies;
begin
  perform private.require_role(p_project, array['admin'], 'publish a capture policy');
  if problem is not null then
    perform private.refuse(422, problem);
  end if;
  perform from public.projects where id = p_project for update;
  select * into newest from public.capture_policies where project_id = p_project order by version desc limit 1;
  if newest.rules = p_policy then
    return newest.version;
  end if;
  return private.add_capture_policy(p_project, p_policy);
end $$;
grant execute on function public.publish_capture_policy(uuid, jsonb) to authenticated;
