// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Paper, PDF, and what the session keeps of the reader.
#include "ui/reader/reader.h"

#include <QJsonArray>
#include <QPrintDialog>
#include <QPrinter>
#include <QSplitter>

#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/tasks.h"
#include "ui/reader/article_printer.h"
#include "ui/reader/reader_margin.h"

namespace parallax::ui {

void Reader::print() {
    if (m_view->page() == nullptr)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(nameFromUtf8(m_article->original.row.title));
    QPrintDialog dialog(printer.get(), window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto page = std::make_shared<const Page>(m_view->page()->page());
    m_context.tasks.start([] { return tr("Printing the article"); },
                          [page, look = style(), printer, checks = m_view->page()->checks()](
                              std::stop_token stop, const ProgressCallback& progress) {
                              printPage(page, look, *printer, std::move(stop), progress, checks);
                          },
                          this, {});
}

void Reader::savePdf() {
    if (m_view->page() == nullptr)
        return;
    QString name = nameFromUtf8(m_article->original.row.title).simplified().left(80);
    for (QChar& c : name)
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = QLatin1Char(' ');
    const QString path = dialogs::saveFile(window(), tr("Save the article as PDF"),
                                           name + QStringLiteral(".pdf"), tr("PDF files (*.pdf)"));
    if (!path.isEmpty())
        savePdfTo(path);
}

void Reader::savePdfTo(const QString& path) {
    if (m_view->page() == nullptr)
        return;
    const auto page = std::make_shared<const Page>(m_view->page()->page());
    m_context.tasks.start([] { return tr("Saving the article as PDF"); },
                          [page, look = style(), path, checks = m_view->page()->checks()](
                              std::stop_token stop, const ProgressCallback& progress) {
                              exportPdf(page, look, path, std::move(stop), progress, checks);
                          },
                          this, {});
}

Place Reader::place() const {
    Place place{QStringLiteral("library"), {}};
    if (m_id != 0)
        place.detail.insert(QStringLiteral("article"), qint64{m_id});
    return place;
}

QJsonObject Reader::saveState() const {
    QJsonObject places;
    for (const qint64 id : m_placeOrder) {
        const PageAnchor anchor = m_places.value(id);
        if (anchor.block >= 0 || anchor.otherBlock >= 0)
            places.insert(QString::number(id), QJsonArray{anchor.block, anchor.otherBlock, anchor.offset});
    }
    if (m_article != nullptr && m_view->page() != nullptr) {
        const PageAnchor anchor = m_view->anchor();
        places.insert(QString::number(m_id), QJsonArray{anchor.block, anchor.otherBlock, anchor.offset});
    }
    NoteDrafts drafts = m_drafts;
    if (m_note->isChanged())
        drafts.keep(m_note->written(), NoteDrafts::Left::Open);
    return {{QStringLiteral("mode"), static_cast<int>(m_mode)},
            {QStringLiteral("margin"), m_marginWanted},
            {QStringLiteral("simplified"), m_chinese == data::Language::SimplifiedChinese},
            {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
            {QStringLiteral("spaced"), m_spaced},
            {QStringLiteral("fullWidth"), m_fullWidth},
            {QStringLiteral("allChecks"), m_allChecks},
            {QStringLiteral("places"), places},
            {QStringLiteral("drafts"), drafts.save()}};
}

void Reader::restoreState(const QJsonObject& state) {
    const int mode = state.value(QStringLiteral("mode")).toInt(static_cast<int>(ReadingMode::Translation));
    if (mode >= 0 && mode < 4)
        m_mode = static_cast<ReadingMode>(mode);
    if (state.contains(QStringLiteral("simplified")) && !data::isChinese(m_reading))
        m_chinese = state.value(QStringLiteral("simplified")).toBool() ? data::Language::SimplifiedChinese
                                                                       : data::Language::TraditionalChinese;
    m_marginWanted = state.value(QStringLiteral("margin")).toBool(true);
    m_margin->setVisible(m_marginWanted);
    m_splitter->restoreState(
        QByteArray::fromBase64(state.value(QStringLiteral("splitter")).toString().toLatin1()));
    m_spaced = state.value(QStringLiteral("spaced")).toBool(true);
    m_fullWidth = state.value(QStringLiteral("fullWidth")).toBool(false);
    m_allChecks = state.value(QStringLiteral("allChecks")).toBool(false);
    if (m_allChecksAction != nullptr)
        m_allChecksAction->setChecked(m_allChecks);
    const QJsonObject places = state.value(QStringLiteral("places")).toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        const QJsonArray anchor = it.value().toArray();
        const qint64 id = it.key().toLongLong();
        m_places.insert(id, {anchor.at(0).toInt(-1), anchor.at(1).toInt(-1), anchor.at(2).toInt()});
        m_placeOrder.removeOne(id);
        m_placeOrder.push_back(id);
    }
    if (state.contains(QStringLiteral("drafts")))
        m_drafts.restore(state.value(QStringLiteral("drafts")).toArray());
}

} // namespace parallax::ui
