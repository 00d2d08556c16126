-- How far each person has read in each stream they read; never goes back.
create table read_position (
    case_id   uuid        not null,
    reader    text        not null,
    person    text        not null,
    member_id text        not null,
    role      text        not null,
    seq       bigint      not null check (seq > 0),
    at        timestamptz not null,
    primary key (case_id, reader, person)
);
