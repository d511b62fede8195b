-- Style sheets of keyframes: each text is stored once per session, under its own SHA-256, beside the
-- keyframes that refer to it.

alter table public.chunks
  add column keyframe_sheets text[] not null default '{}'
    check (keyframe_sheets::text ~ '^\{([0-9a-f]{64}(,[0-9a-f]{64})*)?\}$' and cardinality(keyframe_sheets) <= 1000),
  add constraint chunks_sheets_have_a_keyframe check (keyframe_path is not null or cardinality(keyframe_sheets) = 0);
comment on column public.chunks.keyframe_sheets is 'SHA-256 of the text of each style sheet the keyframe refers to; the object {sha256}.css.gz lies beside it.';

-- What is told of a keyframe, against what is stored: `what` names its chunk in a sentence.
create function private.check_keyframe(what text, path_stem text, key_bytes int, key_sha256 text, sheets text[]) returns void
language plpgsql stable security definer set search_path = '' as $$
declare missing text;
begin
  if (key_bytes is null) <> (key_sha256 is null) then
    perform private.refuse(422, 'A keyframe comes with its size and its SHA-256.');
  elsif key_sha256 is null and cardinality(sheets) > 0 then
    perform private.refuse(422, 'Style sheets come with the keyframe that refers to them.');
  elsif key_sha256 is null then
    return;
  end if;
  what := 'The keyframe of ' || lower(left(what, 1)) || substr(what, 2);
  if cardinality(sheets) > 1000 or array_ndims(sheets) > 1
    or exists (select from unnest(sheets) sheet where sheet is null or sheet !~ '^[0-9a-f]{64}$') then
    perform private.refuse(422, format('%s names its style sheets by up to 1000 SHA-256, each as 64 hexadecimal digits.', what));
  end if;
  perform private.check_stored(what, path_stem || '.key.json.gz', key_bytes, key_sha256);
  select sheet into missing from unnest(sheets) sheet
  where not exists (
    select from storage.objects o
    where o.bucket_id = 'recordings' and o.name = regexp_replace(path_stem, '[^/]*$', '') || sheet || '.css.gz')
  limit 1;
  if missing is not null then
    perform private.refuse(409, format('%s refers to a style sheet that was not uploaded yet: %s. Upload it, then commit the chunk.', what, missing));
  end if;
end $$;

