-- Findings that a device brings in one sending are recorded at one instant and keep the order in which they were written.
-- Basis: QĐ 2251/QĐ-UBND, mục III.3.1 (the minutes say what was found); the order is this product's own.
alter table findings add column recorded_order bigint generated always as identity;
