// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/tag_colours.h"

#include <QColor>

#include <algorithm>

#include "ui/common/format.h"

namespace parallax::ui {

const QStringList& tagColours() {
    static const QStringList colours{QStringLiteral("#3A81DF"), QStringLiteral("#DE5506"),
                                     QStringLiteral("#159455"), QStringLiteral("#C25F98"),
                                     QStringLiteral("#9869DF"), QStringLiteral("#7D8813"),
                                     QStringLiteral("#0D8F9D"), QStringLiteral("#A27A45")};
    return colours;
}

QString nextTagColour(const std::vector<data::Tag>& tags) {
    const auto uses = [&tags](const QString& colour) {
        return std::count_if(tags.begin(), tags.end(), [wanted = QColor(colour)](const data::Tag& tag) {
            return QColor(fromUtf8(tag.colour)) == wanted;
        });
    };
    return *std::min_element(
        tagColours().begin(), tagColours().end(),
        [&uses](const QString& a, const QString& b) { return uses(a) < uses(b); }); // the first of equals
}

} // namespace parallax::ui
