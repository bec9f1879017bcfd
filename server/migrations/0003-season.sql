-- Campaign, team, inspections and everything that hangs on an inspection.

create table outline_versions (
  outline_version_id uuid primary key default gen_random_uuid(),
  title text not null,
  year integer not null,
  state text not null check (state in ('draft', 'published', 'retired')),
  content jsonb not null,
  created_at timestamptz not null default now()
);

create table campaigns (
  campaign_id uuid primary key default gen_random_uuid(),
  state text not null check (state in ('draft', 'issued', 'running', 'closed')),
  name text not null,
  year integer,
  number text,
  symbol text,
  issued_on date,
  period_from date,
  period_to date,
  data_from date,
  lead_working_days integer,
  conclusion_working_days integer,
  remedy_working_days integer,
  outline_version_id uuid references outline_versions,
  -- The reviewed plan (CampaignPlan), the proposal it came from, and the paper's lines.
  plan jsonb not null,
  proposal jsonb not null,
  lines jsonb not null,
  source_file_id uuid,
  source_file_name text,
  revision integer not null default 0,
  created_by uuid references people,
  created_at timestamptz not null default now(),
  constraint period_in_order check (period_to >= period_from)
);
create unique index one_campaign_per_decision on campaigns (number, symbol, issued_on) where state <> 'draft';
create unique index one_running_campaign_per_year on campaigns (year) where state = 'running';

create table campaign_units (
  campaign_id uuid not null references campaigns on delete cascade,
  unit_code text not null references units,
  position integer not null,
  primary key (campaign_id, unit_code)
);

create table campaign_fields (
  campaign_id uuid not null references campaigns on delete cascade,
  field_key text not null,
  name text not null,
  lead_agency_code text references units,
  position integer not null,
  primary key (campaign_id, field_key)
);

create table team_members (
  team_member_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  role text not null check (role in ('leader', 'standing-deputy', 'deputy', 'member', 'secretary')),
  agency_code text references units,
  person_id uuid references people,
  post text not null,
  field_keys text[] not null default '{}',
  position integer not null default 0
);
create unique index one_leader_per_team on team_members (campaign_id, role) where role in ('leader', 'standing-deputy');
create unique index one_seat_per_person on team_members (campaign_id, person_id) where person_id is not null;

create table inspections (
  inspection_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns,
  unit_code text not null references units,
  year integer not null,
  kind text not null check (kind in ('planned', 'unannounced', 'thematic')),
  state text not null,
  visit_on date,
  half_day text check (half_day in ('morning', 'afternoon')),
  team_group integer not null default 1,
  place text,
  lead_working_days integer not null,
  report_due_on date,
  revision integer not null default 0,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  constraint a_slot_is_whole check ((visit_on is null) = (half_day is null))
);
-- Planned and separate thematic visits only: an unannounced one must never be told by a constraint.
create unique index one_planned_inspection_per_unit_and_year on inspections (unit_code, year)
  where kind in ('planned', 'thematic') and state not in ('cancelled', 'merged');
create unique index one_visit_per_half_day on inspections (campaign_id, visit_on, half_day, team_group)
  where kind = 'planned' and state <> 'cancelled';
create index inspections_by_campaign on inspections (campaign_id);

-- Who is told of an unannounced inspection.
create table inspection_circle (
  inspection_id uuid not null references inspections on delete cascade,
  person_id uuid not null references people,
  primary key (inspection_id, person_id)
);

-- Whether the viewer has been told of an inspection; it runs as the owner so that the policies of inspections and of the
-- circle do not ask each other in a circle.
create function in_circle(the_inspection uuid) returns boolean
language sql stable security definer set search_path = public as $$
  select exists (select from inspection_circle c where c.inspection_id = the_inspection and c.person_id = viewer_id())
$$;

create table inspection_roster (
  inspection_id uuid not null references inspections on delete cascade,
  team_member_id uuid not null references team_members,
  field_keys text[] not null default '{}',
  position integer not null default 0,
  primary key (inspection_id, team_member_id)
);

