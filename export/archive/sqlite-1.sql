-- The archive in SQLite, version 1; the view editions-1.sql comes to it. Names of the record are Dutch, as there; all else is English.

-- The ledger: one row for each run that stored something. `ended` stays empty where a run was broken off.
CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    started TEXT NOT NULL,    -- UTC, ISO 8601
    ended TEXT,
    converter TEXT NOT NULL   -- version, and a digest of the lists it was given
);

-- Sources that gave a record. The record is what counts; the columns repeat what is looked for.
CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    run INTEGER NOT NULL REFERENCES run,
    bestandsnaam TEXT NOT NULL,
    mediatype TEXT NOT NULL,
    omvang INTEGER NOT NULL,
    soort TEXT NOT NULL,
    tekst_vingerafdruk TEXT,  -- empty where there is no text: all such documents would be one
    naam TEXT,
    naam_gevouwen TEXT,
    brin TEXT,
    vestigingscode TEXT,
    bestuur TEXT,
    schooljaar TEXT,
    jaar INTEGER,             -- in which the school year began that the document is of
    datum TEXT,               -- of the version, where the day is known
    record BLOB NOT NULL,     -- JSON, UTF-8
    record_digest TEXT NOT NULL
);
CREATE INDEX document_brin ON document (brin, jaar);
CREATE INDEX document_text ON document (tekst_vingerafdruk);
CREATE INDEX document_run ON document (run);

CREATE TABLE original (
    document INTEGER PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    bytes BLOB NOT NULL
);

-- Where a source was seen; the same bytes may stand under several names, other bytes under one name later on.
CREATE TABLE source (
    id TEXT NOT NULL,
    path TEXT NOT NULL,       -- relative to the folder that was imported
    location BLOB,            -- absolute; only of originals that are not kept here
    run INTEGER NOT NULL REFERENCES run,
    PRIMARY KEY (id, path)
) WITHOUT ROWID;
CREATE INDEX source_run ON source (run);

-- Sources that gave none, so that they are not read every night.
CREATE TABLE failure (
    id TEXT PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run,
    bestandsnaam TEXT NOT NULL,
    code TEXT NOT NULL,
    bericht TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX failure_run ON failure (run);

CREATE VIRTUAL TABLE search USING fts5 (naam, bestandsnaam, tekst, tokenize = 'unicode61 remove_diacritics 2');
