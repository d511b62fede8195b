-- What ingest asks before it takes anything: whose session it is, whether it is still open and
-- consented, and whether size, hash, track and sites are what they should be.

create function private.session_by_capability(the_session uuid, capability text) returns public.sessions
language plpgsql volatile security definer set search_path = '' as $$
declare s public.sessions;
begin
  select s1.* into s from public.sessions s1
  join private.capabilities c on c.session_id = s1.id
  where s1.id = the_session and c.hash = private.hash(capability)
  for update of s1;
  if s.id is null then
    perform private.refuse(403, 'This capability does not fit this session.');
  end if;
  return s;
end $$;

-- What a key had recorded before it was revoked may still come, for as long as an abandoned session
-- stays open.
create function private.key_may_deliver(key uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (
    select from public.recorder_keys k where k.id = key and k.revoked_at < now() - interval '72 hours')
$$;

create or replace function private.open_for_writing(the_session uuid, capability text) returns public.sessions
language plpgsql volatile security definer set search_path = '' as $$
declare s public.sessions := private.session_by_capability(the_session, capability);
begin
  if s.state = 'withdrawn' or not s.purposes && private.standing_purposes(s.contributor_id) then
    perform private.refuse(403, 'The consent for this session was withdrawn.');
  elsif s.state <> 'recording' then
    perform private.refuse(409, format('This session is %s; nothing more can be written to it.', s.state));
  elsif not private.key_may_deliver(s.recorder_key_id) then
    perform private.refuse(403, 'The recorder key of this session was revoked.');
  end if;
  return s;
end $$;

-- The embedded server's eTag is the SHA-256 of the bytes; elsewhere it is something else, and the
-- reader alone compares.
create function private.check_stored(what text, object_path text, expected_bytes int, expected_sha256 text) returns void
language plpgsql stable security definer set search_path = '' as $$
declare
  stored jsonb;
  tag text;
begin
  if not coalesce(expected_bytes between 1 and 33554432, false) then
    perform private.refuse(422, format('%s has %s bytes; 1 to 33554432 are taken.', what, expected_bytes));
  elsif not coalesce(expected_sha256 ~ '^[0-9a-f]{64}$', false) then
    perform private.refuse(422, format('%s needs its SHA-256, as 64 hexadecimal digits.', what));
  end if;
  select coalesce(metadata, '{}') into stored from storage.objects where bucket_id = 'recordings' and name = object_path;
  if not found then
    perform private.refuse(409, format('%s was not uploaded yet. Upload it, then commit it.', what));
  end if;
  tag := btrim(stored ->> 'eTag', '"');
  if (stored ->> 'size')::bigint <> expected_bytes then
    perform private.refuse(422, format('%s has %s bytes in storage, not %s.', what, stored ->> 'size', expected_bytes));
  elsif tag ~ '^[0-9a-f]{64}$' and tag <> expected_sha256 then
    perform private.refuse(422, format('%s has other bytes in storage than this SHA-256 says.', what));
  end if;
end $$;

-- Sealing adds up what is checked here.
create function private.check_track(track jsonb) returns void
language plpgsql immutable set search_path = '' as $$
declare part text;
begin
  if octet_length(track::text) > 4194304 then
    perform private.refuse(422, 'The track of a chunk may have 4 MB.');
  end if;
  foreach part in array array['pages', 'keystrokes', 'actions', 'gaps', 'activity'] loop
    if jsonb_typeof(track -> part) is distinct from 'array' then
      perform private.refuse(422, format('The track of a chunk needs a list of %s.', part));
    end if;
  end loop;
  if not jsonb_path_exists(track, '$.activityFromMs ? (@.type() == "number" && @ >= 0 && @ <= 2592000000)')
    or jsonb_path_exists(track, '$.activity[*] ? (!(@.type() == "number" && @ >= 0 && @ <= 1000000))') then
    perform private.refuse(422, 'The activity of a chunk''s track is not made of counts.');
  elsif jsonb_path_exists(track, '$.pages[*] ? (!(@.type() == "object" && @.url.type() == "string"
      && @.startsMs.type() == "number" && @.endsMs.type() == "number"
      && @.startsMs >= 0 && @.endsMs >= @.startsMs && @.endsMs <= 2592000000))') then
    perform private.refuse(422, 'The pages of a chunk''s track need an address, a start and an end.');
  end if;
end $$;

create function private.origin_of(url text) returns text
language sql immutable set search_path = '' as $$
  select lower(substring(url from '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+'))
$$;

-- Every page in it must be on a site of the key, and of what the person agreed to for every purpose
-- that still stands.
create function private.check_sites(s public.sessions, track jsonb) returns void
language plpgsql stable security definer set search_path = '' as $$
declare stray text;
begin
  select coalesce(page.origin, 'without an address') into stray
  from (select distinct private.origin_of(p.value ->> 'url') as origin from jsonb_array_elements(track -> 'pages') p) page
  where page.origin is null
    or not exists (select from public.recorder_keys k where k.id = s.recorder_key_id and page.origin = any (k.sites))
    or exists (
      select from unnest(s.purposes) purpose
      where private.consent_stands(s.contributor_id, purpose)
        and not private.consent_covers(s.contributor_id, purpose, page.origin))
  limit 1;
  if stray is not null then
    perform private.refuse(422, format('A page in this chunk is on a site that may not be recorded: %s.', left(stray, 200)));
  end if;
end $$;
