-- A key is known by what it is for, as in every service that signs.
alter table signing_key drop column one;
alter table signing_key add column purpose text not null default 'ledger-signing-key';
alter table signing_key alter column purpose drop default;
alter table signing_key add primary key (purpose);
