// Words at line ends, "|" where the line ended: ordinary Dutch words, as a profile, a school guide or a plan has them.
// None was chosen for what the program makes of it.
#pragma once

#include <string_view>

namespace sop::pdf::test {

// The hyphen before "|" is the word's own.
inline constexpr std::string_view real_hyphens = R"(
time-|out time-|outruimte Time-|outvoorziening check-|out back-|up follow-|up burn-|out burn-|outklachten drop-|out
drop-|outs pop-|up start-|up cool-|down stand-|by
sociaal-|emotioneel sociaal-|emotionele sociaal-|cultureel sociaal-|economische sociaal-|maatschappelijk
christelijk-|sociaal protestants-|christelijk protestants-|christelijke rooms-|katholiek rooms-|katholieke
interconfessioneel-|bijzonder Grieks-|orthodox Russisch-|orthodoxe evangelisch-|lutherse hindoeïstisch-|islamitisch
technisch-|instrumentele praktisch-|pedagogische pedagogisch-|didactisch pedagogisch-|didactische
didactisch-|pedagogische medisch-|kinderdagverblijf historisch-|kritisch ambtelijk-|bestuurlijke
financieel-|administratief juridisch-|technische visueel-|ruimtelijk auditief-|visuele verbaal-|performaal
cognitief-|gedragsmatige psychisch-|sociale sensomotorisch-|sensorische theoretisch-|praktische
adjunct-|directeur adjunct-|directeuren directeur-|bestuurder directeur-|bestuurders assistent-|leidinggevende
leerkracht-|onderzoeker docent-|onderzoeker voorzitter-|secretaris
secretaris-|penningmeester secretaris-|generaal minister-|president kandidaat-|notaris aspirant-|lid
leerling-|verpleegkundige interim-|directeur interim-|manager oud-|leerling oud-|leerlingen
oud-|directeur oud-|collega ex-|leerling ex-|leerlingen ex-|collega niet-|schoolse niet-|westerse niet-|Nederlandse
niet-|bekostigde niet-|onderwijzend niet-|verbaal non-|verbaal non-|verbale non-|profit non-|actief semi-|intern
quasi-|intellectueel bijna-|ongeval bijna-|botsing
zee-|eend zee-|egel stage-|uren stage-|uur thee-|ei mede-|eigenaar mede-|eigenaren mede-|eigenaarschap
re-|integratie re-|integreren de-|escalerend de-|escaleren pre-|existent co-|ouder co-|ouderschap auto-|ongeluk
auto-|ongeval gala-|avond media-|educatie media-|uiting media-|aandacht camera-|instelling dia-|avond lama-|achtig
opera-|uitvoering massa-|immuniteit familie-|uitje familie-|uitstapje studie-|uren studie-|uur
studie-|eis discussie-|uur vakantie-|uitje vakantie-|uren politie-|inzet politie-|uniform energie-|efficiënt
evaluatie-|instrument evaluatie-|eisen organisatie-|eenheid observatie-|instrument registratie-|eisen
communicatie-|uiting motivatie-|impuls informatie-|uitwisseling innovatie-|impuls radio-|uitzending video-|opname
video-|opnames video-|interactie video-|interactiebegeleiding video-|instructie foto-|opdracht foto-|uitstalling
bio-|industrie micro-|organisme piano-|uitvoering logo-|ontwerp cadeau-|idee mini-|informatica taxi-|instapplaats
 anti-|inflatie sanctie-|instrument kopie-|exemplaar ree-|eters zee-|eenden
privé-|eigendom privé-|initiatief café-|eigenaar café-|uitbater
zij-|instromer zij-|instromers zij-|instroom zij-|ingang
IB-|er IB-|ers IB-|netwerk RT-|er RT-|ers BHV-|er LIO-|er ICT-|er ib-|er ib-|ers rt-|er AB-|er AD-|er MT-|lid MT-|leden
MR-|lid GMR-|leden OR-|vergadering MR-|vergadering IB-|uren NT2-|onderwijs NT2-|leerlingen NT1-|leerling
SBO-|school SBO-|leerling SO-|school VSO-|leerlingen VO-|school PO-|raad VVE-|programma VVE-|groep BSO-|leiding
LWOO-|leerling VMBO-|advies HBO-|niveau MBO-|student HAVO-|advies VWO-|leerling ISK-|klas AZC-|school SWV-|beleid
SOP-|gesprek OPP-|bespreking TLV-|aanvraag ADHD-|leerling PDD-|NOS ASS-|kenmerken IQ-|test IQ-|score TOS-|leerlingen
CITO-|toets LVS-|toetsen AVI-|niveau DMT-|toets SVIB-|begeleiding ZIEN-|lijst KIVA-|school PBS-|team PBS-|school
GGD-|arts GGZ-|instelling CJG-|medewerker WMO-|loket AVG-|beleid TSO-|kracht LGF-|leerling REC-|school SMW-|uren
vmbo-|leerling vmbo-|leerlingen mbo-|opleiding hbo-|opleiding vwo-|advies gz-|psycholoog sbo-|school vso-|school
bso-|medewerker tv-|programma pc-|lokaal cd-|speler dvd-|speler gsm-|gebruik ict-|coördinator ict-|beleid lvs-|toets
ggd-|arts ggz-|behandeling mr-|lid mt-|leden gmr-|lid tso-|medewerker opp-|gesprek sop-|tekst hb-|leerlingen
adhd-|medicatie wc-|bezoek iq-|score pgb-|gelden tlv-|aanvraag cjg-|medewerker swv-|beleid
e-|mail e-|mails e-|mailadres e-|learning e-|portfolio x-|as y-|as T-|shirt U-|bocht D-|toets M-|toets E-|toets B-|toetsen
d-|fouten t-|fout v-|vorm S-|vormig H-|groep
2-|jarige 4-|jarigen 6-|jarigen 5-|jarige 12-|jarige 24-|uurs 2-|talig 1-|op-1 3-|dimensionaal 8-|weekse
cluster-|4-leerling groep-|3-leerlingen cluster-|2-school 2015-|2016 2018-|2019 10-|14-onderwijs
oog-|handcoördinatie hand-|oogcoördinatie ouder-|kindrelatie ouder-|kindgesprek ouder-|kindactiviteiten
leerkracht-|leerlingrelatie leerkracht-|leerlinggesprek leerling-|leerkrachtrelatie woord-|beeldkoppeling
oorzaak-|gevolgrelatie oorzaak-|gevolg klank-|tekenkoppeling klank-|letterkoppeling letter-|klankkoppeling
teken-|klankkoppeling zwart-|wit zwart-|witdenken moeder-|kindrelatie mens-|machine man-|vrouwverhouding
vraag-|antwoordspel kop-|staartbotsing prijs-|kwaliteitverhouding kosten-|batenanalyse ja-|neevragen
aan-|uitschakelaar haal-|brengcultuur win-|winsituatie
ouder-|leerlinggesprek peuter-|kleutergroep reken-|wiskundeonderwijs lees-|schrijfonderwijs taal-|leesmethode
woon-|werkverkeer school-|thuisrelatie stop-|denk-doe
twee-|onder-een-kap drie-|onder-een-kapwoning stap-|voor-stap woord-|voor-woord dag-|om-dag twee-|om-twee
actie-|reactie actie-|reactiepatroon zender-|ontvangermodel
kant-|en-klaar kant-en-|klare doe-|het-zelf doe-het-|zelf heen-|en-weer mond-|tot-mondreclame week-|tot-week
een-|op-een een-op-|een één-|op-één nek-|aan-nekrace zij-|aan-zij dag-|en-nacht hand-|in-hand
time-|out time-|outs time-|timer drop-|out drop-|outs check-|in check-|out back-|up follow-|up pull-|out stand-|by
start-|up hands-|on one-|to-one face-|to-face face-to-|face make-|over up-|to-date lay-|out feel-|good
Noord-|Holland Zuid-|Holland Noord-|Brabant Oost-|Nederland Zuidoost-|Drenthe Noordwest-|Veluwe Midden-|Limburg
Noord-|Nederland Zuid-|West Jan-|Willem Anne-|Marie Jean-|Paul Sint-|Maarten Sint-|Jozefschool Nederlands-|Duits
 Turks-|Nederlandse Marokkaans-|Nederlands Frans-|Duitse Cito-|toets Cito-|score
 Rots-|Water Oud-|Zuid Nieuw-|West Bergen-|Noord
's-|Hertogenbosch Vries-|Bakker Jansen-|Mulder Heuvel-|Visser
)";

