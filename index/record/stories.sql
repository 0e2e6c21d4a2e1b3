-- Which items tell the same story. Derived from the items: what is not here is found out anew.

create table stories (
    item  integer primary key references items (number) on delete cascade,
    story text                      -- the first, in order, of the ids of the items that tell it;
);                                  -- null where only this one does
create index stories_by_story on stories (story) where story is not null;

-- items that are alike have one of these in common; alone, it says nothing
create table story_marks (
    item integer not null references items (number) on delete cascade,
    mark integer not null,
    primary key (item, mark)
) without rowid;
create index story_marks_by_mark on story_marks (mark);

-- where an item of several leaves, the others may no longer belong together: they are sorted anew
create trigger story_left after delete on stories when old.story is not null begin
    insert into stale (item)
        select id from stories join items on number = stories.item where story = old.story;
    delete from stories where story = old.story;
end;

-- what the library has already is sorted when the search index is next told of changes
insert into stale (item) select id from items;
