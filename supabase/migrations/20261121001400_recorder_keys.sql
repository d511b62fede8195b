-- Recorder keys, and the terms a recorder learns by one before it may ask anybody anything.

alter table public.recorder_keys
  add constraint recorder_keys_name_check check (length(btrim(name)) between 1 and 120) not valid,
  add constraint recorder_keys_sites_limit check (cardinality(sites) <= 50) not valid;
alter table public.sessions
  add column recorder_key_id uuid references public.recorder_keys (id),
  add constraint sessions_recorded_by_key check (origin = 'recorder' or recorder_key_id is null);
create index sessions_by_recorder_key on public.sessions (recorder_key_id);

-- A site is an origin as browsers write it. Without encryption only where the way is short: this
-- machine, private addresses, and names that no public server can have.
create function private.is_site(site text) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(length(site) <= 260
    and site ~ '^https?://(\[[0-9a-f:]+\]|[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:[1-9][0-9]{0,4})?$'
    and site !~ '(^https:.*:443|^http:.*:80|\.\..*)$'
    and (site like 'https:%' or site ~ ('^http://('
      || '([a-z0-9.-]+\.)?localhost|[a-z0-9-]*[a-z][a-z0-9-]*|[a-z0-9.-]+\.(local|lan|internal|intranet|home\.arpa|test)|'
      || '127\.[0-9.]+|10\.[0-9.]+|192\.168\.[0-9.]+|172\.(1[6-9]|2[0-9]|3[01])\.[0-9.]+|169\.254\.[0-9.]+|'
      || '\[::1\]|\[f[cd][0-9a-f:]+\]|\[fe80[0-9a-f:]+\])(:[0-9]+)?$')), false)
$$;

create function public.create_recorder_key(p_project uuid, p_name text, p_sites text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  made text := 'ttr_' || private.random_secret();
  odd text;
begin
  perform private.require_role(p_project, array['admin'], 'make recorder keys');
  if length(btrim(coalesce(p_name, ''))) not between 1 and 120 then
    perform private.refuse(422, 'A recorder key has a name of 1 to 120 characters.');
  elsif coalesce(cardinality(p_sites), 0) not between 1 and 50 then
    perform private.refuse(422, 'Name 1 to 50 sites that may be recorded with this key.');
  end if;
  select site into odd from unnest(p_sites) site where not private.is_site(site) limit 1;
  if odd is not null or array_position(p_sites, null) is not null then
    perform private.refuse(422, format('"%s" is not a site. Write it like https://desk.example, without a path; http only for this machine and private networks.', left(odd, 100)));
  end if;
  insert into public.recorder_keys (project_id, name, key_hash, sites)
  values (p_project, btrim(p_name), private.hash(made), array(select distinct site from unnest(p_sites) site order by site));
  return made;
end $$;
grant execute on function public.create_recorder_key(uuid, text, text[]) to authenticated;

create function public.revoke_recorder_key(p_key uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare k public.recorder_keys;
begin
  perform private.require_sign_in();
  select * into k from public.recorder_keys where id = p_key;
  if k.id is null or not private.has_role(k.project_id, array['admin']) then
    perform private.refuse(404, 'There is no such recorder key, or it is not yours to revoke.');
  end if;
  update public.recorder_keys set revoked_at = now() where id = p_key and revoked_at is null;
end $$;
grant execute on function public.revoke_recorder_key(uuid) to authenticated;

create function private.live_key(recorder_key text, site text) returns public.recorder_keys
language plpgsql stable security definer set search_path = '' as $$
declare k public.recorder_keys;
begin
  select * into k from public.recorder_keys where key_hash = private.hash(recorder_key);
  if k.id is null or k.revoked_at is not null then
    perform private.refuse(403, 'This recorder key is unknown or revoked. Ask the project''s admin for a new one.');
  elsif not coalesce(site = any (k.sites), false) then
    perform private.refuse(403, format('The site %s is not on the list of sites this recorder key may record.', left(site, 200)));
  end if;
  return k;
end $$;

create function private.newest_notice(in_project uuid) returns public.consent_notices
language sql stable security definer set search_path = '' as $$
  select n from public.consent_notices n where n.project_id = in_project order by n.version desc limit 1
$$;
create function private.newest_policy(in_project uuid) returns public.capture_policies
language sql stable security definer set search_path = '' as $$
  select p from public.capture_policies p where p.project_id = in_project order by p.version desc limit 1
$$;

-- What a person is told before they answer, and what binds the recorder.
create function public.recorder_terms(p_recorder_key text, p_site text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  k public.recorder_keys := private.live_key(p_recorder_key, p_site);
  n public.consent_notices := private.newest_notice(k.project_id);
  rules public.capture_policies := private.newest_policy(k.project_id);
  p public.projects;
begin
  if n.id is null then
    perform private.refuse(409, 'This project has no consent notice yet. Publish one, then record.');
  end if;
  select * into p from public.projects where id = k.project_id;
  return jsonb_build_object(
    'project', p.name,
    'notice', jsonb_build_object('version', n.version, 'text', n.text, 'purposes', n.purposes),
    'policy', jsonb_build_object('version', rules.version, 'sha256', rules.sha256, 'rules', rules.rules),
    'sites', k.sites,
    'preview_hours', p.preview_hours);
end $$;
grant execute on function public.recorder_terms(text, text) to anon, authenticated;
