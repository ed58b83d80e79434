// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The selected articles as files, in the language that is read.
#include "ui/library/library_workspace.h"

#include "data/article/script_view.h"
#include "data/export/export.h"
#include "ui/common/dialogs.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/tasks.h"

namespace parallax::ui {
namespace {

struct ExportFormat {
    data::ArticleFormat format;
    const char* ending;
};
constexpr ExportFormat exportFormats[] = {{data::ArticleFormat::Text, "txt"},
                                          {data::ArticleFormat::Markdown, "md"},
                                          {data::ArticleFormat::Html, "html"},
                                          {data::ArticleFormat::Json, "json"}};

// A file name from a title: no separators, no control characters, not longer than file systems allow (255
// bytes; 60 Han characters are 180).
QString articleFileName(const QString& title, const QString& fallback) {
    QString name;
    for (const QChar c : title.simplified())
        name += c.category() == QChar::Other_Control || QStringView(u"/\\:*?\"<>|").contains(c)
                    ? QLatin1Char(' ')
                    : c;
    name = name.simplified().left(60).trimmed();
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? fallback : name;
}

// As the command line writes it with --lang: the edition in that language, else in the other Chinese script,
// converted and labelled so, else the one imported first.
std::string exported(data::Library& library, qint64 id, data::Language reading, data::ArticleFormat format) {
    data::StoredArticle stored = library.articles().load(id, reading);
    data::Language convertedFrom = data::Language::Unknown;
    if (stored.edition.language != reading) { // what is in the script already stays as it is
        data::ScriptView view = data::inScript(std::move(stored.article), reading);
        stored.article = std::move(view.article);
        convertedFrom = view.convertedFrom;
    }
    return data::exportArticle(stored.article, format, convertedFrom);
}

} // namespace

void LibraryWorkspace::exportSelected(int which) {
    m_list->withSelected([this, which](const QList<qint64>& ids) { exportArticles(ids, which); });
}

void LibraryWorkspace::exportArticles(const QList<qint64>& ids, int which) {
    const ExportFormat& chosen = exportFormats[which];
    if (ids.isEmpty())
        return;
    const data::Language reading = m_list->articles().readingLanguage();
    const QString ending = QLatin1String(chosen.ending);
    QString file;
    QString folder;
    if (ids.size() == 1) {
        const ListedArticle* listed = m_list->articles().at(m_list->articles().rowOf(ids.front()));
        const QString title = listed == nullptr ? QString() : fromUtf8(data::titleIn(listed->row, reading));
        file = dialogs::saveFile(window(), tr("Export the article"),
                                 articleFileName(title, tr("Article")) + QLatin1Char('.') + ending, {});
        if (file.isEmpty())
            return;
    } else {
        folder = dialogs::openFolder(window(), tr("Export %1 articles to a folder").arg(ids.size()));
        if (folder.isEmpty())
            return;
    }
    context().tasks.start(
        [] { return tr("Exporting articles"); },
        [ids, file, folder, ending, reading, format = chosen.format,
         path = context().library.path()](const std::stop_token& stop, const ProgressCallback& progress) {
            data::Library library(path, data::Library::Mode::ReadOnly);
            std::int64_t done = 0;
            for (const qint64 id : ids) {
                throwIfStopped(stop);
                const std::string bytes = exported(library, id, reading, format);
                const auto row = library.articles().row(id);
                const std::string title = row ? data::titleIn(*row, reading) : std::string();
                QString target = file;
                if (target.isEmpty())
                    target = folder + QLatin1Char('/') + QString::number(id) + QLatin1Char(' ') +
                             articleFileName(fromUtf8(title), QString()) + QLatin1Char('.') + ending;
                if (progress)
                    progress({done++, ids.size(), title});
                data::writeFileAtomically(toStdString(target), bytes);
            }
        },
        this, {});
}

} // namespace parallax::ui
