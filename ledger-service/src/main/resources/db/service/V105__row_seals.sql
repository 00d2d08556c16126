-- What no fingerprint of the tree covers (times of receipt, headers, names of files, the signatures on a checkpoint) is
-- covered by the ledger's own mark: an HMAC over the row, under a key from the key port.
alter table received drop column id;
alter table received drop constraint received_fact_id_sha256_key;
alter table received add primary key (fact_id, sha256);
alter table received add column seal bytea;
alter table file add column seal bytea;
create index received_leafless on received (fact_id, sha256) where leaf is null;

-- Each checkpoint names the one before it, so that one taken away leaves a hole.
alter table checkpoint add column previous bigint not null default 0;
update checkpoint set previous = coalesce((select max(size) from checkpoint as older where older.size < checkpoint.size), 0);
alter table checkpoint alter column previous drop default;
alter table checkpoint add column seal bytea;

-- What was shown to the world is what its checkpoint file beside the tiles says.
alter table checkpoint drop column published_at;

-- Lines of one witness are counted, so that one taken away leaves a hole.
alter table cosignature add column number bigint;
update cosignature set number = counted.number from (
    select size, witness, row_number() over (partition by witness order by size) as number from cosignature
) as counted where counted.size = cosignature.size and counted.witness = cosignature.witness;
alter table cosignature alter column number set not null;
alter table cosignature add constraint cosignature_number unique (witness, number);
alter table cosignature add column seal bytea;