// The hyphen was the line end's and does not stand in the text: "onder-" and "wijs".
inline constexpr std::string_view broken_words = R"(
onder|wijs onder|steuning onder|steuningsprofiel onder|steuningsbehoefte ondersteunings|behoefte ondersteunings|team
ondersteu|ning passen|de onder|zoek onder|bouw boven|bouw midden|bouw boven|schools
basis|school basis|onderwijs basisonder|steuning leer|ling leer|lingen leerlin|gen leer|kracht leer|krachten leerkrach|ten
leer|lijn groeps|plan groeps|plannen groeps|leerkracht groeps|grootte groeps|bespreking
hande|lingsplan handelings|plan handelings|gericht handelings|gerichte hande|lingsgericht ontwikke|ling ontwikkelings|perspectief
ontwik|keling ontwikke|lingsperspectief ont|wikkeling bege|leiding begelei|ding begeleidings|plan begelei|der begeleid|ster
school|jaar school|leider school|plan school|gids school|team school|gebouw school|bestuur school|klimaat school|loopbaan
samen|werking samen|werkingsverband samenwer|king samenwerkings|verband samenwerkingsver|band be|stuur be|leid be|oordeling
beoor|deling be|langrijk belang|rijk belang|rijke be|schikbaar beschik|baar beschik|bare be|schikken be|spreking be|sproken
ge|sprek gesprek|ken ge|drag gedrags|problemen gedrags|protocol gedragspro|blemen ge|meente ge|bruik gebrui|ken ge|bouw
gebou|wen ge|zin ge|zinnen ge|richt ge|steld geïnte|resseerd ver|antwoording verant|woordelijk verantwoorde|lijkheid
ver|wijzing verwij|zing ver|slag versla|gen ver|trouwen ver|schil verschil|len verschil|lende ver|nieuwing ver|zorgen
ver|zuim verzuim|beleid ver|volg vervolg|onderwijs ver|beteren verbete|ren verbeter|punten inspec|tie inspectie|rapport
kwali|teit kwaliteits|zorg kwaliteits|beleid kwali|teitszorg kwaliteits|kaart instruc|tie instructie|tafel organi|satie
organisa|tie evalua|tie evalu|atie eva|luatie communi|catie communica|tie informa|tie infor|matie situa|tie moti|vatie
concen|tratie concentra|tie specia|list speciali|sten specialis|tisch specifi|eke speci|fieke spe|ciaal spe|ciale
pro|bleem pro|blemen proble|men pro|fiel pro|tocol proto|col pro|gramma program|ma's pro|ject pro|cedure procedu|re
pro|ces proces|sen res|pect resul|taat resulta|ten re|kenen reken|onderwijs reken|problemen re|gulier regulie|re re|gelmatig
regel|matig regio|naal regio|nale sig|naleren signa|leren signale|ring obser|vatie observa|tie obser|veren diag|nose
diagnos|tiek di|recteur direc|teur direc|tie directie|lid di|dactisch didac|tisch didacti|sche pe|dagogisch pedago|gisch
pedagogi|sche ortho|pedagoog orthope|dagoog logo|pedie logope|dist logopedis|te fysio|therapie fysiothera|peut
thera|pie psycho|loog psycholo|gische maat|schappelijk maatschap|pelijk jeugd|zorg jeugd|hulp jeugd|gezondheidszorg
zorg|plicht zorg|team zorg|structuur zorg|coördinator zorg|leerlingen arrange|ment arrange|menten arrangemen|ten
dys|lexie dyslexie|protocol dyscal|culie hoog|begaafd hoogbegaafd|heid hoog|begaafde meer|begaafde begaafd|heid
motori|sche moto|risch lichame|lijke licha|melijk zin|tuiglijk audi|tief visu|eel emotio|neel emo|tioneel soci|aal
so|ciaal so|ciale veilig|heid veilig|heidsplan veiligheids|beleid ouder|betrokkenheid ouder|gesprek ouder|avond ouder|commissie
ouder|raad betrok|ken betrokken|heid zelf|standig zelfstan|dig zelf|redzaamheid zelf|vertrouwen zelf|beeld ex|pertise
exper|tise expertise|centrum ex|tern exter|ne in|tern inter|ne interven|tie in|stroom uit|stroom uit|stroomprofiel
uitstroom|bestemming door|stroom door|verwijzing aan|bod aan|pak aan|passing aanpas|singen aan|vraag aanvra|gen
aan|dacht aandachts|punten aan|sluiting toe|wijzing toelaat|baarheid toelaatbaar|heidsverklaring toe|komst toekom|stige
toet|sen toets|resultaten metho|de metho|des methode|gebonden mate|rialen materi|aal mo|gelijk moge|lijk mogelijk|heden
mogelijkhe|den nood|zakelijk noodzake|lijk oplos|sing oplossings|gericht opbrengst|gericht op|brengsten opbreng|sten
over|gang over|leg over|dracht over|zicht plaat|sing plaat|sen stimu|leren stimule|ren stra|tegie strate|gieën
taal|ontwikkeling taal|achterstand taal|beleid woorden|schat woordenschat|onderwijs lees|problemen lees|onderwijs
lees|specialist begrij|pend begrij|pen tech|nisch techni|sche spel|ling spelling|onderwijs vak|leerkracht vaar|digheden
vaardig|heden vaardighe|den volg|systeem leerling|volgsysteem leerlingvolg|systeem volwas|senen voor|schoolse
voor|zieningen voorzie|ningen voorzienin|gen voor|komen wet|geving wette|lijke wijk|team
zie|kenhuis ziek|teverzuim afspra|ken af|stemming afstem|men werk|wijze werk|houding werkhou|ding week|planning
dag|planning dagritme|kaarten klas|senmanagement klassen|management klas|genoten kin|deren kinde|ren kinder|opvang
kleu|ters kleuter|groep peuter|speelzaal iden|titeit identi|teit levens|beschouwelijk levensbeschou|welijk
mede|werkers medewer|kers mede|zeggenschapsraad medezeggen|schap ambu|lante ambulan|te preven|tief pre|ventieve
sectie|voorzitter collegi|ale colle|ga's bureau|stoel tafel|groepje schoolplein|regels natuur|educatie muziek|lessen
finan|cieel finan|ciële conti|nuïteit tweeën|twintig financi|eel offici|eel indivi|dueel individu|eel structu|reel intellectu|eel actu|eel museum|bezoek
muse|um lyce|um ideeën|bus na|tuur klimop|plant reken|kwaxen bloesem|grakker verfloem|peling
)";

