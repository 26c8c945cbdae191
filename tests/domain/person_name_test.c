/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_name_test.c - a name in one cell, parted where a reader would */
#include "atelier/domain/person_name.h"

#include <string.h>

#include "atelier/base/memory.h"

#include "support/suite.h"

static const char *
shown(const char *text)
{
    return text ? text : "nothing";
}

static void
expect_name(const char *text, enum person_name_order order, const char *family,
            const char *given, const char *civility)
{
    struct person_name name = { 0 };

    person_name_read(&name, text, order);
    if (strcmp(shown(name.family), shown(family)) != 0 ||
        strcmp(shown(name.given), shown(given)) != 0 ||
        strcmp(shown(name.civility), shown(civility)) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”, civility “%s”", text,
                     shown(name.family), shown(name.given), shown(name.civility));
    person_name_clear(&name);
}

static void
expect_split(const char *text, enum person_name_order order, const char *family,
             const char *given)
{
    expect_name(text, order, family, given, NULL);
}

/* Signs in the name itself are the same for both orders. */
static void
expect_sure(const char *text, const char *family, const char *given)
{
    expect_split(text, NAME_GIVEN_FIRST, family, given);
    expect_split(text, NAME_FAMILY_FIRST, family, given);
}

static void
expect_civility(const char *text, const char *civility, const char *family,
                const char *given)
{
    expect_name(text, NAME_GIVEN_FIRST, family, given, civility);
}

START_TEST(a_particle_in_front__begins__the_family_name)
{
    expect_sure("Van den Broeck Tom", "Van den Broeck", "Tom");
    expect_sure("DE SANTIS MARIA", "DE SANTIS", "MARIA");
    expect_sure("LE GALL ANNE", "LE GALL", "ANNE");
    expect_sure("Della Valle Anna", "Della Valle", "Anna");
    expect_sure("Von der Heide Uwe", "Von der Heide", "Uwe");
    expect_sure("De la Cruz María", "De la Cruz", "María");
    expect_split("ANNE LE GALL", NAME_GIVEN_FIRST, "LE GALL", "ANNE");
    expect_split("Anna Maria Rossi", NAME_GIVEN_FIRST, "Rossi", "Anna Maria");
}

START_TEST(a_particle_inside__leads_to__the_next_word)
{
    expect_sure("Le Bihan-Le Gall Yves", "Le Bihan-Le Gall", "Yves");
    expect_split("Yves Le Bihan-Le Gall", NAME_GIVEN_FIRST, "Le Bihan-Le Gall", "Yves");
    expect_split("Anne Martin-de La Tour", NAME_GIVEN_FIRST, "Martin-de La Tour", "Anne");
    expect_split("Anne Le Gall-Martin", NAME_GIVEN_FIRST, "Le Gall-Martin", "Anne");
    expect_sure("d’Ormesson Jean", "d’Ormesson", "Jean");
    expect_sure("d'Ormesson Jean Paul", "d'Ormesson", "Jean Paul");
    expect_sure("dell’Acqua Marco", "dell’Acqua", "Marco");
    expect_split("Jean d’Ormesson", NAME_GIVEN_FIRST, "d’Ormesson", "Jean");
    expect_split("D’Arcy Martin", NAME_GIVEN_FIRST, "Martin", "D’Arcy");
}

/* Son and daughter of, in Welsh; with a capital they are given names. */
START_TEST(ap_and_ferch__belong__to_the_family_name)
{
    expect_split("Llŷr ap Rhys", NAME_GIVEN_FIRST, "ap Rhys", "Llŷr");
    expect_split("ap Rhys Llŷr", NAME_FAMILY_FIRST, "ap Rhys", "Llŷr");
    expect_split("Owain ab Ieuan", NAME_GIVEN_FIRST, "ab Ieuan", "Owain");
    expect_split("Siân ferch Dafydd", NAME_GIVEN_FIRST, "ferch Dafydd", "Siân");
    expect_split("Ab Klink", NAME_GIVEN_FIRST, "Klink", "Ab");
    expect_split("Ap Dijkstra", NAME_GIVEN_FIRST, "Dijkstra", "Ap");
}

/* As Italian lists write it. */
START_TEST(title_between_the_names__goes__to_its_field)
{
    expect_name("Esposito avv. Carmela", NAME_FAMILY_FIRST, "Esposito", "Carmela",
                "avv.");
    expect_name("ROSSI Dott. Mario", NAME_FAMILY_FIRST, "ROSSI", "Mario", "Dott.");
    expect_name("Roth Prof. Dr. Ulrike", NAME_FAMILY_FIRST, "Roth", "Ulrike",
                "Prof. Dr.");
    expect_split("Petit J. Paul", NAME_FAMILY_FIRST, "Petit", "J. Paul");
}

