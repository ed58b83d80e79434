// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include "data/ingest/pdf.h"

namespace parallax::test {

// What a person finds in a PDF that the program wrote, in one line. Fonts share glyphs between Han and the
// radicals of Kangxi; NFKC brings the Han back.
inline QString pdfText(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    data::Document document;
    data::parsePdf(file.readAll().toStdString(), {}, {}, document);
    return QString::fromStdString(document.articles.at(0).text)
        .normalized(QString::NormalizationForm_KC)
        .simplified();
}

} // namespace parallax::test
