#include "normalize/first_names.h"

#include <algorithm>
#include <array>

namespace sop {
namespace {

// In the order of their bytes. Left out: what is a common word or abbreviation too ("Ad", "Max", "Wil").
constexpr std::array<std::string_view, 624> first_names{
    // clang-format off
    "Aafke", "Aaltje", "Abdel", "Abe", "Adri", "Agnes", "Ahmed", "Aicha", "Akke", "Aleid", "Alex", "Ali", "Alice",
    "Alie", "Amber", "Amina", "Anita", "Anja", "Anke", "Ankie", "Ann", "Anna", "Anne", "Anneke", "Annelies",
    "Annemarie", "Annemiek", "Annet", "Annette", "Annie", "Anouk", "Ans", "Antje", "Antoinette", "Anton", "Arend",
    "Arie", "Arjan", "Arjen", "Arno", "Arnold", "Astrid", "Atie", "Auke", "Aukje", "Ayse", "Ayşe", "Babette", "Barbara",
    "Bart", "Bas", "Bastiaan", "Bauke", "Baukje", "Beatrix", "Ben", "Berend", "Bernadette", "Bert", "Bertus", "Betty",
    "Bianca", "Bob", "Boris", "Bouke", "Boukje", "Bram", "Brecht", "Brenda", "Brigitte", "Carin", "Carina", "Carla",
    "Carlijn", "Carmen", "Carola", "Carolien", "Caroline", "Cas", "Casper", "Cathelijne", "Cees", "Celine", "Chantal",
    "Charlotte", "Chiel", "Chris", "Christa", "Christel", "Christiaan", "Christian", "Christien", "Christina", "Cindy",
    "Claudia", "Clemens", "Coby", "Coen", "Conny", "Cor", "Corien", "Corine", "Corinne", "Corrie", "Daan", "Daisy",
    "Danielle", "Danique", "Daphne", "Dave", "David", "Debby", "Deborah", "Demi", "Dennis", "Derk", "Diana", "Dianne",
    "Dick", "Diederik", "Dieuwke", "Dineke", "Dinie", "Dirk", "Doede", "Dolf", "Dorien", "Dorine", "Doris", "Doutzen",
    "Douwe", "Ebel", "Eef", "Eefje", "Eelco", "Elif", "Elisa", "Elise", "Ellen", "Ellie", "Elly", "Els", "Elsbeth",
    "Elske", "Emiel", "Emine", "Emma", "Emmy", "Eric", "Erica", "Erik", "Erika", "Erna", "Ernst", "Esmee", "Esmée",
    "Esther", "Eva", "Evelien", "Eveline", "Evert", "Evi", "Fabian", "Fardau", "Fatima", "Fatma", "Femke", "Fenna",
    "Ferdinand", "Fieke", "Fleur", "Floris", "Fokke", "Folkert", "Francien", "Frank", "Frans", "Fred", "Frederieke",
    "Frederik", "Freek", "Frits", "Froukje", "Gea", "Geert", "Geertje", "Geke", "Gerard", "Gerben", "Gerda", "Gerdien",
    "Gerlof", "Gerrie", "Gerrit", "Gert", "Gertjan", "Gertrude", "Gijs", "Gijsbert", "Gineke", "Ginny", "Gosse",
    "Greetje", "Greta", "Grietje", "Guido", "Guus", "Hafid", "Hakan", "Halil", "Hanna", "Hannah", "Hanneke", "Hannie",
    "Hans", "Harm", "Harmen", "Harold", "Harrie", "Harry", "Hasan", "Hedwig", "Heidi", "Heleen", "Helena", "Helga",
    "Hella", "Hendrik", "Hendrikje", "Henk", "Henny", "Henri", "Henriëtte", "Herman", "Hessel", "Hetty", "Hidde",
    "Hilda", "Hilde", "Hilly", "Hinke", "Hugo", "Huib", "Hylke", "Ibrahim", "Ida", "Ietje", "Ilona", "Ilse", "Imke",
    "Ina", "Ineke", "Inge", "Ingeborg", "Ingrid", "Irene", "Iris", "Irma", "Isa", "Isabel", "Isabelle", "Ismail", "Ivo",
    "Jaap", "Jacco", "Jacintha", "Jack", "Jacob", "Jacqueline", "Jaimy", "Jan", "Jana", "Janine", "Janna", "Janneke",
    "Jannes", "Jannie", "Jantine", "Jantje", "Jasmijn", "Jasper", "Jeanet", "Jeanette", "Jeanne", "Jelle", "Jelmer",
    "Jeltje", "Jenneke", "Jennifer", "Jenny", "Jente", "Jeroen", "Jesse", "Jessica", "Jet", "Jetske", "Jette", "Jildou",
    "Jill", "Jim", "Jip", "Jitske", "Joan", "Job", "Jochem", "Joke", "Jolanda", "Jolande", "Jolien", "Jolijn", "Joop",
    "Joost", "Jop", "Jordy", "Jorinde", "Joris", "Jorrit", "Jos", "Joset", "Josje", "Joyce", "Judith", "Julia",
    "Julian", "Jurgen", "Jurre", "Juul", "Kaj", "Karel", "Karen", "Karim", "Karin", "Karlijn", "Kasper", "Kees",
    "Kevin", "Kim", "Kirsten", "Klaartje", "Klaas", "Klaske", "Koen", "Koos", "Krista", "Kristel", "Laila", "Lars",
    "Latifa", "Laura", "Laurens", "Leendert", "Lenie", "Leo", "Leonie", "Leontien", "Lex", "Lia", "Lianne", "Lidwien",
    "Lidy", "Lieke", "Lies", "Liesbeth", "Lilian", "Linda", "Lisa", "Lisanne", "Lisette", "Loes", "Lonneke", "Lotte",
    "Louis", "Louise", "Luc", "Lucas", "Lucia", "Luuk", "Lydia", "Maaike", "Maarten", "Machteld", "Madelon", "Maike",
    "Maja", "Manon", "Marcel", "Marco", "Margo", "Margot", "Margreet", "Margriet", "Maria", "Marian", "Marianne",
    "Marie", "Marieke", "Mariette", "Marije", "Marijke", "Marijn", "Marina", "Marion", "Mariska", "Marit", "Marja",
    "Marjan", "Marjo", "Marjolein", "Mark", "Marleen", "Marlies", "Marloes", "Marrit", "Martha", "Martijn", "Martin",
    "Martine", "Mathijs", "Matthijs", "Maud", "Maurice", "Mees", "Mehmet", "Meike", "Melanie", "Melissa", "Menno",
    "Merel", "Michael", "Michel", "Michiel", "Mieke", "Miep", "Mies", "Mike", "Mila", "Milan", "Mimoun", "Minke",
    "Mirjam", "Mirthe", "Mohamed", "Mohammed", "Monica", "Monique", "Mustafa", "Myrthe", "Nadia", "Nadine", "Naima",
    "Nancy", "Natascha", "Natasja", "Nathalie", "Nel", "Nelleke", "Nellie", "Nick", "Nicole", "Nicolien", "Niels",
    "Nienke", "Nina", "Noa", "Noor", "Noortje", "Nora", "Nynke", "Odette", "Oene", "Okke", "Olaf", "Olga", "Onno",
    "Otto", "Pascal", "Patricia", "Patrick", "Paul", "Paula", "Paulien", "Pauline", "Peter", "Petra", "Pien", "Piet",
    "Pieter", "Pieternel", "Pim", "Pleun", "Quinten", "Rachel", "Rachid", "Ramon", "Raymond", "Rebecca", "Reinder",
    "Reinier", "Renate", "Rene", "Renee", "Rens", "Renske", "Ria", "Rianne", "Rick", "Rik", "Rikst", "Rina", "Rinske",
    "Rita", "Rob", "Robbert", "Robert", "Robin", "Roel", "Roelie", "Roelof", "Rogier", "Roland", "Romy", "Ron",
    "Ronald", "Roos", "Rosalie", "Rosanne", "Roy", "Ruben", "Rudi", "Rudolf", "Ruth", "Ruud", "Sabine", "Said",
    "Samira", "Sander", "Sandra", "Sanne", "Sara", "Sarah", "Saskia", "Selma", "Sem", "Serge", "Sharon", "Siebe",
    "Sietse", "Sietske", "Sijtze", "Silvia", "Simon", "Simone", "Sjaak", "Sjoerd", "Sofie", "Sonja", "Sophie", "Stefan",
    "Stephanie", "Steven", "Stijn", "Suzan", "Suzanne", "Sven", "Sylvia", "Sytske", "Tamara", "Tara", "Tessa", "Teun",
    "Thea", "Theo", "Thera", "Thijs", "Thomas", "Tijn", "Tim", "Timo", "Tine", "Tineke", "Tinus", "Tirza", "Tjeerd",
    "Tjitske", "Tom", "Ton", "Toon", "Trijntje", "Trudy", "Truus", "Tycho", "Ursula", "Veerle", "Vera", "Vincent",
    "Wendy", "Wessel", "Wiebe", "Wieke", "Wiesje", "Wieteke", "Wietske", "Wilbert", "Willeke", "Willem", "Willemien",
    "Willemijn", "Wilma", "Wim", "Wouter", "Wybe", "Yasmin", "Yasmina", "Youssef", "Yusuf", "Yvette", "Yvonne",
    "Zeynep", "Zoe", "Zohra", "Élise", "Ömer", "Özlem", "Şükrü"
    // clang-format on
};

}  // namespace

bool is_first_name(std::string_view word) {
    constexpr std::size_t shortest = 2, longest = 12;
    return word.size() >= shortest && word.size() <= longest &&
           std::binary_search(first_names.begin(), first_names.end(), word);
}

}  // namespace sop