START_TEST(an_initial_in_the_middle__is__no_particle)
{
    expect_split("John D. Martin", NAME_GIVEN_FIRST, "Martin", "John D.");
    expect_split("H. L. Mencken", NAME_GIVEN_FIRST, "Mencken", "H. L.");
    expect_split("Anna O. Brook", NAME_GIVEN_FIRST, "Brook", "Anna O.");
    expect_split("Mary T. Y. Baker", NAME_GIVEN_FIRST, "Baker", "Mary T. Y.");
    expect_split("Brook Anna D.", NAME_FAMILY_FIRST, "Brook", "Anna D.");
    expect_split("Jean d’Aubigny", NAME_GIVEN_FIRST, "d’Aubigny", "Jean");
    expect_split("Gabriele D' Amico", NAME_GIVEN_FIRST, "D' Amico", "Gabriele");
}

START_TEST(small_particles__behind_capitals__belong_to_what_follows)
{
    expect_sure("IJSBRAND de Vries", "de Vries", "IJSBRAND");
    expect_sure("JEAN de La Fontaine", "de La Fontaine", "JEAN");
    expect_sure("EVA von der Heide", "von der Heide", "EVA");
    expect_sure("MARTIN du Gard Roger", "MARTIN du Gard", "Roger");
    expect_sure("VRIES de Jan", "VRIES de", "Jan");
    expect_sure("de LA FONTAINE Anna", "de LA FONTAINE", "Anna");
}

START_TEST(portuguese_family_names__begin__at_their_first_particle)
{
    expect_split("João Pedro dos Santos Costa", NAME_GIVEN_FIRST, "dos Santos Costa",
                 "João Pedro");
    expect_sure("dos Santos Costa João Pedro", "dos Santos Costa", "João Pedro");
    expect_split("JOÃO PEDRO DOS SANTOS COSTA", NAME_GIVEN_FIRST, "DOS SANTOS COSTA",
                 "JOÃO PEDRO");
    expect_split("Maria João da Silva Pereira", NAME_GIVEN_FIRST, "da Silva Pereira",
                 "Maria João");
    expect_split("José Carlos Ferreira da Silva", NAME_GIVEN_FIRST, "Ferreira da Silva",
                 "José Carlos");
    expect_split("Rui de Oliveira Santos", NAME_GIVEN_FIRST, "de Oliveira Santos", "Rui");
    expect_split("Maria da Costa e Silva", NAME_GIVEN_FIRST, "da Costa e Silva", "Maria");
    expect_split("Maria do Carmo Silva", NAME_GIVEN_FIRST, "Silva", "Maria do Carmo");
    expect_split("Maria da Graça Costa", NAME_GIVEN_FIRST, "Costa", "Maria da Graça");
    expect_split("Do Thanh Nguyen", NAME_GIVEN_FIRST, "Nguyen", "Do Thanh");
    expect_split("María de la Cruz Pérez", NAME_GIVEN_FIRST, "Pérez", "María de la Cruz");
}

START_TEST(styles_and_signs_of_an_ending__belong_to__the_civility)
{
    expect_civility("D.ª Ana Ruiz", "D.ª", "Ruiz", "Ana");
    expect_civility("Dª. Ana Ruiz", "Dª.", "Ruiz", "Ana");
    expect_civility("Sr.ª D.ª Ana Sousa", "Sr.ª D.ª", "Sousa", "Ana");
    expect_civility("Prof.ª Marta Reis", "Prof.ª", "Reis", "Marta");
    expect_civility("Sr. D. José Ruiz", "Sr. D.", "Ruiz", "José");
    expect_civility("The Rt Hon. John Smith", "The Rt Hon.", "Smith", "John");
    expect_civility("The Right Honourable John Smith", "The Right Honourable", "Smith",
                    "John");
    expect_civility("The Very Rev. Mary Smith", "The Very Rev.", "Smith", "Mary");
    expect_civility("S.E. M. Paul Dupont", "S.E. M.", "Dupont", "Paul");
    expect_civility("D. José Ruiz", NULL, "Ruiz", "D. José"); /* or David José */
    expect_civility("Mª José Ruiz", NULL, "Ruiz", "Mª José");
}

START_TEST(comma__parts__the_names)
{
    expect_sure("Müller, Anna", "Müller", "Anna");
    expect_sure("de la Tour , Jean Paul", "de la Tour", "Jean Paul");
    expect_sure("Müller,", "Müller", NULL);
    expect_sure("Dupont,Jean", "Dupont", "Jean");
}

