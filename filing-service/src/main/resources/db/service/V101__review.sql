-- What the review desk searches by; the day that counts next stands among the deadlines.
alter table filing
    add column submitted_at timestamptz,
    add column reviewer     text,
    add column channel      text,
    add column claim_kind   text,
    add column basis_kind   text,
    add column basis_key    text,
    add column case_number  text;
create index filing_basis on filing (court, basis_key) where basis_key is not null;

-- Who is in which filing, by pseudonym: for finding a person's own filings and related ones.
create table filing_person (
    filing_id  uuid not null,
    side       text not null,
    person_key text not null,
    primary key (filing_id, side, person_key)
);
create index filing_person_key on filing_person (person_key, side, filing_id);
