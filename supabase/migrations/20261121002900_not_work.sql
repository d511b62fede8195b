-- Stretches that an annotator marked as not work are blank to whoever comes after: nothing typed, done
-- or visited in them is told, chunks that lie wholly inside are neither listed nor read, and no release
-- holds any of it. The contributor sees all, and the annotator what they marked themselves.

-- What is marked in a session, by anyone.
create function private.not_work_in(the_session uuid) returns nummultirange
language sql stable security definer set search_path = '' as $$
  select coalesce(range_agg(numrange(n.starts_ms, n.ends_ms)), '{}') from public.not_work n where n.session_id = the_session
$$;

-- What of it is blank to the person who asks.
create function private.blanked_in(the_session uuid) returns nummultirange
language sql stable security definer set search_path = '' as $$
  select coalesce(range_agg(numrange(n.starts_ms, n.ends_ms)), '{}')
  from public.not_work n
  join public.annotations a on a.id = n.annotation_id
  join public.sessions s on s.id = n.session_id
  where n.session_id = the_session and a.annotator_id is distinct from (select auth.uid())
    and not private.is_contributor(s.contributor_id)
$$;

-- Null where it tells no times, so that it is taken for blank.
create function private.span_of(told jsonb) returns numrange
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(told -> 'startsMs') = 'number' and jsonb_typeof(told -> 'endsMs') = 'number'
    then case when (told ->> 'endsMs')::numeric > (told ->> 'startsMs')::numeric
      then numrange((told ->> 'startsMs')::numeric, (told ->> 'endsMs')::numeric)
      else numrange((told ->> 'startsMs')::numeric, (told ->> 'startsMs')::numeric, '[]') end end
$$;

create function private.instant_of(told jsonb) returns numeric
language sql immutable set search_path = '' as $$
  select case when jsonb_typeof(told -> 'atMs') = 'number' then (told ->> 'atMs')::numeric end
$$;

-- The parts of visits that lie outside, each a visit of its own.
create function private.blank_pages(pages jsonb, blank nummultirange) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(
    (case when jsonb_typeof(p.value -> 'shownMs') = 'number' and part @> (p.value ->> 'shownMs')::numeric
      then p.value else p.value - 'shownMs' end)
      || jsonb_build_object('startsMs', lower(part), 'endsMs', upper(part))
    order by p.ordinality, part), '[]')
  from jsonb_array_elements(pages) with ordinality p
  cross join lateral unnest(nummultirange(private.span_of(p.value)) - blank) part
$$;

-- A track, or an outline, without what lies in `blank`. An act right before it does not tell which page
-- it led to.
create function private.blank_track(track jsonb, blank nummultirange) returns jsonb
language sql immutable set search_path = '' as $$
  select case when isempty(blank) then track else track
    || jsonb_build_object('pages', private.blank_pages(coalesce(track -> 'pages', '[]'), blank))
    || case when track ? 'keystrokes' then jsonb_build_object('keystrokes', coalesce((
      select jsonb_agg(k.value order by k.ordinality) from jsonb_array_elements(track -> 'keystrokes') with ordinality k
      where not blank @> private.instant_of(k.value)), '[]')) else '{}' end
    || case when track ? 'textInputs' then jsonb_build_object('textInputs', coalesce((
      select jsonb_agg(t.value order by t.ordinality) from jsonb_array_elements(track -> 'textInputs') with ordinality t
      where not blank @> private.instant_of(t.value)), '[]')) else '{}' end
    || case when track ? 'actions' then jsonb_build_object('actions', coalesce((
      select jsonb_agg(
        case when blank && numrange(upper(private.span_of(a.value)), upper(private.span_of(a.value)) + 5000, '[]')
          then a.value - 'leadsTo' else a.value end
        order by a.ordinality)
      from jsonb_array_elements(track -> 'actions') with ordinality a
      where not blank && private.span_of(a.value)), '[]')) else '{}' end
    || jsonb_build_object('gaps', coalesce((
      select jsonb_agg(g.value order by g.ordinality) from jsonb_array_elements(track -> 'gaps') with ordinality g
      where not blank @> private.span_of(g.value) or g.value ->> 'reason' = 'clock-jump'), '[]'))
    || jsonb_build_object('activity', coalesce((
      select jsonb_agg(
        case when blank && numrange(b.from_ms, b.from_ms + 1000) then '0' else n.value end order by n.ordinality)
      from jsonb_array_elements(track -> 'activity') with ordinality n
      cross join lateral (select (track ->> 'activityFromMs')::numeric + (n.ordinality - 1) * 1000 as from_ms) b), '[]'))
  end
