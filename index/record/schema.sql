-- Version 1 of the record.

-- what the library holds ---------------------------------------------------------------------

create table documents (
    id        text primary key,
    title     text not null,
    source    text not null,
    issued    text,                 -- ISO 8601 to the precision that is known, or null
    known     text not null,
    evidence  text not null,
    kind      text not null,
    origin    text not null,
    path      text not null,        -- where the file was when it was added
    original  text not null,        -- the name of its copy in the folder of originals
    added     text not null,        -- ISO 8601, UTC
    furniture text not null,        -- JSON, as in items.py
    headings  text not null         -- JSON
);

-- what is asked for stands here, what is only shown in item_contents: counting and ordering a whole
-- library then never reads its text
create table items (
    number     integer primary key,
    id         text not null unique,
    document   text not null references documents (id) on delete cascade,
    place      integer not null,    -- its place in the document, from 0
    title      text not null,
    section    text not null,
    kind       text not null,
    topics     text not null,       -- JSON: the slugs of item_topics, to be counted in one go
    first_line integer,
    last_line  integer
);
create index items_by_document on items (document, place);

create table item_contents (
    item          integer primary key references items (number) on delete cascade,
    text          text not null,
    title_derived integer not null,
    links         text not null,    -- JSON, as are the next three
    organisations text not null,
    people        text not null,
    gaps          text not null,
    why           text not null
);

create table item_topics (
    item   integer not null references items (number) on delete cascade,
    place  integer not null,
    slug   text not null,
    weight real not null,
    terms  text not null,           -- JSON
    primary key (item, place)
) without rowid;
create index item_topics_by_slug on item_topics (slug, item);

create table item_dates (
    item  integer not null references items (number) on delete cascade,
    place integer not null,
    text  text not null,
    start text not null,            -- ISO 8601, to the precision of the text
    end   text,
    what  text not null,
    primary key (item, place)
) without rowid;
create index item_dates_by_start on item_dates (start);

-- what a person decided -----------------------------------------------------------------------
-- Items are named here by their id and by no foreign key: what a person decided outlives the item.

create table read_marks (
    item text primary key,
    at   text not null              -- ISO 8601, UTC
) without rowid;

create table notes (
    item    text primary key,
    text    text not null,
    written text not null           -- ISO 8601, UTC
);

create table meetings (
    id       integer primary key,
    key      text not null unique,  -- the name as names are compared
    name     text not null,
    date     text,
    time     text not null,
    place    text not null,
    standing text not null          -- JSON
);

create table bookmarks (
    id         integer primary key,
    meeting    integer not null references meetings (id) on delete cascade,
    item       text not null,
    place      integer not null,    -- its place on the agenda
    title      text not null,
    document   text not null,       -- the title of the document
    source     text not null,
    issued     text,
    first_line integer,
    last_line  integer,
    text       text not null,
    links      text not null,       -- JSON, as is the next
    dates      text not null,
    unique (meeting, item)
);
create index bookmarks_by_item on bookmarks (item);

create table saved_searches (
    key    text primary key,
    name   text not null,
    query  text not null,
    filter text not null            -- JSON
);

create table settings (
    name  text primary key,
    value text not null
) without rowid;
-- the record's own name: the search index bears it too, so that it is never taken for another's
insert into settings (name, value) values ('identity', lower(hex(randomblob(8))));

-- what is asked together ----------------------------------------------------------------------------

create view document_rows as
select id, title, source, issued, known, evidence, kind, origin, path,
    (select count(*) from items where items.document = documents.id) as items, added
from documents;

create view cited_items as
select items.*, documents.title as document_title, documents.source, documents.issued
from items join documents on documents.id = items.document;

create view counted_meetings as
select meetings.*,
    (select count(*) from bookmarks where bookmarks.meeting = meetings.id) as bookmarks
from meetings;

-- what the search index has still to be told -----------------------------------------------------

create table stale (
    turn integer primary key autoincrement,
    item text not null
);

create trigger item_added after insert on items begin
    insert into stale (item) values (new.id);
end;
create trigger item_changed after update on items begin
    insert into stale (item) select old.id where old.id <> new.id;
    insert into stale (item) values (new.id);
end;
create trigger item_removed after delete on items begin
    insert into stale (item) values (old.id);
end;
create trigger note_added after insert on notes begin
    insert into stale (item) values (new.item);
end;
create trigger note_changed after update on notes begin
    insert into stale (item) select old.item where old.item <> new.item;
    insert into stale (item) values (new.item);
end;
create trigger note_removed after delete on notes begin
    insert into stale (item) values (old.item);
end;
create trigger document_changed after update of title, source, issued on documents begin
    insert into stale (item) select id from items where document = new.id;
end;