// What stands before the hyphen is left out of the first of two compounds: hyphen and space stay.
// What stands before the hyphen is left out of the first of two compounds; "_" is the space that stays.
inline constexpr std::string_view suspended_hyphens = R"(
onderwijs-_|en voor-_|en in-_|en boven-_|of taal-_|en zorg-_|en lees-_|en reken-_|en midden-_|en onder-_|en leer-_|en
gedrags-_|en ontwikkelings-_|en voor-_|of sociaal-_|en groeps-_|of basis-_|en school-_|en oud-_|en kwaliteits-_|en
ondersteunings-_|en jeugd-_|en peuter-_|en ochtend-_|of leerling-_|en ouder-_|en week-_|en team-_|en VMBO-_|en IB-_|en
hulp-_|en thuis-_|en toets-_|en observatie-_|en directie-_|en op-_|en af-_|en uit-_|en drie-_|tot twee-_|à woon-_|c.q.
voor-_|respectievelijk voor-_|resp. zaal-_|en/of groep-_|t/m peuter-_|alsmede sport-_|alsook taal-_|als reken-_|noch
taal-_|én zorg-_|óf school-_|dan hoofd-_|& lees-_|(en inzet-_|of
)";

// Hyphenation took the trema away: "re-" and "unie". Some printers leave it; both are read.
inline constexpr std::string_view lost_tremas = R"(
re|ünie re|ünies co|ördinator co|ördinatie co|ördineren co|öperatie co|öperatief ge|ïnteresseerd ge|ïnteresseerde
ge|ïnformeerd ge|ïntegreerd ge|ïndiceerd ge|ïnspireerd ge|ïntroduceerd ge|ïsoleerd ge|ïnstalleerd ge|üniformeerd
ge|ëvalueerd ge|ëindigd be|ïnvloeden be|ïnvloeding be|ëindigen be|ëindiging be|ëindigd offici|ële financi|ële
industri|ële essenti|ële potenti|ële initi|ëren cre|ëren cre|ëert zo|ölogie ego|ïsme ego|ïstisch hero|ïsch moza|ïek
continu|ïteit ambigu|ïteit ge|ëerd ge|ërgerd ge|ïllustreerd ge|ïrriteerd ge|ëigend vari|ëren vari|ëteit na|ïef na|ïeve
na|ïviteit zorgco|ördinator
)";

}  // namespace sop::pdf::test
