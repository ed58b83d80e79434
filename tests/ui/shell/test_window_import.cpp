// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is dropped on the window, pasted into it or chosen in its dialog is imported.
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

#include "data/store/article_store.h"
#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/dialogs.h"
#include "ui/library/article_list_model.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/importer.h"

namespace test_window_import {

using namespace parallax;
using namespace parallax::ui;
using parallax::ui::testing::Window;

namespace {

const char* const articleText =
    "# Chip orders rise\n\nA maker of accelerators says that its orders rose by 12 % in spring.\n\n"
    "| Year | Orders |\n|---|---|\n| 2025 | 100 |\n| 2026 | 112 |\n";

QString writeFile(const QTemporaryDir& folder, const char* name, const char* text) {
    const QString path = folder.filePath(QString::fromLatin1(name));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return path;
}

qint64 articlesIn(const Window& window) {
    data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
    return library.articles().count({});
}

void drop(QWidget* target, QMimeData& mime) {
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event(QPointF(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

} // namespace

class TestWindowImport final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aDroppedFileIsImportedAsATask() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(writeFile(folder, "orders.md", articleText))});
        QSignalSpy finished(&window->importer(), &Importer::finished);
        drop(window.window.get(), mime);
        QCOMPARE(window.tasks->rowCount(), 1);
        QVERIFY(window.tasks->data(window.tasks->index(0), Qt::DisplayRole)
                    .toString()
                    .contains(QLatin1String("orders.md")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);
        QCOMPARE(window.issues->rowCount(), 0);
        QCOMPARE(window.tasks->data(window.tasks->index(0), TaskManager::DetailRole).toString(),
                 QStringLiteral("1 article added"));
    }

