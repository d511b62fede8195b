-- Asking first: a person answers a recorder for the sites they were shown; only then a session starts.

alter table public.consents add column sites text[] check (cardinality(sites) > 0);
comment on column public.consents.sites is 'The sites the contributor was shown when they agreed; null when it was agreed to elsewhere, for all.';

-- The same token may be known in several projects, as a contributor of its own in each.
alter table private.contributor_tokens add column project_id uuid references public.projects (id) on delete cascade;
update private.contributor_tokens t set project_id = c.project_id from public.contributors c where c.id = t.contributor_id;
alter table private.contributor_tokens
  drop constraint contributor_tokens_pkey,
  alter column project_id set not null,
  add primary key (project_id, token_hash);
create index contributor_tokens_by_hash on private.contributor_tokens (token_hash);

create function private.contributor_of(token text, in_project uuid) returns uuid
language sql stable security definer set search_path = '' as $$
  select t.contributor_id from private.contributor_tokens t
  where t.token_hash = private.hash(token) and t.project_id = in_project
$$;

-- Whether what this person agreed to, and did not withdraw since, covers a purpose on a site.
create function private.consent_covers(contributor uuid, for_purpose text, site text, under_notice uuid default null)
returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.consents g
    where g.contributor_id = contributor and g.purpose = for_purpose and g.granted
      and (g.sites is null or site = any (g.sites))
      and (under_notice is null or g.notice_id = under_notice)
      and not exists (
        select from public.consents w
        where w.contributor_id = contributor and w.purpose = for_purpose and not w.granted and w.id > g.id))
$$;

create function private.current_notice(in_project uuid, shown_version int) returns public.consent_notices
language plpgsql stable security definer set search_path = '' as $$
declare n public.consent_notices := private.newest_notice(in_project);
begin
  if n.id is null then
    perform private.refuse(409, 'This project has no consent notice yet. Publish one, then record.');
  elsif n.version is distinct from shown_version then
    perform private.refuse(409, format('The project now asks by version %s of its notice, not %s. Show that one and ask again.', n.version, shown_version));
  end if;
  return n;
end $$;

-- A yes, for one or more purposes. A no stays on the person's own machine.
create function public.answer_consent(
  p_recorder_key text, p_contributor_token text, p_site text, p_notice_version int, p_purposes text[])
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  k public.recorder_keys := private.live_key(p_recorder_key, p_site);
  n public.consent_notices := private.current_notice(k.project_id, p_notice_version);
  contributor uuid;
begin
  if coalesce(cardinality(p_purposes), 0) = 0 or not p_purposes <@ n.purposes then
    perform private.refuse(422, format('Agree to at least one of the purposes this project asks for: %s.', array_to_string(n.purposes, ', ')));
  elsif p_contributor_token !~ '^[0-9a-f]{64}$' or p_contributor_token is null then
    perform private.refuse(422, 'A contributor token is 32 random bytes, written as 64 hexadecimal digits.');
  end if;
  perform pg_advisory_xact_lock(hashtextextended('contributor:' || private.hash(p_contributor_token), 0));
  contributor := private.contributor_of(p_contributor_token, k.project_id);
  if contributor is null then
    insert into public.contributors (project_id, pseudonym) values (k.project_id, 'p-' || left(private.random_secret(), 10))
    returning id into contributor;
    insert into private.contributor_tokens (token_hash, contributor_id, project_id)
    values (private.hash(p_contributor_token), contributor, k.project_id);
  end if;
  insert into public.consents (contributor_id, notice_id, purpose, granted, source, sites)
  select contributor, n.id, p, true, 'asked', k.sites
  from (select distinct unnest(p_purposes) as p) asked
  where exists (
    select from unnest(k.sites) site where not private.consent_covers(contributor, p, site, n.id));
  return jsonb_build_object('pseudonym', (select pseudonym from public.contributors where id = contributor));
end $$;
grant execute on function public.answer_consent(text, text, text, int, text[]) to anon, authenticated;

drop function public.start_session(text, text, text, text, int, timestamptz, int);
create function public.start_session(
  p_recorder_key text, p_contributor_token text, p_site text, p_purposes text[],
  p_notice_version int, p_policy_version int, p_started_at timestamptz, p_format int)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  k public.recorder_keys := private.live_key(p_recorder_key, p_site);
  n public.consent_notices := private.current_notice(k.project_id, p_notice_version);
  rules public.capture_policies := private.newest_policy(k.project_id);
  contributor uuid := private.contributor_of(p_contributor_token, k.project_id);
  agreed text[];
  made record;
begin
  if rules.version is distinct from p_policy_version then
    perform private.refuse(409, format('The project now records by version %s of its capture policy, not %s. Fetch that one and start again.', rules.version, p_policy_version));
  elsif p_started_at is null or not coalesce(extract(epoch from p_started_at) between 0 and 253402300799, false) then
    perform private.refuse(422, 'Say when the recording started.');
  end if;
  select coalesce(array_agg(distinct p order by p), '{}') into agreed
  from unnest(p_purposes) p where private.consent_covers(contributor, p, p_site, n.id);
  if agreed = '{}' then
    perform private.refuse(403, 'There is no live consent of this person for this purpose and site under the current notice. Nothing may be recorded.');
  end if;
  perform private.seal_abandoned(k.project_id);
  select * into made from private.make_session(k.project_id, contributor, agreed, n.id, 'recorder', p_started_at, p_format, null);
  update public.sessions set policy_id = rules.id, recorder_key_id = k.id where id = made.session_id;
  return jsonb_build_object('session_id', made.session_id, 'capability', made.capability);
end $$;
grant execute on function public.start_session(text, text, text, text[], int, int, timestamptz, int) to anon, authenticated;
