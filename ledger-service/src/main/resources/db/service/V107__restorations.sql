-- Each time the database was brought up again to what the world had been shown.
create table restoration (
    id          uuid        primary key,
    restored_at timestamptz not null,
    restored_by text        not null,
    statement   text        not null
);

-- Whom it was told to, and what they said.
create table restoration_told (
    id      uuid        not null references restoration,
    witness text        not null,
    answer  text        not null,
    told_at timestamptz not null,
    primary key (id, witness)
);

-- Leaves taken back from the tiles; the facts and files they belong to are heard again from the broker.
create table unclaimed (
    leaf   bigint primary key references leaf,
    sha256 text not null,
    sm3    text not null
);
create index unclaimed_digest on unclaimed (sha256);
