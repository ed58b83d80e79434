// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every page in three languages, light and dark, at 100 % and 200 %, into build/<preset>/shots, and
// checks each for text that is cut off and for widgets that lie upon each other.
#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

#include "data/store/article_store.h"
#include "data/store/check_run.h"
#include "tests/engine/tiny_model.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/fonts.h"
#include "ui/models/models_workspace.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/drawer.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/workspaces.h"

using namespace parallax;
using namespace parallax::ui;

namespace {

QString pathOf(const QWidget* widget) {
    QStringList parts;
    for (; widget; widget = widget->parentWidget())
        parts.prepend(widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                                     : widget->objectName());
    return parts.join(QLatin1Char('/'));
}

// Text that its widget has no room for.
QStringList clipped(QWidget* top) {
    QStringList problems;
    const auto report = [&](const QWidget* widget, const QString& text, QSize needed) {
        problems << QStringLiteral("%1: “%2” needs %3×%4, has %5×%6")
                        .arg(pathOf(widget), text.left(60))
                        .arg(needed.width())
                        .arg(needed.height())
                        .arg(widget->width())
                        .arg(widget->height());
    };
    const QList<QWidget*> widgets = top->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!widget->isVisibleTo(top) || widget->size().isEmpty() || widget->visibleRegion().isEmpty())
            continue;
        if (auto* label = qobject_cast<QLabel*>(widget)) {
            if (label->text().isEmpty())
                continue;
            if (label->wordWrap()) {
                const int needed = label->heightForWidth(label->width());
                if (needed > label->height() + 1)
                    report(label, label->text(), {label->width(), needed});
            } else if (label->sizeHint().width() > label->width() + 1 ||
                       label->sizeHint().height() > label->height() + 1) {
                report(label, label->text(), label->sizeHint());
            }
        } else if (auto* button = qobject_cast<QPushButton*>(widget)) {
            if (button->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
                continue;
            if (button->sizeHint().width() > button->width() + 1 ||
                button->sizeHint().height() > button->height() + 1)
                report(button, button->text(), button->sizeHint());
        } else if (auto* tool = qobject_cast<QToolButton*>(widget)) {
            // The clear button and the leading icon of a field belong to Qt.
            if (tool->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored ||
                qobject_cast<QLineEdit*>(tool->parentWidget()))
                continue;
            if (tool->sizeHint().width() > tool->width() + 1 ||
                tool->sizeHint().height() > tool->height() + 1)
                report(tool, tool->text(), tool->sizeHint());
        } else if (auto* header = qobject_cast<QHeaderView*>(widget)) {
            if (header->orientation() != Qt::Horizontal || !header->model())
                continue;
            for (int section = 0; section < header->count(); ++section) {
                const QString text = header->model()->headerData(section, Qt::Horizontal).toString();
                const int needed = header->fontMetrics().horizontalAdvance(text);
                // A header may be cut if it then tells the whole text in a tooltip.
                if (!header->isSectionHidden(section) && header->isVisible() &&
                    needed > header->sectionSize(section) &&
                    header->model()
                        ->headerData(section, Qt::Horizontal, Qt::ToolTipRole)
                        .toString()
                        .isEmpty())
                    report(header, text, {needed, header->height()});
            }
        } else if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(tab)) > tabs->tabRect(tab).width())
                    report(tabs, tabs->tabText(tab), tabs->tabRect(tab).size());
        } else if (auto* box = qobject_cast<QComboBox*>(widget)) {
            const int needed = box->fontMetrics().horizontalAdvance(box->currentText());
            if (needed > box->width())
                report(box, box->currentText(), {needed, box->height()});
        }
    }
    return problems;
}

// Two widgets of one parent's layout that share pixels.
QStringList overlapping(QWidget* top) {
    QStringList problems;
    QList<QWidget*> parents = top->findChildren<QWidget*>();
    parents.prepend(top);
    for (QWidget* parent : std::as_const(parents)) {
        if (!parent->layout() || !parent->isVisible())
            continue;
        QList<QWidget*> children;
        for (QWidget* child : parent->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (child->isVisible() && !child->isWindow() && parent->layout()->indexOf(child) >= 0)
                children << child;
        for (int a = 0; a < children.size(); ++a)
            for (int b = a + 1; b < children.size(); ++b)
                if (children[a]->geometry().intersects(children[b]->geometry()))
                    problems
                        << QStringLiteral("%1 and %2 overlap").arg(pathOf(children[a]), pathOf(children[b]));
    }
    return problems;
}

} // namespace