$$;

create or replace function private.may_read_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  the_session uuid;
  blank nummultirange;
  sheet text[] := regexp_match(object_name, '^(.*/)([0-9a-f]{64})\.css\.gz$');
begin
  if object_name !~ '^[0-9a-f-]{36}/' then
    return false;
  end if;
  the_session := split_part(object_name, '/', 1)::uuid;
  blank := private.blanked_in(the_session);
  return private.reads_session(the_session)
    and exists (
      select from public.chunks c
      where c.session_id = the_session and (object_name in (c.path, c.keyframe_path)
          or sheet[2] = any (c.keyframe_sheets) and starts_with(c.keyframe_path, sheet[1]))
        and not blank @> numrange(c.starts_ms, c.ends_ms, '[]'))
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
  blank nummultirange;
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
  blank := private.blanked_in(s.id);
  return jsonb_build_object(
    'session', to_jsonb(s) || jsonb_build_object('contributor', (select pseudonym from public.contributors where id = s.contributor_id)),
    'chunks', coalesce((
      select jsonb_agg(jsonb_build_object(
        'tab', c.tab, 'seq', c.seq, 'starts_ms', c.starts_ms, 'ends_ms', c.ends_ms, 'events', c.events,
        'bytes', c.bytes, 'sha256', c.sha256, 'path', c.path,
        'outline', private.blank_track(c.outline, blank),
        'keyframe_path', c.keyframe_path, 'keyframe_bytes', c.keyframe_bytes,
        'keyframe_sha256', c.keyframe_sha256, 'keyframe_sheets', c.keyframe_sheets) order by c.tab, c.seq)
      from public.chunks c
      where c.session_id = s.id and not blank @> numrange(c.starts_ms, c.ends_ms, '[]')), '[]'),
    'not_work', coalesce((
      select jsonb_agg(jsonb_build_object('starts_ms', lower(part), 'ends_ms', upper(part)) order by part)
      from unnest(blank) part), '[]'));
end $$;

-- The whole tracks of `p_take` chunks after the first `p_skip`, in the order of the chunk list; in parts,
-- so that what is asked for meanwhile need not wait for a long session. Rests on the entry that opening
-- wrote, and writes none.
create or replace function public.session_tracks(p_session uuid, p_skip int default 0, p_take int default 1000) returns json
language plpgsql stable security definer set search_path = '' as $$
declare
  blank nummultirange;
begin
  perform private.require_sign_in();
  if not private.has_opened(p_session) then
    perform private.refuse(403, 'Open this session first; its keystrokes and actions are told to whoever did.');
  elsif exists (select from public.sessions s where s.id = p_session and s.state in ('discarded', 'withdrawn')) then
    perform private.refuse(410, 'The contributor has taken this session back.');
  elsif not private.reads_session(p_session) then
    perform private.refuse(404, 'There is no such session, or it is not yours to open.');
  end if;
  blank := private.blanked_in(p_session);
  return coalesce((
    select json_agg(private.blank_track(c.track, blank) order by c.tab, c.seq)
    from (
      select tab, seq, track from public.chunks
      where session_id = p_session and not blank @> numrange(starts_ms, ends_ms, '[]')
      order by tab, seq offset greatest(p_skip, 0) limit least(greatest(p_take, 0), 1000)) c), '[]');
end $$;

