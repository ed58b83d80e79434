// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the library: made where one says, also over an older one, and taken back from any file.
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QUrl>

#include <fstream>

#include "data/store/article_store.h"
#include "data/store/transaction.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/shell/library_page.h"
#include "ui/shell/restore_dialog.h"

namespace test_library_page {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

namespace {

void add(const std::filesystem::path& path, const std::string& title) {
    data::Library library(path);
    data::Article article;
    article.title = article.text = title;
    data::Block block;
    block.text = title;
    block.span = {0, title.size()};
    article.blocks.push_back(block);
    data::Document document;
    document.format = data::Format::SavedPage;
    document.encoding = "UTF-8";
    data::Transaction transaction(library);
    library.articles().save(article, article.text, document, title);
    transaction.commit();
}

qint64 articlesOf(const std::filesystem::path& path) {
    data::Library library(path, data::Library::Mode::ReadOnly);
    return library.articles().count({});
}

bool idle(const Window& window) {
    return QTest::qWaitFor([&] { return window.tasks->running() == 0; }, 20'000);
}

void drop(QWidget* target, QMimeData& mime) {
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

// The dialog, once it has compared.
RestoreDialog* comparedDialog() {
    RestoreDialog* dialog = nullptr;
    const bool found = QTest::qWaitFor(
        [&] {
            for (QWidget* one : QApplication::topLevelWidgets())
                if (auto* candidate = qobject_cast<RestoreDialog*>(one); candidate && candidate->isVisible())
                    dialog = candidate;
            return dialog != nullptr &&
                   dialog->findChild<QPushButton*>(QStringLiteral("restore"))->isEnabled();
        },
        10'000);
    return found ? dialog : nullptr;
}

bool restore(Window& window) {
    RestoreDialog* const dialog = comparedDialog();
    if (dialog == nullptr)
        return false;
    dialog->findChild<QPushButton*>(QStringLiteral("restore"))->click();
    return idle(window);
}

} // namespace

class TestLibraryPage final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aBackupReplacesAnOlderOne() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        add(window.libraryPath, "One");
        LibraryPage page(*window.context, nullptr);
        const QString target = window.home.filePath(QStringLiteral("backup.sqlite3"));
        auto* button = page.findChild<QPushButton*>(QStringLiteral("backUp"));
        for (int copies = 1; copies <= 2; ++copies) {
            dialogs::setNextPaths({target}); // the dialog has asked whether it may be replaced
            button->click();
            QVERIFY(idle(window));
            QCOMPARE(window.issues->rowCount(), 0);
            QCOMPARE(articlesOf(target.toStdString()), copies);
            add(window.libraryPath, "Two");
        }
        // Over the library itself: refused.
        dialogs::setNextPaths({QString::fromStdString(window.libraryPath.string())});
        button->click();
        QVERIFY(idle(window));
        QTRY_COMPARE(window.issues->rowCount(), 1);
        QCOMPARE(articlesOf(window.libraryPath), 2);
    }

    void anyLibraryFileCanBeMergedInto() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        add(window.libraryPath, "Here");
        const std::filesystem::path other = window.libraryPath.parent_path() / "other.sqlite3";
        add(other, "There");
        LibraryPage page(*window.context, nullptr);
        page.show();
        dialogs::setNextPaths({QString::fromStdString(other.string())});
        page.findChild<QPushButton*>(QStringLiteral("restoreFile"))->click();
        QVERIFY(restore(window));
        QCOMPARE(articlesOf(window.libraryPath), 2);
        QCOMPARE(articlesOf(other), 1);
    }

    void whatTheAnalystDidInTheFileIsCountedBeforeItIsRestored() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        add(window.libraryPath, "Here");
        const std::filesystem::path other = window.libraryPath.parent_path() / "other.sqlite3";
        add(other, "There");
        data::Library(other).articles().setStarred(1, true);
        RestoreDialog::openFile(*window.context, QString::fromStdString(other.string()), nullptr);
        RestoreDialog* const dialog = comparedDialog();
        QVERIFY(dialog != nullptr);
        QString shown;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            shown += label->text();
        shown.remove(QRegularExpression(QStringLiteral("<(?!/tr)[^>]*>")));
        QVERIFY2(shown.contains(QStringLiteral("Stars10</tr>")), qPrintable(shown)); // 1 there, 0 here
        QVERIFY(shown.contains(QStringLiteral("Articles11</tr>")));
        dialog->reject();
    }

    void aDroppedLibraryIsOfferedAndNotImported() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        const std::filesystem::path other = window.libraryPath.parent_path() / "other.sqlite3";
        add(other, "There");
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QString::fromStdString(other.string()))});
        drop(window.window.get(), mime);
        QVERIFY(restore(window));
        QCOMPARE(articlesOf(window.libraryPath), 1);
        // The one that is open is no place to restore from.
        mime.setUrls({QUrl::fromLocalFile(QString::fromStdString(window.libraryPath.string()))});
        const int before = window.issues->rowCount();
        drop(window.window.get(), mime);
        QCOMPARE(window.issues->rowCount(), before + 1);
    }
};

PARALLAX_WINDOW_TEST(TestLibraryPage)

} // namespace test_library_page
#include "test_library_page.moc"
