-- What opening a session tells at once, and what follows: the outline of each chunk comes with the
-- chunk list, the whole tracks by `session_tracks`, to whoever opened the session.

alter table public.chunks
  add column outline jsonb not null generated always as (track - '{keystrokes,textInputs,actions}'::text[]) stored;
comment on column public.chunks.outline is 'The track without what was typed and done: pages, gaps and activity, which a first look needs.';

-- The one entry in the access log that all reading rests on.
create function private.has_opened(the_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.access_log l
    where l.session_id = the_session and l.actor_id = (select auth.uid()) and l.act = 'open'
      and l.at > now() - interval '12 hours')
$$;

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
    and private.has_opened(the_session);
exception when invalid_text_representation then
  return false;
end $$;

-- Opens a session in one role, and writes that into the contributor's access log in the same transaction.
create or replace function public.open_session(p_session uuid, p_role text, p_reason text default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  s public.sessions;
  allowed boolean;
begin
  select * into s from public.sessions where id = p_session;
  allowed := s.id is not null and case p_role
    when 'contributor' then private.is_contributor(s.contributor_id)
    when 'annotator' then private.has_role(s.project_id, array['annotator'])
    when 'reviewer' then private.has_role(s.project_id, array['reviewer'])
    when 'admin' then private.has_role(s.project_id, array['admin'])
    else false end;
  if not allowed then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  elsif s.state in ('discarded', 'withdrawn') then
    perform private.refuse(410, 'The contributor has taken this session back.');
  elsif s.state = 'recording' then
    perform private.refuse(409, 'This session is still being recorded. It can be opened once it is sealed.');
  elsif p_role in ('annotator', 'reviewer') and (s.queue_from is null or s.queue_from > now()) then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  elsif p_role = 'admin' and length(btrim(coalesce(p_reason, ''))) < 5 then
    perform private.refuse(422, 'Opening a session as admin needs a reason. The contributor will read it.');
  elsif p_role = 'reviewer' and not exists (
    select from public.annotations a where a.session_id = s.id and a.revision > 0 and a.annotator_id <> me) then
    perform private.refuse(403, 'There is nothing of someone else''s to review in this session yet.');
  elsif p_role = 'annotator' then
    perform private.take(s);
  end if;
  perform private.log_access(s.id, p_role, 'open', null, p_reason);
  return jsonb_build_object(
    'session', to_jsonb(s) || jsonb_build_object('contributor', (select pseudonym from public.contributors where id = s.contributor_id)),
    'chunks', coalesce((
      select jsonb_agg(jsonb_build_object(
        'tab', c.tab, 'seq', c.seq, 'starts_ms', c.starts_ms, 'ends_ms', c.ends_ms, 'events', c.events,
        'bytes', c.bytes, 'sha256', c.sha256, 'path', c.path, 'outline', c.outline,
        'keyframe_path', c.keyframe_path, 'keyframe_bytes', c.keyframe_bytes,
        'keyframe_sha256', c.keyframe_sha256, 'keyframe_sheets', c.keyframe_sheets) order by c.tab, c.seq)
      from public.chunks c where c.session_id = s.id), '[]'));
end $$;

-- The whole tracks of `p_take` chunks after the first `p_skip`, in the order of the chunk list; in parts,
-- so that what is asked for meanwhile need not wait for a long session. Rests on the entry that opening
-- wrote, and writes none.
create function public.session_tracks(p_session uuid, p_skip int default 0, p_take int default 1000) returns json
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.require_sign_in();
  if not private.has_opened(p_session) then
    perform private.refuse(403, 'Open this session first; its keystrokes and actions are told to whoever did.');
  elsif exists (select from public.sessions s where s.id = p_session and s.state in ('discarded', 'withdrawn')) then
    perform private.refuse(410, 'The contributor has taken this session back.');
  elsif not private.reads_session(p_session) then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  end if;
  return coalesce((
    select json_agg(c.track order by c.tab, c.seq)
    from (
      select tab, seq, track from public.chunks where session_id = p_session
      order by tab, seq offset greatest(p_skip, 0) limit least(greatest(p_take, 0), 1000)) c), '[]');
end $$;
grant execute on function public.session_tracks(uuid, int, int) to authenticated;
