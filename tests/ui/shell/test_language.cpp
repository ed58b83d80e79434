// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The interface language, switched while the window is open. A translator that marks every string shows what
// was not sent through it, and what was not asked for again.
#include <QAbstractButton>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTabBar>
#include <QTranslator>

#include "tests/test_program.h"
#include "tests/ui/shell/window_fixture.h"
#include "ui/common/translation.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/shortcuts_sheet.h"
#include "ui/shell/workspaces.h"

namespace test_language {

using namespace parallax;
using namespace parallax::ui;

namespace {

class Marker final : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        return QStringLiteral("⟦") + QString::fromUtf8(source) + QStringLiteral("⟧");
    }
};

// What every language leaves as it is: names of languages and formats, keys, numbers.
bool isForEveryLanguage(const QString& text) {
    static const QStringList names = {
        QStringLiteral("EN"),      QStringLiteral("繁"),       QStringLiteral("简"),
        QStringLiteral("English"), QStringLiteral("繁體中文"), QStringLiteral("简体中文"),
        QStringLiteral("CSV"),     QStringLiteral("XLSX"),     QStringLiteral("Markdown"),
        QStringLiteral("JSON"),    QStringLiteral("TSV"),      QStringLiteral("HTML"),
        QStringLiteral("PNG"),     QStringLiteral("SVG"),      QStringLiteral("PDF")};
    static const QRegularExpression letters(QStringLiteral("\\p{L}"));
    static const QRegularExpression keys(
        QStringLiteral("^((Ctrl|Alt|Shift)\\+)*(\\S|F\\d+|Left|Right|Up|Down|Return|Esc)$"));
    return names.contains(text) || !text.contains(letters) || keys.match(text).hasMatch();
}

struct Shown {
    QString where;
    QString text;
};

void collect(QWidget* widget, QList<Shown>& texts) {
    QString where =
        QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    for (const QWidget* up = widget->parentWidget(); up; up = up->parentWidget())
        where.prepend(QString::fromLatin1(up->metaObject()->className()) + QLatin1Char('/'));
    const auto add = [&](const QString& text) {
        if (!text.isEmpty())
            texts.append({where, text});
    };
    if (auto* label = qobject_cast<QLabel*>(widget))
        add(label->text());
    if (auto* button = qobject_cast<QAbstractButton*>(widget))
        add(button->text());
    if (auto* edit = qobject_cast<QLineEdit*>(widget))
        add(edit->placeholderText());
    if (auto* tabs = qobject_cast<QTabBar*>(widget))
        for (int tab = 0; tab < tabs->count(); ++tab)
            add(tabs->tabText(tab));
    if (auto* box = qobject_cast<QComboBox*>(widget))
        for (int row = 0; row < box->count(); ++row)
            add(box->itemText(row));
    if (widget->isWindow())
        add(widget->windowTitle());
    add(widget->toolTip());
    add(widget->accessibleName());
}

QList<Shown> textsOf(QWidget* top) {
    QList<Shown> texts;
    collect(top, texts);
    for (QWidget* widget : top->findChildren<QWidget*>()) {
        // Qt's own parts speak through Qt's translator.
        if (widget->objectName().startsWith(QLatin1String("qt_")) ||
            qobject_cast<QTabBar*>(widget->parentWidget()))
            continue;
        collect(widget, texts);
    }
    return texts;
}

} // namespace

class TestLanguage final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyTextIsAskedForAgainWhenTheLanguageChanges() {
        testing::Window window;
        QTRY_VERIFY(window.library->isOpen());
        window->createAllWorkspaces();
        SettingsDialog settings(*window.context, window.window.get());
        ImportDialog import(window->importer(), window.window.get());
        ShortcutsSheet sheet(*window.actions, window.window.get());
        QTest::qWait(200);
        const QString library = QString::fromStdString(window.libraryPath.string());
        const QString analyst = window.settings->analyst(); // shown where no other name is given

        Marker marker;
        QCoreApplication::installTranslator(&marker);
        QTest::qWait(200); // LanguageChange is posted
        QStringList missed;
        for (const Shown& shown : textsOf(window.window.get()))
            if (!shown.text.contains(QStringLiteral("⟦")) && !isForEveryLanguage(shown.text) &&
                shown.text != library && shown.text != analyst)
                missed << shown.where + QStringLiteral(": ") + shown.text;
        for (const ActionRegistry::Entry& entry : window.actions->entries())
            if (!entry.action->text().contains(QStringLiteral("⟦")))
                missed << QStringLiteral("action ") + entry.id + QStringLiteral(": ") + entry.action->text();
        QCoreApplication::removeTranslator(&marker);
        QVERIFY2(missed.isEmpty(), qPrintable(QStringLiteral("\n") + missed.join(QLatin1Char('\n'))));

        QTest::qWait(200);
        QStringList left;
        for (const Shown& shown : textsOf(window.window.get()))
            if (shown.text.contains(QStringLiteral("⟦")))
                left << shown.where + QStringLiteral(": ") + shown.text;
        QVERIFY2(left.isEmpty(), qPrintable(QStringLiteral("\n") + left.join(QLatin1Char('\n'))));
    }

    void englishIsShownWithStraightQuotes() { // curly ones are as wide as a Chinese character in our fonts
        const auto text = [] {
            return QCoreApplication::translate("parallax::ui::ListPane",
                                               "Nothing in the library matches “%1”.");
        };
        applyInterfaceLanguage(QStringLiteral("en"));
        QCOMPARE(text(), QStringLiteral("Nothing in the library matches \"%1\"."));
        applyInterfaceLanguage(QStringLiteral("zh_TW"));
        QVERIFY(text().contains(QStringLiteral("「%1」")));
        applyInterfaceLanguage(QStringLiteral("zh_CN"));
        QVERIFY(text().contains(QStringLiteral("“%1”")));
        applyInterfaceLanguage(QStringLiteral("en"));
    }

    void dialogButtonsAndDatesFollow() {
        testing::Window window;
        window.settings->setInterfaceLanguage(QStringLiteral("zh_TW"));
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
        window.settings->setInterfaceLanguage(QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }
};

PARALLAX_WINDOW_TEST(TestLanguage)

} // namespace test_language
#include "test_language.moc"
