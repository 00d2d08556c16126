-- Files taken while no scanner answered: they are looked into when one does.
create table to_scan (
    filing_id uuid not null,
    file_id   text not null,
    sha256    text not null,
    tried_at  timestamptz,
    primary key (filing_id, file_id)
);
create index to_scan_next on to_scan (tried_at nulls first);

-- Whether the filing's files are noted above: those of before are read once.
alter table filing add column scans_noted boolean not null default true;
update filing set scans_noted = false;
create index filing_scans on filing (id) where not scans_noted;
