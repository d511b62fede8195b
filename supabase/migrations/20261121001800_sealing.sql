-- Closing a recording: what a list shows of it is worked out from its chunks, and what never came is
-- named as a gap.

create index sessions_being_recorded on public.sessions (project_id) where state = 'recording';

-- A recorder's last word: { "chunks": { tab: how many it made }, "gaps": […], "viewport"? }.
create function private.check_head(head jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(head) is distinct from 'object' or jsonb_typeof(head -> 'chunks') is distinct from 'object' or exists (
    select from jsonb_each(head -> 'chunks') e
    where e.key !~ '^[0-9]{1,3}$' or e.value::text !~ '^(100000|[0-9]{1,5})$') then
    perform private.refuse(422, 'Say how many chunks each tab has, as {"chunks": {"0": 12}}.');
  elsif jsonb_typeof(coalesce(head -> 'gaps', '[]')) <> 'array' or jsonb_array_length(coalesce(head -> 'gaps', '[]')) > 10000
    or jsonb_path_exists(head, '$.gaps[*] ? (!(@.type() == "object"
      && @.startsMs.type() == "number" && @.endsMs.type() == "number" && @.startsMs >= 0 && @.endsMs >= @.startsMs
      && @.endsMs <= 2592000000 && (@.reason == "paused" || @.reason == "lost")))') then
    perform private.refuse(422, 'A recorder''s gaps have a start, an end within 30 days and a reason: paused or lost.');
  elsif head ? 'viewport' and not jsonb_path_exists(head, '$.viewport ? (@.type() == "object"
      && @.width.type() == "number" && @.height.type() == "number"
      && @.width > 0 && @.width <= 100000 && @.height > 0 && @.height <= 100000)') then
    perform private.refuse(422, 'A viewport has a width and a height.');
  end if;
end $$;

-- Where chunks are missing: before, between and after those of each tab that are there.
create function private.missing_chunks(the_session uuid, made jsonb, until_ms bigint) returns jsonb
language sql stable security definer set search_path = '' as $$
  with edges as (
    select c.tab, c.seq, c.starts_ms,
      lag(c.seq, 1, -1) over w as before_seq, lag(c.ends_ms, 1, 0::bigint) over w as before_ends
    from public.chunks c where c.session_id = the_session
    window w as (partition by c.tab order by c.seq)),
  missing as (
    select tab, before_ends as starts, starts_ms as ends from edges where seq <> before_seq + 1
    union all
    select m.key::int, coalesce(l.ends_ms, 0), until_ms
    from jsonb_each(made) m
    left join lateral (
      select c.seq, c.ends_ms from public.chunks c
      where c.session_id = the_session and c.tab = m.key::int order by c.seq desc limit 1) l on true
    where m.value::text::int > coalesce(l.seq, -1) + 1)
  select coalesce(jsonb_agg(jsonb_build_object(
    'startsMs', starts, 'endsMs', greatest(ends, starts + 1), 'reason', 'missing-chunk', 'tab', tab) order by starts, tab), '[]')
  from missing
$$;

