-- A document on its way to a filing in parts: what is known of it besides its bytes, which lie with the files.
create table upload (
    id         uuid primary key,
    filing     uuid        not null,
    owner      text        not null,
    length     bigint      not null check (length > 0),
    described  text        not null,
    expires_at timestamptz not null,
    state      text        not null default 'OPEN' check (state in ('OPEN', 'ATTACHED', 'REFUSED', 'EXPIRED')),
    file_id    text,
    refusal    text,
    cleared    boolean     not null default false
);
create index upload_filing on upload (filing, owner);
create index upload_to_clear on upload (expires_at) where not cleared;
