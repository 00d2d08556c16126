-- What an agent 代理人 may do besides appearing, and for which days a deputy 代管 stands in.
alter table membership
    add column agent_id  text not null default '',
    add column powers    text not null default '',
    add column from_day  date,
    add column until_day date;

-- Who may read but not speak 禁言: party ids and agent ids.
create table silence (
    case_id uuid not null,
    target  text not null,
    primary key (case_id, target)
);