drop function public.commit_chunk(uuid, text, int, int, bigint, bigint, int, int, text, text, jsonb, int, text);
create function public.commit_chunk(
  p_session uuid, p_capability text, p_tab int, p_seq int, p_starts_ms bigint, p_ends_ms bigint,
  p_events int, p_bytes int, p_sha256 text, p_previous_sha256 text, p_track jsonb,
  p_keyframe_bytes int default null, p_keyframe_sha256 text default null, p_keyframe_sheets text[] default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions := private.session_by_capability(p_session, p_capability);
  what text := format('Chunk %s of tab %s', p_seq, p_tab);
  path_stem text := format('%s/%s/%s-%s', p_session, p_capability, p_tab, p_seq);
  sheets text[] := coalesce(p_keyframe_sheets, '{}');
  there public.chunks;
begin
  select * into there from public.chunks where session_id = p_session and tab = p_tab and seq = p_seq;
  -- A keyframe can be done without: whoever gives it up still finds the chunk taken.
  if there.sha256 = p_sha256 and s.state in ('recording', 'sealed')
    and (p_keyframe_sha256 is null or there.keyframe_sha256 = p_keyframe_sha256) then
    return;
  end if;
  s := private.open_for_writing(p_session, p_capability);
  if there.sha256 is not null then
    perform private.refuse(409, format('%s is already there with other content.', what));
  elsif not coalesce(p_tab between 0 and 255 and p_seq between 0 and 99999, false) then
    perform private.refuse(422, 'Tabs are numbered 0 to 255, the chunks of a tab 0 to 99999.');
  elsif p_seq > 1000 + coalesce((select max(c.seq) from public.chunks c where c.session_id = p_session and c.tab = p_tab), -1) then
    perform private.refuse(422, format('%s is more than 1000 ahead of what is there.', what));
  elsif not coalesce(p_starts_ms >= 0 and p_ends_ms >= p_starts_ms and (s.origin = 'import' or p_ends_ms <= 2592000000), false) then
    perform private.refuse(422, format('%s must end after it starts, within 30 days.', what));
  elsif not coalesce(p_events between 1 and 1000000, false) then
    perform private.refuse(422, format('%s has %s events; 1 to 1000000 are taken.', what, p_events));
  elsif (p_seq = 0) <> (p_previous_sha256 is null) or p_previous_sha256 !~ '^[0-9a-f]{64}$' then
    perform private.refuse(422, format('%s needs the SHA-256 of the chunk before it, and the first chunk of a tab has none.', what));
  elsif jsonb_typeof(p_track) is distinct from 'object' then
    perform private.refuse(422, format('%s needs a track.', what));
  end if;
  perform private.check_stored(what, path_stem || '.json.gz', p_bytes, p_sha256);
  perform private.check_keyframe(what, path_stem, p_keyframe_bytes, p_keyframe_sha256, sheets);
  if exists (
    select from public.chunks c
    where c.session_id = p_session and c.tab = p_tab
      and ((c.seq = p_seq - 1 and c.sha256 is distinct from p_previous_sha256)
        or (c.seq = p_seq + 1 and c.previous_sha256 is distinct from p_sha256))) then
    perform private.refuse(422, format('%s does not follow the chunk before it: the hashes differ.', what));
  end if;
  if s.origin = 'recorder' then
    perform private.check_track(p_track);
    perform private.check_sites(s, p_track);
  end if;
  insert into public.chunks (session_id, tab, seq, starts_ms, ends_ms, events, bytes, sha256, previous_sha256, path, track,
    keyframe_path, keyframe_bytes, keyframe_sha256, keyframe_sheets)
  values (p_session, p_tab, p_seq, p_starts_ms, p_ends_ms, p_events, p_bytes, p_sha256, p_previous_sha256, path_stem || '.json.gz', p_track,
    case when p_keyframe_sha256 is not null then path_stem || '.key.json.gz' end, p_keyframe_bytes, p_keyframe_sha256, sheets);
end $$;
grant execute on function public.commit_chunk(uuid, text, int, int, bigint, bigint, int, int, text, text, jsonb, int, text, text[]) to anon, authenticated;

-- A session takes so many sheets; a writer keeps the text of further ones in its keyframes.
create function private.has_room_for_sheet(folder text) returns boolean
language sql stable security definer set search_path = '' as $$
  select count(*) < 20000 from storage.objects o
  where o.bucket_id = 'recordings' and o.name like folder || '/%.css.gz'
$$;

create or replace function private.may_write_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  parts text[] := regexp_match(object_name, '^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([0-9a-f]{64})/(?:(0|[1-9][0-9]{0,2})-(0|[1-9][0-9]{0,4})(?:\.key)?\.json|([0-9a-f]{64})\.css)\.gz$');
begin
  return parts is not null and coalesce(parts[3]::int <= 255, true) and exists (
    select from public.sessions s
    join private.capabilities c on c.session_id = s.id
    where s.id = parts[1]::uuid and s.state = 'recording' and c.hash = private.hash(parts[2])
      and s.purposes && private.standing_purposes(s.contributor_id)
      and private.key_may_deliver(s.recorder_key_id)
      and case when parts[5] is not null then private.has_room_for_sheet(parts[1] || '/' || parts[2])
        else parts[4]::int <= 1000 + coalesce((select max(k.seq) from public.chunks k where k.session_id = s.id and k.tab = parts[3]::int), -1) end);
end $$;

-- Whoever may read a chunk may read its keyframe and the sheets that refers to.
create or replace function private.may_read_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  the_session uuid;
  sheet text[] := regexp_match(object_name, '^(.*/)([0-9a-f]{64})\.css\.gz$');
begin
  if object_name !~ '^[0-9a-f-]{36}/' then
    return false;
  end if;
  the_session := split_part(object_name, '/', 1)::uuid;
  return private.reads_session(the_session)
    and exists (
      select from public.chunks c
      where c.session_id = the_session and (object_name in (c.path, c.keyframe_path)
        or sheet[2] = any (c.keyframe_sheets) and starts_with(c.keyframe_path, sheet[1])))
    and exists (
      select from public.access_log l
      where l.session_id = the_session and l.actor_id = (select auth.uid()) and l.act = 'open'
        and l.at > now() - interval '12 hours');
exception when invalid_text_representation then
  return false;
end $$;
