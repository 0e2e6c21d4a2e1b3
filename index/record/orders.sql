-- Version 5 of the record: a saved search keeps the order that its items are listed in.

alter table saved_searches add column sort text not null default 'relevance';
