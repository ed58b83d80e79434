// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importer.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "base/priority.h"
#include "ui/common/format.h"
#include "ui/common/issues.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/tasks.h"
#include "ui/common/workspace.h"

namespace parallax::ui {

namespace {

QString shortName(const std::string& location) {
    const QString text = fromUtf8(location);
    const QString name = QFileInfo(text).fileName();
    return name.isEmpty() ? text : name;
}

bool isWebAddress(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

// What says more than plain text does, best first: Markdown keeps its marks, tables their cells.
constexpr const char* const richTexts[] = {"text/markdown", "text/csv", "text/tab-separated-values"};

QString outcome(const data::ImportReport& report) {
    const auto text = [](const char* one, const char* many, int count) {
        return count == 1 ? Importer::tr(one) : Importer::tr(many).arg(formatCount(count));
    };
    QStringList parts;
    if (report.added > 0)
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 article added"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 articles added"), report.added);
    if (report.editions > 0)
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 edition in another language added"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 editions in other languages added"),
                      report.editions);
    if (report.updated > 0)
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 article updated"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 articles updated"), report.updated);
    if (report.unchanged > 0)
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 article was already there"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 articles were already there"),
                      report.unchanged);
    if (!report.failures.empty())
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 file could not be read"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 files could not be read"),
                      static_cast<int>(report.failures.size()));
    if (!report.skipped.empty())
        parts << text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "1 file skipped that is no document"),
                      QT_TRANSLATE_NOOP("parallax::ui::Importer", "%1 files skipped that are no documents"),
                      static_cast<int>(report.skipped.size()));
    if (parts.isEmpty() && !report.feeds.empty())
        return text(QT_TRANSLATE_NOOP("parallax::ui::Importer", "A list of 1 feed"),
                    QT_TRANSLATE_NOOP("parallax::ui::Importer", "A list of %1 feeds"),
                    static_cast<int>(report.feeds.size()));
    return parts.isEmpty() ? Importer::tr("Nothing to import was found.") : parts.join(QStringLiteral(" · "));
}

} // namespace

Importer::Importer(Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context) {}

std::vector<data::ImportItem> Importer::itemsOf(const QMimeData& mime) {
    std::vector<data::ImportItem> items;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            items.push_back({url.toLocalFile().toStdString(), {}, {}});
        else if (isWebAddress(url))
            items.push_back({url.toString(QUrl::FullyEncoded).toStdString(), {}, {}});
    }
    if (!items.empty())
        return items;
    const QString text = mime.text().trimmed();
    const QUrl address(text, QUrl::StrictMode);
    if (!text.contains(QLatin1Char('\n')) && isWebAddress(address))
        return {{address.toString(QUrl::FullyEncoded).toStdString(), {}, {}}};
    for (const char* const type : richTexts)
        if (const QByteArray bytes = mime.data(QLatin1String(type)); !bytes.trimmed().isEmpty())
            return {{tr("Pasted text").toStdString(), bytes.toStdString(), type}};
    if (mime.hasHtml() && !mime.html().trimmed().isEmpty())
        return {{tr("Pasted page").toStdString(), mime.html().toStdString(), "text/html; charset=utf-8"}};
    if (!text.isEmpty())
        return {{tr("Pasted text").toStdString(), mime.text().toStdString(), "text/plain; charset=utf-8"}};
    return {};
}

bool Importer::mayHold(const QMimeData& mime) {
    return mime.hasUrls() || mime.hasHtml() || mime.hasText() ||
           std::any_of(std::begin(richTexts), std::end(richTexts),
                       [&mime](const char* type) { return mime.hasFormat(QLatin1String(type)); });
}

void Importer::importDemo() {
    import(data::demoItems());
}

