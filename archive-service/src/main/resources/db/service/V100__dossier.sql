-- Acts as they came: exact bytes, all headers. The other columns are read off the headers, never off the body.
create table entry (
    fact_id     uuid        primary key,
    case_id     uuid        not null,
    source      text        not null,
    sequence    bigint      not null,
    type        text        not null,
    time        timestamptz not null,
    -- party ids that may see it besides the court
    audience    text[]      not null,
    -- in their order, a JSON list of [name, base64]
    headers     text        not null,
    body        bytea       not null,
    -- taken of the bytes on arrival
    sha256      text        not null,
    -- as the speaker says
    told_sha256 text        not null,
    received_at timestamptz not null
);
create index entry_order on entry (case_id, time, source, sequence, fact_id);

-- Views of protected data: who saw what, when. Kept like entries, shown to the court only.
create table access_register (like entry including all);
