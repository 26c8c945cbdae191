/* SPDX-License-Identifier: GPL-3.0-or-later */
/* howto_table.c - what the pages of the help say */
#include <stddef.h>

#include "atelier/base/language.h"
#include "atelier/domain/howto.h"

const struct howto howtos[] = {
    {
        .name = "start",
        .title = N_("Start from an empty database"),
        .want = N_("A new office: there is no group, nobody and no meeting yet."),
        .steps = { N_("Key %K{section.settings} goes to the settings and "
                      "%K{settings.edit} changes "
                      "them: the name and the e-mail of the office, as calendars tell "
                      "them."),
                   N_("Key %K{section.group_list} goes to the groups and %K{group.add} "
                      "founds one: a code and a name are enough."),
                   N_("%K{group.open} opens it, and %K{membership.import} imports its "
                      "members from a spreadsheet; %K{membership.add} adds one."),
                   N_("Key %K{section.meeting_list} goes to the meetings and "
                      "%K{meeting.add} plans one: "
                      "its group, its title, its day and its hour."),
                   N_("%K{meeting.convene} on its page puts the members of the group on "
                      "its list.") },
        .commands = "atelier init\n"
                    "atelier settings set --network \"Network of cities\"\n"
                    "atelier group add NUM --name \"Digital cities\"\n"
                    "atelier person import people.csv --group NUM\n"
                    "atelier meeting add --group NUM --title \"Jobs in cities\""
                    " --start \"16/3 9:30\"\n"
                    "atelier meeting convene 1",
        .undo = N_("%K{program.undo} takes the last step back, and again the one before "
                   "it."),
    },
    {
        .name = "register-list",
        .title = N_("Register a list of people"),
        .want = N_("Several people for one meeting, from a sheet of paper or a mail."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings; with the bar "
                      "on the meeting, %K{meeting.open} opens its list."),
                   N_("%K{meeting.register} asks who.  Type three letters of a name, "
                      "accents or not; %K{Enter} registers the person under the bar and "
                      "empties the line for the next."),
                   N_("Somebody new: type the name and take the row that begins with "
                      "“+”.  A form opens, %K{form.save} saves it and registers."),
                   N_("%K{Esc} when all of them are there.  A list in a file is "
                      "imported instead, by %K{registration.import}.") },
        .commands = "atelier registration add 1 jan@example.org eva@example.org",
        .undo = N_("%K{program.undo} takes the last one off the list, and again the one "
                   "before."),
        .also = N_("guests, participants, sign up, enrol, add many people, wheelchair, "
                   "lunch, meal, "
                   "special needs: type such things as the note of a registration"),
    },
    {
        .name = "merge-people",
        .title = N_("Merge two rows that are one person"),
        .want =
            N_("Somebody was typed twice: what belongs to both should belong to one."),
        .steps = { N_("Key %K{section.person_list} goes to the people.  %K{list.mark} "
                      "marks the two; or put the bar on one of them, and the other is "
                      "asked for."),
                   N_("%K{person.merge} shows them side by side, with what stays.  "
                      "%K{Tab} keeps the other one."),
                   N_("Where a “*” stands they differ: %K{Space} takes what the "
                      "other has."),
                   N_("%K{Enter} merges them.  Posts, groups and registrations go "
                      "over; lists of meetings keep the names that they had.  If both "
                      "are on one list, take one of them off it first.") },
        .commands = "atelier person merge 12 40 --dry-run\n"
                    "atelier person merge 12 40 --take email,phone",
        .undo = N_("%K{program.undo} makes two of them again."),
        .also = N_("duplicates, double, twice, same person, join, unite, deduplicate"),
    },
    {
        .name = "erase-person",
        .title = N_("Erase somebody who wants to be forgotten"),
        .want = N_("Somebody asks to be forgotten, or nobody may keep their data any "
                   "more."),
        .steps = { N_("Take them off the lists of meetings to come first."),
                   N_("Key %K{section.person_list} goes to the people; with the bar on "
                      "them, %K{person.erase} shows what it will touch, and which lists "
                      "keep the name because a funder may still ask to see them."),
                   N_("%K{Enter} asks why, and then for the family name: it cannot "
                      "be undone.  Counts stay, their name nowhere."),
                   N_("Backups and exported files are yours to remove.") },
        .commands = "atelier person erase 12 --dry-run\n"
                    "atelier person erase 12 --reason \"she asked\"",
        .undo = N_("Nothing: it cannot be undone."),
        .also = N_("forget, delete, GDPR, right to be forgotten, anonymise, personal "
                   "data, privacy"),
    },
    {
        .name = "several-people",
        .title = N_("Treat several people of a list at once"),
        .want = N_("Accept, decline, withdraw people of a list, or move them to another "
                   "meeting."),
        .steps = { N_("On the list of the meeting %K{list.mark} marks the person under "
                      "the bar, %K{list.mark_all} everybody whom the list shows: "
                      "%K{list.filter} and %K{registration.filter} choose whom.  The "
                      "number of marked people stands at the top right; %K{Esc} unmarks "
                      "them."),
                   N_("%K{registration.accept}, %K{registration.decline} or "
                      "%K{registration.withdraw} shows what will happen to whom, who is "
                      "left and why, and does it once you agree.  "
                      "%K{registration.move} moves them to another meeting: registered "
                      "there, withdrawn here.  The menu sets their category on this "
                      "list."),
                   N_("Whoever was left as they were keeps the mark.") },
        .commands = "atelier registration accept 1 --search invited --dry-run\n"
                    "atelier registration accept 1 --search invited\n"
                    "atelier registration move 1 jan@example.org eva@example.org --to 2",
        .undo = N_("%K{program.undo} takes all of it back at once."),
        .also = N_("bulk, batch, many, mass, multiple, select, mark, transfer, "
                   "other date"),
    },
    {
        .name = "import-list",
        .title = N_("Import a list from a spreadsheet"),
        .want = N_("People from a file: a workbook (.xlsx), a CSV file, or address "
                   "cards (.vcf)."),
        .steps = { N_("Key %K{section.person_list} goes to the people, where "
                      "%K{person.import} asks for "
                      "the file.  On the list of a meeting %K{registration.import} "
                      "registers them as well; on the page of a group "
                      "%K{membership.import} makes them its members."),
                   N_("Each row says what it would do; nothing is written yet.  "
                      "%K{import.next} goes to the next one that is doubtful or refused, "
                      "%K{import.settle} decides or mends it."),
                   N_("%K{import.mapping} changes what a column holds.  On the way to a "
                      "meeting, columns such as Wish 1 and Wish 2 name its workshops."),
                   N_("%K{import.run} writes all that is new and changed, after a "
                      "yes.") },
        .commands = "atelier person import people.csv --dry-run\n"
                    "atelier person import people.csv --meeting 1",
        .undo = N_("%K{program.undo} takes the whole import back: it is one act."),
    },
    {
        .name = "move-meeting",
        .title = N_("Move a meeting"),
        .want = N_("Another day, another hour or another room; the list is kept."),
        .steps = { N_("On Today, or on the meetings, where key %K{section.meeting_list} "
                      "goes: with the bar on the meeting, %K{meeting.edit} changes it.  "
                      "On "
                      "its list E does."),
                   N_("In Start type the new day, with an hour or without: 25/3 14h.  "
                      "The end follows."),
                   N_("%K{form.save} saves.  A room that is taken is said beside its "
                      "field, and again once it is saved."),
                   N_("Send the calendar again: it moves in the calendars of those who "
                      "have it.") },
        .commands = "atelier meeting set 1 --start \"25/3 14h\" --end 17h",
        .undo = N_("%K{program.undo} puts the old day and hour back."),
        .also = N_("reschedule, bring forward, shift, other date, change the room, room "
                   "is occupied"),
    },
    {
        .name = "cancel-meeting",
        .title = N_("Cancel a meeting"),
        .want = N_("It will not take place, neither then nor later.  One that is only "
                   "put off is postponed."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings and "
                      "%K{meeting.open} opens the "
                      "one under the bar."),
                   N_("%K{meeting.state} asks what becomes of it: “Cancel the meeting”, "
                      "and "
                      "then why; people will read it.  Its list is kept.  “Postpone” "
                      "puts it off instead."),
                   N_("Send the calendar again: it says there that the meeting is "
                      "cancelled.") },
        .commands = "atelier meeting cancel 1 --reason \"The speakers cannot come\"\n"
                    "atelier meeting postpone 1 --reason \"Not enough people\"",
        .undo = N_("%K{program.undo} lets the meeting take place again."),
    },
    {
        .name = "undo-earlier",
        .title = N_("Undo something of yesterday"),
        .want = N_("An act that is not the last one; what was done after it stays."),
        .steps = { N_("Key %K{section.settings} goes to the settings, where "
                      "%K{settings.journal} "
                      "shows everything that was done, the newest first.  A meeting, a "
                      "person and a group have a history of their own."),
                   N_("%K{/} looks for words in it: a name, a login, what was done."),
                   N_("%K{history.show} shows what the act changed, field by field."),
                   N_("%K{history.undo} undoes this act alone, after a yes.  When it has "
                      "been changed since, that is said and nothing changes.") },
        .commands = "atelier journal --limit 20\n"
                    "atelier undo 57",
        .undo = N_("%K{program.redo} puts back what was undone."),
        .also = N_("take back, reverse, history, mistake, day before, last week"),
    },
    {
        .name = "mark-presence",
        .title = N_("Mark who is there"),
        .want = N_("On the day of the meeting, at the door or from a signed sheet."),
        .steps = { N_("Key %K{section.today} goes to Today; with the bar on the meeting, "
                      "%K{today.presence} opens its list."),
                   N_("%K{presence.mark} marks the person under the bar and goes on to "
                      "the next; the head of the list counts."),
                   N_("At a queue %K{presence.find} is quicker: type the beginning of "
                      "a name, %K{Enter} marks and empties the line for the next, "
                      "%K{Esc} ends it."),
                   N_("Somebody who is on no list has come: type their name all the "
                      "same, or press %K{presence.walk_in} on the tab of who is there; "
                      "they are registered and marked in one act."),
                   N_("%K{presence.place} is for those who are there over the link, "
                      "%K{presence.leave} for those who leave.") },
        .commands = "atelier attendance mark 1 jan@example.org\n"
                    "atelier attendance list 1",
        .undo = N_("%K{presence.annul} annuls the mark under the bar, for a reason; both "
                   "stay in the history."),
        .also = N_("attendance, badge, badges, sign-in, signature sheet, print, late, "
                   "walk-in, door, hours of presence"),
    },
    {
        .name = "stand-at-door",
        .title = N_("Stand at the door"),
        .want = N_("The laptop at the entrance: people come one after the other."),
        .steps = { N_("Key %K{section.today} goes to Today; with the bar on the meeting, "
                      "%K{today.door} opens its door."),
                   N_("Type the beginning of a name until the bar is on it; "
                      "%K{door.mark} marks them as here and empties the field.  A badge "
                      "that is scanned marks by itself."),
                   N_("Nobody of that name is on the list: %K{door.walk_in} notes "
                      "them, registers them and marks them in one act, also where no "
                      "seat is left, for a reason."),
                   N_("%K{door.leave} is for those who leave, %K{door.place} for those "
                      "who are there over the link.  Nobody typed: whoever was marked "
                      "last is meant."),
                   N_("%K{door.sheet} keys in a sheet that was signed, a key a "
                      "person.") },
        .commands = "atelier attendance mark 1 jan@example.org\n"
                    "atelier attendance walk-in 1 --family Costa --given Lia",
        .undo = N_("%K{program.undo} takes the last mark back, and a walk-in off the "
                   "list; %K{door.annul} annuls a mark that was wrong, for a reason."),
        .also = N_("entrance, reception, check-in, scanner, badge, walk-in, queue, role "
                   "door"),
    },
    {
        .name = "ask-question",
        .title = N_("Ask people what they eat"),
        .want =
            N_("A meal, nights, a train: what the office must know of each who comes."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings; with the bar "
                      "on the meeting, %K{meeting.open} opens its list, and “Questions” "
                      "in the menu (%K{program.menu}) what it asks."),
                   N_("%K{question.add} adds a question: “Meal”, one of several, to "
                      "choose from “meat; fish; none”, and how many there are of each.  "
                      "%K{question.make} takes over those of the last meeting, "
                      "%K{question.move} moves one up or down."),
                   N_("On the list %K{registration.edit} is the form of a person: each "
                      "question is a field.  A list in a file that has a column a "
                      "question is imported with the answers."),
                   N_("%K{registration.filter} on the list comes last to those who did "
                      "not answer what is required; %K{meeting.facts} and “Questions” "
                      "say how many take what, and %K{list.export} writes a column a "
                      "question, for the kitchen.") },
        .commands = "atelier question add 1 --text Meal --kind one"
                    " --choices \"meat; fish; none\" --required yes\n"
                    "atelier registration answer 1 jan@example.org Meal fish\n"
                    "atelier registration list 1 --unanswered\n"
                    "atelier question list 1",
        .undo = N_("%K{program.undo} takes back an answer, and a question with the "
                   "answers to it."),
        .also = N_("catering, diet, vegetarian, lunch, dinner, hotel, allergies, "
                   "questionnaire, form, survey"),
    },
    {
        .name = "print-sheet",
        .title = N_("Print the sheet that is signed"),
        .want = N_("On paper, before the meeting; again when the list has changed."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings; with the bar "
                      "on the meeting, %K{meeting.open} opens its list."),
                   N_("%K{meeting.print} proposes a file; where the computer has lp, "
                      "the printer of the office is offered first."),
                   N_("One can go on while it is printed; which version it is, and "
                      "where, is said at the end."),
                   N_("%K{meeting.facts} shows which version was printed last, and "
                      "whether the list has changed since."),
                   N_("Once it is signed and scanned, %K{meeting.scan} notes where the "
                      "scan lies.") },
        .commands = "atelier attendance sheet 1 --output sheet.pdf\n"
                    "atelier attendance scan 1 2027/sheet-signed.pdf --elsewhere",
        .undo = N_("What is printed stays printed; the next sheet of a list that has "
                   "changed has the next number."),
        .also = N_("attendance sheet, roll, signature, paper, PDF, printer, lp"),
    },
    {
        .name = "certify-attendance",
        .title = N_("Check the signatures and give certificates"),
        .want = N_("After the meeting, once it is marked who was there."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings, "
                      "%K{meeting.past} shows past ones too; with the bar on the "
                      "meeting, %K{meeting.open} opens its list."),
                   N_("“Check signatures and sheets” in the menu (%K{program.menu}) says "
                      "who has not signed and what else does not hold."),
                   N_("“Print certificates of attendance”, below it, writes a page for "
                      "each who was marked as present.") },
        .commands = "atelier attendance audit 1\n"
                    "atelier attendance certificates 1 --output certificates.pdf",
        .undo = N_("Nothing is changed; a mark that is wrong is annulled, and what is "
                   "printed afterwards is right."),
        .also = N_("proof, attestation, hours, audit, control, missing signatures"),
    },
    {
        .name = "see-figures",
        .title = N_("See who comes and how often"),
        .want =
            N_("How many were asked and came, of a group or of all; who never comes."),
        .steps = { N_("Key %K{section.group_list} goes to the groups; with the bar on "
                      "one, %K{group.open} opens it and %K{group.statistics} shows its "
                      "figures."),
                   N_("%K{statistics_by.filter} asks what each row is about: categories, "
                      "organisations, territories, people, meetings."),
                   N_("%K{statistics.open} on a row asks for a figure, and lists the "
                      "people it is drawn from."),
                   N_("%K{statistics.export} writes the figures to a file.") },
        .commands = "atelier statistics --group NUM --by person\n"
                    "atelier statistics --by person --never",
        .undo = N_("Figures change nothing."),
        .also = N_("statistics, attendance rate, how many, count, years, absent, "
                   "return, funder, indicator"),
    },
    {
        .name = "find-unanswered",
        .title = N_("Find who has not answered"),
        .want = N_("Who was invited and said neither yes nor no, to remind them."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings; with the bar "
                      "on the meeting, %K{meeting.open} opens its list."),
                   N_("%K{registration.filter} shows only those who have not answered; "
                      "again, those who come, who wait, who are gone, and all."),
                   N_("%K{list.mark_all} marks all of them and %K{list.copy} copies "
                      "their e-mail addresses, for a mail.") },
        .commands = "atelier registration list 1 --search invited",
        .undo = N_("Nothing was changed.  %K{registration.filter} goes on until all are "
                   "shown again."),
        .also = N_("email, invitation, reminder, chase, mailing, write to people"),
    },
    {
        .name = "give-seat",
        .title = N_("Give a seat that became free"),
        .want = N_("Somebody of a full meeting does not come, and others wait."),
        .steps = { N_("On the list of the meeting put the bar on who does not come: "
                      "%K{registration.decline} frees the seat."),
                   N_("Where the meeting proposes its seats, the seat is offered to who "
                      "has waited longest, and held.  Today shows the offer."),
                   N_("When they answer, %K{section.today} goes to Today: with the bar "
                      "on the "
                      "offer, %K{offer.accept} is their yes; %K{offer.decline} is their "
                      "no, and the next is offered the seat."),
                   N_("Where it does not, %K{registration.accept} on the list gives the "
                      "seat to the person under the bar.  %K{registration.why} says what "
                      "keeps somebody from one.") },
        .commands = "atelier registration decline 1 jan@example.org\n"
                    "atelier registration accept 1 eva@example.org",
        .undo = N_("%K{program.undo} takes the answer back, and the offer with it."),
        .also = N_("waiting list, queue, full, overbook, no seat is free"),
    },
    {
        .name = "substitute",
        .title = N_("Let somebody come in the place of another"),
        .want = N_("The same seat, also when none is free or registration is over."),
        .steps = { N_("On the list of the meeting put the bar on who cannot come and "
                      "press %K{registration.substitute}."),
                   N_("Type three letters of the name of who comes instead; %K{Enter} "
                      "gives them the seat.") },
        .commands = "atelier registration substitute 1 jan@example.org eva@example.org",
        .undo = N_("%K{program.undo} gives the seat back."),
    },
    {
        .name = "set-quota",
        .title = N_("Set a quota"),
        .want = N_("So many seats of a meeting at most for some, or so many held for "
                   "them."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings and "
                      "%K{meeting.open} opens the "
                      "one under the bar."),
                   N_("%K{meeting.quotas} opens its quotas and %K{seat_limit.add} adds "
                      "one."),
                   N_("Left and Right choose whom it is for: a category, an organisation "
                      "or each organisation; then whether seats are limited or held, how "
                      "many, and until when they are held."),
                   N_("%K{form.save} saves.  Nobody is taken off the list for a "
                      "quota.") },
        .commands = "atelier quota add 1 --category Agglomeration --most 10\n"
                    "atelier quota list 1",
        .undo = N_("%K{program.undo} takes the quota away again; later "
                   "%K{seat_limit.remove} removes it."),
    },
    {
        .name = "workshops",
        .title = N_("Plan workshops, and give seats by wishes"),
        .want = N_("A meeting is partly in several rooms at once, and people say where "
                   "they would like to be."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings and "
                      "%K{meeting.open} opens one; %K{Tab} leads to its programme."),
                   N_("%K{workshop.add} there plans a workshop in the slot and room "
                      "under the bar: a title and how many seats are enough."),
                   N_("On the list of the meeting %K{registration.wishes} asks for the "
                      "wishes of the person under the bar: %K{Space} gives the workshops "
                      "of each slot their numbers, the best first."),
                   N_("%K{workshop.assign} on the programme shows who would sit where "
                      "and why, and gives the seats after a yes.  By commands "
                      "--dry-run shows it, and says with which --seed it is kept."),
                   N_("Somebody alone: %K{programme.open} opens the workshop, "
                      "%K{workshop.register} gives a seat.") },
        .commands = "atelier workshop add 1 --title \"Green trams\" --seats 12\n"
                    "atelier workshop wish 1 jan@example.org 2 1\n"
                    "atelier workshop assign 1 --dry-run\n"
                    "atelier workshop assign 1 --seed 48151623",
        .undo = N_("%K{program.undo} takes all seats of a run back at once."),
        .also = N_("parallel sessions, breakout, choices, preferences, sub-groups"),
    },
    {
        .name = "write-report",
        .title = N_("Write the report while people speak"),
        .want = N_("What is found, asked, said and decided at a meeting is written down "
                   "entry by entry, by one or by two."),
        .steps = { N_("Key %K{section.meeting_list} goes to the meetings and "
                      "%K{meeting.open} opens one; %K{Tab} leads to its report."),
                   N_("%K{entry.add} opens a line that stays open: each %K{Enter} makes "
                      "an "
                      "entry of what is typed, and the row above the line has the signs "
                      "that say what it is; ~ is a remark on a report that was sent "
                      "round."),
                   N_("%K{Enter} once more, before anything else is typed, asks for the "
                      "rest of the entry above: whose words a quote is; who is to do it "
                      "and until when, of a recommendation or a decision."),
                   N_("%K{Tab} in the line puts what is typed below the entry above it, "
                      "%K{Esc} ends writing."),
                   N_("%K{entry.edit} changes the text of an entry, %K{entry.editor} "
                      "does "
                      "so in your own editor, %K{entry.move} moves it with what belongs "
                      "to it, %K{entry.open} says who is to do it and until when."),
                   N_("What is open from before stands above: %K{entry.done} on it says "
                      "that it is done, %K{entry.drop} drops it with a reason.") },
        .commands = "atelier report add 1 --text \"? Who pays for the works?\"\n"
                    "atelier report open\n"
                    "atelier report show 1",
        .undo = N_("%K{program.undo} takes the last act back, outside of the line."),
        .also = N_("minutes, notes, protocol, remarks, decisions, recommendations"),
    },
    {
        .name = "send-report",
        .title = N_("Send the report round, make it final, publish it"),
        .want = N_("Those who were there read the report first; then it does not change "
                   "any more, and whoever wants can read it."),
        .steps = { N_("On the tab Report of the meeting %K{report.state} notes that it "
                      "is sent round, and shows the text and the addresses to send it "
                      "to; %K{report.copy} copies them, %K{report.export} writes the "
                      "file that goes with it."),
                   N_("What comes back is written as remarks, ~ before each of them: "
                      "%K{remark.accept} takes one up, %K{remark.decline} leaves it "
                      "out with a reason."),
                   N_("%K{report.state} makes it final once the meeting took place and "
                      "no remark is to be decided on: its entries are locked, it has a "
                      "number, and its PDF is kept."),
                   N_("The report of the group's next meeting proposes to approve it: "
                      "%K{entry.done} on that line does."),
                   N_("An administrator reopens it by %K{report.state}, with a reason, "
                      "until a later report of the group is final."),
                   N_("%K{section.settings} and there %K{settings.export} write "
                      "programme, reports and calendars into a folder, for a web "
                      "server.") },
        .commands = "atelier report circulate 1\n"
                    "atelier report remark 1 \"The date is wrong.\"\n"
                    "atelier report finalise 1\n"
                    "atelier report export 1 --format html --output report.html\n"
                    "atelier report publish --directory ~/site",
        .undo = N_("%K{program.undo} takes the last of it back; what was sent stays "
                   "sent."),
        .also = N_("circulate, approve, approval, web page, website, PDF, Word"),
    },
    {
        .name = "follow-report",
        .title = N_("Follow what was decided and recommended"),
        .want = N_("What reports left to do is not forgotten, whoever is to do it."),
        .steps = { N_("Key %K{section.today} goes to Today: what reports left to do "
                      "stands "
                      "there, what is overdue first, marked with an exclamation mark, "
                      "and "
                      "which report is still to be written.  The last line leads to all "
                      "of it."),
                   N_("With the bar on a line, %K{offer.accept} says that it was done, "
                      "%K{offer.decline} drops it with a reason, and %K{today.open} "
                      "opens its report."),
                   N_("What stays open comes up in the next report of the group by "
                      "itself.") },
        .commands = "atelier report open\n"
                    "atelier report done 4",
        .undo = N_("%K{program.undo} takes it back."),
        .also = N_("to do, overdue, due date, tasks, action items, reminder"),
    },
    {
        .name = "send-calendar",
        .title = N_("Send the calendar to somebody"),
        .want = N_("A file that every calendar program opens, to be sent by mail."),
        .steps = { N_("A group: %K{section.group_list}, %K{group.open} on it, then "
                      "%K{group.export}.  The meetings to which somebody comes: "
                      "%K{section.person_list}, %K{person.open}, %K{person.export}.  All "
                      "of them: %K{section.meeting_list}, %K{meeting.export_all}."),
                   N_("Type where the file goes, such as ~/calendar.ics, and press "
                      "%K{Enter}."),
                   N_("Attach the file to a mail.  Sent again after a change, it moves "
                      "and cancels what the calendar has, and nothing comes twice.") },
        .commands = "atelier calendar export --group NUM --output num.ics\n"
                    "atelier calendar export --person jan@example.org --output jan.ics",
        .undo = N_("Nothing was changed but the file: delete it."),
        .also = N_("email, invitation, ICS, Outlook, agenda"),
    },
    {
        .name = "change-employer",
        .title = N_("Change somebody's employer"),
        .want = N_("The old post ends, a new one begins; both stay to be seen."),
        .steps = { N_("Key %K{section.person_list} goes to the people.  %K{/} and three "
                      "letters find "
                      "the person, %K{Enter} ends the search and %K{person.open} opens "
                      "the page."),
                   N_("%K{affiliation.list} shows the posts.  With the bar on the old "
                      "one, %K{affiliation.edit} changes it: type the last day in To, "
                      "and %K{form.save}."),
                   N_("%K{affiliation.add} adds the new one: the organisation, the "
                      "function and the first day; %K{form.save} saves it.") },
        .commands = "atelier affiliation list jan@example.org\n"
                    "atelier affiliation set 12 --to 31/3\n"
                    "atelier affiliation add --person jan@example.org"
                    " --organisation \"Ville de Saint-Aubin\" --from 1/4",
        .undo = N_("%K{program.undo} takes the new post back, and again the end of the "
                   "old one."),
    },
    {
        .name = "send-list",
        .title = N_("Bring a list into a spreadsheet"),
        .want = N_("All rows of a list, as they are searched and sorted."),
        .steps = { N_("On the list, %K{list.export} asks for the file.  Where that key "
                      "writes a calendar, the menu has both."),
                   N_("Type its name: .xlsx makes a workbook, .csv a CSV file.  "
                      "%K{Enter} writes it.") },
        .commands = "atelier registration list 1 --output list.xlsx",
        .undo = N_("Nothing was changed but the file: delete it."),
        .also = N_("print, paper, badges, labels, sheet, Excel, export"),
    },
    {
        .name = "same-row",
        .title = N_("Work with a colleague on the same row"),
        .want = N_("Two people change the same person or meeting at the same time; "
                   "nothing is overwritten unseen."),
        .steps = { N_("Change what you have to, as always, and %K{form.save} saves."),
                   N_("When a colleague changed other fields meanwhile, both are saved, "
                      "and it is said who changed what."),
                   N_("When it was the same field, both versions are shown: choose one, "
                      "or go back to the form."),
                   N_("The history of the row, %K{person.history} on its page, has both "
                      "acts.") },
        .commands = "atelier journal --person jan@example.org",
        .undo = N_("%K{program.undo} takes back what you changed, and leaves what the "
                   "colleague did."),
    },
    {
        .name = "add-colleague",
        .title = N_("Let a colleague work with the program"),
        .want = N_("Each has a login on this computer, and a role here: reader, door, "
                   "desk, organiser or administrator."),
        .steps = { N_("Key %K{section.settings} goes to the settings and "
                      "%K{settings.staff} to the "
                      "colleagues."),
                   N_("%K{staff.add} adds one: the login, as the colleague logs in to "
                      "this computer, and the role.  %K{form.save} saves."),
                   N_("Several colleagues need a database that their group may write: "
                      "the manual says how, under “For administrators”.") },
        .commands = "atelier staff add --login e.novak --role desk",
        .undo = N_("%K{program.undo} takes the role back; later %K{staff.remove} removes "
                   "it."),
    },
    {
        .name = "back-up",
        .title = N_("Back up, and go back"),
        .want = N_("A copy of everything in one file, made while others work."),
        .steps = { N_("Key %K{section.settings} goes to the settings and "
                      "%K{settings.backup} asks "
                      "for the file; it must not be there yet."),
                   N_("%K{Enter} writes it and reads it again to verify it."),
                   N_("To go back to it, leave the program and type the command "
                      "“restore”: what was there is kept beside it.") },
        .commands = "atelier backup monday.db\n"
                    "atelier restore monday.db",
        .undo = N_("A backup changes nothing.  After “restore”, what was there before is "
                   "kept, and its name is said."),
    },
    { .name = NULL },
};
