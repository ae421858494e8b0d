-- What a document replaces, in place of the view of version 1: the last edition before it of the same kind and school. A
-- school is told by its vestigingscode; where a document has none, by the one that its BRIN and name have elsewhere, or
-- by these alone, if no two establishments share them. Of one school year the later date is the later edition; where the
-- dates are equal, or one of them is not known, what was first seen in a later run. Documents that do not say of what
-- year they are replace nothing, and none replaces its own text. And which documents have the same text: the first id.
-- Not stored: it depends on what else is in the archive, in whatever order that came. Every step is a sort, since many
-- documents may say that they are of one school.
DROP VIEW edition;
CREATE VIEW edition AS
WITH named AS (
    SELECT brin, naam_gevouwen, min(vestigingscode) AS vestigingscode FROM document
    WHERE brin IS NOT NULL AND naam_gevouwen IS NOT NULL
    GROUP BY brin, naam_gevouwen HAVING count(DISTINCT vestigingscode) < 2
), seen AS (
    SELECT id, min(run) AS run FROM source GROUP BY id
), told AS (
    SELECT d.id, d.soort, d.tekst_vingerafdruk, d.jaar, d.datum, seen.run,
           d.brin || ' ' || coalesce(d.vestigingscode, named.vestigingscode, 'naam ' || named.naam_gevouwen) AS school
    FROM document AS d JOIN seen ON seen.id = d.id
    LEFT JOIN named ON named.brin = d.brin AND named.naam_gevouwen = d.naam_gevouwen
    WHERE d.jaar IS NOT NULL
), dated AS (
    SELECT id, soort, tekst_vingerafdruk, jaar, run, school,
           CASE WHEN count(datum) OVER same_year = count(*) OVER same_year THEN datum END AS datum
    FROM told WHERE school IS NOT NULL
    WINDOW same_year AS (PARTITION BY school, soort, jaar)
), placed AS (
    SELECT id, soort, tekst_vingerafdruk, school,
           rank() OVER (PARTITION BY school, soort ORDER BY jaar, datum, run) AS place
    FROM dated
), followed AS (
    SELECT id, soort, tekst_vingerafdruk, school, place, lag(id) OVER earlier AS before,
           CASE WHEN lag(place) OVER earlier < place
                 AND lag(tekst_vingerafdruk) OVER earlier IS DISTINCT FROM tekst_vingerafdruk THEN 1 ELSE 0 END AS is_new
    FROM placed
    WINDOW earlier AS (PARTITION BY school, soort ORDER BY place, id)
), grouped AS (  -- those of one place, or one after the other with the same text, are one edition
    SELECT id, soort, school, place, CASE WHEN is_new = 1 THEN before END AS before,
           sum(is_new) OVER (PARTITION BY school, soort ORDER BY place, id) AS edition
    FROM followed
), replaced AS (
    SELECT id, first_value(before) OVER (PARTITION BY school, soort, edition ORDER BY place, id) AS vervangt
    FROM grouped
), alike AS (
    SELECT tekst_vingerafdruk, min(id) AS id FROM document WHERE tekst_vingerafdruk IS NOT NULL
    GROUP BY tekst_vingerafdruk HAVING count(*) > 1
)
SELECT d.id AS id, replaced.vervangt AS vervangt, alike.id AS zelfde_tekst
FROM document AS d LEFT JOIN replaced ON replaced.id = d.id
LEFT JOIN alike ON alike.tekst_vingerafdruk = d.tekst_vingerafdruk;