class TestPages final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_demo;
    qint64 m_trilingual = 0;
    QString m_model;
    QDir m_shots{QStringLiteral(PARALLAX_BINARY_DIR "/shots")};

    void look(QWidget* page, const QString& name) {
        QTest::qWait(30); // layouts settle over a few turns of the loop
        page->grab().save(m_shots.filePath(name + QStringLiteral(".png")));
        const QStringList problems = clipped(page) + overlapping(page);
        QVERIFY2(problems.isEmpty(),
                 qPrintable(name + QStringLiteral("\n  ") + problems.mid(0, 8).join(QStringLiteral("\n  "))));
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_shots.mkpath(QStringLiteral(".")));
        m_demo = std::filesystem::path(m_folder.filePath(QStringLiteral("demo.sqlite3")).toStdString());
        ui::test::importDemo(m_demo);
        data::Library library(m_demo);
        data::checkLibrary(library, {}, {});
        for (const auto& row : library.articles().list({}, data::ArticleOrder::OldestFirst, 0, 100))
            if (row.languages.size() == 3 && row.tableCount > 0 && m_trilingual == 0)
                m_trilingual = row.id;
        QVERIFY(m_trilingual != 0);
        m_model = m_folder.filePath(QStringLiteral("tiny.gguf"));
        QFile model(m_model);
        QVERIFY(model.open(QIODevice::WriteOnly));
        model.write(QByteArray::fromStdString(parallax::test::makeTinyModel({})));
    }

    void everyPageShowsItsWholeText_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("theme");
        QTest::addColumn<int>("scale");
        for (const char* language : {"en", "zh_TW", "zh_CN"})
            for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark})
                for (const int scale : {100, 200})
                    QTest::addRow("%s-%s-%d", language, theme == ThemeChoice::Light ? "light" : "dark", scale)
                        << QString::fromLatin1(language) << static_cast<int>(theme) << scale;
        QTest::addRow("en-contrast-100")
            << QStringLiteral("en") << static_cast<int>(ThemeChoice::HighContrast) << 100;
    }

    void everyPageShowsItsWholeText() {
        QFETCH(QString, language);
        QFETCH(int, theme);
        QFETCH(int, scale);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        const auto prepare = [&](Settings& settings) {
            settings.setTheme(static_cast<ThemeChoice>(theme));
            settings.setScalePercent(scale);
        };
        const QSize size = QSize(1280, 800) * scale / 100;
        {
            ui::test::Window empty({}, language, prepare);
            empty->resize(size);
            QTRY_VERIFY(empty.library->isOpen());
            QTest::qWait(100);
            look(empty.window.get(), tag + QStringLiteral("-first-start"));
        }
        ui::test::Window window(m_demo, language, prepare);
        window->resize(size);
        QTRY_VERIFY(window.library->isOpen());
        for (const WorkspaceKind& kind : workspaceKinds()) {
            window->showWorkspace(kind.id);
            QTest::qWait(250);
            look(window.window.get(), tag + QLatin1Char('-') + kind.id);
        }
        // A model that is open, and what it has answered.
        window->showWorkspace(QStringLiteral("models"));
        auto* models = window->findChild<ModelsWorkspace*>();
        models->open(m_model);
        QTRY_COMPARE(models->session().state(), ModelSession::State::Ready);
        ui::test::typeText(models->findChild<QPlainTextEdit*>(QStringLiteral("modelPrompt")),
                           QStringLiteral("What drives demand for computing? 算力需求從何而來？"));
        models->findChild<QSpinBox*>(QStringLiteral("modelMost"))->setValue(40);
        models->findChild<QPushButton*>(QStringLiteral("modelRun"))->click();
        QTRY_VERIFY(models->session().figures().finish != inference::Finish::None);
        look(window.window.get(), tag + QStringLiteral("-models-open"));
        models->session().open(m_folder.filePath(QStringLiteral("gone.gguf")));
        QTRY_COMPARE(models->session().state(), ModelSession::State::Broken);
        look(window.window.get(), tag + QStringLiteral("-models-broken"));
        // An article that the demo library has in three languages, read each way.
        window->goTo({QStringLiteral("library"), {{QStringLiteral("article"), m_trilingual}}});
        for (const char* mode : {"original", "interleaved", "sideBySide"}) {
            QTest::qWait(400);
            window.actions->find(QStringLiteral("reader.") + QLatin1String(mode))->trigger();
            QTest::qWait(400);
            look(window.window.get(), tag + QStringLiteral("-reader-") + QLatin1String(mode));
        }
        window.actions->find(QStringLiteral("general.palette"))->trigger();
        ui::test::typeText(window->palette().field(), QStringLiteral("re"));
        QTest::qWait(150);
        look(window.window.get(), tag + QStringLiteral("-palette"));
        window->palette().dismiss();

        window.issues->add({Severity::Warning,
                            QStringLiteral("A feed was read as far as it could be."),
                            QStringLiteral("Open it in a browser."),
                            Place{QStringLiteral("library"), {}},
                            {}});
        window.issues->add({Severity::Error, QStringLiteral("A file could not be read."), {}, {}, {}});
        window->drawer().open(Drawer::Page::Issues);
        look(window.window.get(), tag + QStringLiteral("-issues"));
        bool stop = false;
        const int task =
            window.tasks->start(QStringLiteral("Importing 31 items"),
                                [&stop](std::stop_token token, const ProgressCallback& progress) {
                                    progress({12, 31, "revenue.md"});
                                    while (!token.stop_requested() && !stop)
                                        QThread::msleep(5);
                                },
                                nullptr, {});
        window->drawer().open(Drawer::Page::Tasks);
        QTest::qWait(250);
        look(window.window.get(), tag + QStringLiteral("-tasks"));
        window.tasks->cancel(task);
        QTRY_COMPARE(window.tasks->running(), 0);
        window->drawer().hide();

        SettingsDialog settings(*window.context, window.window.get());
        settings.show();
        for (int page = 0; page < 4; ++page) {
            settings.showPage(page);
            QTest::qWait(100);
            look(&settings, tag + QStringLiteral("-settings-%1").arg(page));
        }
        settings.hide();
        ImportDialog import(window->importer(), window.window.get());
        import.show();
        look(&import, tag + QStringLiteral("-import"));
        import.hide();
        ShortcutsSheet sheet(*window.actions, window.window.get());
        sheet.show();
        look(&sheet, tag + QStringLiteral("-shortcuts"));
    }
};

PARALLAX_UI_TEST_MAIN(TestPages)
#include "test_pages.moc"
