// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/reader.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "ui/common/empty_page.h"
#include "ui/common/format.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/theme.h"
#include "ui/reader/find_bar.h"
#include "ui/reader/note_editor.h"
#include "ui/reader/reader_margin.h"
#include "ui/reader/table_sheet.h"

namespace parallax::ui {
namespace {

// A document is an object of the GUI thread; the last to let go of it may be a worker.
std::shared_ptr<PageDocument> onGuiThread(std::unique_ptr<PageDocument> page) {
    return {page.release(), [](PageDocument* gone) {
                QCoreApplication* application = QCoreApplication::instance();
                if (application == nullptr || QThread::currentThread() == application->thread())
                    delete gone;
                else
                    QMetaObject::invokeMethod(
                        application, [gone] { delete gone; }, Qt::QueuedConnection);
            }};
}

struct MadePage {
    std::shared_ptr<const Page> page;
    std::shared_ptr<PageDocument> document;
};

// What reading an article came to. Its error is told here and not as an issue: the page has room for it.
struct Outcome {
    std::shared_ptr<LoadedArticle> article;
    std::optional<Error> error;
};

// Which script stands beside another language before any was chosen.
data::Language chineseFor(data::Language reading, const QString& interfaceLanguage) {
    if (data::isChinese(reading))
        return reading;
    return interfaceLanguage == QLatin1String("zh_CN") ? data::Language::SimplifiedChinese
                                                       : data::Language::TraditionalChinese;
}

Outcome tryToLoad(data::Library& library, data::ArticleId id, data::Language reading,
                  data::Language chinese) {
    try {
        return {std::make_shared<LoadedArticle>(loadArticle(library, id, reading, chinese)), {}};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        return {nullptr, error};
    }
}

constexpr int busyAfterMilliseconds = 180; // sooner it would only flicker
constexpr qsizetype rememberedPlaces = 300;

} // namespace

Reader::Reader(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_reading(context.settings.readingLanguage())
    , m_chinese(chineseFor(m_reading, context.settings.interfaceLanguage()))
    , m_bar(new QFrame(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new EmptyPage(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_view(new ArticleView(this))
    , m_margin(new ReaderMargin(this))
    , m_find(new FindBar(*m_view, this))
    , m_note(new NoteEditor(this))
    , m_sheet(new TableSheet(this)) {
    m_view->setObjectName(QStringLiteral("article"));
    m_margin->setObjectName(QStringLiteral("readerMargin"));
    m_margin->setMinimumWidth(spacing(40));
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_margin);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setSizes({spacing(200), spacing(55)});
    auto* content = new QWidget(this);
    auto* contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_find);
    contentLayout->addWidget(m_splitter, 1);
    contentLayout->addWidget(m_note);
    m_state->setAutoFillBackground(true);
    m_state->setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_state);
    m_stack->addWidget(content);
    m_stack->addWidget(m_sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    buildBar();
    buildChecks();
    buildNotes();

    connect(m_view, &ArticleView::linkActivated, this, &Reader::followLink);
    connect(m_view, &ArticleView::topItemChanged, m_margin, &ReaderMargin::setCurrentItem);
    connect(m_view, &ArticleView::noteActivated, this, &Reader::editNote);
    connect(m_margin, &ReaderMargin::headingActivated, m_view, &ArticleView::scrollToItem);
    connect(m_margin, &ReaderMargin::topicActivated, this, &Reader::topicActivated);
    connect(m_margin, &ReaderMargin::relatedActivated, this, [this](qint64 id) {
        Q_EMIT openPlace({QStringLiteral("library"), {{QStringLiteral("article"), id}}});
    });
    connect(m_margin, &ReaderMargin::noteActivated, this, [this](qint64 id) {
        for (const data::Note& note : m_article->notes) {
            if (note.id != id)
                continue;
            m_target = {note.block, note.edition, fromUtf8(note.quote), -1, -1};
            goToTarget();
        }
        editNote(id);
    });
    connect(m_sheet, &TableSheet::closed, this, [this] {
        m_stack->setCurrentIndex(1);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sheet, &TableSheet::openInTables, this, [this] { openTable(m_sheetItem, false); });
    connect(m_sheet, &TableSheet::openPlace, this, &Reader::openPlace);
    connect(&context.settings, &Settings::readingChanged, this, [this] { rebuild(m_view->anchor()); });
    connect(&context.settings, &Settings::themeChanged, this, [this] { rebuild(m_view->anchor()); });
    // The scale comes with it. Its anchor is of the lines as they are before the window is dressed anew.
    connect(&context.settings, &Settings::densityChanged, this, [this] { rebuild(m_view->anchor()); });
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfterMilliseconds);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] {
        m_state->showSkeleton();
        m_stack->setCurrentIndex(0);
    });
    retranslate();
    clear();
}

Reader::~Reader() {
    ++m_generation;
}

void Reader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_pages.clear();
        if (m_id == 0)
            clear(); // its sentence, in the new language
        else
            rebuild(m_view->anchor());
    }
}

