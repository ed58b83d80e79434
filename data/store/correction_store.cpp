// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/correction_store.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/store/clock.h"
#include "data/store/correction_log.h"
#include "data/store/library_impl.h"
#include "data/store/statement.h"

namespace parallax::data {
namespace {

constexpr std::size_t longestWords = 64 * 1024;

[[noreturn]] void refuse(const char* reason, const std::string& what) {
    throw parallax::Error(ErrorCode::CorrectionInvalid, {reason, what});
}

// The tables of one edition with the columns that name their rows.
struct EditionTables {
    std::vector<StoredTable> stored;
    std::vector<Table> tables;
    std::map<std::size_t, int> labels; // of those that were asked for
};

EditionTables tablesOf(Library& library, ArticleId article, Language language) {
    EditionTables out;
    for (StoredTable& table : library.tables().ofArticle(article))
        if (table.row.language == language) {
            out.tables.push_back(table.table);
            out.stored.push_back(std::move(table));
        }
    return out;
}

int labelColumnOf(EditionTables& edition, std::size_t index) {
    const auto [at, added] = edition.labels.try_emplace(index, -1);
    if (added)
        at->second = typeTable(edition.tables[index], tableContextOf(edition.stored[index].row)).labelColumn;
    return at->second;
}

// Finds where each entry that was not undone stands now.
void placeAll(std::vector<LoggedCorrection>& log, EditionTables& edition) {
    using Place = std::tuple<int, CorrectionKind, int, int>;
    std::set<Place> taken;
    // The latest counts: backwards, so that it comes first.
    for (auto logged = log.rbegin(); logged != log.rend(); ++logged) {
        Correction& entry = logged->entry;
        const int index = findAnchoredTable(edition.tables, entry.anchor);
        const auto at = static_cast<std::size_t>(index);
        const auto place = index < 0 ? std::nullopt
                                     : findAnchoredPlace(edition.tables[at], entry.kind,
                                                         labelColumnOf(edition, at), entry.anchor);
        const bool counts = entry.state == CorrectionState::Applies && logged->undoes.empty();
        if (!place) {
            if (counts)
                entry.state = CorrectionState::Lost;
            continue;
        }
        entry.table = edition.stored[at].row.id;
        entry.row = place->row;
        entry.column = place->column;
        if (!counts)
            continue;
        if (!taken.insert({index, entry.kind, place->row, place->column}).second) {
            entry.state = CorrectionState::Superseded;
        } else if (place->changed) {
            entry.state = CorrectionState::PageChanged;
            entry.pageWords =
                edition.tables[at]
                    .rows[static_cast<std::size_t>(place->row)][static_cast<std::size_t>(place->column)]
                    .text;
        }
    }
}

std::vector<LoggedCorrection> placedLog(Library& library, ArticleId article, Language language) {
    std::vector<LoggedCorrection> log = readCorrectionLog(library, article, language);
    if (log.empty())
        return log;
    resolveUndone(log);
    EditionTables edition = tablesOf(library, article, language);
    placeAll(log, edition);
    return log;
}

bool applies(const Correction& entry) {
    return entry.undoes == 0 &&
           (entry.state == CorrectionState::Applies || entry.state == CorrectionState::PageChanged);
}

std::vector<PlacedCorrection> placedOn(const std::vector<LoggedCorrection>& log, TableId table) {
    std::vector<PlacedCorrection> placed;
    for (const auto& logged : log)
        if (logged.undoes.empty() && applies(logged.entry) && logged.entry.table == table)
            placed.push_back({logged.entry.kind, logged.entry.row, logged.entry.column, logged.entry.after});
    return placed;
}

// What stands at the place by now: words, a role or a unit.
std::string standing(const NewCorrection& correction, const StoredTable& stored, const TypedTable& typed) {
    const auto row = static_cast<std::size_t>(correction.row),
               column = static_cast<std::size_t>(correction.column);
    switch (correction.kind) {
    case CorrectionKind::Cell:
        return std::string(wordsOf(stored.table, typed, row, column));
    case CorrectionKind::ColumnRole:
        return std::string(columnRoleName(typed.columns[column].role));
    case CorrectionKind::RowRole:
        return std::string(rowRoleName(typed.rowRoles[row]));
    case CorrectionKind::Unit:
        return correction.column >= 0 ? typed.columns[column].unit : std::string();
    }
    return {};
}

// The kind says whether a row, a column or both are meant; the place must be there.
void checkPlace(const NewCorrection& correction, const StoredTable& stored, const TypedTable& typed) {
    const auto inRows =
        correction.row >= 0 && static_cast<std::size_t>(correction.row) < stored.table.rows.size();
    const auto inColumns =
        correction.column >= 0 && static_cast<std::size_t>(correction.column) < typed.columns.size();
    bool there = false;
    switch (correction.kind) {
    case CorrectionKind::Cell:
        there = inRows && inColumns &&
                static_cast<std::size_t>(correction.column) <
                    stored.table.rows[static_cast<std::size_t>(correction.row)].size();
        break;
    case CorrectionKind::ColumnRole:
        there = inColumns && correction.row < 0;
        if (there && !columnRoleFromName(correction.after))
            refuse("role", correction.after);
        break;
    case CorrectionKind::RowRole:
        there = inRows && correction.column < 0;
        if (there && !rowRoleFromName(correction.after))
            refuse("role", correction.after);
        break;
    case CorrectionKind::Unit:
        there = (inColumns && correction.row < 0) || (inRows && correction.column < 0);
        break;
    }
    if (!there)
        refuse("place", std::to_string(correction.row + 1) + ", " + std::to_string(correction.column + 1));
}

} // namespace

CorrectionStore& Library::corrections() {
    if (!m_impl->corrections)
        m_impl->corrections = std::make_unique<CorrectionStore>(*this);
    return *m_impl->corrections;
}

TableContext tableContextOf(const TableRow& row) {
    TableContext context;
    context.language = row.language;
    context.documentMonth = row.archiveMonth;
    context.taiwanese = row.taiwanese;
    return context;
}

CorrectionStore::CorrectionStore(Library& library)
    : m_library(library) {}

std::map<ArticleId, std::int64_t> CorrectionStore::logSizes() {
    std::map<ArticleId, std::int64_t> sizes;
    if (!hasCorrectionLog(m_library))
        return sizes;
    Statement row(m_library, "SELECT article_id, count(*) FROM table_correction GROUP BY article_id");
    while (row.step())
        sizes.emplace(row.integer(0), row.integer(1));
    return sizes;
}

bool CorrectionStore::any() {
    return hasCorrectionLog(m_library) &&
           queryInteger(m_library, "SELECT EXISTS (SELECT 1 FROM table_correction)") != 0;
}

CorrectionId CorrectionStore::add(const NewCorrection& correction) {
    const StoredTable stored = m_library.tables().load(correction.table);
    const TypedTable current = typed(stored);
    checkPlace(correction, stored, current);
    if (correction.after.size() > longestWords || !isUtf8(correction.after))
        refuse("words", std::string(utf8Prefix(correction.after, 40)));
    const std::string stands = standing(correction, stored, current);
    // A unit that the grammar found may be settled by the same words, so that it stays.
    if (stands == correction.after && correction.kind != CorrectionKind::Unit)
        refuse("same", stands);

    LoggedCorrection logged;
    logged.uid = newUid();
    Correction& entry = logged.entry;
    entry.article = stored.row.article;
    entry.language = stored.row.language;
    entry.kind = correction.kind;
    entry.after = correction.after;
    entry.by = correction.by;
    entry.why = correction.why;
    entry.at = toIso(data::now());
    CorrectionAnchor& anchor = entry.anchor;
    anchor.caption = stored.table.caption;
    for (const Cell& cell : stored.table.header)
        anchor.header.push_back(cell.text);
    anchor.ordinal = stored.row.index;
    anchor.row = correction.row;
    anchor.column = correction.column;
    if (correction.column >= 0 && static_cast<std::size_t>(correction.column) < stored.table.header.size())
        anchor.columnHeader = stored.table.header[static_cast<std::size_t>(correction.column)].text;
    if (correction.row >= 0) {
        const auto& cells = stored.table.rows[static_cast<std::size_t>(correction.row)];
        const int label = typeTable(stored.table, tableContextOf(stored.row)).labelColumn;
        if (label >= 0 && static_cast<std::size_t>(label) < cells.size())
            anchor.rowLabel = cells[static_cast<std::size_t>(label)].text;
        // The page's own words are what a new import is compared with, also where they were corrected before.
        entry.before = correction.kind == CorrectionKind::Cell
                           ? cells[static_cast<std::size_t>(correction.column)].text
                           : stands;
    } else {
        entry.before = stands;
    }
    const CorrectionId id = writeCorrection(m_library, logged);
    changed(stored.row.edition);
    return id;
}

CorrectionId CorrectionStore::undo(CorrectionId id, const std::string& by, const std::string& why) {
    Statement row(m_library, "SELECT article_id, language FROM table_correction WHERE id = ?");
    if (!row.bind(id).step())
        refuse("unknown", std::to_string(id));
    const ArticleId article = row.integer(0);
    const auto language = static_cast<Language>(row.number(1));
    row.rewind();
    std::vector<LoggedCorrection> log = readCorrectionLog(m_library, article, language);
    resolveUndone(log);
    const auto found =
        std::ranges::find_if(log, [id](const LoggedCorrection& logged) { return logged.entry.id == id; });
    if (found == log.end())
        refuse("unknown", std::to_string(id));
    if (found->entry.state == CorrectionState::Undone)
        refuse("undone", std::to_string(id));
    LoggedCorrection inverse = *found;
    inverse.undoes = found->uid;
    inverse.uid = newUid();
    inverse.entry.before = found->entry.after;
    inverse.entry.after = found->entry.before;
    inverse.entry.by = by;
    inverse.entry.why = why;
    // Never before what it takes back, even where the clock was set back in between.
    inverse.entry.at = std::max(toIso(data::now()), found->entry.at);
    const CorrectionId made = writeCorrection(m_library, inverse);
    Statement edition(m_library, "SELECT id FROM edition WHERE article_id = ? AND language = ?");
    if (edition.bind(article).bind(static_cast<int>(language)).step())
        changed(edition.integer(0));
    return made;
}

void CorrectionStore::changed(EditionId edition) {
    m_library.checks().invalidate(edition);
}

std::vector<Correction> CorrectionStore::list(ArticleId article) {
    std::set<Language> languages;
    if (hasCorrectionLog(m_library)) {
        Statement row(m_library, "SELECT DISTINCT language FROM table_correction WHERE article_id = ?");
        for (row.bind(article); row.step();)
            languages.insert(static_cast<Language>(row.number(0)));
    }
    std::vector<Correction> all;
    for (const Language language : languages)
        for (auto& logged : placedLog(m_library, article, language))
            all.push_back(std::move(logged.entry));
    std::ranges::stable_sort(all, {}, [](const Correction& entry) { return std::pair(entry.at, entry.id); });
    return all;
}

std::vector<Correction> CorrectionStore::ofTable(TableId table) {
    const StoredTable stored = m_library.tables().load(table);
    std::vector<Correction> here;
    for (auto& logged : placedLog(m_library, stored.row.article, stored.row.language))
        if (logged.entry.table == table)
            here.push_back(std::move(logged.entry));
    return here;
}

std::vector<PlacedCorrection> CorrectionStore::placed(const StoredTable& table) {
    return placedOn(placedLog(m_library, table.row.article, table.row.language), table.row.id);
}

TypedTable CorrectionStore::typed(const StoredTable& table) {
    return typeTable(table.table, tableContextOf(table.row), placed(table));
}

CorrectionStore::CorrectedTables CorrectionStore::correctedTables(EditionId edition) {
    CorrectedTables out;
    Statement row(m_library, "SELECT article_id, language FROM edition WHERE id = ?");
    if (!row.bind(edition).step())
        return out;
    const ArticleId article = row.integer(0);
    const auto language = static_cast<Language>(row.number(1));
    row.rewind();
    const auto log = placedLog(m_library, article, language);
    for (StoredTable& table : m_library.tables().ofArticle(article)) {
        if (table.row.edition != edition)
            continue;
        const auto placed = placedOn(log, table.row.id);
        out.typed.push_back(typeTable(table.table, tableContextOf(table.row), placed));
        out.tables.push_back(correctedTable(std::move(table.table), placed));
    }
    return out;
}

std::vector<TypedTable> CorrectionStore::typedTables(EditionId edition) {
    return correctedTables(edition).typed;
}

Table CorrectionStore::corrected(const StoredTable& table) {
    return correctedTable(table.table, placed(table));
}

} // namespace parallax::data