START_TEST(long_names__stay__whole)
{
    expect_split("Anne de La Tour du Pin", NAME_GIVEN_FIRST, "de La Tour du Pin", "Anne");
    expect_split("de La Tour du Pin Anne", NAME_FAMILY_FIRST, "de La Tour du Pin",
                 "Anne");
    expect_split("Jean de La Ville de Mirmont", NAME_GIVEN_FIRST,
                 "de La Ville de Mirmont", "Jean");
    expect_split("Eva von der Leyen zu Berg", NAME_GIVEN_FIRST, "von der Leyen zu Berg",
                 "Eva");
    expect_split("María de la Cruz de León", NAME_GIVEN_FIRST, "de León",
                 "María de la Cruz");
    expect_sure("DUPONT - MARTIN Claire", "DUPONT-MARTIN", "Claire");
    expect_sure("Jean - Pierre DUPONT", "DUPONT", "Jean-Pierre");
    expect_sure("DUPONT Claire - MAIRIE", "DUPONT", "Claire");
    expect_sure("'T HART", "'T HART", NULL);
}

START_TEST(titles__hold__their_faculty)
{
    expect_civility("Prof. Dr. med. Ute SCHMIDT", "Prof. Dr. med.", "SCHMIDT", "Ute");
    expect_civility("Dr. h.c. Ute Schmidt", "Dr. h.c.", "Schmidt", "Ute");
    expect_civility("Prof. em. Dr. h.c. Hans Weiß", "Prof. em. Dr. h.c.", "Weiß", "Hans");
    expect_civility("Prof. emer. Karl Maier", "Prof. emer.", "Maier", "Karl");
    expect_civility("Prof. a.D. Karl Maier", "Prof. a.D.", "Maier", "Karl");
    expect_civility("PD Dr. Uta Kern", "PD Dr.", "Kern", "Uta");
    expect_civility("apl. Prof. Dr. Uta Korn", "apl. Prof. Dr.", "Korn", "Uta");
    expect_civility("Priv.-Doz. Dr. Uta Korn", "Priv.-Doz. Dr.", "Korn", "Uta");
    expect_civility("PD Kern", NULL, "Kern", "PD");
    expect_civility("Mgr Jan NOWAK", "Mgr", "NOWAK", "Jan");
    expect_civility("MUDr. Eva NOVÁ", "MUDr.", "NOVÁ", "Eva");
}

START_TEST(capitals__show__the_family_name)
{
    expect_sure("Anna MÜLLER", "MÜLLER", "Anna");
    expect_sure("DUPONT Anna", "DUPONT", "Anna");
    expect_sure("Jean-Pierre VAN DEN BERG", "VAN DEN BERG", "Jean-Pierre");
    expect_sure("LE GOFF Anne Marie", "LE GOFF", "Anne Marie");
    expect_sure("Anna de LA TOUR", "de LA TOUR", "Anna");
    expect_sure("de LA TOUR Anna", "de LA TOUR", "Anna");
    expect_sure("Seán O'BRIEN", "O'BRIEN", "Seán");
    expect_sure("LE-GOFF Zoé", "LE-GOFF", "Zoé");
    expect_sure("ROY Anna", "ROY", "Anna");
    expect_sure("Anna LI", "LI", "Anna");
}

START_TEST(capitals__of_any_script__show_it)
{
    expect_sure("ИВАНОВ Иван", "ИВАНОВ", "Иван");
    expect_sure("Νίκος ΠΑΠΑΔΟΠΟΥΛΟΣ", "ΠΑΠΑΔΟΠΟΥΛΟΣ", "Νίκος");
    expect_sure("Łukasz ŻÓŁĆ", "ŻÓŁĆ", "Łukasz");
    expect_sure("ՍԱՐԳՍՅԱՆ Արամ", "ՍԱՐԳՍՅԱՆ", "Արամ");
}

START_TEST(small_beginning__before_capitals__counts_as_capital)
{
    expect_sure("McDONALD John", "McDONALD", "John");
    expect_sure("John MacDONALD", "MacDONALD", "John");
    expect_sure("d’ALMEIDA Rosa", "d’ALMEIDA", "Rosa");
    expect_sure("Bashar al-KHATIB", "al-KHATIB", "Bashar");
    expect_sure("STRAßER Eva", "STRAßER", "Eva");
    expect_sure("Gina DeLUCA", "DeLUCA", "Gina");
}

START_TEST(order__decides__when_nothing_shows)
{
    expect_split("Anna Müller", NAME_GIVEN_FIRST, "Müller", "Anna");
    expect_split("Müller Anna", NAME_FAMILY_FIRST, "Müller", "Anna");
    expect_split("Anna Maria Müller", NAME_GIVEN_FIRST, "Müller", "Anna Maria");
    expect_split("Müller Anna Maria", NAME_FAMILY_FIRST, "Müller", "Anna Maria");
    expect_split("ANNA MULLER", NAME_GIVEN_FIRST, "MULLER", "ANNA");
    expect_split("MULLER ANNA", NAME_FAMILY_FIRST, "MULLER", "ANNA");
    expect_split("van gogh", NAME_GIVEN_FIRST, "gogh", "van");
}

