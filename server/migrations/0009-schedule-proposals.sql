-- Automatic schedules that were asked for. They speak of planned inspections alone and may be read by the whole office.
create table schedule_proposals (
  schedule_proposal_id uuid primary key default gen_random_uuid(),
  campaign_id uuid not null references campaigns on delete cascade,
  asked_by uuid not null references people,
  asked_at timestamptz not null,
  -- ScheduleAsk, and the campaign's SchedulingSettings as they were.
  ask jsonb not null,
  settings jsonb not null,
  state text not null default 'queued'
    check (state in ('queued', 'solving', 'done', 'infeasible', 'failed', 'cancelled', 'accepted', 'discarded')),
  -- SolvingProgress while it is worked out; the last sign of life, by the database's own clock.
  progress jsonb,
  alive_at timestamptz not null default clock_timestamp(),
  -- ProposalResult.
  result jsonb,
  -- Why it was not worked out.
  problem text,
  revision integer not null default 0
);
create index schedule_proposals_by_campaign on schedule_proposals (campaign_id, asked_at desc);
create unique index one_schedule_under_way on schedule_proposals (campaign_id) where state in ('queued', 'solving');

-- What was proposed stays on record; a proposal thrown away is marked so.
revoke delete, truncate on schedule_proposals from cchc_app;
