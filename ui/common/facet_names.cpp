// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/facet_names.h"

#include <QHash>

#include "ui/common/format.h"

namespace parallax::ui {

QStringList facetNames(const std::vector<data::Facet>& facets) {
    QStringList names;
    QHash<QString, int> count;
    for (const data::Facet& facet : facets) {
        names.append(nameFromUtf8(facet.value));
        ++count[names.last()];
    }
    for (qsizetype i = 0; i < names.size(); ++i)
        if (const std::string& written = facets[static_cast<std::size_t>(i)].value;
            count.value(names[i]) > 1 && withoutTurns(written) != written)
            names[i] = fromUtf8(visibleUtf8(written));
    return names;
}

} // namespace parallax::ui