START_TEST(initials__are__the_given_name)
{
    expect_sure("JC Bernardin", "Bernardin", "JC");
    expect_sure("Bernardin JC", "Bernardin", "JC");
    expect_sure("J.-P. Roe", "Roe", "J.-P.");
    expect_sure("Roe J.-P.", "Roe", "J.-P.");
    expect_sure("JC de la Tour", "de la Tour", "JC");
    expect_split("JC DUPONT", NAME_GIVEN_FIRST, "DUPONT", "JC");
    expect_split("AM Dupont", NAME_GIVEN_FIRST, "Dupont", "AM");
    expect_split("LI Wei", NAME_FAMILY_FIRST, "LI", "Wei");
    expect_split("J Bernardin", NAME_GIVEN_FIRST, "Bernardin", "J");
}

START_TEST(particles__belong__to_the_family_name)
{
    expect_split("Anna de la Fontaine", NAME_GIVEN_FIRST, "de la Fontaine", "Anna");
    expect_split("Jan van den Berg", NAME_GIVEN_FIRST, "van den Berg", "Jan");
    expect_split("Anne Le Goff", NAME_GIVEN_FIRST, "Le Goff", "Anne");
    expect_split("Louis de Saint Just", NAME_GIVEN_FIRST, "de Saint Just", "Louis");
    expect_split("José García y Márquez", NAME_GIVEN_FIRST, "García y Márquez", "José");
    expect_split("García y Márquez José", NAME_FAMILY_FIRST, "García y Márquez", "José");
    expect_split("Ben Durand", NAME_GIVEN_FIRST, "Durand", "Ben");
    expect_sure("de la Fontaine Anna", "de la Fontaine", "Anna");
    expect_sure("van Gogh", "van Gogh", NULL);
    expect_sure("DE GAULLE", "DE GAULLE", NULL);
}

START_TEST(particle__behind_the_given_name__goes_before_the_family_name)
{
    expect_sure("Ham, Zeger van", "van Ham", "Zeger");
    expect_sure("Tour, Anne de la", "de la Tour", "Anne");
    expect_sure("Aubeterre, Anne d’", "d’Aubeterre", "Anne");
    expect_sure("Tour (de la), Anne", "de la Tour", "Anne");
    expect_sure("Berg, Jan Piet van den", "van den Berg", "Jan Piet");
    expect_sure("Durand, Ben", "Durand", "Ben");
}

START_TEST(civility__goes__to_its_field)
{
    expect_civility("Mme Anna DUPONT", "Mme", "DUPONT", "Anna");
    expect_civility("MME DUPONT Anna", "MME", "DUPONT", "Anna");
    expect_civility("M. Jean Dupont", "M.", "Dupont", "Jean");
    expect_civility("M Jean Dupont", "M", "Dupont", "Jean");
    expect_civility("monsieur Jean Dupont", "monsieur", "Dupont", "Jean");
    expect_civility("Me Jean Dupont", "Me", "Dupont", "Jean");
    expect_civility("Pr. Jean Dupont", "Pr.", "Dupont", "Jean");
    expect_civility("Frau Prof. Dr. Eva Roth", "Frau Prof. Dr.", "Roth", "Eva");
    expect_civility("Sig.ra Lia Verdi", "Sig.ra", "Verdi", "Lia");
    expect_civility("Sra. Ana Gil", "Sra.", "Gil", "Ana");
    expect_civility("Dhr. Jan van Dam", "Dhr.", "van Dam", "Jan");
    expect_civility("Dr.Anna Novak", "Dr.", "Novak", "Anna");
    expect_civility("Dupont, Mme Anna", "Mme", "Dupont", "Anna");
    expect_civility("Mme Dupont, Anna", "Mme", "Dupont", "Anna");
    expect_civility("Anna Dupont (Mme)", "Mme", "Dupont", "Anna");
    expect_civility("Anna Dupont, Dr", "Dr", "Dupont", "Anna");
    expect_civility("M. et Mme Jean Dupont", "M. et Mme", "Dupont", "Jean");
    expect_civility("M. le préfet Jean Dupont", "M.", "Dupont", "Jean");
    expect_civility("Mme Anne Le Goff", "Mme", "Le Goff", "Anne");
    expect_civility("Mme Dupont", "Mme", "Dupont", NULL);
    expect_civility("Dr.-Ing. Hans Maier", "Dr.-Ing.", "Maier", "Hans");
    expect_civility("Prof. Dr.-Ing. Hans Maier", "Prof. Dr.-Ing.", "Maier", "Hans");
    expect_civility("Prof.dr. K. van den Berg", "Prof. dr.", "van den Berg", "K.");
    expect_civility("Prof.Dr.Hans Maier", "Prof. Dr.", "Maier", "Hans");
    expect_civility("Mª José López", NULL, "López", "Mª José");
    expect_civility("Mme", NULL, "Mme", NULL);
}

