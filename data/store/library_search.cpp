// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/library_impl.h"

namespace parallax::data {
SearchStore& Library::search() {
    return storeMade(m_impl->search, *this);
}

TableStore& Library::tables() {
    return storeMade(m_impl->tables, *this);
}

} // namespace parallax::data