PageRequest Reader::request() const {
    PageRequest request;
    request.mode = m_mode;
    request.reading = m_reading;
    request.fullWidthPunctuation = m_fullWidth;
    request.blockLimit = m_showAll ? 0 : PageRequest().blockLimit;
    request.interfaceLanguage = m_context.settings.interfaceLanguage();
    if (m_article == nullptr || m_modeAsked)
        return request;
    // Nobody asked for this article: show the best there is for the reading language, and do not complain.
    const TranslationSource source = translationSource(*m_article, m_reading);
    const data::Language own = m_article->original.edition.language;
    const bool alreadyReads = own == m_reading;
    if (source == TranslationSource::None || (m_mode == ReadingMode::Translation && alreadyReads))
        request.mode = ReadingMode::Original;
    else if (m_mode == ReadingMode::Translation && source == TranslationSource::Edition &&
             m_article->translation->edition.language != m_reading &&
             !(data::isChinese(m_article->translation->edition.language) && data::isChinese(m_reading)))
        request.mode = ReadingMode::Original;
    return request;
}

ReaderStyle Reader::style() const {
    const Settings& settings = m_context.settings;
    // The window's scale enlarges the article with everything else.
    ReaderStyle style = ReaderStyle::current(settings.articlePixels() * settings.scalePercent() / 100,
                                             settings.lineHeightPercent(), settings.articleMeasure());
    style.spaceBetweenScripts = m_spaced;
    return style;
}

void Reader::open(data::ArticleId id, const Target& target) {
    if (m_article != nullptr && id == m_id) {
        m_target = target;
        goToTarget();
        Q_EMIT articleShown(id);
        return;
    }
    rememberPlace();
    m_id = id;
    m_busyTimer.start();
    const data::Language reading = m_reading;
    m_context.library.read<Outcome>(
        QStringLiteral("article"), this,
        [id, reading, chinese = m_chinese](data::Library& library) {
            return tryToLoad(library, id, reading, chinese);
        },
        [this, id, target](Outcome outcome) {
            if (id != m_id) {
                if (m_id == 0)
                    Q_EMIT articleFailed(id); // given up meanwhile
                return;
            }
            if (outcome.article != nullptr) {
                show(std::move(outcome.article), target);
                return;
            }
            clear();
            showMessage(tr("This article cannot be shown."), sentence(*outcome.error), {}, {});
            Q_EMIT articleFailed(id);
        });
}

void Reader::show(std::shared_ptr<const LoadedArticle> article, const Target& target) {
    m_busyTimer.stop();
    const bool same = m_article != nullptr && article->original.row.id == m_article->original.row.id;
    if (same && !m_article->claims.empty()) { // until they have been read again
        auto known = std::make_shared<LoadedArticle>(*article);
        known->claims = m_article->claims;
        article = std::move(known);
    }
    m_claimsOf = 0;
    m_article = std::move(article);
    m_id = m_article->original.row.id;
    m_target = target;
    m_pages.clear();
    if (!same) {
        m_keepSheet = false;
        m_modeAsked = false;
        m_showAll = false;
        leaveNote();
        showLeftNote();
    }
    if (m_article->damaged && !same)
        m_context.issues.add(
            {Severity::Warning,
             tr("“%1” is damaged: words or figures of it are not those that were imported.")
                 .arg(fromUtf8(data::titleIn(m_article->original.row, m_reading)).simplified()),
             tr("Import its file again: that mends it."),
             Place{QStringLiteral("library"), {{QStringLiteral("article"), static_cast<qint64>(m_id)}}},
             {}});
    m_margin->setArticle(m_article, m_reading);
    rebuild(same ? m_view->anchor() : m_places.value(m_id));
    Q_EMIT articleShown(m_id);
}

void Reader::clear() {
    rememberPlace();
    ++m_generation;
    m_busyTimer.stop();
    m_id = 0;
    m_article.reset();
    m_pages.clear();
    m_view->setPage(nullptr, {});
    m_margin->setArticle(nullptr, m_reading);
    m_margin->setPage(nullptr);
    leaveNote();
    m_bar->setEnabled(false);
    m_state->showMessage(tr("Choose an article to read it here."));
    m_stack->setCurrentIndex(0);
}

void Reader::showMessage(const QString& sentence, const QString& detail, const QString& button,
                         std::function<void()> pressed) {
    m_state->showMessage(sentence, detail, button, std::move(pressed));
    m_stack->setCurrentIndex(0);
}

void Reader::rememberPlace() {
    if (m_article == nullptr || m_view->page() == nullptr)
        return;
    const qint64 id = m_article->original.row.id;
    m_places.insert(id, m_view->anchor());
    m_placeOrder.removeOne(id);
    m_placeOrder.push_back(id);
    while (m_placeOrder.size() > rememberedPlaces)
        m_places.remove(m_placeOrder.takeFirst());
}

