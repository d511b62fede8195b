-- The ground: schemas, extensions, and the rule that nothing is granted by default.

create schema if not exists extensions;
create schema if not exists private;
comment on schema private is 'Helpers of policies and functions. Not exposed by the API.';

create extension if not exists btree_gist with schema extensions;

revoke all on schema private from public;
grant usage on schema private, extensions to anon, authenticated, service_role;

alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges revoke execute on functions from public;

-- PostgREST turns an SQLSTATE of PTnnn into the HTTP status nnn, so every refusal of ours is a
-- sentence with a status: 403 forbidden, 404 missing, 409 conflict, 410 gone, 422 invalid.
create function private.refuse(status int, sentence text) returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = 'PT' || status, message = sentence;
end $$;

create function private.hash(secret text) returns text
language sql immutable strict set search_path = '' as $$
  select encode(sha256(convert_to(secret, 'UTF8')), 'hex')
$$;

create function private.random_secret() returns text
language sql volatile set search_path = '' as $$
  select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
$$;
