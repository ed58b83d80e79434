// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/library_impl.h"

namespace parallax::data {
namespace {

template <class Store>
Store& made(std::unique_ptr<Store>& store, Library& library) {
    if (!store)
        store = std::make_unique<Store>(library);
    return *store;
}

} // namespace

SearchStore& Library::search() {
    return made(m_impl->search, *this);
}

TableStore& Library::tables() {
    return made(m_impl->tables, *this);
}

} // namespace parallax::data
