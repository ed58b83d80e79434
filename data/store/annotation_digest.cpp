// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/annotation_digest.h"

#include "base/utf8.h"
#include "data/store/recipe.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::string_view annotationDigestSetting = "annotation_digest";
constexpr std::string_view annotationDigestVersion = "1"; // raised with any change of the recipes below

#define NOTE_DIGEST                                                                                          \
    "row_digest(uid, article_id, slot, quote, text, colour, created_at, updated_at)" // its place may move
#define TAG_DIGEST "row_digest(name, colour)"
#define SEARCH_DIGEST "row_digest(name, query, filter)"
constexpr std::string_view saveNoteSql = "UPDATE note SET digest = " NOTE_DIGEST " WHERE id = ?";
constexpr std::string_view saveTagSql = "UPDATE tag SET digest = " TAG_DIGEST " WHERE id = ?";
constexpr std::string_view saveSearchSql = "UPDATE saved_search SET digest = " SEARCH_DIGEST " WHERE id = ?";
constexpr std::string_view fillTagsSql = "UPDATE tag SET digest = " TAG_DIGEST;
constexpr std::string_view fillSearchesSql = "UPDATE saved_search SET digest = " SEARCH_DIGEST;
constexpr std::string_view confirmNotesSql = "UPDATE note SET digest = " NOTE_DIGEST " WHERE digest IS NULL";
constexpr std::string_view keptNotesSql = "SELECT id, uid, digest, digest <> " NOTE_DIGEST " FROM note";
constexpr std::string_view keptTagsSql = "SELECT id, name, digest, digest <> " TAG_DIGEST " FROM tag";
constexpr std::string_view keptSearchesSql =
    "SELECT id, name, digest, digest <> " SEARCH_DIGEST " FROM saved_search";
constexpr std::string_view isNoteSoundSql = "SELECT digest = " NOTE_DIGEST " FROM note WHERE id = ?";
constexpr std::string_view changedNotesSql =
    "SELECT id, article_id FROM note WHERE digest <> " NOTE_DIGEST " ORDER BY id";
constexpr std::string_view changedTagsSql = "SELECT name FROM tag WHERE digest <> " TAG_DIGEST " ORDER BY id";
constexpr std::string_view changedSearchesSql =
    "SELECT name FROM saved_search WHERE digest <> " SEARCH_DIGEST " ORDER BY id";
#undef NOTE_DIGEST
#undef TAG_DIGEST
#undef SEARCH_DIGEST

constexpr const char* remedy = " is not what was written; restore it from a snapshot, or write it again";

} // namespace

void saveNoteDigest(Library& library, std::int64_t id) {
    Statement(library, saveNoteSql).bind(id).run();
}

void saveTagDigest(Library& library, std::int64_t id) {
    Statement(library, saveTagSql).bind(id).run();
}

void saveSearchDigest(Library& library, std::int64_t id) {
    Statement(library, saveSearchSql).bind(id).run();
}

std::string changedAnnotationLines(Library& library, int most) {
    std::string lines;
    int told = 0;
    const auto tell = [&](const std::string& what) { lines += (told++ > 0 ? "\n" : "") + what + remedy; };
    for (Statement row(library, changedNotesSql); told < most && row.step();)
        tell("note " + std::to_string(row.integer(0)) + " on article " + std::to_string(row.integer(1)));
    for (Statement row(library, changedTagsSql); told < most && row.step();)
        tell("the tag “" + visibleUtf8(row.view(0)) + "”");
    for (Statement row(library, changedSearchesSql); told < most && row.step();)
        tell("the saved search “" + visibleUtf8(row.view(0)) + "”");
    return lines;
}

std::vector<KeptAnnotation> keptAnnotations(Library& library, AnnotationKind kind) {
    const bool areOthers = annotationDigestsAreOutdated(library); // what another recipe gave says nothing
    std::vector<KeptAnnotation> all;
    Statement row(library, kind == AnnotationKind::Note  ? keptNotesSql
                           : kind == AnnotationKind::Tag ? keptTagsSql
                                                         : keptSearchesSql);
    while (row.step()) {
        KeptAnnotation& one = all.emplace_back(row.integer(0), row.text(1), std::nullopt, false);
        if (areOthers || row.isNull(2))
            continue;
        one.digest = row.integer(2);
        one.damaged = row.number(3) != 0;
    }
    return all;
}

NoteState noteState(Library& library, std::int64_t id) {
    Statement row(library, isNoteSoundSql);
    if (!row.bind(id).step() || row.isNull(0))
        return NoteState::Unknown;
    return row.number(0) != 0 ? NoteState::Sound : NoteState::Damaged;
}

bool annotationDigestsAreOutdated(Library& library) {
    return recipeIsOutdated(library, annotationDigestSetting, annotationDigestVersion);
}

void fillAnnotationDigests(Library& library) {
    Statement(library, "UPDATE note SET digest = NULL").run(); // those of another recipe
    Statement(library, fillTagsSql).run();
    Statement(library, fillSearchesSql).run();
    keepRecipe(library, annotationDigestSetting, annotationDigestVersion);
}

void confirmNotes(Library& library) {
    Statement(library, confirmNotesSql).run();
}

} // namespace parallax::data
