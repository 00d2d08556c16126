-- The keys that sign tokens; the private half is wrapped by the key port.
create table signing_key (
    id          text primary key,
    public_key  text        not null,
    wrapped_key bytea       not null,
    made_at     timestamptz not null,
    retired_at  timestamptz
);
-- One key signs at a time; of several gateways starting at once, one makes it.
create unique index signing_key_current on signing_key ((true)) where retired_at is null;

-- Parties who signed in. A pseudonym, and nothing else about them.
create table account (
    id         uuid primary key,
    person_key text        not null unique,
    opened_at  timestamptz not null
);

-- Sign-ins. What is said of somebody here stands in every token of the session.
create table session (
    id              uuid primary key,
    actor           text        not null,
    roles           text        not null,
    court           text,
    person_key      text,
    opened_at       timestamptz not null,
    ends_at         timestamptz not null,
    revoked_at      timestamptz,
    revoked_because text
);
create index session_revoked on session (revoked_at) where revoked_at is not null;

-- Refresh tokens by their digest, each good once.
create table refresh_token (
    sha256     text primary key,
    session_id uuid        not null references session,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_session on refresh_token (session_id);
