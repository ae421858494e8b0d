-- The archive on PostgreSQL, version 1: the tables of sqlite-1.sql, which tells what they are for; the view
-- editions-1.sql comes to it. Text is compared byte by byte, as SQLite does. What a document says is kept out of the
-- planner's statistics, where it would outlive the document.

CREATE TABLE archive (version integer NOT NULL);
INSERT INTO archive VALUES (0);

CREATE TABLE run (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started text NOT NULL,
    ended text,
    converter text COLLATE "C" NOT NULL
);

-- A record as jsonb. The check of a record lets nothing pass that jsonb cannot hold; if something ever does, the record
-- itself is stored all the same.
CREATE FUNCTION json_of(record bytea) RETURNS jsonb IMMUTABLE STRICT LANGUAGE plpgsql AS $$
BEGIN
    RETURN convert_from(record, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END $$;

-- `record` is what counts and is exported, byte for byte: jsonb has neither the order of the keys nor the white space,
-- and a digest is of bytes. `inhoud` is for questions in SQL.
CREATE TABLE document (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    run bigint NOT NULL REFERENCES run,
    bestandsnaam text COLLATE "C" NOT NULL,
    mediatype text NOT NULL,
    omvang bigint NOT NULL,
    soort text COLLATE "C" NOT NULL,
    tekst_vingerafdruk text COLLATE "C",
    naam text COLLATE "C",
    naam_gevouwen text COLLATE "C",
    brin text COLLATE "C",
    vestigingscode text COLLATE "C",
    bestuur text COLLATE "C",
    schooljaar text COLLATE "C",
    jaar bigint,
    datum text COLLATE "C",
    record bytea NOT NULL,
    record_digest text NOT NULL,
    inhoud jsonb GENERATED ALWAYS AS (json_of(record)) STORED
);
CREATE INDEX document_brin ON document (brin, jaar);
CREATE INDEX document_text ON document (tekst_vingerafdruk);
CREATE INDEX document_run ON document (run);
ALTER TABLE document
    ALTER id SET STATISTICS 0, ALTER tekst_vingerafdruk SET STATISTICS 0, ALTER record_digest SET STATISTICS 0,
    ALTER bestandsnaam SET STATISTICS 0, ALTER naam SET STATISTICS 0, ALTER naam_gevouwen SET STATISTICS 0,
    ALTER bestuur SET STATISTICS 0, ALTER record SET STATISTICS 0, ALTER inhoud SET STATISTICS 0;

CREATE TABLE original (
    document bigint PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    bytes bytea NOT NULL
);
-- Documents are compressed already.
ALTER TABLE original ALTER bytes SET STATISTICS 0, ALTER bytes SET STORAGE EXTERNAL;

CREATE TABLE source (
    id text COLLATE "C" NOT NULL,
    path text COLLATE "C" NOT NULL,
    location bytea,
    run bigint NOT NULL REFERENCES run,
    -- A path may be longer than a B-tree takes. All ids are of one length.
    CONSTRAINT source_place EXCLUDE USING hash ((id || path) WITH =)
);
CREATE INDEX source_id ON source (id);
CREATE INDEX source_run ON source (run);
ALTER INDEX source_place ALTER COLUMN 1 SET STATISTICS 0;
ALTER TABLE source ALTER id SET STATISTICS 0, ALTER path SET STATISTICS 0, ALTER location SET STATISTICS 0;

CREATE TABLE failure (
    id text COLLATE "C" PRIMARY KEY,
    run bigint NOT NULL REFERENCES run,
    bestandsnaam text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    bericht text NOT NULL
);
CREATE INDEX failure_run ON failure (run);
ALTER TABLE failure ALTER id SET STATISTICS 0, ALTER bestandsnaam SET STATISTICS 0;

-- Words as SQLite has them, folded by the same function. NULL where they are more than a tsvector holds: such a document
-- is looked at with every search.
CREATE TABLE search (
    rowid bigint PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    naam text,
    bestandsnaam text NOT NULL,
    tekst text NOT NULL,
    woorden tsvector,
    aantal bigint NOT NULL
);
CREATE INDEX search_woorden ON search USING gin (woorden);
CREATE INDEX search_all_words ON search (rowid) WHERE woorden IS NULL;
ALTER TABLE search
    ALTER naam SET STATISTICS 0, ALTER bestandsnaam SET STATISTICS 0, ALTER tekst SET STATISTICS 0,
    ALTER woorden SET STATISTICS 0;