create table deadline_changes (
  deadline_change_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null references inspections on delete cascade,
  at timestamptz not null,
  from_due date,
  to_due date not null,
  cause text not null
);
create index deadline_changes_by_inspection on deadline_changes (inspection_id, at);

create table files (
  file_id uuid primary key default gen_random_uuid(),
  sha256 text not null,
  name text not null,
  size bigint not null,
  media_type text not null,
  inspection_id uuid references inspections,
  uploaded_by uuid references people,
  uploaded_at timestamptz not null
);
create index files_by_inspection on files (inspection_id);

create table documents (
  document_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns,
  inspection_id uuid references inspections,
  kind text not null check (kind in ('schedule-notice', 'minutes', 'conclusion-notice', 'synthesis-report')),
  title text not null,
  -- The clerk's number and its symbol; minutes carry none.
  number text,
  symbol text,
  year integer not null,
  issued_on date not null,
  state text not null default 'issued' check (state in ('issued', 'replaced')),
  -- The paper as data (Paper), frozen at issue; file and screen are both drawn from it.
  paper jsonb not null,
  sha256 text,
  issued_by uuid not null references people,
  issued_at timestamptz not null
);
create unique index one_document_per_number_and_year on documents (symbol, year, number) where number is not null;
create index documents_by_campaign on documents (campaign_id, issued_at);
create index documents_by_inspection on documents (inspection_id, kind);

create table self_reports (
  self_report_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null unique references inspections on delete cascade,
  outline_version_id uuid not null references outline_versions,
  state text not null default 'not-started' check (state in ('not-started', 'drafting', 'with-head', 'sent', 'returned', 'accepted')),
  sent_at timestamptz,
  due_on_when_sent date,
  verdict text check (verdict in ('on-time', 'late')),
  days_late integer,
  fingerprint text,
  -- The outline's questions as they were asked, kept when the report is sent.
  outline_as_asked jsonb,
  progress double precision not null default 0
);

create table answers (
  self_report_id uuid not null references self_reports on delete cascade,
  item_key text not null,
  value jsonb,
  revision integer not null,
  saved_by uuid not null references people,
  saved_at timestamptz not null,
  primary key (self_report_id, item_key)
);

create table answer_versions (
  self_report_id uuid not null references self_reports on delete cascade,
  item_key text not null,
  revision integer not null,
  value jsonb,
  saved_by uuid not null references people,
  saved_at timestamptz not null,
  primary key (self_report_id, item_key, revision)
);

create table check_explanations (
  self_report_id uuid not null references self_reports on delete cascade,
  check_key text not null,
  text text not null,
  saved_by uuid not null references people,
  saved_at timestamptz not null,
  primary key (self_report_id, check_key)
);

create table self_report_remarks (
  remark_id uuid primary key default gen_random_uuid(),
  self_report_id uuid not null references self_reports on delete cascade,
  text text not null,
  made_by uuid not null references people,
  made_at timestamptz not null
);

create table visits (
  inspection_id uuid primary key references inspections on delete cascade,
  state text not null default 'open' check (state in ('open', 'closed')),
  started_at timestamptz not null,
  ended_at timestamptz,
  chair text not null default '',
  secretary text not null default '',
  exchange text not null default '',
  unit_opinion text not null default '',
  attendance jsonb not null default '[]',
  revision integer not null default 0
);

create table verified_figures (
  inspection_id uuid not null references inspections on delete cascade,
  item_key text not null,
  verified double precision,
  reason text not null default '',
  verified_by uuid not null references people,
  verified_at timestamptz not null,
  revision integer not null,
  primary key (inspection_id, item_key)
);

create table findings (
  finding_id uuid primary key,
  inspection_id uuid not null references inspections on delete cascade,
  field_key text not null,
  kind text not null check (kind in ('strength', 'good-practice', 'shortcoming', 'violation')),
  text text not null,
  cause text not null default '',
  responsible text not null default '',
  recorded_by uuid not null references people,
  recorded_at timestamptz not null,
  revision integer not null default 0
);
create index findings_by_inspection on findings (inspection_id, recorded_at);

