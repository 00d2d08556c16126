-- Keys this service signs with; the secret half is wrapped by the key port.
create table signing_key (
    purpose    text primary key,
    origin     text        not null,
    public_key bytea       not null,
    secret     bytea       not null,
    created_at timestamptz not null
);

-- The sealing of a dossier (number 0) and of each supplement. At most one of a case is not SEALED.
create table sealing (
    case_id    uuid        not null,
    number     int         not null check (number >= 0),
    state      text        not null check (state in ('WAITING', 'PACKING', 'SEALED')),
    since      timestamptz not null,
    -- from PACKING on: how far it reaches, a JSON list of {source, sequence}; made once, so that a second try makes the same package
    cut        text,
    package_id uuid unique,
    sealed_at  timestamptz,
    -- what has not arrived yet, a JSON list, as found at the last look
    lag        text        not null default '[]',
    -- why the last try failed
    trouble    text,
    next_at    timestamptz not null,
    primary key (case_id, number),
    check (state = 'WAITING' or (cut is not null and package_id is not null and sealed_at is not null))
);
create unique index sealing_open on sealing (case_id) where state <> 'SEALED';
create index sealing_due on sealing (next_at) where state <> 'SEALED';

-- The last act heard of each source in a case whose sealing has begun: what the package does not reach goes into a supplement.
create table late_act (
    case_id  uuid        not null,
    source   text        not null,
    sequence bigint      not null,
    heard_at timestamptz not null,
    primary key (case_id, source)
);

-- Sealed packages. Never changed, but for the proof of the package itself and its receipt in the intranet, set once.
create table sealed_package (
    id             bigint generated always as identity primary key,
    package_id     uuid        not null unique,
    case_id        uuid        not null,
    number         int         not null,
    case_number    text        not null,
    court          text        not null,
    pages          int         not null,
    file_id        text        not null,
    name           text        not null,
    size           bigint      not null,
    sha256         text        not null,
    sm3            text        not null,
    volume_file_id text        not null,
    volume_size    bigint      not null,
    volume_sha256  text        not null,
    volume_sm3     text        not null,
    seal           text        not null,
    proof          text,
    sealed_at      timestamptz not null,
    received_at    timestamptz,
    unique (case_id, number)
);
create index sealed_package_unproven on sealed_package (id) where proof is null;
