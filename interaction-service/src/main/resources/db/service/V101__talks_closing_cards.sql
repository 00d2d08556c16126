-- A card of property may be heard before the acceptance that opens the room, because topics are not ordered among each
-- other: it takes its place in the court's stream at once. What people say still waits for the room.
alter table message drop constraint message_case_id_fkey;
alter table reader drop constraint reader_case_id_fkey;

-- Formal talks 谈话: one row, changed under the lock of its room; the transcript in body is sealed.
create table talk (
    id           uuid primary key,
    case_id      uuid   not null references room,
    version      bigint not null,
    participants text   not null,
    body         text   not null
);
create index talk_case on talk (case_id, id);

-- Freezes 冻结 that are ordered, in place or being lifted, as told by the asset query service; a row goes when the freeze has ended.
create table standing_freeze (
    case_id   uuid not null,
    freeze_id text not null,
    state     text not null check (state in ('ORDERED', 'FROZEN', 'LIFTING')),
    until     date,
    primary key (case_id, freeze_id)
);
