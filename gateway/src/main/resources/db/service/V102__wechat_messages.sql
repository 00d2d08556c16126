-- The WeChat account of a session, sealed: services prompt its owner there.
alter table session add column we_chat text;

-- Tickets last five minutes: those without an account are asked for again.
delete from binding_ticket;
alter table binding_ticket add column sealed_account text not null;