START_TEST(generation_and_degrees__are__no_family_name)
{
    expect_sure("Dupontel II, Jean", "Dupontel", "Jean II");
    expect_split("Jean Dupontel II", NAME_GIVEN_FIRST, "Dupontel", "Jean II");
    expect_split("Jean DUPONTEL Jr.", NAME_GIVEN_FIRST, "DUPONTEL", "Jean Jr.");
    expect_split("Dupontel, Jean, Sr", NAME_GIVEN_FIRST, "Dupontel", "Jean Sr");
    expect_split("Anna Novak MBA", NAME_GIVEN_FIRST, "Novak", "Anna");
    expect_split("Novák Pavel, CSc.", NAME_FAMILY_FIRST, "Novák", "Pavel");
    expect_split("Karl Lang jun.", NAME_GIVEN_FIRST, "Lang", "Karl jun.");
    expect_split("NGUYỄN Văn An", NAME_GIVEN_FIRST, "NGUYỄN", "Văn An");
    expect_split("Anna Novak, PhD", NAME_GIVEN_FIRST, "Novak", "Anna");
    expect_split("Anna Novak, Ph.D., MBA", NAME_GIVEN_FIRST, "Novak", "Anna");
    expect_split("Novak Anna MSc", NAME_FAMILY_FIRST, "Novak", "Anna");
    expect_split("Hans Maier M.A.", NAME_GIVEN_FIRST, "Maier", "Hans");
    expect_split("Hans Maier, MdB", NAME_GIVEN_FIRST, "Maier", "Hans");
}

START_TEST(what_is_no_name__is_left_out)
{
    expect_split("Luc Petitot (CD93)", NAME_GIVEN_FIRST, "Petitot", "Luc");
    expect_sure("Marie DUPONTEL (DREAL)", "DUPONTEL", "Marie");
    expect_sure("AUBRY Léo [Ville X]", "AUBRY", "Léo");
    expect_split("Luc Petitot <luc@exemple.test>", NAME_GIVEN_FIRST, "Petitot", "Luc");
    expect_split("Luc Petitot luc@exemple.test", NAME_GIVEN_FIRST, "Petitot", "Luc");
    expect_sure("Jean PETITOT - Ville de Montclair", "PETITOT", "Jean");
    expect_split("Luc Petitot – CD 93", NAME_GIVEN_FIRST, "Petitot", "Luc");
    expect_split("Luc Petitot (CD93", NAME_GIVEN_FIRST, "Petitot", "Luc");
    expect_sure("Anna DUPONT née MARTIN", "DUPONT", "Anna");
    expect_sure("(DREAL)", NULL, NULL);
}

/* They are looked for by halves. */
START_TEST(words_of_offices__stand_in_order)
{
    static const char *const words[] = {
#define OFFICE(word) word,
#include "name/office_word.def"
#undef OFFICE
    };
    for (size_t i = 1; i < sizeof words / sizeof *words; i++)
        ck_assert_msg(strcmp(words[i - 1], words[i]) < 0, "%s", words[i]);
}
END_TEST

