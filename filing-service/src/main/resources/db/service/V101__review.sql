-- What the review desk searches by. next_date is the day that counts next: the court's, or the applicant's.
alter table filing
    add column next_date    date,
    add column submitted_at timestamptz,
    add column reviewer     text,
    add column channel      text,
    add column claim_kind   text,
    add column basis_kind   text,
    add column basis_key    text,
    add column case_number  text;
drop index filing_queue;
create index filing_queue on filing (court, state, coalesce(next_date, date '9999-12-31'), id);
create index filing_basis on filing (court, basis_key) where basis_key is not null;

-- Who is in which filing, by pseudonym: for finding a person's own filings and related ones.
create table filing_person (
    filing_id  uuid not null,
    side       text not null,
    person_key text not null,
    primary key (filing_id, side, person_key)
);
create index filing_person_key on filing_person (person_key, side, filing_id);
