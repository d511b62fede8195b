-- The way in: a session is started, its chunks are uploaded and committed, then it is sealed.
-- Writers hold a capability that fits one session, and can read nothing with it.

create table public.recorder_keys (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  name text not null,
  key_hash text not null unique,
  sites text[] not null check (cardinality(sites) > 0),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
comment on table public.recorder_keys is 'Keys by which recorders start sessions, each for an allow-list of site origins; only the hash is kept.';
create index recorder_keys_by_project on public.recorder_keys (project_id);

create table private.contributor_tokens (
  token_hash text primary key,
  contributor_id uuid not null references public.contributors (id) on delete cascade
);
comment on table private.contributor_tokens is 'How a recorder names the contributor it records, without telling who that is.';
create index contributor_tokens_by_contributor on private.contributor_tokens (contributor_id);

alter table public.recorder_keys enable row level security;
alter table private.contributor_tokens enable row level security;
create policy "admins see recorder keys" on public.recorder_keys for select to authenticated
  using (project_id in (select private.my_projects(array['admin'])));
grant select on public.recorder_keys to authenticated;
grant all on public.recorder_keys to service_role;

create function private.make_session(
  in_project uuid, contributor uuid, for_purposes text[], notice uuid, from_origin text,
  at timestamptz, recording_format int, source text, out session_id uuid, out capability text)
language plpgsql security definer set search_path = '' as $$
begin
  if recording_format <> 1 then
    perform private.refuse(422, format('This project stores recording format 1; format %s is newer. Update Tasktape.', recording_format));
  end if;
  insert into public.sessions (project_id, contributor_id, origin, purposes, notice_id, format, started_at, source_sha256, started_by)
  values (in_project, contributor, from_origin, for_purposes, notice, recording_format, at, source, (select auth.uid()))
  returning id into session_id;
  capability := private.random_secret();
  insert into private.capabilities values (session_id, private.hash(capability));
end $$;

create function public.start_session(
  p_recorder_key text, p_contributor_token text, p_site text, p_purpose text,
  p_notice_version int, p_started_at timestamptz, p_format int)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  k public.recorder_keys;
  c public.contributors;
  n public.consent_notices;
  made record;
begin
  select * into k from public.recorder_keys where key_hash = private.hash(p_recorder_key);
  if k.id is null or k.revoked_at is not null then
    perform private.refuse(403, 'This recorder key is unknown or revoked. Ask the project''s admin for a new one.');
  end if;
  if not p_site = any (k.sites) then
    perform private.refuse(403, format('The site %s is not on the list of sites this project may record.', p_site));
  end if;
  select c1.* into c from public.contributors c1
  join private.contributor_tokens t on t.contributor_id = c1.id
  where t.token_hash = private.hash(p_contributor_token) and c1.project_id = k.project_id;
  select * into n from public.consent_notices where project_id = k.project_id order by version desc limit 1;
  if c.id is null or n.version is distinct from p_notice_version or not exists (
    select from public.consents g
    where g.contributor_id = c.id and g.notice_id = n.id and g.purpose = p_purpose and g.granted)
    or not private.consent_stands(c.id, p_purpose) then
    perform private.refuse(403, 'There is no live consent of this person for this purpose under the current notice. Nothing may be recorded.');
  end if;
  select * into made from private.make_session(k.project_id, c.id, array[p_purpose], n.id, 'recorder', p_started_at, p_format, null);
  return jsonb_build_object('session_id', made.session_id, 'capability', made.capability);
end $$;
grant execute on function public.start_session(text, text, text, text, int, timestamptz, int) to anon, authenticated;

-- A file made elsewhere. The importing admin attests what the recorded person agreed to.
create function public.start_import(
  p_project uuid, p_source_sha256 text, p_contributor text, p_purposes text[], p_started_at timestamptz, p_format int)
returns jsonb language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_project, array['admin'], 'import recordings');
  contributor uuid;
  notice uuid;
  there public.sessions;
  made record;
begin
  if p_purposes is null or cardinality(p_purposes) = 0 or not p_purposes <@ array['training', 'evaluation', 'research'] then
    perform private.refuse(422, 'Name at least one purpose the recorded person agreed to: training, evaluation or research.');
  end if;
  select id into notice from public.consent_notices where project_id = p_project order by version desc limit 1;
  if notice is null then
    perform private.refuse(409, 'This project has no consent notice yet. Publish one, then import.');
  end if;
  select * into there from public.sessions
  where project_id = p_project and source_sha256 = p_source_sha256 and state in ('recording', 'sealed')
  for update;
  if there.state = 'sealed' then
    return jsonb_build_object('already', there.id);
  elsif there.state = 'recording' then
    update public.sessions set state = 'discarded' where id = there.id;
  end if;

  insert into public.contributors (project_id, pseudonym) values (p_project, p_contributor)
  on conflict (project_id, pseudonym) do update set pseudonym = excluded.pseudonym
  returning id into contributor;
  if exists (
    select from unnest(p_purposes) p
    where exists (select from public.consents c where c.contributor_id = contributor and c.purpose = p)
      and not private.consent_stands(contributor, p)) then
    perform private.refuse(403, format('%s has withdrawn consent for one of these purposes, so nothing of theirs can be imported for it.', p_contributor));
  end if;
  insert into public.consents (contributor_id, notice_id, purpose, granted, source, attested_by)
  select contributor, notice, p, true, 'attested', me from unnest(p_purposes) p
  where not private.consent_stands(contributor, p);

  select * into made from private.make_session(p_project, contributor, p_purposes, notice, 'import', p_started_at, p_format, p_source_sha256);
  return jsonb_build_object('session_id', made.session_id, 'capability', made.capability);
end $$;
grant execute on function public.start_import(uuid, text, text, text[], timestamptz, int) to authenticated;