create function private.activity_of(the_session uuid, duration bigint) returns int[]
language sql stable security definer set search_path = '' as $$
  with size as (
    select least(60, greatest(1, ceil(duration / 1000.0)))::int as stretches),
  counted as (
    select least(s.stretches - 1, floor(((c.track ->> 'activityFromMs')::numeric + (a.ordinality - 0.5) * 1000) * s.stretches / greatest(duration, 1)))::int as stretch,
      sum((a.value #>> '{}')::numeric) as events
    from size s, public.chunks c cross join lateral jsonb_array_elements(c.track -> 'activity') with ordinality a
    where c.session_id = the_session group by 1)
  select array_agg(least(coalesce(k.events, 0), 2147483647)::int order by i)
  from size s cross join lateral generate_series(0, s.stretches - 1) i left join counted k on k.stretch = i
$$;

-- `head` is null when the recorder never said its last word; then the end is named as lost.
create function private.close_recording(the_session uuid, head jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  told jsonb;
  missing jsonb;
  duration bigint;
begin
  select max(ends_ms) into duration from public.chunks where session_id = the_session;
  if duration is null then
    update public.sessions set state = 'discarded' where id = the_session;
    return;
  end if;
  if head is null then
    told := jsonb_build_array(jsonb_build_object('startsMs', duration, 'endsMs', duration + 1, 'reason', 'lost'));
  else
    select coalesce(jsonb_agg(jsonb_build_object('startsMs', g.value -> 'startsMs', 'endsMs', g.value -> 'endsMs', 'reason', g.value -> 'reason') order by g.ordinality), '[]')
    into told from jsonb_array_elements(coalesce(head -> 'gaps', '[]')) with ordinality g;
  end if;
  select greatest(duration, ceil(max((g.value ->> 'endsMs')::numeric))) into duration from jsonb_array_elements(told) g;
  missing := private.missing_chunks(the_session, coalesce(head -> 'chunks', '{}'), duration);
  select greatest(duration, max((g.value ->> 'endsMs')::bigint)) into duration from jsonb_array_elements(missing) g;

  with visits as (
    select c.tab, (p.value ->> 'startsMs')::numeric as starts, (p.value ->> 'endsMs')::numeric as ends,
      p.value ->> 'url' as url, p.value ->> 'title' as title
    from public.chunks c cross join lateral jsonb_array_elements(c.track -> 'pages') p
    where c.session_id = the_session),
  -- A visit is cut at the edge of a chunk; where it goes on it is not counted again.
  told_visits as (
    select *, url is distinct from lag(url) over w or starts > lag(ends) over w as is_new
    from visits window w as (partition by tab order by starts, ends))
  update public.sessions s set
    state = 'sealed', sealed_at = now(), duration_ms = duration, gaps = told || missing,
    events = c.events, keystrokes = least(c.keystrokes, 2147483647),
    pages = (select count(*) from told_visits where is_new),
    title = left(coalesce((select title from told_visits where title is not null order by starts, tab limit 1), ''), 500),
    start_url = left(coalesce((select url from told_visits order by starts, tab limit 1), ''), 2000),
    activity = private.activity_of(the_session, duration),
    viewport = case when head ? 'viewport' then jsonb_build_object('width', head #> '{viewport,width}', 'height', head #> '{viewport,height}') end,
    queue_from = now() + make_interval(hours => (select preview_hours from public.projects where id = s.project_id))
  from (
    select sum(k.events) as events, sum(jsonb_array_length(k.track -> 'keystrokes')) as keystrokes
    from public.chunks k where k.session_id = the_session) c
  where s.id = the_session;
end $$;

-- Recordings that nothing was added to for 72 hours are closed as they are.
create function private.seal_abandoned(in_project uuid default null) returns int
language plpgsql security definer set search_path = '' as $$
declare
  sid uuid;
  closed int := 0;
begin
  for sid in
    select s.id from public.sessions s
    where s.state = 'recording' and s.origin = 'recorder' and (in_project is null or s.project_id = in_project)
      and s.added_at < now() - interval '72 hours'
      and not exists (select from public.chunks c where c.session_id = s.id and c.committed_at >= now() - interval '72 hours')
    order by s.added_at limit 50
    for update of s skip locked
  loop
    perform private.close_recording(sid, null);
    closed := closed + 1;
  end loop;
  return closed;
end $$;

create or replace function public.seal_session(p_session uuid, p_capability text, p_head jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions := private.session_by_capability(p_session, p_capability);
  present int;
begin
  select count(*) into present from public.chunks where session_id = p_session;
  if s.state = 'sealed' or s.state = 'discarded' and s.origin = 'recorder' and present = 0 then
    return;
  end if;
  s := private.open_for_writing(p_session, p_capability);
  if s.origin = 'recorder' then
    perform private.check_head(p_head);
    perform private.close_recording(p_session, p_head);
    return;
  elsif present = 0 or present <> (p_head ->> 'chunks')::int then
    perform private.refuse(409, format('%s of %s chunks are committed; the session can''t be sealed yet.', present, p_head ->> 'chunks'));
  end if;
  update public.sessions set
    state = 'sealed', sealed_at = now(), queue_from = now(),
    duration_ms = (p_head ->> 'duration_ms')::bigint,
    events = (p_head ->> 'events')::bigint,
    pages = (p_head ->> 'pages')::int,
    keystrokes = (p_head ->> 'keystrokes')::int,
    title = left(coalesce(p_head ->> 'title', ''), 500),
    start_url = left(coalesce(p_head ->> 'start_url', ''), 2000),
    activity = coalesce((select array_agg(v::int order by i) from jsonb_array_elements_text(p_head -> 'activity') with ordinality a (v, i)), '{}'),
    viewport = p_head -> 'viewport',
    gaps = coalesce(p_head -> 'gaps', '[]') || private.missing_chunks(p_session, '{}', 0),
    repairs = coalesce(p_head -> 'repairs', '[]')
  where id = p_session;
  perform private.log_access(p_session, 'admin', 'import', by_whom => s.started_by);
end $$;

-- The queue looks for what was left behind before it says that nothing is free.
alter function public.claim_next_session(uuid) set schema private;
alter function private.claim_next_session(uuid) rename to next_session;
revoke execute on function private.next_session(uuid) from authenticated;
create function public.claim_next_session(p_project uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
begin
  perform private.require_role(p_project, array['annotator'], 'label sessions');
  perform private.seal_abandoned(p_project);
  return private.next_session(p_project);
end $$;
grant execute on function public.claim_next_session(uuid) to authenticated;
