-- Version 2 of the record: what a person mends by hand, and with what a document is read anew.

-- named by the document's id and by no foreign key: what was mended is there again when the
-- document is
create table mends (
    document  text primary key,
    breaks    text not null,        -- JSON: numbers of lines, as are the next three
    joins     text not null,
    furniture text not null,
    content   text not null,
    changes   text not null,        -- JSON: what was said of items, by their first line
    issued    text
) without rowid;

-- the rules that a document was last taken apart by, '' where nobody knows
alter table documents add column rules text not null default '';
-- JSON: what a catalogue states of it; null where it was added before that was kept
alter table documents add column stated text;
