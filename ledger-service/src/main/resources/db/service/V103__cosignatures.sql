-- What witnesses put under the checkpoint of a tree: the line as it came, after its signature was checked.
create table cosignature (
    size        bigint      not null references checkpoint,
    witness     text        not null,
    line        text        not null,
    cosigned_at timestamptz not null,
    primary key (size, witness)
);
create index cosignature_witness on cosignature (witness, size);
