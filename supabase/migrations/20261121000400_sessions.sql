-- Sessions and their chunks, and who looked at them.

create table public.sessions (
  id uuid primary key default gen_random_uuid(),
  project_id uuid not null references public.projects (id) on delete cascade,
  contributor_id uuid not null references public.contributors (id),
  state text not null default 'recording' check (state in ('recording', 'sealed', 'discarded', 'withdrawn')),
  origin text not null check (origin in ('recorder', 'import')),
  purposes text[] not null check (cardinality(purposes) > 0),
  notice_id uuid not null references public.consent_notices (id),
  format int not null check (format > 0),
  title text not null default '',
  start_url text not null default '',
  started_at timestamptz not null,
  duration_ms bigint check (duration_ms >= 0),
  events bigint not null default 0 check (events >= 0),
  pages int not null default 0 check (pages >= 0),
  keystrokes int not null default 0 check (keystrokes >= 0),
  activity int[] not null default '{}' check (cardinality(activity) <= 60),
  viewport jsonb,
  gaps jsonb not null default '[]' check (jsonb_typeof(gaps) = 'array'),
  repairs jsonb not null default '[]' check (jsonb_typeof(repairs) = 'array'),
  source_sha256 text check (source_sha256 ~ '^[0-9a-f]{64}$'),
  started_by uuid references auth.users (id),
  progress text not null default 'new' check (progress in ('new', 'in progress', 'submitted', 'changes requested', 'approved', 'rejected')),
  queue_from timestamptz,
  added_at timestamptz not null default now(),
  sealed_at timestamptz,
  check ((state = 'sealed') <= (sealed_at is not null and duration_ms is not null)),
  check ((origin = 'import') = (source_sha256 is not null))
);
comment on table public.sessions is 'One recorded stretch of work of one contributor: one or more tabs, many pages.';
comment on column public.sessions.queue_from is 'When the contributor''s preview window ends; null while they have not let it go.';
create index sessions_by_project on public.sessions (project_id, added_at);
create index sessions_by_contributor on public.sessions (contributor_id);
create index sessions_by_notice on public.sessions (notice_id);
create index sessions_by_starter on public.sessions (started_by);
create unique index sessions_once_per_file on public.sessions (project_id, source_sha256)
  where state in ('recording', 'sealed');

create table private.capabilities (
  session_id uuid primary key references public.sessions (id) on delete cascade,
  hash text not null
);
comment on table private.capabilities is 'Hash of the upload capability of each session; the capability itself is nowhere stored.';
alter table private.capabilities enable row level security;

create table public.chunks (
  session_id uuid not null references public.sessions (id) on delete cascade,
  tab int not null check (tab between 0 and 999),
  seq int not null check (seq between 0 and 999999),
  starts_ms bigint not null check (starts_ms >= 0),
  ends_ms bigint not null check (ends_ms >= starts_ms),
  events int not null check (events > 0),
  bytes int not null check (bytes between 1 and 33554432),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  previous_sha256 text check (previous_sha256 ~ '^[0-9a-f]{64}$'),
  path text not null unique,
  track jsonb not null check (jsonb_typeof(track) = 'object'),
  committed_at timestamptz not null default now(),
  primary key (session_id, tab, seq),
  check ((seq = 0) = (previous_sha256 is null))
);
comment on table public.chunks is 'An immutable, append-only slice of a session''s rrweb events, with the track that the timeline draws.';

create table public.access_log (
  id bigint generated always as identity primary key,
  project_id uuid not null references public.projects (id) on delete cascade,
  session_id uuid not null references public.sessions (id) on delete cascade,
  contributor_id uuid not null references public.contributors (id) on delete cascade,
  actor_id uuid not null,
  role text not null,
  act text not null check (act in ('import', 'open', 'label', 'review', 'export', 'download', 'withdraw')),
  purpose text,
  reason text,
  at timestamptz not null default clock_timestamp(),
  previous_hash text,
  hash text not null
);
comment on table public.access_log is 'Who viewed, labeled or downloaded what, when, in which role. Append-only, each row chained to the one before it in its project.';
create index access_log_by_project on public.access_log (project_id, id);
create index access_log_by_session on public.access_log (session_id, actor_id, at);
create index access_log_by_contributor on public.access_log (contributor_id, id);
create trigger access_log_append_only before update on public.access_log
  for each row execute function private.refuse_change();

create function private.log_access(of_session uuid, in_role text, what text, for_purpose text default null, why text default null, by_whom uuid default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  s public.sessions;
  last_hash text;
  moment timestamptz := clock_timestamp();
  actor uuid := coalesce(by_whom, (select auth.uid()));
begin
  select * into s from public.sessions where id = of_session;
  perform pg_advisory_xact_lock(hashtextextended('access_log:' || s.project_id, 0));
  select hash into last_hash from public.access_log where project_id = s.project_id order by id desc limit 1;
  insert into public.access_log (project_id, session_id, contributor_id, actor_id, role, act, purpose, reason, at, previous_hash, hash)
  values (s.project_id, s.id, s.contributor_id, actor, in_role, what, for_purpose, why, moment, last_hash,
    private.hash(concat_ws('|', last_hash, s.id, actor, in_role, what, for_purpose, why, moment)));
end $$;

create function private.reads_session(the_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from public.sessions s
    where s.id = the_session and s.state = 'sealed' and (
      private.is_contributor(s.contributor_id)
      or private.has_role(s.project_id, array['admin'])
      or (s.queue_from <= now() and private.has_role(s.project_id, array['annotator', 'reviewer']))))
$$;
grant execute on function private.reads_session(uuid) to authenticated;

alter table public.sessions enable row level security;
alter table public.chunks enable row level security;
alter table public.access_log enable row level security;

create policy "people see sessions that are theirs to see" on public.sessions for select to authenticated
  using (
    contributor_id in (select private.my_contributors())
    or project_id in (select private.my_projects(array['admin']))
    or (state = 'sealed' and queue_from <= now() and project_id in (select private.my_projects(array['annotator', 'reviewer']))));
create policy "nobody reads chunks but through open_session" on public.chunks for select to authenticated
  using (false);
create policy "contributors see who looked, admins see all" on public.access_log for select to authenticated
  using (contributor_id in (select private.my_contributors()) or project_id in (select private.my_projects(array['admin'])));

grant select on public.sessions, public.chunks, public.access_log to authenticated;
grant all on public.sessions, public.chunks, public.access_log to service_role;
