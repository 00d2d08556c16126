-- Announcements of public holidays imported by operations: the record; the files that all services read are made from it.
create table calendar_announcement (
    id          bigint generated always as identity primary key,
    year        int         not null,
    body        text        not null,
    sha256      text        not null,
    imported_by text        not null,
    imported_at timestamptz not null
);

-- Limits: rule and anchor are stored, the last day is derived by the calendar named (rule K2).
create table deadline (
    id          uuid primary key,
    seq         bigint generated always as identity,
    filing_id   uuid        not null,
    court       text        not null,
    rule        text        not null,
    rules       text        not null,
    anchor      date        not null,
    length      text        not null,
    due         date        not null,
    provisional boolean     not null,
    calendar    text        not null,
    state       text        not null check (state in ('RUNNING', 'MET', 'MISSED', 'CANCELLED')),
    extended_to date,
    started_at  timestamptz not null,
    ended_at    timestamptz check (ended_at >= started_at)
);
create unique index deadline_running on deadline (filing_id, rule) where state = 'RUNNING';
create index deadline_filing on deadline (filing_id, seq);
create index deadline_queue on deadline (court, rule, due, filing_id) where state = 'RUNNING';
create index deadline_calendar on deadline (calendar, id) where state = 'RUNNING';

-- What moved a last day.
create table deadline_history (
    id          bigint generated always as identity primary key,
    deadline_id uuid        not null references deadline (id),
    old_due     date        not null,
    new_due     date        not null,
    why         text        not null check (why in ('CALENDAR', 'EXTENSION')),
    at          timestamptz not null
);
create index deadline_history_of on deadline_history (deadline_id, id);

-- When a part of the platform last said that it is up.
create table heartbeat (
    part text primary key,
    at   timestamptz not null
);

-- Times in which the platform could not be used: evidence served on request (rule K5).
create table outage (
    id          uuid primary key,
    part        text        not null,
    began       timestamptz not null,
    ended       timestamptz not null,
    source      text        not null check (source in ('SELF', 'OPS')),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    note        text        not null,
    check (ended > began)
);
create index outage_time on outage (began, ended);
