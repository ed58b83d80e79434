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

ArticleStore& Library::articles() {
    return made(m_impl->articles, *this);
}

AnnotationStore& Library::annotations() {
    return made(m_impl->annotations, *this);
}

CheckStore& Library::checks() {
    return made(m_impl->checks, *this);
}

} // namespace parallax::data
