-- Reviews: a reviewer's decision on one revision, never on their own work.

create table public.reviews (
  id uuid primary key default gen_random_uuid(),
  annotation_id uuid not null,
  revision int not null,
  reviewer_id uuid not null references auth.users (id),
  decision text not null check (decision in ('approve', 'request changes', 'reject')),
  comment text not null default '' check (length(comment) <= 8000),
  decided_at timestamptz not null default now(),
  foreign key (annotation_id, revision) references public.annotation_revisions (annotation_id, revision) on delete cascade,
  unique (annotation_id, revision),
  check (decision = 'approve' or length(btrim(comment)) > 0)
);
comment on table public.reviews is 'A reviewer''s decision on one revision: approve, request changes, reject. Append-only.';
create index reviews_by_reviewer on public.reviews (reviewer_id);
create trigger reviews_append_only before update on public.reviews
  for each row execute function private.refuse_change();

create function private.refuse_own_review() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from public.annotations a where a.id = new.annotation_id and a.annotator_id = new.reviewer_id) then
    perform private.refuse(403, 'This is your own work; another reviewer decides on it.');
  end if;
  return new;
end $$;
create trigger reviews_never_by_the_annotator before insert on public.reviews
  for each row execute function private.refuse_own_review();

alter table public.reviews enable row level security;
create policy "reviews are seen with their annotation" on public.reviews for select to authenticated
  using ((select private.sees_annotation(annotation_id)));
grant select on public.reviews to authenticated;
grant all on public.reviews to service_role;

create function public.decide_review(p_annotation uuid, p_revision int, p_decision text, p_comment text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_sign_in();
  a public.annotations;
  s public.sessions;
  made uuid;
  next_status text;
begin
  select * into a from public.annotations where id = p_annotation and revision > 0 for update;
  select * into s from public.sessions where id = a.session_id and state = 'sealed';
  if s.id is null or not private.has_role(s.project_id, array['reviewer']) then
    perform private.refuse(404, 'There is no such submission, or it is not yours to review.');
  elsif exists (select from public.annotations mine where mine.session_id = s.id and mine.annotator_id = me)
    or private.is_contributor(s.contributor_id) then
    perform private.refuse(403, 'You labeled this session or were recorded in it, so another reviewer decides.');
  elsif a.revision <> p_revision then
    perform private.refuse(409, format('Revision %s was submitted meanwhile. Reload to review that one.', a.revision));
  elsif a.status <> 'submitted' then
    perform private.refuse(409, format('This revision is already %s.', a.status));
  elsif p_decision not in ('approve', 'request changes', 'reject') then
    perform private.refuse(422, 'Decide with approve, request changes or reject.');
  elsif p_decision <> 'approve' and btrim(coalesce(p_comment, '')) = '' then
    perform private.refuse(422, 'Say why: the annotator needs a comment to act on.');
  end if;
  next_status := case p_decision when 'approve' then 'approved' when 'reject' then 'rejected' else 'changes requested' end;
  insert into public.reviews (annotation_id, revision, reviewer_id, decision, comment)
  values (a.id, a.revision, me, p_decision, btrim(coalesce(p_comment, ''))) returning id into made;
  update public.annotations set status = next_status where id = a.id;
  update public.sessions set progress = next_status where id = s.id;
  if p_decision = 'request changes' then
    update public.assignments set state = 'held',
      leased_until = now() + make_interval(mins => (select lease_minutes from public.projects where id = s.project_id))
    where session_id = s.id and annotator_id = a.annotator_id;
  end if;
  perform private.log_access(s.id, 'reviewer', 'review');
  return made;
end $$;
grant execute on function public.decide_review(uuid, int, text, text) to authenticated;