void Reader::rebuild(const PageAnchor& anchor) {
    if (m_article == nullptr)
        return;
    const quint64 generation = ++m_generation;
    const PageRequest wanted = request();
    std::shared_ptr<const Page> known;
    for (const CachedPage& cached : m_pages)
        if (cached.request == wanted)
            known = cached.page;
    QThread* gui = thread();
    const ShownChecks marked = m_allChecks ? ShownChecks::All : ShownChecks::Failed;
    QtConcurrent::run([article = m_article, wanted, known, look = style(), marked, gui] {
        std::shared_ptr<const Page> page =
            known ? known : std::make_shared<const Page>(makePage(*article, wanted));
        auto checks = std::make_shared<const PageChecks>(placeChecks(*page, *article, marked));
        auto document = std::make_unique<PageDocument>(page, look, std::move(checks));
        document->moveTo(gui);
        return MadePage{page, onGuiThread(std::move(document))};
    }).then(this, [this, generation, wanted, anchor](const MadePage& made) {
        if (generation != m_generation)
            return;
        std::erase_if(m_pages, [&](const CachedPage& cached) { return cached.request == wanted; });
        m_pages.push_back({wanted, made.page});
        if (m_pages.size() > 6)
            m_pages.pop_front();
        showPage(made.document, anchor);
    });
}

void Reader::showPage(std::shared_ptr<PageDocument> page, const PageAnchor& anchor) {
    const int effective = static_cast<int>(page->page().mode);
    m_bar->setEnabled(true);
    arrangeMargin(page->page().mode); // before the page is laid out to the width that is left
    m_view->setPage(std::move(page), anchor);
    if (!std::exchange(m_keepSheet, false))
        m_stack->setCurrentIndex(1);
    if (QAbstractButton* button = m_modes->button(effective))
        button->setChecked(true);
    m_margin->setPage(m_view->page());
    m_margin->setCurrentItem(m_view->topItem());
    showNotes();
    m_find->repeat();
    goToTarget();
    Q_EMIT pageShown();
    // They take a second look at the article, which is not to hold up its first picture.
    if (std::exchange(m_claimsOf, m_id) != m_id)
        refreshClaims();
}

void Reader::setMode(ReadingMode mode) {
    m_mode = mode;
    m_modeAsked = true;
    m_modes->button(static_cast<int>(mode))->setChecked(true);
    rebuild(m_view->anchor());
}

void Reader::setReadingLanguage(data::Language language) {
    if (language == m_reading)
        return;
    m_reading = language;
    if (data::isChinese(language))
        m_chinese = language;
    if (m_article == nullptr)
        return;
    m_modeAsked = false;
    if (m_mode == ReadingMode::Original)
        m_mode = ReadingMode::Translation;
    // Another language may be another edition: it is read anew, at the same place.
    refreshNotes();
}

void Reader::openFind() {
    if (m_article == nullptr || m_stack->currentIndex() != 1)
        return;
    m_find->open(m_view->textCursor().selectedText().left(80));
}

void Reader::zoom(int steps) {
    Settings& settings = m_context.settings;
    settings.setArticlePixels(steps == 0 ? 16 : std::clamp(settings.articlePixels() + steps, 10, 40));
}

void Reader::toggleMargin() {
    m_marginForced = m_marginWanted = m_margin->isHidden();
    arrangeMargin(m_view->page() != nullptr ? m_view->page()->page().mode : m_mode);
}

// The text comes before the margin where there is no room for both, two columns of it all the more.
void Reader::arrangeMargin(ReadingMode shown) {
    const int needed = spacing(shown == ReadingMode::SideBySide ? 230 : 145);
    const bool wanted = m_marginWanted && (m_marginForced || width() >= needed);
    if (wanted != m_margin->isHidden())
        return;
    m_margin->setVisible(wanted);
    m_splitter->refresh(); // now: the place is kept in the width that the text has from here on
}

void Reader::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_view->page() != nullptr)
        arrangeMargin(m_view->page()->page().mode);
}

bool Reader::pageDown() {
    QScrollBar* bar = m_view->verticalScrollBar();
    if (m_article == nullptr || bar->value() >= bar->maximum())
        return false;
    bar->setValue(bar->value() + bar->pageStep() - style().pixels * 3);
    return true;
}

void Reader::refreshNotes() {
    if (m_article == nullptr)
        return;
    const data::ArticleId id = m_id;
    const data::Language reading = m_reading;
    m_context.library.read<Outcome>(
        QStringLiteral("article"), this,
        [id, reading, chinese = m_chinese](data::Library& library) {
            return tryToLoad(library, id, reading, chinese);
        },
        [this, id](Outcome outcome) {
            if (id != m_id)
                return;
            if (outcome.article == nullptr)
                leaveGone();
            else
                show(std::move(outcome.article), std::exchange(m_target, Target()));
        });
}

void Reader::leaveGone() {
    const data::ArticleId gone = m_id;
    clear();
    Q_EMIT articleGone(gone);
}

} // namespace parallax::ui
