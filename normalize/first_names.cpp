#include "normalize/first_names.h"

#include <algorithm>
#include <array>

namespace sop {
namespace {

// In the order of their bytes. Left out: what is a common word or abbreviation too ("Ad", "Max", "Wil").
constexpr std::array<std::string_view, 523> first_names{
    // clang-format off
    "Aaltje", "Abdel", "Adri", "Agnes", "Ahmed", "Aicha", "Aleid", "Alex", "Ali", "Alice", "Amber", "Amina", "Anita",
    "Anja", "Anke", "Ankie", "Ann", "Anna", "Anne", "Anneke", "Annelies", "Annemarie", "Annemiek", "Annet", "Annette",
    "Annie", "Anouk", "Ans", "Antje", "Antoinette", "Anton", "Arend", "Arie", "Arjan", "Arjen", "Arno", "Arnold",
    "Astrid", "Aukje", "Ayse", "Babette", "Barbara", "Bart", "Bas", "Bastiaan", "Beatrix", "Ben", "Bernadette",
    "Bert", "Bertus", "Betty", "Bianca", "Bob", "Boris", "Boukje", "Bram", "Brenda", "Brigitte", "Carin", "Carina",
    "Carla", "Carlijn", "Carmen", "Carola", "Carolien", "Caroline", "Cas", "Casper", "Cees", "Chantal", "Charlotte",
    "Chris", "Christa", "Christel", "Christiaan", "Christian", "Christien", "Christina", "Cindy", "Claudia", "Coen",
    "Conny", "Cor", "Corien", "Corine", "Corinne", "Corrie", "Daan", "Daisy", "Danielle", "Danique", "Dave", "David",
    "Debby", "Deborah", "Dennis", "Diana", "Dianne", "Dick", "Diederik", "Dineke", "Dirk", "Dolf", "Dorien", "Dorine",
    "Doris", "Eef", "Eefje", "Eelco", "Elisa", "Elise", "Ellen", "Ellie", "Elly", "Els", "Elsbeth", "Emiel", "Emma",
    "Emmy", "Eric", "Erica", "Erik", "Erika", "Erna", "Ernst", "Esmee", "Esther", "Eva", "Evelien", "Eveline",
    "Evert", "Evi", "Fabian", "Fatima", "Fatma", "Femke", "Fenna", "Ferdinand", "Fleur", "Floris", "Francien",
    "Frank", "Frans", "Fred", "Frederik", "Freek", "Frits", "Froukje", "Geert", "Geertje", "Geke", "Gerard", "Gerda",
    "Gerrie", "Gerrit", "Gert", "Gertjan", "Gertrude", "Gijs", "Gijsbert", "Ginny", "Greetje", "Greta", "Guido",
    "Guus", "Hafid", "Hakan", "Hannah", "Hanneke", "Hannie", "Hans", "Harm", "Harmen", "Harold", "Harrie", "Harry",
    "Hasan", "Heidi", "Heleen", "Helena", "Helga", "Hella", "Hendrik", "Henk", "Henny", "Henri", "Herman", "Hetty",
    "Hidde", "Hilda", "Hilde", "Hugo", "Huib", "Hylke", "Ida", "Ilona", "Ilse", "Ina", "Ineke", "Inge", "Ingeborg",
    "Ingrid", "Irene", "Iris", "Irma", "Isa", "Isabel", "Isabelle", "Ivo", "Jaap", "Jacco", "Jack", "Jacob",
    "Jacqueline", "Jaimy", "Jan", "Jana", "Janine", "Janna", "Janneke", "Jannie", "Jantje", "Jasmijn", "Jasper",
    "Jeanet", "Jeanette", "Jeanne", "Jelle", "Jenneke", "Jennifer", "Jenny", "Jeroen", "Jesse", "Jessica", "Jet",
    "Jette", "Jill", "Jim", "Jip", "Jitske", "Joan", "Job", "Jochem", "Joke", "Jolanda", "Jolien", "Joop", "Joost",
    "Jop", "Jordy", "Joris", "Jos", "Joset", "Josje", "Joyce", "Judith", "Julia", "Julian", "Jurgen", "Juul", "Kaj",
    "Karel", "Karen", "Karim", "Karin", "Karlijn", "Kasper", "Kees", "Kevin", "Kim", "Kirsten", "Klaartje", "Klaas",
    "Koen", "Koos", "Krista", "Kristel", "Laila", "Lars", "Laura", "Laurens", "Leendert", "Lenie", "Leo", "Leonie",
    "Leontien", "Lex", "Lia", "Lidwien", "Lidy", "Lieke", "Lies", "Liesbeth", "Lilian", "Linda", "Lisa", "Lisanne",
    "Lisette", "Loes", "Lonneke", "Lotte", "Louis", "Louise", "Luc", "Lucas", "Lucia", "Luuk", "Lydia", "Maaike",
    "Maarten", "Machteld", "Madelon", "Maike", "Maja", "Manon", "Marcel", "Marco", "Margo", "Margot", "Margreet",
    "Margriet", "Maria", "Marian", "Marianne", "Marie", "Marieke", "Mariette", "Marije", "Marijke", "Marijn",
    "Marina", "Marion", "Mariska", "Marit", "Marja", "Marjan", "Marjo", "Marjolein", "Mark", "Marleen", "Marlies",
    "Marloes", "Martha", "Martijn", "Martin", "Martine", "Mathijs", "Matthijs", "Maud", "Maurice", "Mees", "Mehmet",
    "Melanie", "Melissa", "Menno", "Merel", "Michael", "Michel", "Michiel", "Mieke", "Miep", "Mies", "Mike", "Mila",
    "Milan", "Mimoun", "Minke", "Mirjam", "Mohamed", "Mohammed", "Monica", "Monique", "Mustafa", "Myrthe", "Nadia",
    "Nadine", "Nancy", "Natascha", "Natasja", "Nathalie", "Nel", "Nelleke", "Nellie", "Nick", "Nicole", "Nicolien",
    "Niels", "Nienke", "Nina", "Noa", "Noor", "Noortje", "Nora", "Nynke", "Olaf", "Olga", "Onno", "Otto", "Pascal",
    "Patricia", "Patrick", "Paul", "Paula", "Pauline", "Peter", "Petra", "Pien", "Piet", "Pieter", "Pim", "Quinten",
    "Rachel", "Ramon", "Raymond", "Rebecca", "Reinier", "Renate", "Rene", "Renee", "Rens", "Ria", "Rianne", "Rick",
    "Rik", "Rina", "Rita", "Rob", "Robbert", "Robert", "Robin", "Roel", "Roelof", "Rogier", "Roland", "Romy", "Ron",
    "Ronald", "Roos", "Rosalie", "Rosanne", "Roy", "Ruben", "Rudi", "Rudolf", "Ruth", "Ruud", "Sabine", "Said",
    "Samira", "Sander", "Sandra", "Sanne", "Sara", "Sarah", "Saskia", "Selma", "Sem", "Serge", "Sharon", "Siebe",
    "Sietske", "Silvia", "Simon", "Simone", "Sjaak", "Sjoerd", "Sofie", "Sonja", "Sophie", "Stefan", "Stephanie",
    "Steven", "Stijn", "Suzan", "Suzanne", "Sven", "Sylvia", "Tamara", "Tara", "Tessa", "Teun", "Thea", "Theo",
    "Thera", "Thijs", "Thomas", "Tijn", "Tim", "Timo", "Tine", "Tineke", "Tinus", "Tirza", "Tjeerd", "Tom", "Ton",
    "Toon", "Trudy", "Truus", "Tycho", "Ursula", "Veerle", "Vera", "Vincent", "Wendy", "Wessel", "Wiebe", "Wieke",
    "Wiesje", "Wietske", "Wilbert", "Willeke", "Willem", "Willemien", "Wilma", "Wim", "Wouter", "Yasmin", "Yasmina",
    "Youssef", "Yvette", "Yvonne", "Zoe"
    // clang-format on
};

}  // namespace

bool is_first_name(std::string_view word) {
    constexpr std::size_t shortest = 2, longest = 12;
    return word.size() >= shortest && word.size() <= longest &&
           std::binary_search(first_names.begin(), first_names.end(), word);
}

}  // namespace sop