-- Starts a release and hands out what it is made of: each eligible task with the actions, pages and
-- hashes of its own span and nothing around it. Every session in it is written to the access log.
create or replace function public.start_release(p_project uuid, p_name text, p_purpose text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_role(p_project, array['consumer', 'admin'], 'build releases');
  hat text := case when private.has_role(p_project, array['consumer']) then 'consumer' else 'admin' end;
  made uuid;
  material jsonb;
  sid uuid;
begin
  if exists (select from public.releases where project_id = p_project and name = btrim(p_name) and state <> 'building') then
    perform private.refuse(409, format('A release named "%s" exists, and releases never change. Choose another name.', btrim(p_name)));
  end if;
  insert into public.releases (project_id, name, purpose, built_by) values (p_project, btrim(p_name), p_purpose, me) returning id into made;

  select coalesce(jsonb_agg(jsonb_build_object(
    'annotation_id', e.annotation_id,
    'revision', e.revision,
    'session_id', e.session_id,
    'contributor', (select c.pseudonym from public.contributors c where c.id = e.contributor_id),
    'annotator', private.pseudonym(p_project, e.annotator_id),
    'task', e.task,
    'intent', (select to_jsonb(i) from public.intents i where i.id = (e.task ->> 'intent_id')::uuid),
    'label_set_version', (select l.version from public.label_sets l where l.id = e.label_set_id),
    'reviews', (select jsonb_agg(jsonb_build_object('revision', v.revision, 'decision', v.decision, 'reviewer', private.pseudonym(p_project, v.reviewer_id)) order by v.revision)
      from public.reviews v where v.annotation_id = e.annotation_id),
    'consent', (
      select jsonb_build_object(
        'purposes', (select jsonb_agg(p order by p) from unnest(private.standing_purposes(e.contributor_id)) p where p = any (s1.purposes)),
        'notice_version', n.version)
      from public.sessions s1 join public.consent_notices n on n.id = s1.notice_id where s1.id = e.session_id),
    'format', (select s2.format from public.sessions s2 where s2.id = e.session_id),
    'viewport', (select s3.viewport from public.sessions s3 where s3.id = e.session_id),
    'actions', coalesce((
      select jsonb_agg(
        case when exists (
          select from public.chunks k2 cross join lateral jsonb_array_elements(k2.track -> 'pages') p2
          where k2.session_id = e.session_id and p2.value ->> 'url' = act.value ->> 'leadsTo'
            and (p2.value ->> 'startsMs')::numeric between (act.value ->> 'startsMs')::numeric and (e.task ->> 'ends_ms')::bigint
            and not private.not_work_in(e.session_id) @> (p2.value ->> 'startsMs')::numeric)
        then act.value else act.value - 'leadsTo' end
        order by (act.value ->> 'startsMs')::numeric, act.ordinality)
      from public.chunks k cross join lateral jsonb_array_elements(k.track -> 'actions') with ordinality act
      where k.session_id = e.session_id and k.ends_ms >= (e.task ->> 'starts_ms')::bigint
        and (act.value ->> 'startsMs')::numeric >= (e.task ->> 'starts_ms')::bigint
        and (act.value ->> 'endsMs')::numeric <= (e.task ->> 'ends_ms')::bigint
        and not private.not_work_in(e.session_id) && private.span_of(act.value)), '[]'),
    'pages', coalesce((
      select jsonb_agg(pg.value order by (pg.value ->> 'startsMs')::numeric)
      from public.chunks k
      cross join lateral jsonb_array_elements(private.blank_pages(k.track -> 'pages', private.not_work_in(e.session_id))) pg
      where k.session_id = e.session_id
        and (pg.value ->> 'startsMs')::numeric < (e.task ->> 'ends_ms')::bigint
        and (pg.value ->> 'endsMs')::numeric > (e.task ->> 'starts_ms')::bigint), '[]'),
    'source_sha256', coalesce((
      select jsonb_agg(k.sha256 order by k.tab, k.seq) from public.chunks k
      where k.session_id = e.session_id and k.starts_ms < (e.task ->> 'ends_ms')::bigint and k.ends_ms >= (e.task ->> 'starts_ms')::bigint), '[]'))
    order by e.session_id, (e.task ->> 'starts_ms')::bigint), '[]')
  into material
  from private.eligible_tasks(p_project, p_purpose) e where e.why_not is null;

  for sid in select distinct (m ->> 'session_id')::uuid from jsonb_array_elements(material) m loop
    perform private.log_access(sid, hat, 'export', p_purpose);
  end loop;
  return jsonb_build_object('release_id', made, 'material', material);
end $$;
