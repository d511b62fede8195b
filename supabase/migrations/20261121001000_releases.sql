-- Releases: immutable datasets of approved tasks, built for one purpose that consent covers.

create table public.releases (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  name text not null check (length(btrim(name)) between 1 and 120),
  purpose text not null check (purpose in ('training', 'evaluation', 'research')),
  state text not null default 'building' check (state in ('building', 'ready', 'revoked')),
  episodes int not null default 0 check (episodes >= 0),
  manifest_sha256 text check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  built_by uuid not null references auth.users (id),
  built_at timestamptz not null default now(),
  check (state <> 'ready' or manifest_sha256 is not null)
);
comment on table public.releases is 'An immutable, content-addressed version of a dataset of episodes.';
create index releases_by_project on public.releases (project_id, built_at);
create index releases_by_builder on public.releases (built_by);
create unique index releases_named_once on public.releases (project_id, name) where state <> 'building';

create table public.release_episodes (
  release_id uuid not null references public.releases (id) on delete cascade,
  annotation_id uuid not null,
  revision int not null,
  task_id uuid not null,
  session_id uuid not null references public.sessions (id),
  episode_sha256 text not null check (episode_sha256 ~ '^[0-9a-f]{64}$'),
  primary key (release_id, task_id),
  foreign key (annotation_id, revision) references public.annotation_revisions (annotation_id, revision)
);
comment on table public.release_episodes is 'Which approved task, in which revision, a release holds.';
create index release_episodes_by_session on public.release_episodes (session_id);
create index release_episodes_by_revision on public.release_episodes (annotation_id, revision);

