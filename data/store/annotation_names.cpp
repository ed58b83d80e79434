// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Other names for tags and saved searches. A name that another one bears is refused: to take it would be to
// lose that one.
#include "data/store/annotation_digest.h"
#include "data/store/annotation_store.h"
#include "data/store/statement.h"
#include "data/store/transaction.h"

namespace parallax::data {
namespace {

bool nameTaken(Library& library, std::string_view sql, std::int64_t id, const std::string& name) {
    Statement other(library, sql);
    return other.bind(name).bind(id).step();
}

} // namespace

bool AnnotationStore::changeTag(std::int64_t id, const std::string& name, const std::string& colour) {
    Transaction transaction(m_library);
    if (nameTaken(m_library, "SELECT 1 FROM tag WHERE name = ? AND id <> ?", id, name))
        return false;
    Statement(m_library, "UPDATE tag SET name = ?, colour = ? WHERE id = ?")
        .bind(name)
        .bind(colour)
        .bind(id)
        .run();
    saveTagDigest(m_library, id);
    transaction.commit();
    return true;
}

bool AnnotationStore::renameSearch(std::int64_t id, const std::string& name) {
    Transaction transaction(m_library);
    if (nameTaken(m_library, "SELECT 1 FROM saved_search WHERE name = ? AND id <> ?", id, name))
        return false;
    Statement(m_library, "UPDATE saved_search SET name = ? WHERE id = ?").bind(name).bind(id).run();
    saveSearchDigest(m_library, id);
    transaction.commit();
    return true;
}

} // namespace parallax::data