/* A name, what they are, and what else stands there. */
START_TEST(what_stands_beside_a_name__is_kept)
{
    static const struct {
        const char *text, *family, *given, *civility, *office, *note;
    } names[] = {
        { "Mme Marie-Claude LE BIHAN épouse PETIT", "LE BIHAN", "Marie-Claude", "Mme",
          NULL, "épouse PETIT" },
        { "Anna DURAND née PETIT", "DURAND", "Anna", NULL, NULL, "née PETIT" },
        { "Mme DURAND née PETIT Anne", "DURAND", "Anne", "Mme", NULL, "née PETIT" },
        { "DURAND LEROY née de la TOUR Anne-Lise", "DURAND LEROY", "Anne-Lise", NULL,
          NULL, "née de la TOUR" },
        { "Mme DURAND née PETIT LENOIR", "DURAND", NULL, "Mme", NULL,
          "née PETIT LENOIR" },
        { "Léa Blanc née Petit Dupont", "Blanc", "Léa", NULL, NULL, "née Petit Dupont" },
        { "Paul NOIR - Maire", "NOIR", "Paul", NULL, "Maire", NULL },
        { "NOIR - Maire", "NOIR", NULL, NULL, "Maire", NULL },
        { "Jean PETITOT - Ville de Montclair", "PETITOT", "Jean", NULL, NULL,
          "Ville de Montclair" },
        { "Mme Léa BLANC, adjointe", "BLANC", "Léa", "Mme", "adjointe", NULL },
        { "Mme Léa BLANC, Adjointe au maire", "BLANC", "Léa", "Mme", "Adjointe au maire",
          NULL },
        { "Léa BLANC, élue en charge du sport", "BLANC", "Léa", NULL,
          "élue en charge du sport", NULL },
        { "Léa BLANC, excusée à midi", "BLANC", "Léa", NULL, NULL, "excusée à midi" },
        { "Mme Léa BLANC, Ville de X", "BLANC", "Léa", "Mme", NULL, "Ville de X" },
        { "monsieur le préfet", NULL, NULL, "monsieur", "préfet", NULL },
        { "Madame la Présidente", NULL, NULL, "Madame", "Présidente", NULL },
        { "M. le maire de Dijon", NULL, NULL, "M.", "maire de Dijon", NULL },
        { "Mme la Maire Agnès PÉLISSIER", "PÉLISSIER", "Agnès", "Mme", "Maire", NULL },
        { "M. le préfet Jean Dupont", "Dupont", "Jean", "M.", "préfet", NULL },
        { "Mme la vice-présidente déléguée Anne ROUX", "ROUX", "Anne", "Mme",
          "vice-présidente déléguée", NULL },
        { "Mme la maire de Dijon Anne ROUX", "ROUX", "Anne", "Mme", "maire de Dijon",
          NULL },
        { "M. le préfet Hugues de la Tour", "de la Tour", "Hugues", "M.", "préfet",
          NULL },
        { "Marie DUPONTEL (DREAL)", "DUPONTEL", "Marie", NULL, NULL, "DREAL" },
        { "Eva Roth, Bürgermeisterin", "Roth", "Eva", NULL, "Bürgermeisterin", NULL },
        { "Ann Roe, mayor", "Roe", "Ann", NULL, "mayor", NULL },
        { "Ana GIL - alcaldesa", "GIL", "Ana", NULL, "alcaldesa", NULL },
        { "Lia Verdi, sindaca", "Verdi", "Lia", NULL, "sindaca", NULL },
        { "Jan van Dam, wethouder", "van Dam", "Jan", NULL, "wethouder", NULL },
        /* and these are names */
        { "M. Le Maire", "Le Maire", NULL, "M.", NULL, NULL },
        { "M. Bruno Le Maire", "Le Maire", "Bruno", "M.", NULL, NULL },
        { "Maire, Jean", "Maire", "Jean", NULL, NULL, NULL },
        { "Dupont, jean", "Dupont", "jean", NULL, NULL, NULL },
        { "Dupont, jean paul", "Dupont", "jean paul", NULL, NULL, NULL },
        { "Mme GARCIA LOPEZ, Maria", "GARCIA LOPEZ", "Maria", "Mme", NULL, NULL },
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct person_name name = { 0 };
        person_name_read(&name, names[i].text, NAME_GIVEN_FIRST);
        ck_assert_msg(strcmp(shown(name.family), shown(names[i].family)) == 0 &&
                          strcmp(shown(name.given), shown(names[i].given)) == 0 &&
                          strcmp(shown(name.civility), shown(names[i].civility)) == 0 &&
                          strcmp(shown(name.office), shown(names[i].office)) == 0 &&
                          strcmp(shown(name.note), shown(names[i].note)) == 0,
                      "“%s” is %s, %s, %s, %s, %s", names[i].text, shown(name.family),
                      shown(name.given), shown(name.civility), shown(name.office),
                      shown(name.note));
        person_name_clear(&name);
    }
}

START_TEST(one_word__is__a_family_name)
{
    expect_sure("Müller", "Müller", NULL);
    expect_sure("  Müller ", "Müller", NULL);
    expect_sure("", NULL, NULL);
    expect_sure(" , ", NULL, NULL);
}

START_TEST(other_scripts__are_parted__by_their_blanks)
{
    expect_split("Άννα Παπαδοπούλου", NAME_GIVEN_FIRST, "Παπαδοπούλου", "Άννα");
    expect_split("Иванова Анна", NAME_FAMILY_FIRST, "Иванова", "Анна");
    expect_sure("王 小明", "王", "小明");
    expect_sure("王小明", "王小明", NULL);
}

START_TEST(a_very_long_name__keeps__all_its_words)
{
    expect_split("a b c f g h j k l m n p q r s t u v w", NAME_FAMILY_FIRST, "a",
                 "b c f g h j k l m n p q r s t u v w");
}

