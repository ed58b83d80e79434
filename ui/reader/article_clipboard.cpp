// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/article_clipboard.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>
#include <set>

namespace parallax::ui {
namespace {

// A table of one row and no header is our way to set two languages side by side, not something to tabulate.
bool isLayout(const QTextTable& table) {
    return table.rows() == 1 && table.format().headerRowCount() == 0 && table.columns() == 2;
}

QString blockWords(const QTextBlock& block, int begin, int end) {
    const int from = std::max(begin, block.position()) - block.position();
    const int to = std::min(end, block.position() + block.length() - 1) - block.position();
    QString words = from < to ? block.text().mid(from, to - from) : QString();
    return words.replace(QChar::LineSeparator, QLatin1Char('\n'));
}

QString cellWords(const QTextTableCell& cell, int begin, int end) {
    QStringList lines;
    for (auto it = cell.begin(); !it.atEnd(); ++it)
        if (it.currentBlock().isValid())
            lines << blockWords(it.currentBlock(), begin, end);
    return lines.join(QLatin1Char('\n'));
}

struct Output {
    QString text;
    QString html;

    void paragraph(const QString& words) {
        text += words + QLatin1Char('\n');
        QString escaped = words.toHtmlEscaped();
        escaped.replace(QLatin1Char('\n'), QLatin1String("<br>"));
        html += QLatin1String("<p>") + escaped + QLatin1String("</p>\n");
    }

    void table(const QTextTable& source, int begin, int end) {
        html += QLatin1String("<table>\n");
        for (int row = 0; row < source.rows(); ++row) {
            QStringList cells;
            int first = -1;
            int last = -1;
            for (int column = 0; column < source.columns(); ++column) {
                const QTextTableCell cell = source.cellAt(row, column);
                if (cell.lastPosition() < begin || cell.firstPosition() > end)
                    continue;
                first = first < 0 ? column : first;
                last = column;
            }
            if (first < 0)
                continue;
            const bool header = row < source.format().headerRowCount();
            html += QLatin1String("<tr>");
            for (int column = first; column <= last; ++column) {
                // Part of a cell selected together with its neighbours means the whole cell.
                const QTextTableCell cell = source.cellAt(row, column);
                QString words = first == last && source.cellAt(begin).isValid() &&
                                        source.cellAt(begin) == source.cellAt(end)
                                    ? cellWords(cell, begin, end)
                                    : cellWords(cell, cell.firstPosition(), cell.lastPosition());
                html += (header ? QLatin1String("<th>") : QLatin1String("<td>")) + words.toHtmlEscaped() +
                        (header ? QLatin1String("</th>") : QLatin1String("</td>"));
                cells << words.replace(QLatin1Char('\n'), QLatin1Char(' '))
                             .replace(QLatin1Char('\t'), QLatin1Char(' '));
            }
            html += QLatin1String("</tr>\n");
            text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
        }
        html += QLatin1String("</table>\n");
    }
};

QTextTable* tableOf(const QTextBlock& block) {
    return QTextCursor(block).currentTable();
}

} // namespace

std::unique_ptr<QMimeData> makeArticleMimeData(const QTextDocument& document, int begin, int end) {
    Output output;
    const QTextTable* done = nullptr;
    for (QTextBlock block = document.findBlock(begin); block.isValid() && block.position() < end;
         block = block.next()) {
        if (QTextTable* table = tableOf(block); table != nullptr && !isLayout(*table)) {
            if (table != done)
                output.table(*table, begin, end);
            done = table;
            continue;
        }
        const QString words = blockWords(block, begin, end);
        if (!words.isEmpty())
            output.paragraph(words);
    }
    if (output.text.endsWith(QLatin1Char('\n')))
        output.text.chop(1);
    auto mime = std::make_unique<QMimeData>();
    mime->setText(output.text);
    mime->setHtml(QLatin1String("<html><body>\n") + output.html + QLatin1String("</body></html>"));
    return mime;
}

} // namespace parallax::ui
