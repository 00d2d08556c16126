-- A case as property control knows it. reserved is the running total of what is or may be frozen in it: whoever changes it
-- holds this row's lock, and the database itself lets it never rise above the claim (rule RP2).
create table matter (
    id       uuid primary key,
    claim    numeric(18, 2) not null check (claim >= 0),
    reserved numeric(18, 2) not null default 0,
    body     text           not null,
    constraint within_claim check (reserved >= 0 and reserved <= claim)
);

-- Requests to institutions, by their own numbers. next_at is when somebody may take it up (the database's own clock).
create table request (
    number        uuid primary key,
    case_id       uuid        not null,
    institution   text        not null,
    kind          text        not null,
    about         uuid        not null,
    respondent_id text        not null,
    state         text        not null,
    attempts      int         not null default 0,
    next_at       timestamptz not null default now(),
    fault         text,
    body          text        not null,
    answered_at   timestamptz
);
create index request_due on request (next_at) where state in ('OPEN', 'UNKNOWN', 'PROCESSING');
create index request_about on request (about);

-- Why answers to a request were thrown away: told once per request and reason.
create table refused_reply (
    number uuid not null references request,
    reason text not null,
    primary key (number, reason)
);

-- Who was asked about.
create table asset_query (
    id            uuid primary key,
    case_id       uuid        not null references matter,
    respondent_id text        not null,
    standing      boolean     not null,
    started_at    timestamptz not null
);
create index asset_query_case on asset_query (case_id, id);

-- What an institution reported in answer to a request; the description in body is sealed.
create table asset (
    number        uuid        not null references request,
    asset_id      text        not null,
    case_id       uuid        not null,
    respondent_id text        not null,
    institution   text        not null,
    answered_at   timestamptz not null,
    body          text        not null,
    primary key (number, asset_id)
);
create index asset_case on asset (case_id, respondent_id, institution, asset_id);

-- Rulings that freezes rest on, with the running total under each (rule RP8).
create table ruling (
    id            uuid primary key,
    case_id       uuid           not null references matter,
    most          numeric(18, 2) not null,
    reserved      numeric(18, 2) not null default 0,
    body          text           not null,
    constraint within_ruling check (reserved >= 0 and reserved <= most)
);
create index ruling_case on ruling (case_id, id);

-- Freezes; held is what each counts under the claim.
create table asset_freeze (
    id        uuid primary key,
    case_id   uuid           not null references matter,
    ruling_id uuid           not null references ruling,
    version   bigint         not null,
    state     text           not null,
    held      numeric(18, 2) not null check (held >= 0),
    body      text           not null
);
create index asset_freeze_case on asset_freeze (case_id, id);