create table public.downloads (
  id bigint generated always as identity primary key,
  release_id uuid not null references public.releases (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  at timestamptz not null default clock_timestamp()
);
comment on table public.downloads is 'Who downloaded which release when.';
create index downloads_by_release on public.downloads (release_id, user_id, at);
create index downloads_by_user on public.downloads (user_id);

create function private.uses_releases(release uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.releases r where r.id = release and private.has_role(r.project_id, array['consumer', 'admin']))
$$;
create function private.episode_in_my_session(of_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.sessions s where s.id = of_session and private.is_contributor(s.contributor_id))
$$;
grant execute on function private.uses_releases(uuid), private.episode_in_my_session(uuid) to authenticated;

alter table public.releases enable row level security;
alter table public.release_episodes enable row level security;
alter table public.downloads enable row level security;
create policy "members who use releases see them" on public.releases for select to authenticated
  using (project_id in (select private.my_projects(array['consumer', 'admin'])));
create policy "their users and the contributors concerned see what is in" on public.release_episodes for select to authenticated
  using ((select private.uses_releases(release_id)) or (select private.episode_in_my_session(session_id)));
create policy "admins and the person see downloads" on public.downloads for select to authenticated
  using (user_id = (select auth.uid())
    or exists (select from public.releases r where r.id = release_id and r.project_id in (select private.my_projects(array['admin']))));
grant select on public.releases, public.release_episodes, public.downloads to authenticated;
grant all on public.releases, public.release_episodes, public.downloads to service_role;

-- Approved tasks whose latest revision is approved and whose contributor's consent stands for the purpose.
create function private.eligible_tasks(in_project uuid, for_purpose text)
returns table (annotation_id uuid, revision int, session_id uuid, contributor_id uuid, annotator_id uuid, label_set_id uuid, task jsonb, why_not text)
language sql stable security definer set search_path = '' as $$
  select a.id, a.revision, s.id, s.contributor_id, a.annotator_id, a.label_set_id, t.value,
    case
      when s.state <> 'sealed' then 'the contributor has taken the session back'
      when not for_purpose = any (s.purposes) then format('the session was not recorded for %s', for_purpose)
      when not private.consent_stands(s.contributor_id, for_purpose) then format('consent for %s does not stand', for_purpose)
    end
  from public.annotations a
  join public.sessions s on s.id = a.session_id
  join public.annotation_revisions r on r.annotation_id = a.id and r.revision = a.revision
  cross join lateral jsonb_array_elements(r.tasks) t
  where s.project_id = in_project and a.status = 'approved'
$$;

-- What a release would hold and leave out, with the reasons. Shows counts, hands out nothing.
create function public.preview_release(p_project uuid, p_purpose text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare answer jsonb;
begin
  perform private.require_role(p_project, array['consumer', 'admin'], 'build releases');
  select jsonb_build_object(
    'included', coalesce((select count(*) from private.eligible_tasks(p_project, p_purpose) where why_not is null), 0),
    'sessions', coalesce((select count(distinct session_id) from private.eligible_tasks(p_project, p_purpose) where why_not is null), 0),
    'left_out', coalesce((
      select jsonb_agg(x) from (
        select e.session_id, count(*) as count, e.why_not as sentence
        from private.eligible_tasks(p_project, p_purpose) e where e.why_not is not null
        group by e.session_id, e.why_not order by e.session_id) x), '[]'))
  into answer;
  return answer;
end $$;
grant execute on function public.preview_release(uuid, text) to authenticated;

-- Starts a release and hands out what it is made of: each eligible task with the actions, pages and
-- hashes of its own span and nothing around it. Every session in it is written to the access log.
create function public.start_release(p_project uuid, p_name text, p_purpose text) returns jsonb
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
            and (p2.value ->> 'startsMs')::numeric between (act.value ->> 'startsMs')::numeric and (e.task ->> 'ends_ms')::bigint)
        then act.value else act.value - 'leadsTo' end
        order by (act.value ->> 'startsMs')::numeric, act.ordinality)
      from public.chunks k cross join lateral jsonb_array_elements(k.track -> 'actions') with ordinality act
      where k.session_id = e.session_id and k.ends_ms >= (e.task ->> 'starts_ms')::bigint
        and (act.value ->> 'startsMs')::numeric >= (e.task ->> 'starts_ms')::bigint
        and (act.value ->> 'endsMs')::numeric <= (e.task ->> 'ends_ms')::bigint), '[]'),
    'pages', coalesce((
      select jsonb_agg(pg.value order by (pg.value ->> 'startsMs')::numeric)
      from public.chunks k cross join lateral jsonb_array_elements(k.track -> 'pages') pg
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
grant execute on function public.start_release(uuid, text, text) to authenticated;

-- Makes a built release ready, once its files are stored. Refuses if consent changed meanwhile.
create function public.publish_release(p_release uuid, p_manifest_sha256 text, p_episodes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  r public.releases;
begin
  select * into r from public.releases where id = p_release and built_by = me for update;
  if r.id is null then
    perform private.refuse(404, 'There is no such release, or you are not its builder.');
  elsif r.state <> 'building' then
    if r.manifest_sha256 = p_manifest_sha256 then return; end if;
    perform private.refuse(409, 'This release is finished and never changes.');
  elsif exists (
    select from jsonb_to_recordset(p_episodes) x (annotation_id uuid, revision int, task_id uuid)
    where not exists (
      select from private.eligible_tasks(r.project_id, r.purpose) e
      where e.why_not is null and e.annotation_id = x.annotation_id and e.revision = x.revision
        and (e.task ->> 'id')::uuid = x.task_id)) then
    perform private.refuse(409, 'Consent or approval changed while this release was built. Build it again.');
  elsif not exists (select from storage.objects where bucket_id = 'releases' and name = p_release || '/manifest.json') then
    perform private.refuse(409, 'The files of this release are not stored yet.');
  end if;
  insert into public.release_episodes (release_id, annotation_id, revision, task_id, session_id, episode_sha256)
  select r.id, x.annotation_id, x.revision, x.task_id, x.session_id, x.episode_sha256
  from jsonb_to_recordset(p_episodes) x (annotation_id uuid, revision int, task_id uuid, session_id uuid, episode_sha256 text);
  update public.releases set state = 'ready', manifest_sha256 = p_manifest_sha256,
    episodes = jsonb_array_length(p_episodes), built_at = now() where id = r.id;
end $$;
grant execute on function public.publish_release(uuid, text, jsonb) to authenticated;

-- Must be called before the files of a release can be read: writes the download down first.
create function public.open_release(p_release uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  r public.releases;
  hat text;
  sid uuid;
begin
  select * into r from public.releases where id = p_release;
  if r.id is null or not private.has_role(r.project_id, array['consumer', 'admin']) then
    perform private.refuse(404, 'There is no such release, or it is not yours to download.');
  elsif r.state = 'revoked' then
    perform private.refuse(410, 'This release was revoked because a contributor withdrew. Build a new one without their episodes.');
  elsif r.state = 'building' then
    perform private.refuse(409, 'This release is not finished.');
  end if;
  hat := case when private.has_role(r.project_id, array['consumer']) then 'consumer' else 'admin' end;
  insert into public.downloads (release_id, user_id) values (r.id, me);
  for sid in select distinct session_id from public.release_episodes where release_id = r.id loop
    perform private.log_access(sid, hat, 'download', r.purpose);
  end loop;
end $$;
grant execute on function public.open_release(uuid) to authenticated;
