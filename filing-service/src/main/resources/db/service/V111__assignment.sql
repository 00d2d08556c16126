-- When the last number of a series was given: a clock a little behind does not turn back (rule RF4).
alter table case_number add column last_at timestamptz not null default '-infinity';

-- Which judge has which case, and how they came to have it: one row per case, locked while it changes hands.
alter table assignment
    add column version bigint  not null default 1,
    add column open    boolean not null default true,
    add column recusal boolean not null default false,
    add column body    text;
update assignment set body = json_build_object(
    'state', 'Held',
    'matter', json_build_object('id', case_id, 'court', court, 'acceptedBy', '', 'applicants', json_build_array()),
    'turns', json_build_array(json_build_object(
        'at', '1970-01-01T00:00:00Z', 'by', '', 'judge', json_build_object('id', judge_id, 'name', judge_id))),
    'decided', json_build_array())::text;
alter table assignment alter column body set not null;
drop index assignment_judge;
create index assignment_of_court on assignment (court, case_id);
create index assignment_recusal on assignment (court, case_id) where recusal;

-- Open cases per judge: kept with every change, so that a draw counts nothing.
create table judge_load (
    court    text   not null,
    judge_id text   not null,
    open     bigint not null check (open >= 0),
    primary key (court, judge_id)
);
insert into judge_load (court, judge_id, open) select court, judge_id, count(*) from assignment group by court, judge_id;
