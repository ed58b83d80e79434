// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QSplitter>

#include "data/store/annotation_store.h"
#include "ui/common/actions.h"
#include "ui/common/filter_place.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/common/yielding_pane.h"
#include "ui/library/article_delegate.h"
#include "ui/library/pending_removal.h"

namespace parallax::ui {
namespace {

// An article passed by with J on the way to another is not read.
constexpr int readAfterMilliseconds = 700;
// An import changes the library many times a second; the counts follow more calmly.
constexpr int reloadEveryMilliseconds = 300;

struct PlaceFacts {
    data::Facets facets;
    std::vector<data::SavedSearch> saved;
};

} // namespace

LibraryWorkspace::LibraryWorkspace(Context& context, QWidget* parent)
    : Workspace(context, parent)
    , m_places(new PlacePane(this))
    , m_list(new ListPane(context.library, this))
    , m_reader(new Reader(context, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_removal(new PendingRemoval(*m_list, this)) {
    m_places->setObjectName(QStringLiteral("places"));
    m_places->setMinimumWidth(spacing(35));
    m_list->setMinimumWidth(spacing(55));
    m_reader->setMinimumWidth(spacing(90));
    m_splitter->addWidget(m_places);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_reader);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({spacing(52), spacing(88), spacing(250)});
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setCollapsible(2, false);
    new YieldingPane(m_splitter, m_places);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    buildActions();
    buildListActions();

    connect(m_places, &PlacePane::chosen, this, [this](const PlaceEntry& entry) {
        m_list->setFilter(entry.filter, filterName(entry.filter));
        if (entry.kind == PlaceKind::Saved)
            m_list->setSearch(entry.query);
    });
    connect(m_places, &PlacePane::newTagAsked, this, [this] { addTag({}); });
    connect(m_places, &PlacePane::tagChanged, this, &LibraryWorkspace::changeTag);
    connect(m_places, &PlacePane::tagRemoved, this, &LibraryWorkspace::removeTag);
    connect(m_places, &PlacePane::searchRenamed, this, &LibraryWorkspace::renameSearch);
    connect(m_places, &PlacePane::searchRemoved, this, &LibraryWorkspace::removeSearch);
    connect(m_list, &ListPane::articleChosen, this,
            [this](qint64 id, int block, qint64 edition, const QString& quote) {
                m_reader->open(id, {block, edition, quote, -1, -1});
            });
    connect(m_list, &ListPane::sourceChanged, this, [this] {
        if (m_navigating)
            return;
        m_places->showPlace(m_list->source().filter, m_list->source().query);
        Q_EMIT placeChanged(place());
    });
    connect(m_list, &ListPane::saveSearchAsked, this, &LibraryWorkspace::saveSearch);
    connect(m_list, &ListPane::menuAsked, this, &LibraryWorkspace::showContextMenu);
    connect(&m_list->list(), &ArticleListView::entered, this,
            [this] { m_reader->view().setFocus(Qt::TabFocusReason); });
    connect(m_reader, &Reader::articleShown, this, &LibraryWorkspace::articleShown);
    connect(m_reader, &Reader::articleFailed, this, [this] { m_navigating = false; });
    connect(m_reader, &Reader::articleGone, this, [this](qint64 id) {
        if (m_list->current() == id)
            m_list->select(0);
        updateActions();
    });
    connect(m_reader, &Reader::openPlace, this, [this](const Place& to) {
        if (to.workspace != id()) {
            Q_EMIT openPlace(to);
            return;
        }
        goTo(to);
        Q_EMIT placeChanged(place());
    });
    connect(m_reader, &Reader::topicActivated, this, [this](const QString& topic) {
        data::ArticleFilter filter;
        filter.topic = toStdString(topic);
        showFilter(filter, {});
    });
    connect(m_reader, &Reader::searchRequested, this,
            [this](const QString& words) { showFilter({}, words); });

    LibraryClient& library = context.library;
    connect(&library, &LibraryClient::opened, this, &LibraryWorkspace::contentChanged);
    connect(&library, &LibraryClient::changed, this, &LibraryWorkspace::contentChanged);
    connect(&context.settings, &Settings::densityChanged, this, &LibraryWorkspace::applyDensity);
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readAfterMilliseconds);
    connect(&m_readTimer, &QTimer::timeout, this, [this] {
        if (m_reading == 0 || this->context().library.isReadOnly())
            return;
        m_keepList = true;
        setMark({m_reading}, Mark::Unread, false);
    });
    connect(&m_list->articles(), &ArticleListModel::loaded, this, &LibraryWorkspace::showStar);
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(reloadEveryMilliseconds);
    connect(&m_reloadTimer, &QTimer::timeout, this, &LibraryWorkspace::reload);

    m_list->setEmptyHelp([this] {
        if (QAction* import = action("general.import"))
            import->trigger();
    });
    setReadingLanguage(context.settings.readingLanguage());
    applyDensity();
    m_list->setFilter({}, {});
    reload();
    updateActions();
}

LibraryWorkspace::~LibraryWorkspace() = default;

QString LibraryWorkspace::title() const {
    return tr("Library");
}

QAction* LibraryWorkspace::action(const char* id) const {
    return context().actions.find(QLatin1String(id));
}

void LibraryWorkspace::reload() {
    const bool kept = std::exchange(m_keepList, false) && m_list->source().filter.unreadOnly;
    context().library.read<PlaceFacts>(
        QStringLiteral("places"), this,
        [](data::Library& library) {
            return PlaceFacts{library.articles().facets(), library.annotations().savedSearches()};
        },
        [this, kept](PlaceFacts facts) {
            QHash<qint64, QColor> colours;
            for (const data::Tag& tag : facts.facets.tags)
                colours.insert(tag.id, QColor(fromUtf8(tag.colour)));
            m_list->delegate().setTagColours(std::move(colours));
            m_places->setFacets(facts.facets, facts.saved);
            m_places->showPlace(m_list->source().filter, m_list->source().query);
            m_list->list().viewport()->update();
            // What is opened in the list of unread articles stays there, unless the list changes anyway.
            const bool readAlone = facts.facets.articles == m_articles && facts.facets.unread + 1 == m_unread;
            m_articles = facts.facets.articles;
            m_unread = facts.facets.unread;
            if (kept && !readAlone)
                m_list->articles().refresh();
        });
    m_reader->refresh();
    if (!kept)
        m_list->articles().refresh();
}

void LibraryWorkspace::contentChanged() {
    if (!m_reloadTimer.isActive())
        m_reloadTimer.start();
    updateActions();
}

void LibraryWorkspace::applyDensity() {
    m_list->delegate().setCompact(context().settings.compactRows());
    m_list->list().doItemsLayout();
    m_places->doItemsLayout();
}

void LibraryWorkspace::setReadingLanguage(data::Language language) {
    m_list->setReadingLanguage(language);
    m_reader->setReadingLanguage(language);
}

void LibraryWorkspace::changeEvent(QEvent* event) {
    Workspace::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_list != nullptr)
        m_list->list().viewport()->update();
}