START_TEST(names_in_fields_of_their_own__are_mended)
{
    char *family = memory_copy("Mme Ham (CD93)");
    char *given = memory_copy("Zeger van");
    struct person_name name = { .family = family, .given = given };

    person_name_mend(&name);
    ck_assert_str_eq(name.family, "van Ham");
    ck_assert_str_eq(name.given, "Zeger");
    ck_assert_str_eq(name.civility, "Mme");
    person_name_clear(&name);
    /* an initial and a family name that look like a civility stay; so does a given one */
    name = (struct person_name){ .family = memory_copy("Me"),
                                 .given = memory_copy("M. Claire"),
                                 .civility = memory_copy("Mme") };
    person_name_mend(&name);
    ck_assert_str_eq(name.family, "Me");
    ck_assert_str_eq(name.given, "M. Claire");
    ck_assert_str_eq(name.civility, "Mme");
    person_name_clear(&name);
}

START_TEST(word_behind_a_name_in_a_field_of_its_own__is_kept)
{
    static const struct {
        const char *family, *given; /* in fields of their own */
        const char *mended, *mended_given, *civility, *note;
    } names[] = {
        { "Khan", "Rahim Md", "Khan", "Rahim Md", NULL, NULL },
        { "Nguyen", "Thi Me", "Nguyen", "Thi Me", NULL, NULL },
        { "Kim Dr", "Anna Mag", "Kim Dr", "Anna Mag", NULL, NULL },
        { "Cole", "Jean Edd", "Cole", "Jean Edd", NULL, NULL },
        { "Roe", "Anna PhD", "Roe", "Anna", NULL, NULL },
        { "Roe, MBA", "Anna", "Roe", "Anna", NULL, NULL },
        { "Roe III", "John", "Roe", "John III", NULL, NULL },
        { "Martin", "Élisabeth (Lisa)", "Martin", "Élisabeth", NULL, "Élisabeth (Lisa)" },
        { "Dupont (Durand)", "Anne", "Dupont", "Anne", NULL, "Dupont (Durand)" },
        { "Dupont (CD93)", "Anne [Nana]", "Dupont", "Anne", NULL,
          "Dupont (CD93)\nAnne [Nana]" },
        { "Dupont (Mme)", "Anne", "Dupont", "Anne", "Mme", NULL },
        { "Tour (de la)", "Anne", "de la Tour", "Anne", NULL, NULL },
        { "Dupont ()", "(Anne)", "Dupont", "(Anne)", NULL, NULL },
        { "Le Bihan épouse Petit", "Anne", "Le Bihan", "Anne", NULL, "épouse Petit" },
        { "DURAND née PETIT", "Anne", "DURAND", "Anne", NULL, "née PETIT" },
        { "Noir - Maire", "Anne", "Noir", "Anne", NULL, NULL },
        { "Blanc, adjointe", "Anne", "Blanc", "Anne", NULL, NULL },
        { "Mme la Maire Petit", "Anne", "Petit", "Anne", "Mme", NULL },
        { "Roe - Doe", "Anne", "Roe - Doe", "Anne", NULL, NULL },
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        struct person_name name = { .family = memory_copy(names[i].family),
                                    .given = memory_copy(names[i].given) };
        person_name_mend(&name);
        ck_assert_str_eq(name.family, names[i].mended);
        ck_assert_str_eq(name.given, names[i].mended_given);
        ck_assert_str_eq(shown(name.civility), shown(names[i].civility));
        ck_assert_str_eq(shown(name.note), shown(names[i].note));
        person_name_clear(&name);
    }
}

static void
expect_usual(const char *family, const char *given, const char *usual_family,
             const char *usual_given)
{
    struct person_name name = { .family = memory_copy(family),
                                .given = memory_copy(given) };

    person_name_usual_capitals(&name);
    ck_assert_str_eq(name.family, usual_family);
    ck_assert_str_eq(name.given, usual_given);
    person_name_clear(&name);
}