create table conclusions (
  conclusion_id uuid primary key default gen_random_uuid(),
  inspection_id uuid not null unique references inspections on delete cascade,
  state text not null default 'drafting' check (state in ('drafting', 'under-review', 'issued', 'replaced')),
  content jsonb not null,
  due_on date not null,
  document_id uuid references documents,
  drafted_by uuid not null references people,
  drafted_at timestamptz not null,
  revision integer not null default 0
);

create table conclusion_remarks (
  remark_id uuid primary key default gen_random_uuid(),
  conclusion_id uuid not null references conclusions on delete cascade,
  text text not null,
  made_by uuid not null references people,
  made_at timestamptz not null,
  settled boolean not null default false,
  reply text not null default ''
);

create table recommendations (
  recommendation_id uuid primary key default gen_random_uuid(),
  conclusion_id uuid not null references conclusions on delete cascade,
  inspection_id uuid not null references inspections on delete cascade,
  finding_id uuid references findings on delete set null,
  field_key text not null,
  text text not null,
  addressee text not null,
  due_on date not null,
  proof_expected text not null default '',
  state text not null default 'open' check (state in ('open', 'remedied', 'verified', 'sent-back')),
  position integer not null default 0,
  revision integer not null default 0
);
create index recommendations_by_inspection on recommendations (inspection_id);

create table remedies (
  remedy_id uuid primary key default gen_random_uuid(),
  recommendation_id uuid not null references recommendations on delete cascade,
  text text not null,
  file_ids uuid[] not null default '{}',
  submitted_by uuid not null references people,
  submitted_at timestamptz not null,
  verdict text check (verdict in ('adequate', 'not-adequate')),
  verdict_reason text not null default '',
  verified_by uuid references people,
  verified_at timestamptz
);
create index remedies_by_recommendation on remedies (recommendation_id, submitted_at);

create table synthesis_narratives (
  campaign_id uuid primary key references campaigns on delete cascade,
  overview text not null default '',
  assessment text not null default '',
  proposals text not null default '',
  saved_by uuid references people,
  saved_at timestamptz,
  document_id uuid references documents,
  revision integer not null default 0
);

-- Second wall. The one rule of who may know an inspection: with no viewer named, nobody; a unit's people their own unit's
-- alone; an unannounced one its circle, and its unit once it has been opened on site.
alter table inspections enable row level security;
create policy known_inspection on inspections
  using (
    viewer_id() is not null
    and (viewer_unit() is null or unit_code = viewer_unit())
    and (
      kind <> 'unannounced'
      or (state in ('opened', 'visited', 'concluded', 'closed') and unit_code = viewer_unit())
      or in_circle(inspection_id)
    )
  )
  with check (viewer_id() is not null);

-- Whatever hangs on an inspection is seen where the inspection is. "in (select …)" is worked out once a statement, not once a row.
do $$
declare child text;
begin
  foreach child in array array['inspection_circle', 'inspection_roster', 'deadline_changes', 'self_reports', 'visits', 'verified_figures', 'findings', 'conclusions', 'recommendations'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (inspection_id in (select i.inspection_id from inspections i))', child);
  end loop;
  foreach child in array array['answers', 'answer_versions', 'check_explanations', 'self_report_remarks'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (self_report_id in (select r.self_report_id from self_reports r))', child);
  end loop;
  foreach child in array array['files', 'documents', 'audit_events'] loop
    execute format('alter table %I enable row level security', child);
    execute format('create policy known_inspection on %I using (viewer_id() is not null and (inspection_id is null or inspection_id in (select i.inspection_id from inspections i))) with check (true)', child);
  end loop;
end $$;
alter table conclusion_remarks enable row level security;
create policy known_inspection on conclusion_remarks using (conclusion_id in (select c.conclusion_id from conclusions c));
alter table remedies enable row level security;
create policy known_inspection on remedies using (recommendation_id in (select r.recommendation_id from recommendations r));

grant select, insert, update, delete on all tables in schema public to cchc_app;
revoke update, delete, truncate on audit_events, answer_versions, deadline_changes from cchc_app;
grant select, insert on audit_events, answer_versions, deadline_changes to cchc_app;
