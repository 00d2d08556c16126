-- By what messages are found. Words: of each pair of signs in what the owner wrote a keyed fingerprint, cut to 64 bits and sorted, made with
-- the owner's key in this case; once that is destroyed they say nothing. Suite: by which algorithms; null before a message was marked.
alter table message
    add column kind  text,
    add column owner text,
    add column suite text,
    add column words bigint[];
create index message_owner on message (case_id, owner);
create index message_suite on message (suite, id);
