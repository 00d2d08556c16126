-- Each complete walk of the audit over the log.
create table audit_pass (
    id          bigint generated always as identity primary key,
    started_at  timestamptz not null,
    finished_at timestamptz not null,
    size        bigint      not null,
    bytes       bigint      not null,
    findings    int         not null
);

-- What was found not to be as it was written; one row for as long as it is found.
create table audit_finding (
    spot       text        not null,
    item       text        not null,
    what       text        not null,
    found_at   timestamptz not null,
    seen_at    timestamptz not null,
    cleared_at timestamptz,
    primary key (spot, item, found_at)
);
create unique index audit_finding_open on audit_finding (spot, item) where cleared_at is null;
