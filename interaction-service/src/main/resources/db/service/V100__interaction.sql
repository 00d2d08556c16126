-- The case's one room 一案一群: one row, locked while it changes and while a message is posted.
create table room (
    id          uuid primary key,
    version     bigint      not null,
    case_number text        not null,
    court       text        not null,
    opened_at   timestamptz not null,
    body        text        not null
);

-- What was said, once; the words and file names in body are sealed. Audience: party ids, comma-joined; empty is the court only.
create table message (
    id            uuid primary key,
    case_id       uuid        not null references room,
    sender        text        not null,
    sender_role   text        not null,
    posted_at     timestamptz not null,
    audience      text        not null,
    client_msg_id text,
    file_id       uuid,
    body          text        not null,
    unique (case_id, sender, client_msg_id)
);
create index message_file on message (file_id) where file_id is not null;

-- How far each reader's stream goes: each party is a reader, the court is one. Counting here keeps seq without gaps.
create table reader (
    case_id uuid        not null references room,
    reader  text        not null,
    last    bigint      not null check (last > 0),
    last_at timestamptz not null,
    primary key (case_id, reader)
);

-- Which message stands where in which reader's stream.
create table stream (
    case_id    uuid   not null,
    reader     text   not null,
    seq        bigint not null check (seq > 0),
    message_id uuid   not null references message,
    primary key (case_id, reader, seq),
    unique (message_id, reader)
);
