-- Drafts that were thrown away: who did it and when; the digests of their files until keys and bytes are destroyed.
create table discarded_draft (
    id           uuid primary key,
    owner        text        not null,
    discarded_by text        not null,
    discarded_at timestamptz not null,
    files        text[]      not null,
    cleared      boolean     not null default false
);
create index discarded_draft_to_clear on discarded_draft (discarded_at) where not cleared;