START_TEST(names_in_capitals__get__usual_capitals)
{
    expect_usual("DUPONT", "JEAN-PIERRE", "Dupont", "Jean-Pierre");
    expect_usual("DE LA TOUR", "ANNE", "de la Tour", "Anne");
    expect_usual("de LA TOUR", "Anne", "de La Tour", "Anne");
    expect_usual("DE LA TOUR D'AUVERGNE", "ANNE", "de la Tour d'Auvergne", "Anne");
    expect_usual("D’ORMESSON", "JEAN", "d’Ormesson", "Jean");
    expect_usual("D'ARTAGNAN", "CHARLES", "d'Artagnan", "Charles");
    expect_usual("D'ORNANO", "MICHEL", "d'Ornano", "Michel");
    expect_usual("D'AMICO", "LUCA", "D'Amico", "Luca");
    expect_usual("D’ANTONI", "D’ANGELO", "D’Antoni", "D’Angelo");
    expect_usual("D'ANDREA", "ANNA", "D'Andrea", "Anna");
    expect_usual("DELL'ACQUA", "ANNA", "Dell'Acqua", "Anna");
    expect_usual("O'NEILL", "SHANE", "O'Neill", "Shane");
    expect_usual("DE VILLIERS", "LUC", "de Villiers", "Luc");
    expect_usual("DU BELLAY", "LUC", "du Bellay", "Luc");
    expect_usual("VAN DER MEER", "JAN", "van der Meer", "Jan");
    expect_usual("VON DEM BERG", "EVA", "von dem Berg", "Eva");
    expect_usual("VAN 'T HOFF", "JAN", "van 't Hoff", "Jan");
    expect_usual("LE GOFF", "ANNE", "Le Goff", "Anne");
    expect_usual("LA FONTAINE", "JEAN", "La Fontaine", "Jean");
    expect_usual("De Gaulle", "Charles", "De Gaulle", "Charles");
    expect_usual("DE", "ANNE", "De", "Anne");
    expect_usual("DEMAY", "ANNE", "Demay", "Anne");
    expect_usual("DUPONT DE NEMOURS", "LUC", "Dupont de Nemours", "Luc");
    expect_usual("MCDONALD", "JOHN", "McDonald", "John");
    expect_usual("McDONALD", "John II", "McDonald", "John II");
    expect_usual("O'BRIEN", "SEÁN", "O'Brien", "Seán");
    expect_usual("d’ALMEIDA", "JC", "d’Almeida", "JC");
    expect_usual("SAINT-ÉTIENNE", "J.-P.", "Saint-Étienne", "J.-P.");
    expect_usual("ИВАНОВ", "ИВАН", "Иванов", "Иван");
    expect_usual("ΠΑΠΠΑΣ", "ΝΙΚΟΣ", "Παππας", "Νικος");
    expect_usual("IJSSEL", "EVA", "IJssel", "Eva");
    expect_usual("STRAßER", "LI", "Straßer", "LI");
    expect_usual("Dupont", "Anna", "Dupont", "Anna");
    expect_usual("deVries", "x", "deVries", "X");
    expect_usual("dupont", "jean-pierre", "Dupont", "Jean-Pierre");
    expect_usual("de la tour d'auvergne", "élise", "de la Tour d'Auvergne", "Élise");
    expect_usual("van der meer", "jan", "van der Meer", "Jan");
    expect_usual("o'brien", "aoife", "O'Brien", "Aoife");
    expect_usual("yıldız", "ŝilan", "Yıldız", "Ŝilan");
    expect_usual("groß", "jürgen", "Groß", "Jürgen");
    expect_usual("παπαδόπουλος", "νίκος", "Παπαδόπουλος", "Νίκος");
    expect_usual("иванов", "王小明", "Иванов", "王小明");
    expect_usual("le goff", "aNNE", "Le Goff", "aNNE");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_particle_in_front__begins__the_family_name);
    tcase_add_test(tests, a_particle_inside__leads_to__the_next_word);
    tcase_add_test(tests, title_between_the_names__goes__to_its_field);
    tcase_add_test(tests, ap_and_ferch__belong__to_the_family_name);
    tcase_add_test(tests, an_initial_in_the_middle__is__no_particle);
    tcase_add_test(tests, small_particles__behind_capitals__belong_to_what_follows);
    tcase_add_test(tests, portuguese_family_names__begin__at_their_first_particle);
    tcase_add_test(tests, styles_and_signs_of_an_ending__belong_to__the_civility);
    tcase_add_test(tests, comma__parts__the_names);
    tcase_add_test(tests, long_names__stay__whole);
    tcase_add_test(tests, titles__hold__their_faculty);
    tcase_add_test(tests, capitals__show__the_family_name);
    tcase_add_test(tests, capitals__of_any_script__show_it);
    tcase_add_test(tests, small_beginning__before_capitals__counts_as_capital);
    tcase_add_test(tests, order__decides__when_nothing_shows);
    tcase_add_test(tests, initials__are__the_given_name);
    tcase_add_test(tests, particles__belong__to_the_family_name);
    tcase_add_test(tests, particle__behind_the_given_name__goes_before_the_family_name);
    tcase_add_test(tests, civility__goes__to_its_field);
    tcase_add_test(tests, generation_and_degrees__are__no_family_name);
    tcase_add_test(tests, what_is_no_name__is_left_out);
    tcase_add_test(tests, words_of_offices__stand_in_order);
    tcase_add_test(tests, what_stands_beside_a_name__is_kept);
    tcase_add_test(tests, one_word__is__a_family_name);
    tcase_add_test(tests, other_scripts__are_parted__by_their_blanks);
    tcase_add_test(tests, a_very_long_name__keeps__all_its_words);
    tcase_add_test(tests, names_in_fields_of_their_own__are_mended);
    tcase_add_test(tests, word_behind_a_name_in_a_field_of_its_own__is_kept);
    tcase_add_test(tests, names_in_capitals__get__usual_capitals);
}

SUITE_MAIN("person_name")
