-- What a document replaces: the last edition before it of the same kind and school. A school is told by its vestigingscode;
-- where one of the two documents has none, by BRIN and name, if no two establishments share them. Documents that do not say of when they are, replace nothing.
-- Not stored: it depends on what else is in the archive, in whatever order that came.
CREATE VIEW edition AS
SELECT new.id AS id, (
    SELECT old.id FROM document AS old
    WHERE old.brin = new.brin AND old.soort = new.soort
      AND (old.vestigingscode = new.vestigingscode
           OR ((old.vestigingscode IS NULL OR new.vestigingscode IS NULL) AND old.naam_gevouwen = new.naam_gevouwen
               AND (SELECT count(DISTINCT vestigingscode) FROM document AS same
                    WHERE same.brin = new.brin AND same.naam_gevouwen = new.naam_gevouwen) < 2))
      AND old.tekst_vingerafdruk IS DISTINCT FROM new.tekst_vingerafdruk
      AND (old.jaar < new.jaar OR (old.jaar = new.jaar AND old.datum < new.datum))
    ORDER BY old.jaar DESC, old.datum DESC NULLS LAST, old.id LIMIT 1
) AS vervangt
FROM document AS new;