    // What was opened is marked read a moment later, often while the import or its checks are told as well.
    void theListShowsWhatWasImportedWithItsChecksAndWhatIsOpen() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        auto* list = window->findChild<QListView*>(QStringLiteral("articleList"));
        QVERIFY(list != nullptr);
        auto* model = qobject_cast<ArticleListModel*>(list->model());
        QVERIFY(model != nullptr);
        QTemporaryDir folder;
        for (int i = 1; i <= 3; ++i) {
            const QByteArray text = "# Market " + QByteArray::number(i) +
                                    "\n\nThe market grows from $12 billion in 2024 to $48 billion by 2027 "
                                    "(CAGR ~40%), says report " +
                                    QByteArray::number(i) + ".\n";
            const QString path =
                writeFile(folder, ("m" + QByteArray::number(i) + ".md").constData(), text.constData());
            window->importer().import({{path.toStdString(), {}, {}}});
            const auto isOpen = [&] {
                const QModelIndexList selected = list->selectionModel()->selectedIndexes();
                return selected.size() == 1 &&
                       selected.front().data(ArticleListModel::IdRole).toLongLong() == i;
            };
            QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), i, 20000);
            QTRY_VERIFY(isOpen());
            QTRY_VERIFY(model->at(model->rowOf(i)) != nullptr);
            QTRY_COMPARE(model->at(model->rowOf(i))->checks.red, 1);
            QTRY_VERIFY(!model->at(model->rowOf(i))->row.unread);
        }
    }

    void pastedTextIsImportedAndABadFileCostsOnlyItself() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QApplication::clipboard()->setText(QString::fromLatin1(articleText));
        QSignalSpy finished(&window->importer(), &Importer::finished);
        window.actions->find(QStringLiteral("general.paste"))->setEnabled(true);
        window.actions->find(QStringLiteral("general.paste"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);

        QTemporaryDir folder;
        const QString good =
            writeFile(folder, "good.md", "# Rivers\n\nWater flows down towards the sea every day.\n");
        window->importer().import({{good.toStdString(), {}, {}},
                                   {folder.filePath(QStringLiteral("absent.md")).toStdString(), {}, {}}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20000);
        QCOMPARE(articlesIn(window), 2);
        QCOMPARE(window.issues->rowCount(), 1);
        QVERIFY(window.issues->issue(0).text.contains(QLatin1String("absent.md")));
        QTRY_VERIFY(window->findChild<QToolButton*>(QStringLiteral("statusIssues"))->isVisible());
    }

    void anEarlierVersionShowsWhatChangedSince() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        QSignalSpy finished(&window->importer(), &Importer::finished);
        const QString path = writeFile(folder, "orders.md", articleText);
        window->importer().import({{path.toStdString(), {}, {}}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        writeFile(folder, "orders.md", QByteArray(articleText).replace("112", "115").constData());
        window->importer().import({{path.toStdString(), {}, {}}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20000);
        QCOMPARE(articlesIn(window), 1);

        window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), 1}}});
        QAction* versions = window.actions->find(QStringLiteral("library.versions"));
        QTRY_VERIFY(versions->isEnabled());
        versions->trigger();
        auto* dialog = window->findChild<QDialog*>(QStringLiteral("versionsDialog"));
        QVERIFY(dialog != nullptr);
        auto* text = dialog->findChild<QTextBrowser*>(QStringLiteral("versionText"));
        QTRY_VERIFY(text->toPlainText().contains(QStringLiteral("− 2026 | 112")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("+ 2026 | 115")));
        QVERIFY(text->toPlainText().contains(QStringLiteral("\n2025 | 100"))); // the same in both
        QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("versionChoice"))->count(), 1);
    }

    void whatAFolderHoldsBesidesDocumentsIsTold() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        writeFile(folder, "orders.md", articleText);
        QFile picture(folder.filePath(QStringLiteral("picture.png")));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
        picture.close();
        QSignalSpy finished(&window->importer(), &Importer::finished);
        window->importer().import({{folder.path().toStdString(), {}, {}}});
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(window.tasks->data(window.tasks->index(0), TaskManager::DetailRole).toString(),
                 QStringLiteral("1 article added · 1 file skipped that is no document"));
        QCOMPARE(window.issues->rowCount(), 1);
        QVERIFY(window.issues->issue(0).detail.contains(QLatin1String("picture.png")));
    }

    void pastedTextIsRepairedFromWhatWasPasted() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        // UTF-8 that was once read as Windows-1252.
        const QString whole = QStringLiteral(
            "The price – a note\n\nThe maker’s outlook rose – by €12 million – says the firm’s report. "
            "It isn’t what the firm’s rival said – it’s less.\n");
        QString damaged;
        for (const char byte : whole.toUtf8()) {
            const auto value = static_cast<unsigned char>(byte);
            damaged += value == 0xE2   ? QChar(0xE2)
                       : value == 0x80 ? QChar(0x20AC)
                       : value == 0x82 ? QChar(0x201A)
                       : value == 0x93 ? QChar(0x201C)
                       : value == 0x99 ? QChar(0x2122)
                       : value == 0x9C ? QChar(0x0153)
                                       : QChar(static_cast<char16_t>(value));
        }
        QMimeData mime;
        mime.setText(damaged);
        QSignalSpy finished(&window->importer(), &Importer::finished);
        window->importer().import(Importer::itemsOf(mime));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QTRY_COMPARE(window.issues->rowCount(), 1);
        const auto place = window.issues->issue(0).place;
        QVERIFY(place.has_value());
        window->goTo(*place);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, 20000);
        QCOMPARE(window.issues->rowCount(), 1); // no file “Pasted text” was looked for
        data::Library library(window.libraryPath, data::Library::Mode::ReadOnly);
        bool repaired = false;
        for (const auto& row : library.articles().list({}, data::ArticleOrder::OldestFirst, 0, 10))
            repaired = repaired || library.articles().load(row.id).article.text.find("maker’s outlook") !=
                                       std::string::npos;
        QVERIFY(repaired);
    }

    void anEmptyClipboardIsSaidAndNothingBreaks() {
        Window window;
        QApplication::clipboard()->setMimeData(new QMimeData);
        window.actions->find(QStringLiteral("general.paste"))->setEnabled(true);
        window.actions->find(QStringLiteral("general.paste"))->trigger();
        QCOMPARE(window.issues->rowCount(), 1);
        QCOMPARE(window.tasks->rowCount(), 0);
    }

    void whatADropHoldsIsUnderstood() {
        QMimeData nothing;
        QVERIFY(Importer::itemsOf(nothing).empty());
        QMimeData address;
        address.setText(QStringLiteral("  https://example.org/article?id=1 "));
        QCOMPARE(Importer::itemsOf(address).front().location,
                 std::string("https://example.org/article?id=1"));
        QMimeData words;
        words.setText(QStringLiteral("https://example.org is a place\nand this is text"));
        QVERIFY(!Importer::itemsOf(words).front().bytes.empty());
        QMimeData script;
        script.setText(QStringLiteral("javascript:alert(1)"));
        QVERIFY(!Importer::itemsOf(script).front().bytes.empty()); // text like any other
        QMimeData page;
        page.setHtml(QStringLiteral("<p>本周</p>"));
        page.setText(QStringLiteral("本周"));
        QCOMPARE(Importer::itemsOf(page).front().contentType, std::string("text/html; charset=utf-8"));
        // Kinds that say more than plain text does.
        for (const char* type : {"text/markdown", "text/csv", "text/tab-separated-values"}) {
            QMimeData rich;
            rich.setData(QLatin1String(type), "a\tb\n1\t2\n");
            QVERIFY(Importer::mayHold(rich));
            QCOMPARE(Importer::itemsOf(rich).size(), std::size_t(1));
            QCOMPARE(Importer::itemsOf(rich).front().contentType, std::string(type));
            rich.setText(QStringLiteral("a b"));
            QCOMPARE(Importer::itemsOf(rich).front().contentType, std::string(type));
        }
        QMimeData picture;
        picture.setData(QStringLiteral("image/png"), "x");
        QVERIFY(!Importer::mayHold(picture));
        QMimeData files;
        files.setUrls({QUrl(QStringLiteral("file:///tmp/中文.txt")),
                       QUrl(QStringLiteral("ftp://old.example/x")),
                       QUrl(QStringLiteral("https://example.org/"))});
        QCOMPARE(Importer::itemsOf(files).size(), std::size_t(2)); // what cannot be fetched is left out
    }

    void theImportDialogGathersFilesAndAddresses() {
        Window window;
        QTRY_VERIFY(window.library->isOpen());
        QTemporaryDir folder;
        const QString path = writeFile(folder, "orders.md", articleText);
        window.actions->find(QStringLiteral("general.import"))->trigger();
        auto* dialog = window->findChild<ImportDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        auto* import = dialog->findChild<QPushButton*>(QStringLiteral("importButton"));
        QVERIFY(!import->isEnabled());
        dialogs::setNextPaths({path, path});
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("addFiles")), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 1);
        // A path that is typed is that file, whatever is in its name.
        const QString typed = writeFile(folder, "quarter 3, 100%.md", articleText);
        auto* address = dialog->findChild<QLineEdit*>(QStringLiteral("address"));
        for (const QString& text : {typed, QUrl::fromLocalFile(typed).toString(QUrl::FullyEncoded)}) {
            address->setText(text);
            for (QPushButton* button : dialog->findChildren<QPushButton*>())
                if (button->text() == QLatin1String("Add"))
                    QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(dialog->findChild<QListWidget*>()->count(), 2);
            QCOMPARE(dialog->findChild<QListWidget*>()->item(1)->text(), typed);
        }
        delete dialog->findChild<QListWidget*>()->takeItem(1);
        dialogs::setNextPaths({}); // cancelled
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("addFolder")), Qt::LeftButton);
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 1);
        QSignalSpy finished(&window->importer(), &Importer::finished);
        QTest::mouseClick(import, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20000);
        QCOMPARE(articlesIn(window), 1);
    }
};

PARALLAX_WINDOW_TEST(TestWindowImport)

} // namespace test_window_import
#include "test_window_import.moc"
