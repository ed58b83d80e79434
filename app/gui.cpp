// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui.h"

#include <QAbstractItemView>
#include <QElapsedTimer>
#include <QFile>
#include <QScreen>
#include <QTextStream>
#include <QTimer>

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <stop_token>
#include <utility>

#include "app/version.h"
#include "app/window_services.h"
#include "base/stoppable.h"
#include "data/store/article_store.h"
#include "data/store/backup.h"
#include "ui/common/actions.h"
#include "ui/common/fonts.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/run_services.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/common/translation.h"
#include "ui/shell/application.h"
#include "ui/shell/importer.h"
#include "ui/shell/main_window.h"

namespace parallax::app {

namespace {

using namespace parallax::ui;

// Milliseconds since the kernel started this process (10 ms fine: field 22 of /proc/self/stat is in clock
// ticks).
qint64 sinceProcessStart() {
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20)
        return -1;
    timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const qint64 startedMs = fields[19].toLongLong() * 1000 / sysconf(_SC_CLK_TCK);
    return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - startedMs;
}

qint64 anonymousKilobytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:"))
            return line.mid(8).trimmed().split(' ').first().toLongLong();
    return -1;
}

// Waits for the first paint of the article list that has rows, prints when it was, and ends the program.
class StartWatch final : public QObject {
  public:
    explicit StartWatch(QObject* parent)
        : QObject(parent) {
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Paint)
            return false;
        if (m_firstPaint < 0)
            m_firstPaint = sinceProcessStart();
        const auto* view = qobject_cast<QAbstractItemView*>(watched->parent());
        if (!view || watched != view->viewport() || !view->isVisible() || !view->model() ||
            view->objectName() != QLatin1String("articleList") ||
            view->model()->rowCount(view->rootIndex()) == 0)
            return false;
        qApp->removeEventFilter(this);
        // After this event has been handled the rows are on the screen.
        QTimer::singleShot(0, this, [this] {
            std::printf("{\"window_ms\":%lld,\"list_ms\":%lld,\"rss_anon_kb\":%lld}\n",
                        static_cast<long long>(m_firstPaint), static_cast<long long>(sinceProcessStart()),
                        static_cast<long long>(anonymousKilobytes()));
            std::fflush(stdout);
            QCoreApplication::exit(0);
        });
        return false;
    }

  private:
    qint64 m_firstPaint = -1;
};

// Until `life` ends.
void followSettings(Application& application, Settings& settings, ActionRegistry& actions, QObject& life) {
    const auto dress = [&application, &settings, &actions] {
        applyTheme(application, settings.theme(), settings.scalePercent(), settings.compactRows());
        actions.refreshIcons();
    };
    QObject::connect(&settings, &Settings::themeChanged, &life, dress);
    QObject::connect(&settings, &Settings::densityChanged, &life, dress);
    QObject::connect(&settings, &Settings::interfaceLanguageChanged, &life, [&settings, dress] {
        applyInterfaceLanguage(settings.interfaceLanguage());
        dress(); // the font goes with the language
    });
    applyInterfaceLanguage(settings.interfaceLanguage());
    dress();
}

// One a day, when there is anything to keep.
void takeSnapshotWhenDue(TaskManager& tasks, const std::filesystem::path& path) {
    tasks.start({},
                [path](std::stop_token stop, const ProgressCallback& progress) {
                    data::Library own(path);
                    if (!own.openedReadOnly() && own.articles().count({}) > 0)
                        data::takeDailySnapshot(own, stoppable(std::move(stop), progress));
                },
                nullptr, {});
}

// One library in one window. Returns the exit status; `next` names the library to open then, if any.
int runLibrary(Application& application, Settings& settings, const std::filesystem::path& path,
               LibraryClient::Missing missing, const GuiOptions& options, QString& next) {
    IssueModel issues;
    ActionRegistry actions;
    LibraryClient library(path, missing);
    TaskManager tasks(issues);
    Context context{library, tasks, issues, actions, settings};
    application.onException([&issues](const std::exception& exception) {
        const auto* known = dynamic_cast<const Error*>(&exception);
        issues.add(issueFrom({}, known ? *known : Error(ErrorCode::Unexpected, {exception.what()})));
    });
    QObject life; // of the connections: this window's
    QObject::connect(&life, &QObject::destroyed, &application,
                     [&application] { application.onException({}); });
    followSettings(application, settings, actions, life);

    MainWindow window(context);
    window.resize(window.sizeWithin(window.screen()->availableSize()));
    if (chineseFontMissing())
        issues.add({Severity::Warning,
                    QCoreApplication::translate("Window",
                                                "No Chinese font is installed; Chinese text shows as boxes."),
                    QCoreApplication::translate("Window", "Install the package fonts-noto-cjk."),
                    {},
                    {}});
    QObject::connect(&window, &MainWindow::libraryWanted, &window, [&next, &settings](const QString& wanted) {
        next = wanted;
        settings.setLibraryPath(wanted);
        QCoreApplication::quit();
    });
    QTimer snapshots; // a window may stay open for weeks
    QObject::connect(&snapshots, &QTimer::timeout, &window,
                     [&tasks, path] { takeSnapshotWhenDue(tasks, path); });
    snapshots.setInterval(std::chrono::hours(1));
    QObject::connect(&library, &LibraryClient::opened, &window, [&] {
        // Quiet housekeeping, a little later than the work that the analyst waits for.
        QTimer::singleShot(5000, &window, [&tasks, path] { takeSnapshotWhenDue(tasks, path); });
        snapshots.start();
        if (options.demo)
            library.read<qint64>(
                {}, &window, [](data::Library& own) { return own.articles().count({}); },
                [&window](qint64 count) {
                    if (count == 0)
                        window.importer().importDemo();
                });
        std::vector<data::ImportItem> items;
        items.reserve(options.imports.size());
        for (const std::string& location : options.imports)
            items.push_back({location, {}, {}});
        window.importer().import(std::move(items));
    });
    window.restoreSession();
    window.show();
    return QApplication::exec();
}

} // namespace

GuiOptions forNextLibrary(GuiOptions options) {
    options.demo = false;
    options.imports.clear();
    return options;
}

int runWindow(const GuiOptions& options) {
    static char name[] = "parallax";
    static char* arguments[] = {name, nullptr};
    static int count = 1;
    Application application(count, arguments);
    QApplication::setApplicationVersion(QString::fromLatin1(version()));
    setRunServices(windowServices());
    Settings settings;
    if (options.startupTime)
        new StartWatch(&application);

    QString next =
        options.library.empty() ? settings.libraryPath() : QString::fromStdString(options.library.string());
    bool known = options.library.empty() && !next.isEmpty(); // remembered or chosen, so it was there once
    GuiOptions asked = options;
    for (;;) {
        const std::filesystem::path path =
            next.isEmpty() ? data::defaultLibraryPath() : std::filesystem::path(next.toStdString());
        next.clear();
        const int status =
            runLibrary(application, settings, path,
                       known ? LibraryClient::Missing::Failed : LibraryClient::Missing::Created, asked, next);
        if (next.isEmpty())
            return status;
        known = true;
        asked = forNextLibrary(asked);
    }
}

} // namespace parallax::app
