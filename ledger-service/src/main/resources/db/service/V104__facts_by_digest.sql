-- Whoever holds the exact bytes of an act finds its leaf.
create index received_digest on received (sha256) where leaf is not null;
