// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/stored_article.h"
#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "data/store/index_check.h"
#include "data/store/recovery.h"
#include "data/store/reread.h"
#include "ui/common/sentences.h"

namespace parallax::app {
namespace {

int check(const Session& session) {
    const auto library = session.openLibrary(data::Library::Mode::ReadOnly);
    const auto answer = data::checkIntegrity(*library);
    if (session.json)
        std::cout << dumped({{"integrity", answer}}) << '\n';
    else
        std::cout << answer << '\n';
    return answer == "ok" ? 0 : 1;
}

int listSnapshots(const Session& session) {
    auto out = nlohmann::ordered_json::array();
    for (const auto& snapshot : data::snapshots(session.libraryPath())) {
        if (session.json)
            out.push_back({{"path", snapshot.path.string()},
                           {"taken", snapshot.takenAt},
                           {"bytes", snapshot.bytes},
                           {"reason", snapshot.reason}});
        else
            std::cout << snapshot.takenAt << '\t' << snapshot.reason << '\t' << snapshot.bytes << '\t'
                      << snapshot.path.string() << '\n';
    }
    if (session.json)
        std::cout << dumped(out) << '\n';
    return 0;
}

// A line on stderr for each article of a file that is not what was imported there. The exit status that they
// give.
int tellDamagedThere(const Session& session, const std::vector<data::DamagedEdition>& editions,
                     const std::string& consequence) {
    for (const data::DamagedEdition& edition : editions)
        note(session, "Article " + std::to_string(edition.article) + " of the file (" +
                          std::string(data::languageTag(edition.language)) + "), “" + edition.title +
                          "”, is damaged: words or figures of it are not those that were imported" +
                          consequence);
    return editions.empty() ? 0 : 1;
}

nlohmann::ordered_json workJson(const data::DamagedWork& work) {
    return {{"notes", work.notes}, {"tags", work.tags}, {"searches", work.searches}};
}

nlohmann::ordered_json workJson(const data::AnalystWork& work) {
    return {{"tags", work.tags}, {"tagged", work.tagged},     {"stars", work.stars},
            {"read", work.read}, {"searches", work.searches}, {"notes", work.notes}};
}

// "2 notes, 1 star and 3 read articles"; empty where there is nothing.
std::string workText(const data::AnalystWork& work) {
    std::vector<std::string> parts;
    const auto add = [&](std::int64_t number, const char* one, const char* many) {
        if (number > 0)
            parts.push_back(std::to_string(number) + ' ' + (number == 1 ? one : many));
    };
    add(work.notes, "note", "notes");
    add(work.stars, "star", "stars");
    add(work.read, "read mark", "read marks");
    add(work.tags, "tag", "tags");
    add(work.tagged, "tagging of an article", "taggings of articles");
    add(work.searches, "saved search", "saved searches");
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string workText(const data::DamagedWork& work) {
    data::AnalystWork parts;
    parts.notes = work.notes;
    parts.tags = work.tags;
    parts.searches = work.searches;
    return workText(parts);
}

// The same of what the analyst wrote there.
int tellDamagedThere(const Session& session, const data::DamagedWork& work, const std::string& consequence) {
    if (work.all() > 0)
        note(session, "Damaged in the file, not what was written there: " + workText(work) + consequence);
    return work.all() == 0 ? 0 : 1;
}

int printPreview(const Session& session, const data::RestorePreview& preview) {
    if (session.json) {
        std::cout << dumped({{"articles_here", preview.articlesHere},
                             {"articles_there", preview.articlesThere},
                             {"only_here", preview.onlyHere},
                             {"only_there", preview.onlyThere},
                             {"newer_there", preview.newerThere},
                             {"notes_only_there", preview.workThere.notes},
                             {"notes_newer_there", preview.notesNewerThere},
                             {"notes_newer_here", preview.notesNewerHere},
                             {"work_only_there", workJson(preview.workThere)},
                             {"work_only_here", workJson(preview.workHere)},
                             {"damaged_there", damagedJson(preview.damagedThere)},
                             {"damaged_work_there", workJson(preview.workDamagedThere)},
                             {"work_mended", workJson(preview.workMended)}})
                  << '\n';
        return 0;
    }
    const auto things = [](std::int64_t number, const char* noun) {
        return counted(static_cast<std::size_t>(number), noun);
    };
    std::cout << things(preview.articlesHere, "article") << " here, " << preview.articlesThere << " there; "
              << preview.onlyHere << " only here, " << preview.onlyThere << " only there, "
              << preview.newerThere << " newer there; " << things(preview.workThere.notes, "note")
              << " only there, " << preview.notesNewerThere << " changed later there.\n";
    const auto tell = [](const char* before, const std::string& work) {
        if (!work.empty())
            std::cout << before << work << ".\n";
    };
    tell("Of the analyst's work only there: ", workText(preview.workThere));
    tell("Of the analyst's work only here: ", workText(preview.workHere));
    if (preview.notesNewerHere > 0)
        std::cout << things(preview.notesNewerHere, "note") << " changed later here.\n";
    if (preview.workMended.all() > 0)
        std::cout << "Damaged here and sound there, mended by --mode merge: " << workText(preview.workMended)
                  << ".\n";
    std::cout
        << "--mode merge adds what is only there and takes what is newer; a star or a read mark on either "
           "side stays.\n--mode replace makes this library equal to it, after a snapshot"
        << (preview.workHere == data::AnalystWork{} && preview.notesNewerHere == 0 && preview.onlyHere == 0
                ? ".\n"
                : ": what is only here is lost.\n");
    (void)tellDamagedThere(session, preview.damagedThere, "; --mode merge leaves it out.");
    (void)tellDamagedThere(session, preview.workDamagedThere, "; --mode merge leaves that out.");
    return 0;
}

int restoreInto(const Session& session, const std::string& from, const std::string& mode) {
    const auto library = session.openLibrary();
    const auto preview = data::previewRestore(*library, from);
    if (mode == "preview")
        return printPreview(session, preview);
    const bool replace = mode == "replace";
    const auto report =
        data::restore(*library, from, replace ? data::RestoreMode::Replace : data::RestoreMode::Merge,
                      stopOnInterrupt(), {});
    const std::int64_t articles = library->articles().count({});
    if (session.json)
        std::cout << dumped({{"mode", mode},
                             {"articles", articles},
                             {"before", preview.articlesHere},
                             {"mended", report.mended},
                             {"work_mended", workJson(report.workMended)},
                             {replace ? "damaged_work" : "work_left_out",
                              workJson(replace ? preview.workDamagedThere : report.workLeftOut)},
                             {replace ? "damaged" : "left_out",
                              damagedJson(replace ? preview.damagedThere : report.leftOut)}})
                  << '\n';
    note(session, "Restored: " + counted(static_cast<std::size_t>(articles), "article") + " now, " +
                      std::to_string(preview.articlesHere) + " before" +
                      (report.mended == 0 ? "" : "; " + std::to_string(report.mended) + " mended") +
                      (report.workMended.all() == 0 ? "" : "; mended: " + workText(report.workMended)) + ".");
    const int work = replace ? tellDamagedThere(session, preview.workDamagedThere, "; that is so here now.")
                             : tellDamagedThere(session, report.workLeftOut, "; that was left out.");
    const int articlesToo = replace ? tellDamagedThere(session, preview.damagedThere, " and is so here now.")
                                    : tellDamagedThere(session, report.leftOut, " and was left out.");
    return std::max(work, articlesToo);
}

// Nothing can be compared or merged with a damaged library; a sound copy can take its place.
int restoreOverDamaged(const Session& session, const std::string& from, bool replace, const Error& damage) {
    if (!replace) {
        if (session.json)
            std::cout << dumped({{"damaged", damage.args().at(1)}}) << '\n';
        else
            std::cout << ui::sentenceParts(damage).wentWrong.toStdString()
                      << "\n--mode replace puts the copy in its place; the damaged file is kept beside it.\n";
        return 0;
    }
    const auto kept = data::putSnapshotInPlace(session.libraryPath(), from);
    const auto library = session.openLibrary();
    const std::int64_t articles = library->articles().count({});
    const auto damaged = data::damagedEditions(*library);
    if (session.json)
        std::cout << dumped({{"mode", "replace"},
                             {"articles", articles},
                             {"damaged_kept", kept.string()},
                             {"damaged", damagedJson(damaged)}})
                  << '\n';
    note(session, "Restored: " + counted(static_cast<std::size_t>(articles), "article") +
                      " now. The damaged file is kept as " + kept.string());
    return tellDamagedThere(session, damaged, " and is so here now.");
}

int restoreFrom(const Session& session, const std::string& from, const std::string& mode) {
    try {
        return restoreInto(session, from, mode);
    } catch (const Error& error) {
        std::error_code ignored;
        const bool isDamaged =
            error.code() == ErrorCode::LibraryDamaged &&
            std::filesystem::equivalent(error.args().at(0), session.libraryPath(), ignored);
        if (!isDamaged || mode == "merge")
            throw;
        return restoreOverDamaged(session, from, mode == "replace", error);
    }
}

int reread(const Session& session) {
    const auto library = session.openLibrary();
    const auto report = data::rereadAll(*library, {}, stopOnInterrupt(), {});
    const int status =
        report.failures.empty() && report.disputedNotes.empty() && report.damagedWork.empty() ? 0 : 1;
    if (session.json) {
        auto disputed = nlohmann::ordered_json::array();
        for (const data::DisputedNote& note : report.disputedNotes)
            disputed.push_back({{"note", note.note}, {"article", note.article}});
        auto failures = nlohmann::ordered_json::array();
        for (const auto& failure : report.failures)
            failures.push_back({{"location", failure.location},
                                {"code", errorName(failure.error.code())},
                                {"error", ui::sentence(failure.error).toStdString()}});
        std::cout << dumped({{"same", report.same},
                             {"changed", report.changed},
                             {"mended", report.mended},
                             {"checks_forgotten", report.checksForgotten},
                             {"index_made", report.indexMade},
                             {"index_left", report.indexLeft},
                             {"disputed_notes", disputed},
                             {"damaged_work", report.damagedWork},
                             {"failures", failures}})
                  << '\n';
        return status;
    }
    for (const auto& failure : report.failures)
        std::cerr << ui::sentence(failure.error).toStdString() << '\n';
    std::cout << report.changed.size() << " read otherwise than before, " << report.same << " the same, "
              << report.failures.size() << " not readable and left as they were.\n";
    if (!report.mended.empty())
        std::cout << "What lists show of " << report.mended.size()
                  << (report.mended.size() == 1 ? " article" : " articles")
                  << " (titles, month, source, topics) was damaged: it was gathered anew.\n";
    if (report.indexMade)
        std::cout << "The full-text index was damaged: it was made anew.\n";
    if (report.checksForgotten)
        std::cout << "What had been checked was damaged: it is checked again when it is next asked for.\n";
    for (const data::DisputedNote& note : report.disputedNotes)
        std::cerr << "The index was left as it is: " << data::disputeLine(note) << ".\n";
    if (!report.damagedWork.empty())
        std::cerr << (report.indexLeft && report.disputedNotes.empty() ? "The index was left as it is:\n"
                                                                       : "")
                  << report.damagedWork << ".\n";
    return status;
}

} // namespace

void addLibrary(CLI::App& app, Session& session) {
    auto* command = app.add_subcommand("library", "Look after the library file");
    command->require_subcommand(1);
    command->fallthrough();

    auto* checkCommand = command->add_subcommand("check", "Full integrity check");
    checkCommand->callback([&session] { session.run = [&session] { return check(session); }; });

    auto* snapshotsCommand = command->add_subcommand("snapshots", "List the snapshots, newest first");
    snapshotsCommand->callback([&session] { session.run = [&session] { return listSnapshots(session); }; });

    auto* rereadCommand = command->add_subcommand(
        "reread", "Read the kept bytes of all articles again, with this program's parsers");
    rereadCommand->callback([&session] { session.run = [&session] { return reread(session); }; });

    auto target = std::make_shared<std::string>();
    auto* backupCommand = command->add_subcommand("backup", "Copy the library while others may use it");
    backupCommand->add_option("FILE", *target, "The copy; must not exist")->required();
    backupCommand->callback([&session, target] {
        session.run = [&session, target] {
            const auto library = session.openLibrary(data::Library::Mode::ReadOnly);
            data::backupTo(*library, *target, {});
            // Copied as it is, which is better than no copy; but nobody is to take it for a sound one.
            const auto damaged = data::damagedEditions(*library);
            if (session.json) {
                nlohmann::ordered_json out{{"written", *target}};
                if (!damaged.empty())
                    out["damaged"] = damagedJson(damaged);
                std::cout << dumped(out) << '\n';
            }
            note(session, "Written: " + *target);
            for (const data::DamagedEdition& edition : damaged)
                noteDamage(session, edition.article, edition.language);
            return damaged.empty() ? 0 : 1;
        };
    });

    auto from = std::make_shared<std::string>();
    auto mode = std::make_shared<std::string>("preview");
    auto* restoreCommand = command->add_subcommand("restore", "Merge or replace from a snapshot or backup");
    restoreCommand->add_option("FILE", *from, "The snapshot or backup")->required();
    restoreCommand->add_option("--mode", *mode, "preview (default), merge or replace")
        ->check(CLI::IsMember({"preview", "merge", "replace"}));
    restoreCommand->callback([&session, from, mode] {
        session.run = [&session, from, mode] { return restoreFrom(session, *from, *mode); };
    });
}

} // namespace parallax::app