void LibraryWorkspace::showEvent(QShowEvent* event) {
    Workspace::showEvent(event);
    if (focusWidget() == nullptr)
        m_list->list().setFocus(Qt::OtherFocusReason);
}

QString LibraryWorkspace::filterName(const data::ArticleFilter& filter) const {
    if (filter.source)
        return fromUtf8(*filter.source);
    if (filter.topic)
        return fromUtf8(*filter.topic);
    if (filter.archiveMonth)
        return formatMonth(*filter.archiveMonth);
    if (filter.tag)
        for (const data::Tag& tag : m_places->places().tags())
            if (tag.id == *filter.tag)
                return fromUtf8(tag.name);
    if (filter.unreadOnly)
        return tr("Unread");
    if (filter.starredOnly)
        return tr("Starred");
    if (filter.failedOnly)
        return tr("With failed checks");
    return filter.notedOnly ? tr("With notes") : QString();
}

void LibraryWorkspace::showFilter(const data::ArticleFilter& filter, const QString& query) {
    const bool before = std::exchange(m_navigating, true);
    m_list->setFilter(filter, filterName(filter));
    if (m_list->searchWords() != query)
        m_list->setSearch(query);
    m_places->showPlace(filter, query);
    m_navigating = before;
    if (!m_navigating)
        Q_EMIT placeChanged(place());
}

void LibraryWorkspace::articleShown(qint64 id) {
    m_list->select(id);
    m_reading = id;
    m_readTimer.start();
    updateActions();
    if (!std::exchange(m_navigating, false))
        Q_EMIT placeChanged(place());
}

Place LibraryWorkspace::place() const {
    QJsonObject detail = filterToJson(m_list->source().filter);
    if (!m_list->source().query.isEmpty())
        detail.insert(QStringLiteral("query"), m_list->source().query);
    if (m_reader->articleId() != 0)
        detail.insert(QStringLiteral("article"), qint64{m_reader->articleId()});
    return {id(), detail};
}

void LibraryWorkspace::goTo(const Place& to) {
    const QJsonObject& detail = to.detail;
    const data::ArticleFilter filter = filterFrom(detail);
    const QString query = detail.value(QLatin1String("query")).toString();
    const qint64 article = detail.value(QLatin1String("article")).toInteger();
    // A link to an article leaves the list as it is; a place in the history brings its list back.
    const bool namesList =
        filter != data::ArticleFilter() || detail.contains(QLatin1String("query")) || article == 0;
    m_navigating = true;
    if (namesList && (filter != m_list->source().filter || query != m_list->source().query))
        showFilter(filter, query);
    if (article == 0) {
        m_navigating = false;
        return;
    }
    m_reader->open(article, {detail.value(QLatin1String("block")).toInt(-1),
                             detail.value(QLatin1String("edition")).toInteger(),
                             detail.value(QLatin1String("quote")).toString(),
                             detail.value(QLatin1String("row")).toInt(-1),
                             detail.value(QLatin1String("column")).toInt(-1)});
}

QJsonObject LibraryWorkspace::saveState() const {
    QJsonObject state{{QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
                      {QStringLiteral("order"), static_cast<int>(m_list->source().order)},
                      {QStringLiteral("places"), m_places->saveState()},
                      {QStringLiteral("reader"), m_reader->saveState()},
                      {QStringLiteral("place"), place().detail}};
    return state;
}

void LibraryWorkspace::restoreState(const QJsonObject& state) {
    m_splitter->restoreState(
        QByteArray::fromBase64(state.value(QStringLiteral("splitter")).toString().toLatin1()));
    m_places->restoreState(state.value(QStringLiteral("places")).toObject());
    m_reader->restoreState(state.value(QStringLiteral("reader")).toObject());
    const int order = state.value(QStringLiteral("order")).toInt();
    if (order > 0 && order <= static_cast<int>(data::ArticleOrder::Source)) {
        m_navigating = true;
        m_list->setOrder(static_cast<data::ArticleOrder>(order));
        m_navigating = false;
    }
    if (state.contains(QStringLiteral("place")))
        goTo({id(), state.value(QStringLiteral("place")).toObject()});
}

} // namespace parallax::ui