create function private.open_for_writing(the_session uuid, capability text) returns public.sessions
language plpgsql stable security definer set search_path = '' as $$
declare s public.sessions;
begin
  select s1.* into s from public.sessions s1
  join private.capabilities c on c.session_id = s1.id
  where s1.id = the_session and c.hash = private.hash(capability);
  if s.id is null then
    perform private.refuse(403, 'This capability does not fit this session.');
  elsif s.state <> 'recording' then
    perform private.refuse(409, format('This session is %s; nothing more can be written to it.', s.state));
  elsif not s.purposes && private.standing_purposes(s.contributor_id) then
    perform private.refuse(403, 'The consent for this session was withdrawn.');
  end if;
  return s;
end $$;

create function public.commit_chunk(
  p_session uuid, p_capability text, p_tab int, p_seq int, p_starts_ms bigint, p_ends_ms bigint,
  p_events int, p_bytes int, p_sha256 text, p_previous_sha256 text, p_track jsonb)
returns void language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions := private.open_for_writing(p_session, p_capability);
  object_path text := format('%s/%s/%s-%s.json.gz', p_session, p_capability, p_tab, p_seq);
  there public.chunks;
  stored_size bigint;
begin
  select * into there from public.chunks where session_id = p_session and tab = p_tab and seq = p_seq;
  if there.sha256 = p_sha256 then
    return;
  elsif there.sha256 is not null then
    perform private.refuse(409, format('Chunk %s of tab %s is already there with other content.', p_seq, p_tab));
  end if;
  select coalesce((metadata ->> 'size')::bigint, p_bytes) into stored_size
  from storage.objects where bucket_id = 'recordings' and name = object_path;
  if not found then
    perform private.refuse(409, format('Chunk %s of tab %s was not uploaded yet. Upload it, then commit it.', p_seq, p_tab));
  elsif stored_size <> p_bytes then
    perform private.refuse(422, format('Chunk %s of tab %s has %s bytes in storage, not %s.', p_seq, p_tab, stored_size, p_bytes));
  end if;
  if exists (
    select from public.chunks c
    where c.session_id = p_session and c.tab = p_tab
      and ((c.seq = p_seq - 1 and c.sha256 is distinct from p_previous_sha256)
        or (c.seq = p_seq + 1 and c.previous_sha256 is distinct from p_sha256))) then
    perform private.refuse(422, format('Chunk %s of tab %s does not follow the chunk before it: the hashes differ.', p_seq, p_tab));
  end if;
  insert into public.chunks (session_id, tab, seq, starts_ms, ends_ms, events, bytes, sha256, previous_sha256, path, track)
  values (p_session, p_tab, p_seq, p_starts_ms, p_ends_ms, p_events, p_bytes, p_sha256, p_previous_sha256, object_path, p_track);
end $$;
grant execute on function public.commit_chunk(uuid, text, int, int, bigint, bigint, int, int, text, text, jsonb) to anon, authenticated;

-- Closes a session: complete, or (from a recorder) with a gap named for every chunk that never came.
create function public.seal_session(p_session uuid, p_capability text, p_head jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions;
  expected int := (p_head ->> 'chunks')::int;
  present int;
  missing jsonb;
begin
  select s1.* into s from public.sessions s1
  join private.capabilities c on c.session_id = s1.id and c.hash = private.hash(p_capability)
  where s1.id = p_session and s1.state = 'sealed';
  if s.id is not null then
    return;
  end if;
  s := private.open_for_writing(p_session, p_capability);
  select count(*) into present from public.chunks where session_id = p_session;
  if s.origin = 'import' and present <> expected or present = 0 then
    perform private.refuse(409, format('%s of %s chunks are committed; the session can''t be sealed yet.', present, expected));
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('startsMs', before_end, 'endsMs', starts_ms, 'reason', 'missing-chunk')), '[]')
  into missing
  from (
    select c.starts_ms, c.seq,
      lag(c.ends_ms, 1, 0::bigint) over w as before_end,
      lag(c.seq, 1, -1) over w as before_seq
    from public.chunks c where c.session_id = p_session
    window w as (partition by c.tab order by c.seq)) x
  where x.seq <> x.before_seq + 1;
  update public.sessions set
    state = 'sealed', sealed_at = now(),
    duration_ms = (p_head ->> 'duration_ms')::bigint,
    events = (p_head ->> 'events')::bigint,
    pages = (p_head ->> 'pages')::int,
    keystrokes = (p_head ->> 'keystrokes')::int,
    title = left(coalesce(p_head ->> 'title', ''), 500),
    start_url = left(coalesce(p_head ->> 'start_url', ''), 2000),
    activity = coalesce((select array_agg(v::int order by i) from jsonb_array_elements_text(p_head -> 'activity') with ordinality a (v, i)), '{}'),
    viewport = p_head -> 'viewport',
    gaps = coalesce(p_head -> 'gaps', '[]') || missing,
    repairs = coalesce(p_head -> 'repairs', '[]'),
    queue_from = case origin when 'import' then now()
      else now() + make_interval(hours => (select preview_hours from public.projects where id = project_id)) end
  where id = p_session;
  if s.origin = 'import' then
    perform private.log_access(p_session, 'admin', 'import', by_whom => s.started_by);
  end if;
end $$;
grant execute on function public.seal_session(uuid, text, jsonb) to anon, authenticated;

-- Stop and discard: whoever holds the capability can take an unsealed session back.
create function public.discard_session(p_session uuid, p_capability text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update public.sessions s set state = 'discarded'
  from private.capabilities c
  where s.id = p_session and c.session_id = s.id and c.hash = private.hash(p_capability) and s.state = 'recording';
end $$;
grant execute on function public.discard_session(uuid, text) to anon, authenticated;