void Importer::import(std::vector<data::ImportItem> items, bool repairMojibake) {
    if (items.empty())
        return;
    struct Outcome {
        data::ImportReport report;
        data::ArticleId article = 0;
        int id = 0;
    };
    auto result = std::make_shared<Outcome>();
    const auto title = [count = static_cast<qint64>(items.size()),
                        name = items.size() == 1 ? shortName(items.front().location) : QString()] {
        return count == 1 ? tr("Importing “%1”").arg(name) : tr("Importing %1 items").arg(formatCount(count));
    };
    const std::filesystem::path path = m_context.library.path();
    const Items shared = std::make_shared<const std::vector<data::ImportItem>>(std::move(items));
    auto work = [this, path, items = shared, repairMojibake, result,
                 parser = m_context.parser](std::stop_token stop, const ProgressCallback& progress) {
        data::Library library(path);
        data::ImportOptions options;
        options.parser = parser;
        options.repairMojibake = repairMojibake;
        options.onArticle = [this, result, items](const data::ImportedArticle& article) {
            result->article = article.saved.article;
            if (!article.issues.empty())
                QMetaObject::invokeMethod(
                    this, [this, article, items] { reportArticle(article, items); }, Qt::QueuedConnection);
        };
        options.onFailure = [this](const data::ImportFailure& failure) {
            QMetaObject::invokeMethod(
                this,
                [this, failure] {
                    m_context.issues.add(
                        issueFrom(tr("Importing “%1”").arg(shortName(failure.location)), failure.error));
                },
                Qt::QueuedConnection);
        };
        runAs(Priority::Import, [&] {
            result->report = data::importItems(library, *items, options, std::move(stop), progress);
        });
    };
    const auto ended = [this] {
        --m_running;
        Q_EMIT busyChanged();
    };
    ++m_running;
    Q_EMIT busyChanged();
    result->id = m_context.tasks.start(
        title, std::move(work), this,
        [this, result, ended, title] {
            ended();
            const data::ImportReport& report = result->report;
            m_context.tasks.setOutcome(result->id, [report] { return outcome(report); });
            if (report.added + report.editions + report.updated + report.unchanged == 1)
                Q_EMIT openPlace(
                    {QStringLiteral("library"), {{QStringLiteral("article"), qint64(result->article)}}});
            offerFeeds(report.feeds);
            reportSkipped(title(), report.skipped);
            for (const auto& [location, noticed] : report.notices)
                m_context.issues.add({Severity::Warning, sentence(noticed), fromUtf8(location), {}, {}});
            Q_EMIT finished(report);
        },
        [ended](const Error&) { ended(); });
}

// Nothing is fetched that nobody asked for: the addresses wait in the issue list.
void Importer::offerFeeds(const std::vector<data::OpmlFeed>& feeds) {
    QJsonArray addresses;
    for (const data::OpmlFeed& feed : feeds)
        if (!feed.url.empty())
            addresses.append(fromUtf8(feed.url));
    if (addresses.isEmpty())
        return;
    Issue issue;
    issue.severity = Severity::Note;
    issue.text = addresses.size() == 1 ? tr("The list names 1 feed. Nothing was fetched from it yet.")
                                       : tr("The list names %1 feeds. Nothing was fetched from them yet.")
                                             .arg(formatCount(static_cast<qint64>(addresses.size())));
    issue.detail = tr("Open this line to import what they hold now.");
    issue.place = Place{QStringLiteral("import"), {{QStringLiteral("addresses"), addresses}}};
    m_context.issues.add(std::move(issue));
}

// A folder may hold a document whose kind nobody knows: what was left out can be looked up.
void Importer::reportSkipped(const QString& title, const std::vector<std::string>& skipped) {
    if (skipped.empty())
        return;
    constexpr std::size_t named = 20;
    QStringList names;
    for (std::size_t i = 0; i < std::min(named, skipped.size()); ++i)
        names << fromUtf8(skipped[i]);
    if (skipped.size() > named)
        names << tr("and %1 more").arg(formatCount(static_cast<qint64>(skipped.size() - named)));
    Issue issue;
    issue.severity = Severity::Note;
    issue.text = skipped.size() == 1
                     //: What was being imported.
                     ? tr("%1: 1 file was skipped, it is no document").arg(title)
                     : tr("%1: %2 files were skipped, they are no documents")
                           .arg(title, formatCount(static_cast<qint64>(skipped.size())));
    issue.detail = names.join(QLatin1Char('\n'));
    m_context.issues.add(std::move(issue));
}

void Importer::repairPasted(int pasted) {
    if (pasted >= 0 && pasted < static_cast<int>(m_pasted.size()))
        import({m_pasted[static_cast<std::size_t>(pasted)]}, true);
}

void Importer::reportArticle(const data::ImportedArticle& article, const Items& items) {
    for (const data::ParseIssue& parseIssue : article.issues) {
        if (parseIssue.severity == data::IssueSeverity::Note)
            continue;
        Issue issue;
        issue.severity =
            parseIssue.severity == data::IssueSeverity::Error ? Severity::Error : Severity::Warning;
        //: A title, then what is doubtful about it.
        issue.text = tr("%1: %2").arg(nameFromUtf8(article.title), sentence(parseIssue));
        issue.place =
            Place{QStringLiteral("library"), {{QStringLiteral("article"), qint64(article.saved.article)}}};
        if (parseIssue.code == "mojibake") {
            issue.detail = tr("Open this line to import it again with the damage undone.");
            issue.place = Place{
                QStringLiteral("import"),
                {{QStringLiteral("location"), fromUtf8(article.location)}, {QStringLiteral("repair"), true}}};
            const auto item = std::ranges::find_if(*items, [&](const data::ImportItem& one) {
                return !one.bytes.empty() && one.location == article.location;
            });
            if (item != items->end()) {
                issue.place->detail[QLatin1String("pasted")] = static_cast<qint64>(m_pasted.size());
                m_pasted.push_back(*item);
            }
        }
        m_context.issues.add(std::move(issue));
    }
}

} // namespace parallax::ui
