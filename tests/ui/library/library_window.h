// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The Library page on a library of its own.

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <memory>

#include "tests/ui/library/library_fixture.h"
#include "ui/common/format.h"
#include "ui/library/library_workspace.h"

namespace parallax::test {

inline const QString english = QStringLiteral("Rented accelerators get cheaper while contracts get longer");

// One window on one library, as long as a test lasts.
struct LibraryWindow {
    explicit LibraryWindow(int others = 5, data::Language reading = data::Language::English) {
        store.fill(others);
        bench = std::make_unique<Bench>(store.path);
        bench->settings.setReadingLanguage(reading);
        page = std::make_unique<ui::LibraryWorkspace>(bench->context, nullptr);
        page->resize(1400, 900);
        page->show();
        page->activateWindow();
    }

    bool ready() const { return page->listPane().articles().rowCount() > 0; }
    ui::ArticleListView& list() { return page->listPane().list(); }
    ui::Reader& reader() { return page->reader(); }
    QString shown() {
        const ui::PageDocument* document = reader().view().page();
        return document == nullptr ? QString() : document->page().items.front().left.plain();
    }
    ui::ReadingMode mode() { return reader().view().page()->page().mode; }
    QLineEdit* search() { return page->findChild<QLineEdit*>(QStringLiteral("search")); }
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : page.get(),
                        static_cast<Qt::Key>(key), modifiers);
    }
    void openBilingual() {
        for (int row = 0; row < page->listPane().articles().rowCount(); ++row)
            if (const ui::ListedArticle* listed = page->listPane().articles().at(row);
                listed != nullptr && ui::fromUtf8(listed->row.titleEnglish) == english)
                list().setCurrentIndex(page->listPane().articles().index(row));
    }

    TemporaryLibrary store;
    std::unique_ptr<Bench> bench;
    std::unique_ptr<ui::LibraryWorkspace> page;
};

} // namespace parallax::test
