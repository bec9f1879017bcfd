-- Sealed minutes: frozen versions, changes that the chair agrees to, signatures. Basis: Nghị định 30/2020/NĐ-CP, mẫu 1.9.

-- JSON with sorted keys and no blanks, the same text as `canonicalJson` of the domain makes.
create function canonical_json(value jsonb) returns text language sql immutable parallel safe as $$
  select case jsonb_typeof(value)
    when 'object' then '{' || coalesce((
      select string_agg(to_json(key)::text || ':' || canonical_json(item), ',' order by key collate "C")
      from jsonb_each(value) as entry (key, item)), '') || '}'
    when 'array' then '[' || coalesce((
      select string_agg(canonical_json(item), ',' order by place)
      from jsonb_array_elements(value) with ordinality as entry (item, place)), '') || ']'
    else value::text
  end
$$;

-- The minutes as they were closed, or closed anew after a change; each freezing adds one.
create table minutes_versions (
  minutes_version_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  version integer not null check (version > 0),
  -- The composed paper as data, who was present on both sides, and each finding with the revision that the paper tells.
  paper jsonb not null,
  present jsonb not null,
  findings jsonb not null,
  -- SHA-256 in hex over the canonical JSON of the above with inspection, version and reason.
  fingerprint text not null,
  frozen_at timestamptz not null,
  frozen_by uuid not null references people,
  -- Why it was written anew, and who proposed it; the one who froze it then is the one who agreed. Empty for the first.
  reason text not null default '',
  proposed_by uuid references people,
  -- The issued document of this version.
  document_id uuid,
  constraint one_row_per_minutes_version unique (inspection_id, version)
);

-- A change of closed minutes: proposed by the secretary, agreed to or declined by the chair.
create table minutes_changes (
  change_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  on_version integer not null,
  state text not null default 'proposed' check (state in ('proposed', 'agreed', 'declined', 'withdrawn')),
  reason text not null check (reason <> ''),
  content jsonb not null,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  decided_by uuid references people,
  decided_at timestamptz,
  decision_reason text not null default '',
  constraint decided_has_its_word check ((state = 'proposed') = (decided_at is null))
);
create unique index one_minutes_change_at_a_time on minutes_changes (inspection_id) where state = 'proposed';

-- Who signed which version, how, and over which fingerprint; or that they would not and why.
create table minutes_signatures (
  signature_id uuid primary key default gen_random_uuid(),
  minutes_version_id uuid not null references minutes_versions on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  side text not null check (side in ('secretary', 'chair', 'unit')),
  way text not null check (way in ('drawn', 'paper', 'refused')),
  name text not null check (name <> ''),
  post text not null default '',
  fingerprint text not null,
  -- The drawing, kept among the files by its hash; the attachment that shows the signed paper.
  picture_sha256 text,
  attachment_id uuid,
  reason text not null default '',
  -- Whose account it was done with.
  signed_by uuid not null references people,
  signed_at timestamptz not null,
  constraint a_drawing_has_its_picture check ((way = 'drawn') = (picture_sha256 is not null)),
  constraint a_paper_has_its_scan check ((way = 'paper') = (attachment_id is not null)),
  constraint a_refusal_has_its_reason check (way <> 'refused' or reason <> ''),
  constraint one_word_per_side unique (minutes_version_id, side)
);

create function keep_minutes() returns trigger language plpgsql as $$
begin
  -- It goes only together with its whole inspection: then the deletion comes from the reference and not from a statement of its own.
  if tg_op = 'DELETE' and pg_trigger_depth() > 1 then return old; end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger minutes_versions_append_only before update or delete on minutes_versions
  for each row execute function keep_minutes();
create trigger minutes_signatures_append_only before update or delete on minutes_signatures
  for each row execute function keep_minutes();

-- Minutes that were closed before versions were kept become version 1: nothing in them can have changed since.
insert into minutes_versions (inspection_id, version, paper, present, findings, fingerprint, frozen_at, frozen_by, document_id)
select d.inspection_id, 1, d.paper, coalesce(p.present, '[]'), coalesce(f.findings, '[]'),
  encode(sha256(convert_to(canonical_json(jsonb_build_object('inspectionId', d.inspection_id, 'version', 1, 'reason', '',
    'paper', d.paper, 'present', coalesce(p.present, '[]'), 'findings', coalesce(f.findings, '[]'))), 'UTF8')), 'hex'),
  d.issued_at, d.issued_by, d.document_id
from documents d
join visits v using (inspection_id)
left join lateral (
  select jsonb_agg(entry order by place) as present from jsonb_array_elements(v.attendance) with ordinality as a (entry, place)
  where (entry ->> 'present')::boolean
) p on true
left join lateral (
  select jsonb_agg(jsonb_build_object('findingId', finding_id, 'revision', revision) order by recorded_at, finding_id) as findings
  from findings where findings.inspection_id = d.inspection_id
) f on true
where d.kind = 'minutes' and d.state = 'issued' and v.state = 'closed';

-- The version that a conclusion rests on; null where it was drafted before versions were kept.
alter table conclusions add column minutes_version integer;
update conclusions c set minutes_version = 1
where exists (select from minutes_versions v where v.inspection_id = c.inspection_id);

-- Scans of the signed paper hang on a version.
alter table attachments drop constraint attachments_owner_kind_check;
alter table attachments add constraint attachments_owner_kind_check
  check (owner_kind in ('self-report', 'document-request', 'remedy', 'finding', 'minutes'));

create or replace function no_row_keeps(the_sha256 text) returns boolean
language sql stable security definer set search_path = public as $$
  select not exists (select from attachments a where (a.sha256 = the_sha256 or a.preview_sha256 = the_sha256) and a.state <> 'infected')
    and not exists (select from files f where f.sha256 = the_sha256)
    and not exists (select from documents d where d.sha256 = the_sha256)
    and not exists (select from minutes_signatures s where s.picture_sha256 = the_sha256)
$$;

do $$
declare child text;
begin
  foreach child in array array['minutes_versions', 'minutes_changes', 'minutes_signatures'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
end $$;

grant select, insert on minutes_versions, minutes_signatures to cchc_app;
revoke update, delete, truncate on minutes_versions, minutes_signatures from cchc_app;
grant select, insert, update on minutes_changes to cchc_app;
revoke delete, truncate on minutes_changes from cchc_app;
