-- WeChat accounts and whose they are. Both sides are pseudonyms.
create table wechat_binding (
    account_key text primary key,
    account_id  uuid        not null references account,
    bound_at    timestamptz not null
);

-- Offers to bind a WeChat account to whoever proves to be somebody, by digest.
create table binding_ticket (
    sha256      text primary key,
    account_key text        not null,
    ends_at     timestamptz not null,
    attempts    int         not null default 0,
    spent_at    timestamptz
);

-- Organisations and their legal representative, as the authority confirmed. Pseudonyms only.
create table organisation (
    id                 uuid primary key,
    person_key         text        not null unique,
    representative_key text        not null,
    verified_at        timestamptz not null
);
create index organisation_representative on organisation (representative_key);

-- Who may act for an organisation, from day to day, Asia/Shanghai, both included.
create table handler (
    id              uuid primary key,
    organisation_id uuid        not null references organisation,
    person_key      text        not null,
    valid_from      date        not null,
    valid_until     date        not null check (valid_until >= valid_from),
    appointed_by    text        not null,
    appointed_at    timestamptz not null,
    revoked_by      text,
    revoked_at      timestamptz
);
create index handler_person on handler (person_key);
create index handler_organisation on handler (organisation_id, id);

-- All sessions of one person are ended at once when a mandate is taken away.
create index session_person on session (person_key) where revoked_at is null;
