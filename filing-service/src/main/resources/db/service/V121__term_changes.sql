-- What was asked to change a case's term of enforcement and what became of it (rule K4). What terms are computed from stands
-- in columns, the rest is sealed.
create table term_change (
    id           uuid primary key,
    seq          bigint generated always as identity,
    filing_id    uuid not null,
    state        text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED')),
    prolonged_by text check (prolonged_by in ('PRESIDENT', 'HIGH_COURT')),
    months       int check (months > 0),
    ground       text,
    first_day    date,
    last_day     date check (last_day >= first_day),
    body         text not null,
    check ((prolonged_by is null) = (months is null) and (ground is null) = (first_day is null)),
    check ((prolonged_by is null) <> (ground is null))
);
create unique index term_change_waiting on term_change (filing_id) where state = 'REQUESTED';
create index term_change_of on term_change (filing_id, seq);

-- The day up to which a term was computed that stands still: it moves on each day.
alter table deadline add column stands_on date;
create index deadline_standing on deadline (stands_on) where state = 'RUNNING' and stands_on is not null;

alter table deadline_history drop constraint deadline_history_why_check;
alter table deadline_history add check (why in ('CALENDAR', 'EXTENSION', 'PROLONGATION', 'EXCLUSION', 'RESUMPTION'));
