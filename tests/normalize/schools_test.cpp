#include "normalize/schools.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

struct Row {
    std::string_view input, value;
};

TEST_CASE("a kind of school has one abbreviation") {
    const Row rows[]{
        {"bao", "bao"},
        {"BAO", "bao"},
        {"Basisonderwijs", "bao"},
        {"basisschool", "bao"},
        {"regulier basisonderwijs", "bao"},
        {"sbo", "sbo"},
        {"speciaal basisonderwijs", "sbo"},
        {"Speciaal basisonderwijs (SBO)", "sbo"},
        {"speciale basisschool", "sbo"},
        {"so", "so"},
        {"Speciaal onderwijs", "so"},
        {"VSO", "vso"},
        {"voortgezet speciaal onderwijs", "vso"},
        {"Voortgezet onderwijs", "vo"},
        {"vmbo/havo/vwo", "vo"},
        {"praktijkonderwijs", "pro"},
        {"SO/VSO", ""},
        {"basisonderwijs en speciaal basisonderwijs", ""},
        {"jenaplan", ""},
        {"Soest", ""},
        {"", ""},
        {"Bao", "bao"},
        {"BO", "bao"},
        {"openbare basisschool", "bao"},
        {"Reguliere basisschool", "bao"},
        {"primair onderwijs", ""},
        {"SBO-school", "sbo"},
        {"speciaal basisonderwijs sbo", "sbo"},
        {"school voor speciaal basisonderwijs", "sbo"},
        {"school voor speciaal onderwijs", "so"},
        {"S.O.", ""},
        {"vso", "vso"},
        {"vo", "vo"},
        {"VMBO", "vo"},
        {"havo", "vo"},
        {"gymnasium", "vo"},
        {"Pro", "pro"},
        {"PrO", "pro"},
        {"praktijkschool", "pro"},
        {"Kindcentrum", ""},
        {"IKC", ""},
        {"so en vso", ""},
        {"n.v.t.", ""},
        {"?", ""},
        {"basis", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_school_type(row.input).value_or("") == row.value);
    }
}

TEST_CASE("a denomination has one spelling, an unknown one stays") {
    const Row rows[]{
        {"Openbaar", "openbaar"},
        {"openbaar onderwijs", "openbaar"},
        {"Protestants-Christelijk", "protestants-christelijk"},
        {"protestants christelijk", "protestants-christelijk"},
        {"PC", "protestants-christelijk"},
        {"Christelijk", "christelijk"},
        {"Rooms-Katholiek", "rooms-katholiek"},
        {"RK", "rooms-katholiek"},
        {"katholiek", "rooms-katholiek"},
        {"Algemeen bijzonder", "algemeen bijzonder"},
        {"Islamitisch", "islamitisch"},
        {"oecumenisch", "oecumenisch"},
        {"Interconfessioneel", "interconfessioneel"},
        {"Hindoeïstisch", "hindoeïstisch"},
        {"Reformatorisch", "reformatorisch"},
        {"Samenwerkingsschool", "Samenwerkingsschool"},
        {"katholiek / protestants-christelijk", "katholiek / protestants-christelijk"},
        {"  evangelisch ", "evangelisch"},
        {"", ""},
        {"openbare school", "openbaar"},
        {"OPENBAAR", "openbaar"},
        {"Prot. Chr.", "protestants-christelijk"},
        {"P.C.", "protestants-christelijk"},
        {"R.K.", "rooms-katholiek"},
        {"r.k.", "rooms-katholiek"},
        {"Rooms Katholiek", "rooms-katholiek"},
        {"Katholiek onderwijs", "rooms-katholiek"},
        {"christelijk onderwijs", "christelijk"},
        {"Algemeen Bijzonder Onderwijs", "algemeen bijzonder"},
        {"Gereformeerd vrijgemaakt", "gereformeerd vrijgemaakt"},
        {"Gereformeerde grondslag", "gereformeerd"},
        {"Antroposofisch", "Antroposofisch"},
        {"Joods", "Joods"},
        {"Evangelisch", "Evangelisch"},
        {"Hindoeistisch", "hindoeïstisch"},
        {"zie boven", ""},
        {"zie website", ""},
        {"volgt", ""},
        {"onbekend", ""},
        {"bijzonder", "bijzonder"},
        {"neutraal", "neutraal"},
        {"Boeddhistisch", "Boeddhistisch"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        CHECK(parse_denomination(row.input).value_or("") == row.value);
    }
}

TEST_CASE("a name says what its first words leave no doubt about") {
    struct NameRow {
        std::string_view input, schoolsoort, denominatie, onderwijsconcept;
    };
    const NameRow rows[]{
        {"OBS De Brug", "bao", "openbaar", ""},
        {"Obs De Brug", "bao", "openbaar", ""},
        {"PCB De Brug", "bao", "protestants-christelijk", ""},
        {"RKBS De Brug", "bao", "rooms-katholiek", ""},
        {"CBS De Brug", "bao", "christelijk", ""},
        {"Basisschool De Brug", "bao", "", ""},
        {"SBO De Brug", "sbo", "", ""},
        {"Oecumenische basisschool De Brug", "bao", "oecumenisch", ""},
        {"Protestants Christelijke Basisschool de Brug", "bao", "protestants-christelijk", ""},
        {"Openbare Basisschool De Brug", "bao", "openbaar", ""},
        {"Speciale basisschool De Brug", "sbo", "", ""},
        {"Speciale Daltonbasisschool De Brug", "", "", "dalton"},
        {"Jenaplanschool De Brug", "", "", "jenaplan"},
        {"Montessorischool De Brug", "", "", "montessori"},
        {"OBS Daltonschool De Brug", "bao", "openbaar", "dalton"},
        {"Daltonbasisschool De Brug", "bao", "", "dalton"},
        {"GBS De Brug", "bao", "gereformeerd", ""},
        {"Gereformeerde basisschool De Brug", "bao", "gereformeerd", ""},
        {"IBS De Brug", "bao", "islamitisch", ""},
        {"Het Grote College", "vo", "", ""},
        {"Het Grote College De Linde", "vo", "", ""},
        {"Montessori Lyceum", "vo", "", "montessori"},
        {"Vechtlyceum", "vo", "", ""},
        {"Het Merelcollege", "vo", "", ""},
        {"Collegeplein", "", "", ""},
        {"College van Bestuur De Brug", "", "", ""},
        {"IKC De Brug", "", "", ""},
        {"De Brug", "", "", ""},
        {"De Obsidiaan", "", "", ""},
        {"De Openbaring", "", "", ""},
        {"", "", "", ""},
        {"SO De Dijk", "so", "", ""},
        {"VSO Het Baken", "vso", "", ""},
        {"SO en VSO De Dijk", "", "", ""},
    };
    for (const NameRow& row : rows) {
        CAPTURE(row.input);
        const NameEvidence evidence = read_name(row.input);
        CHECK(evidence.schoolsoort.value_or("") == row.schoolsoort);
        CHECK(evidence.denominatie.value_or("") == row.denominatie);
        CHECK(evidence.onderwijsconcept.value_or("") == row.onderwijsconcept);
    }
}

}  // namespace
}  // namespace sop
