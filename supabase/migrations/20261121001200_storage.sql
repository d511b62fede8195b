-- Buckets and who may touch their objects. Writers never read, readers never write.

insert into storage.buckets (id, name, public, file_size_limit)
values ('recordings', 'recordings', false, 33554432), ('releases', 'releases', false, 1073741824)
on conflict (id) do nothing;

-- recordings/{session}/{capability}/{tab}-{seq}.json.gz: whoever knows the capability of a session
-- that is still open and consented may write there, once.
create function private.may_write_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare parts text[] := string_to_array(object_name, '/');
begin
  if object_name !~ '^[0-9a-f-]{36}/[0-9a-f]{64}/[0-9]{1,3}-[0-9]{1,6}(\.key)?\.json\.gz$' then
    return false;
  end if;
  return exists (
    select from public.sessions s
    join private.capabilities c on c.session_id = s.id
    where s.id = parts[1]::uuid and s.state = 'recording' and c.hash = private.hash(parts[2])
      and s.purposes && private.standing_purposes(s.contributor_id));
end $$;

-- Supabase names the act it checks a policy for. An address signed for later would outlive a
-- withdrawal, so none is made.
create function private.signs_an_address() returns boolean
language sql stable set search_path = '' as $$
  select coalesce(current_setting('storage.operation', true), '') like '%sign%'
$$;
grant execute on function private.signs_an_address() to anon, authenticated;

-- A reader must have opened this session through open_session within the last twelve hours, in a
-- role that still may: so no read goes around the access log.
create function private.may_read_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare the_session uuid;
begin
  if object_name !~ '^[0-9a-f-]{36}/' then
    return false;
  end if;
  the_session := split_part(object_name, '/', 1)::uuid;
  return private.reads_session(the_session)
    and exists (
      select from public.chunks c where c.session_id = the_session and c.path = object_name)
    and exists (
      select from public.access_log l
      where l.session_id = the_session and l.actor_id = (select auth.uid()) and l.act = 'open'
        and l.at > now() - interval '12 hours');
exception when invalid_text_representation then
  return false;
end $$;

-- An import given up is deleted by whoever began it, what was withdrawn by the contributor. Deleting
-- takes the right to find the row, so the same people may still see it.
create function private.may_discard_recording(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if object_name !~ '^[0-9a-f-]{36}/' then
    return false;
  end if;
  return exists (
    select from public.sessions s
    where s.id = split_part(object_name, '/', 1)::uuid
      and ((s.state = 'discarded' and s.started_by = (select auth.uid()))
        or (s.state in ('discarded', 'withdrawn') and private.is_contributor(s.contributor_id))));
exception when invalid_text_representation then
  return false;
end $$;

create function private.may_write_release(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return object_name ~ '^[0-9a-f-]{36}/[A-Za-z0-9._-]{1,80}$' and exists (
    select from public.releases r
    where r.id = split_part(object_name, '/', 1)::uuid and r.state = 'building' and r.built_by = (select auth.uid())
      and private.has_role(r.project_id, array['consumer', 'admin']));
exception when invalid_text_representation then
  return false;
end $$;

create function private.may_read_release(object_name text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return object_name ~ '^[0-9a-f-]{36}/' and exists (
    select from public.releases r
    join public.downloads d on d.release_id = r.id and d.user_id = (select auth.uid()) and d.at > now() - interval '1 hour'
    where r.id = split_part(object_name, '/', 1)::uuid and r.state = 'ready'
      and private.has_role(r.project_id, array['consumer', 'admin']));
exception when invalid_text_representation then
  return false;
end $$;

grant execute on function private.may_write_recording(text) to anon, authenticated;
grant execute on function private.may_read_recording(text), private.may_discard_recording(text),
  private.may_write_release(text), private.may_read_release(text) to authenticated;

create policy "a capability writes its own session" on storage.objects for insert to anon, authenticated
  with check (bucket_id = 'recordings' and (select private.may_write_recording(name)));
create policy "readers who opened the session read it" on storage.objects for select to authenticated
  using (bucket_id = 'recordings' and not (select private.signs_an_address()) and (select private.may_read_recording(name)));
create policy "what was taken back is seen by whoever may delete it" on storage.objects for select to authenticated
  using (bucket_id = 'recordings' and not (select private.signs_an_address()) and (select private.may_discard_recording(name)));
create policy "what was taken back can be deleted" on storage.objects for delete to authenticated
  using (bucket_id = 'recordings' and (select private.may_discard_recording(name)));
create policy "builders write the files of their release" on storage.objects for insert to authenticated
  with check (bucket_id = 'releases' and (select private.may_write_release(name)));
create policy "whoever opened a release reads its files" on storage.objects for select to authenticated
  using (bucket_id = 'releases' and not (select private.signs_an_address()) and (select private.may_read_release(name)));
