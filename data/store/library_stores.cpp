// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/library_impl.h"

namespace parallax::data {

ArticleStore& Library::articles() {
    return storeMade(m_impl->articles, *this);
}

AnnotationStore& Library::annotations() {
    return storeMade(m_impl->annotations, *this);
}

CheckStore& Library::checks() {
    return storeMade(m_impl->checks, *this);
}

} // namespace parallax::data
