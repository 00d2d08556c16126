-- Who belonged to a case from when to when, and what fact let them in and out; deputies for named days only.
create table member_stay (
    id        bigint generated always as identity primary key,
    case_id   uuid        not null,
    member    text        not null,
    role      text        not null,
    party_id  text        not null,
    agent_id  text        not null,
    from_day  date,
    until_day date,
    name      text,
    joined_at timestamptz not null,
    joined_by text        not null,
    left_at   timestamptz,
    left_by   text
);
create index member_stay_case on member_stay (case_id, id);

-- Who belonged to cases before stays were kept.
insert into member_stay (case_id, member, role, party_id, agent_id, joined_at, joined_by)
select m.case_id, m.member, m.role, m.party_id, m.agent_id, r.opened_at, 'RoomOpened'
from membership m join room r on r.id = m.case_id;

-- Who acts for parties by letter of authority 委托代理: one row, changed under the lock of its room; names and reasons in body are sealed.
create table mandate (
    case_id uuid not null references room,
    id      text not null,
    body    text not null,
    primary key (case_id, id)
);

-- Why somebody may not speak now; body is sealed.
create table suspension (
    case_id   uuid not null references room,
    member_id text not null,
    body      text not null,
    primary key (case_id, member_id)
);
