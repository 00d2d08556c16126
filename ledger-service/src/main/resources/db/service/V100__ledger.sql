-- The one tree. Whoever adds leaves locks this row first, so leaves have one order and no gap.
create table tree (
    one  boolean primary key default true check (one),
    size bigint  not null check (size >= 0)
);
insert into tree (size) values (0);

-- What anybody may see of a fact or file: two digests under a random id.
create table leaf (
    index  bigint primary key check (index >= 0),
    id     text not null unique,
    sha256 text not null,
    sm3    text not null
);

-- Perfect subtrees (RFC 6962); level 0 are the leaf hashes. Written once, never changed.
create table node (
    level int    not null,
    index bigint not null,
    hash  bytea  not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- Every tree head that was signed.
create table checkpoint (
    size      bigint primary key,
    note      text        not null,
    signed_at timestamptz not null
);

-- The log's key; its secret half is wrapped by the key port.
create table signing_key (
    one        boolean primary key default true check (one),
    origin     text        not null,
    public_key bytea       not null,
    secret     bytea       not null,
    created_at timestamptz not null
);

-- Facts as they came: exact bytes, all headers, and what the ledger made of them without interpreting the body.
create table received (
    id          bigint generated always as identity primary key,
    fact_id     uuid        not null,
    case_id     uuid        not null,
    source      text        not null,
    sequence    bigint      not null,
    kind        text        not null,
    type        text        not null,
    audience    text        not null,
    headers     text        not null,
    body        bytea       not null,
    sha256      text        not null,
    sm3         text        not null,
    flaws       text        not null,
    told_at     timestamptz,
    received_at timestamptz not null,
    leaf        bigint unique references leaf,
    unique (fact_id, sha256),
    check (leaf is not null or kind = 'OPERATION')
);
create index received_case on received (case_id, leaf);
create index received_sequence on received (case_id, source, sequence);

-- Files that facts carry: one leaf for the same bytes within a case.
create table file (
    case_id     uuid        not null,
    sha256      text        not null,
    sm3         text        not null,
    file_id     text        not null,
    size        bigint      not null,
    received_at timestamptz not null,
    leaf        bigint      not null unique references leaf,
    primary key (case_id, sha256)
);
create index file_case on file (case_id, leaf);
create index file_digest on file (sha256, leaf);

-- Which facts carry which file: who may see the fact may see the file's leaf.
create table mention (
    fact_id uuid not null,
    case_id uuid not null,
    sha256  text not null,
    primary key (fact_id, case_id, sha256)
);
create index mention_file on mention (case_id, sha256);
