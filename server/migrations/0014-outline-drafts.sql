-- Versions of the outline: drafts that are edited, publishing, retiring. Basis: QĐ 2251/QĐ-UBND, mục IV.3, Phụ lục I.

alter table outline_versions
  add column revision integer not null default 0,
  -- How the version began: with the product, read from a decision, empty, from another version, from a file.
  add column origin text not null default 'shipped' check (origin in ('shipped', 'decision', 'blank', 'version', 'paper')),
  add column based_on uuid references outline_versions on delete set null,
  add column source_file_id uuid references files,
  add column source_file_name text,
  add column saved_at timestamptz,
  add column saved_by uuid references people on delete set null,
  add column published_at timestamptz,
  add column published_by uuid references people on delete set null,
  add column retired_at timestamptz,
  add column retired_by uuid references people on delete set null;
create index outline_versions_by_base on outline_versions (based_on);

-- Reports hang on a version and say what was asked, so that what was published stands for good: whatever is wrong with it is
-- mended in a later version. A version goes from draft to published to retired and never back. Several published versions may
-- stand for one year, because a season that runs keeps the one it began with while its successor is already published.
create function keep_published_outline() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'a published outline is never deleted'
        using errcode = 'integrity_constraint_violation', constraint = 'published_outline_stands';
    end if;
    return old;
  end if;
  if old.state <> 'draft' and (
    (new.content, new.title, new.year, new.origin, new.published_at) is distinct from
    (old.content, old.title, old.year, old.origin, old.published_at)
    or new.state = 'draft' or (old.state = 'retired' and new.state <> 'retired')
  ) then
    raise exception 'a published outline never changes'
      using errcode = 'integrity_constraint_violation', constraint = 'published_outline_stands';
  end if;
  return new;
end $$;
create trigger published_outline_stands before update or delete on outline_versions
  for each row execute function keep_published_outline();
