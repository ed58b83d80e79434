// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a link, a quotation or a table leads.
#include "ui/reader/reader.h"

#include <QDesktopServices>
#include <QStackedWidget>

#include "data/article/script.h"
#include "data/store/table_store.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/reader/table_sheet.h"

namespace parallax::ui {

QString shownAddress(const QUrl& url) {
    constexpr qsizetype begin = 300; // the host stands there, which is what one looks for
    constexpr qsizetype end = 60;
    const QString address = url.toDisplayString(QUrl::FullyEncoded);
    if (address.size() <= begin + end)
        return address;
    return address.left(begin) + QStringLiteral(" … ") + address.right(end);
}

void Reader::goToTarget() {
    if (m_article == nullptr || m_view->page() == nullptr || (m_target.block < 0 && m_target.quote.isEmpty()))
        return;
    const bool inTranslation = m_article->translation && m_target.edition != 0 &&
                               m_target.edition == m_article->translation->edition.id;
    const ReadingMode shown = m_view->page()->page().mode;
    // The words must be on the page: evidence from the other language switches to where it stands.
    if ((inTranslation && shown == ReadingMode::Original) ||
        (!inTranslation && m_target.edition != 0 && shown == ReadingMode::Translation &&
         translationSource(*m_article, m_reading) == TranslationSource::Edition)) {
        const Target target = m_target;
        setMode(inTranslation ? ReadingMode::Translation : ReadingMode::Original);
        m_target = target;
        return;
    }
    int item = m_view->page()->itemOfBlock(std::max(0, m_target.block), inTranslation);
    if (item < 0 && !m_showAll && m_view->page()->page().hiddenBlocks > 0) {
        m_showAll = true;
        rebuild({});
        return;
    }
    if (item < 0)
        item = 0;
    const data::StoredArticle& edition = inTranslation ? *m_article->translation : m_article->original;
    const auto block = static_cast<std::size_t>(std::max(0, m_target.block));
    if (m_view->page()->page().hiddenBlocks > 0 && block < edition.article.blocks.size()) {
        const PageItem& found = m_view->page()->page().items[static_cast<std::size_t>(item)];
        // The block lies in the part that is not shown yet.
        if ((inTranslation ? found.otherBlock : found.block) + 1 < m_target.block && !m_showAll &&
            item + 2 >= static_cast<int>(m_view->page()->page().items.size())) {
            m_showAll = true;
            rebuild({});
            return;
        }
    }
    const Target target = std::exchange(m_target, Target());
    const QString& quote = target.quote;
    // A figure may stand in a table more than once: the cell itself is meant.
    if (target.column >= 0 && m_view->showCell(item, target.row, target.column))
        return;
    if (!m_view->showQuote(item, quote) && !quote.isEmpty()) {
        // Shown in the other script: the words as they stand there.
        const QString converted = fromUtf8(
            data::convertScript(toStdString(quote), m_reading, m_article->original.article.language));
        if (converted != quote)
            m_view->showQuote(item, converted);
    }
}

void Reader::followLink(const QUrl& url) {
    const QString link = url.toString();
    if (!link.startsWith(QLatin1String("parallax:"))) {
        if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https") &&
            url.scheme() != QLatin1String("mailto"))
            return; // file: and the like have no business in an article
        if (dialogs::confirm(window(), tr("Open a link"),
                             tr("Open this address in your browser?") + QStringLiteral("\n\n") +
                                 shownAddress(url),
                             tr("Open")))
            QDesktopServices::openUrl(url);
        return;
    }
    const QString what = link.mid(9).section(QLatin1Char('/'), 0, 0);
    const int number = link.section(QLatin1Char('/'), 1).toInt();
    if (what == QLatin1String("all")) {
        m_showAll = true;
        rebuild(m_view->anchor());
        return;
    }
    if (what == QLatin1String("checks")) {
        Q_EMIT openPlace({QStringLiteral("checks"), {{QStringLiteral("article"), qint64{m_id}}}});
        return;
    }
    const PageDocument* page = m_view->page();
    if (page == nullptr || number < 0)
        return;
    if (what == QLatin1String("block")) {
        const bool translation = page->page().mode == ReadingMode::Translation && m_article->translation;
        m_view->showQuote(page->itemOfBlock(number, translation), {});
        return;
    }
    if (static_cast<std::size_t>(number) >= page->page().items.size())
        return;
    const PageItem& item = page->page().items[static_cast<std::size_t>(number)];
    if (what == QLatin1String("table"))
        openTable(number, false);
    else if (what == QLatin1String("chart"))
        openTable(number, true);
    else if (what == QLatin1String("grid"))
        showTableSheet(number);
    else if (what == QLatin1String("find"))
        Q_EMIT searchRequested(item.left.plain());
    else if (what == QLatin1String("table-of")) {
        for (std::size_t i = 0; i < page->page().items.size(); ++i) {
            const PageItem& candidate = page->page().items[i];
            if (candidate.kind == ItemKind::Table && candidate.table == item.table &&
                candidate.tableOfTranslation == item.tableOfTranslation)
                m_view->scrollToItem(static_cast<int>(i));
        }
    }
}

void Reader::openTable(int index, bool chart) {
    if (m_view->page() == nullptr || index < 0)
        return;
    const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(index)];
    const data::EditionId edition = editionOf(item)->edition.id;
    const data::ArticleId id = m_id;
    const int table = item.table;
    m_context.library.read<qint64>(
        QString(), this,
        [id, edition, table](data::Library& library) -> qint64 {
            for (const data::StoredTable& stored : library.tables().ofArticle(id))
                if (stored.row.edition == edition && stored.row.index == table)
                    return stored.row.id;
            return 0;
        },
        [this, chart](qint64 found) {
            if (found == 0)
                return;
            QJsonObject detail{{QStringLiteral("table"), found}};
            if (chart)
                detail.insert(QStringLiteral("view"), QStringLiteral("chart"));
            Q_EMIT openPlace({QStringLiteral("tables"), detail});
        });
}

void Reader::showTableSheet(int index) {
    const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(index)];
    const std::vector<data::Table>& tables = editionOf(item)->article.tables;
    if (item.table < 0 || static_cast<std::size_t>(item.table) >= tables.size())
        return;
    m_sheetItem = index;
    m_sheet->setTable(tables[static_cast<std::size_t>(item.table)], sheetChecks(item));
    m_stack->setCurrentIndex(2);
}

CellChecksPtr Reader::sheetChecks(const PageItem& item) const {
    return std::make_shared<const CellChecks>(m_article->checks, editionOf(item)->edition.id, item.table);
}

const data::StoredArticle* Reader::editionOf(const PageItem& item) const {
    return item.tableOfTranslation && m_article->translation ? &*m_article->translation
                                                             : &m_article->original;
}

} // namespace parallax::ui
