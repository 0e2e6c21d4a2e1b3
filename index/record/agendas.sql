-- Version 3 of the record: series of meetings, agendas line by line, and actions.

create table series (
    id       integer primary key autoincrement,
    key      text not null unique,  -- the name as names are compared
    name     text not null,
    weeks    integer,
    time     text not null,
    place    text not null,
    chair    text not null,
    people   text not null,         -- JSON
    template text not null          -- JSON: kind, title, minutes and lead of each line
);

drop view counted_meetings;
alter table meetings rename to former_meetings;
create table meetings (
    id       integer primary key autoincrement,
    identity text not null unique,  -- random, and the same in every library it was shared with
    key      text not null unique,
    name     text not null,
    date     text,
    time     text not null,
    place    text not null,
    chair    text not null,
    people   text not null,         -- JSON
    series   integer references series (id) on delete set null
);
insert into meetings
select id, lower(hex(randomblob(8))), key, name, date, time, place, '', '[]', null
from former_meetings;

create table entries (
    id         text primary key,    -- random, and the same in every library it was shared with
    meeting    integer not null references meetings (id) on delete cascade,
    place      integer not null,    -- its place on the agenda
    kind       text not null,
    title      text not null,
    note       text not null,       -- of a bookmarked item it stands in notes
    lead       text not null,
    minutes    integer,
    purpose    text not null,
    state      text not null,
    outcome    text not null,
    carried    text,                -- the name of the meeting that it was carried from, and its day
    carried_on text,
    item       text,                -- null in what is no bookmarked item, as is all below
    cited      text,                -- the title of the item
    document   text,                -- the title of the document
    source     text,
    issued     text,
    first_line integer,
    last_line  integer,
    text       text,
    links      text,                -- JSON, as is the next
    dates      text,
    unique (meeting, item)
);
create index entries_by_place on entries (meeting, place);
create index entries_by_item on entries (item) where item is not null;

-- standing items come first, as they did
insert into entries (id, meeting, place, kind, title, note, lead, purpose, state, outcome)
select lower(hex(randomblob(8))), former_meetings.id, standing.key + 1, 'standing', standing.value,
    '', '', '', '', ''
from former_meetings, json_each(former_meetings.standing) as standing;
insert into entries (id, meeting, place, kind, title, note, lead, purpose, state, outcome, item,
    cited, document, source, issued, first_line, last_line, text, links, dates)
select lower(hex(randomblob(8))), meeting,
    json_array_length(former_meetings.standing)
        + row_number() over (partition by meeting order by bookmarks.place),
    'item', title, '', '', '', '', '', item,
    title, document, source, issued, first_line, last_line, text, links, dates
from bookmarks join former_meetings on former_meetings.id = meeting;
drop table bookmarks;
drop table former_meetings;

create table actions (
    number integer primary key autoincrement,
    id     text not null unique,    -- random, and the same in every library it was shared with
    text   text not null,
    owner  text not null,
    due    text,
    done   integer not null
);

-- the meetings that an action was made at and carried to
create table action_places (
    action     text not null references actions (id) on delete cascade,
    meeting    integer not null references meetings (id) on delete cascade,
    entry      text not null,       -- '' where it belongs to none
    carried    text,                -- as in entries
    carried_on text,
    primary key (action, meeting)
) without rowid;
create index action_places_by_meeting on action_places (meeting);
create index action_places_by_entry on action_places (entry);

-- what is asked together ----------------------------------------------------------------------------

create view bookmarks as
select rowid as id, meeting, item, place, cited as title, document, source, issued, first_line, last_line,
    text, links, dates
from entries where item is not null;

create view counted_meetings as
select meetings.*, coalesce(series.name, '') as series_name,
    (select count(*) from entries where meeting = meetings.id and item is not null) as bookmarks,
    (select json_group_array(title) from
        (select title from entries where meeting = meetings.id and kind = 'standing'
            order by entries.place)) as standing
from meetings left join series on series.id = meetings.series;

-- what the search index has still to be told --------------------------------------------------------

create trigger entry_added after insert on entries
when new.item is not null and new.outcome <> '' begin
    insert into stale (item) values (new.item);
end;
create trigger entry_changed after update of item, outcome on entries begin
    insert into stale (item) select old.item where old.item is not null and old.item <> new.item;
    insert into stale (item) select new.item where new.item is not null;
end;
create trigger entry_removed after delete on entries
when old.item is not null begin
    insert into stale (item) values (old.item);
end;
create trigger action_changed after update of text, owner on actions begin
    insert into stale (item)
    select item from action_places join entries on entries.id = entry
    where action = new.id and item is not null;
end;
create trigger action_placed after insert on action_places begin
    insert into stale (item) select item from entries where id = new.entry and item is not null;
end;
create trigger action_moved after update on action_places begin
    insert into stale (item)
    select item from entries where id in (old.entry, new.entry) and item is not null;
end;
create trigger action_removed after delete on action_places begin
    insert into stale (item) select item from entries where id = old.entry and item is not null;
end;
