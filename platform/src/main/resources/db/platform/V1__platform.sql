-- What every service keeps to speak, to listen and to answer a command once.

-- Last sequence told per case. Every unit that tells a fact locks its case's row here, so outbox ids rise in commit order per case.
create table fact_sequence (
    case_id uuid primary key,
    last    bigint not null check (last > 0)
);

-- Facts to be told and told: the oldest unsent go first.
create table outbox (
    id       bigint generated always as identity (cache 1) primary key,
    fact_id  uuid        not null unique,
    case_id  uuid        not null,
    sequence bigint      not null,
    kind     text        not null,
    type     text        not null,
    body     text        not null,
    headers  text        not null,
    sent_at  timestamptz,
    unique (case_id, sequence)
);
create index outbox_unsent on outbox (id) where sent_at is null;

-- Facts heard and handled.
create table inbox (
    fact_id    uuid primary key,
    handled_at timestamptz not null default now()
);

-- Facts that could not be handled, and those behind them of the same case.
create table parked (
    id        bigint generated always as identity primary key,
    fact_id   uuid        not null unique,
    case_id   uuid        not null,
    body      text        not null,
    headers   text        not null,
    reason    text        not null,
    parked_at timestamptz not null default now()
);
create index parked_case on parked (case_id, id);

-- Commands answered: the same key answers the same again. Answers hold no protected values.
create table command_key (
    actor       text        not null,
    key         text        not null,
    request     text        not null,
    body_sha256 text        not null,
    status      int,
    answer      text,
    version     bigint,
    at          timestamptz not null default now(),
    primary key (actor, key)
);

-- Views of protected data already told this hour.
create table access_seen (
    actor     text not null,
    object    text not null,
    object_id text not null,
    hour      timestamptz not null,
    primary key (actor, object, object_id, hour)
);

-- Who belongs to which case, fed by facts.
create table membership (
    case_id  uuid not null,
    member   text not null,
    role     text not null,
    party_id text not null default '',
    court    text not null,
    primary key (case_id, member, role, party_id)
);
create index membership_member on membership (member, case_id);
