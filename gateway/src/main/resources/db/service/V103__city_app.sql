-- How each session was opened.
alter table session add column via text not null default 'WEB';
update session set via = 'WECHAT' where we_chat is not null;

-- Tokens of the city app that signed somebody in, by digest: each good once. Kept until after they ended.
create table spent_hand_over (
    sha256  text primary key,
    ends_at timestamptz not null
);
create index spent_hand_over_end on spent_hand_over (ends_at);
