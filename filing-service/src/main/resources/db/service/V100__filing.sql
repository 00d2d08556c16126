-- An application for enforcement: one row, locked while it changes.
create table filing (
    id           uuid primary key,
    version      bigint      not null,
    state        text        not null,
    owner        text        not null,
    court        text        not null default '',
    body         text        not null,
    updated_at   timestamptz not null
);
create index filing_owner on filing (owner, id);
create index filing_queue on filing (court, state, id);

-- Last serial per court, year and type: its row stays locked until the acceptance commits, so there are no gaps (rule RF4).
create table case_number (
    court text not null,
    year  int  not null,
    type  text not null,
    last  int  not null check (last > 0),
    primary key (court, year, type)
);

-- Which judge has which case.
create table assignment (
    case_id  uuid primary key,
    court    text not null,
    judge_id text not null
);
create index assignment_judge on assignment (court, judge_id);
