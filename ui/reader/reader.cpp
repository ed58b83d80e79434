// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/reader.h"

#include <QAction>
#include <QActionGroup>
#include <QButtonGroup>
#include <QDesktopServices>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QMenu>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

#include "data/article/script.h"
#include "data/store/table_store.h"
#include "ui/common/actions.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/library_client.h"
#include "ui/common/sentences.h"
#include "ui/common/settings.h"
#include "ui/common/tasks.h"
#include "ui/common/theme.h"
#include "ui/reader/article_printer.h"
#include "ui/reader/find_bar.h"
#include "ui/reader/note_editor.h"
#include "ui/reader/reader_margin.h"
#include "ui/reader/state_page.h"
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

Outcome tryToLoad(data::Library& library, data::ArticleId id, data::Language reading) {
    try {
        return {std::make_shared<LoadedArticle>(loadArticle(library, id, reading)), {}};
    } catch (const Error& error) {
        if (error.code() == ErrorCode::Cancelled)
            throw;
        return {nullptr, error};
    }
}

constexpr int busyAfterMilliseconds = 180; // sooner it would only flicker
constexpr qsizetype rememberedPlaces = 300;

} // namespace

LoadedArticle loadArticle(data::Library& library, data::ArticleId id, data::Language reading) {
    LoadedArticle result;
    result.original = library.articles().load(id);
    const data::Language own = result.original.edition.language;
    const data::EditionRow* other = nullptr;
    for (const data::EditionRow& edition : result.original.editions) {
        if (edition.id == result.original.edition.id)
            continue;
        // The reading language itself; else its other script; else whatever there is.
        const auto rank = [&](const data::EditionRow& row) {
            if (row.language == reading)
                return 3;
            if (data::isChinese(row.language) && data::isChinese(reading))
                return 2;
            return row.language != own ? 1 : 0;
        };
        if (other == nullptr || rank(edition) > rank(*other))
            other = &edition;
    }
    if (other != nullptr)
        result.translation = library.articles().load(id, other->language);
    if (result.translation && result.translation->edition.id == result.original.edition.id)
        result.translation.reset();
    if (result.translation)
        result.pairs = data::alignBlocks(result.original.article.blocks, result.translation->article.blocks);
    result.notes = library.annotations().notes(id);
    result.related = library.articles().related(id, 6);
    return result;
}

Reader::Reader(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_reading(context.settings.readingLanguage())
    , m_bar(new QFrame(this))
    , m_stack(new QStackedWidget(this))
    , m_state(new StatePage(this))
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
    m_stack->addWidget(m_state);
    m_stack->addWidget(content);
    m_stack->addWidget(m_sheet);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    buildBar();

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
            m_target = {note.block, note.edition, fromUtf8(note.quote)};
            goToTarget();
        }
        editNote(id);
    });
    connect(m_note, &NoteEditor::saved, this, &Reader::writeNote);
    connect(m_note, &NoteEditor::removed, this, [this](qint64 id) {
        m_context.library.write(
            this, [id](data::Library& library) { library.annotations().removeNote(id); },
            [this] { refreshNotes(); });
    });
    connect(m_note, &NoteEditor::closed, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
    connect(m_sheet, &TableSheet::closed, this, [this] {
        m_stack->setCurrentIndex(1);
        m_view->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sheet, &TableSheet::openInTables, this, [this] { openTable(m_sheetItem, false); });
    connect(&context.settings, &Settings::readingChanged, this, [this] { rebuild(m_view->anchor()); });
    connect(&context.settings, &Settings::themeChanged, this, [this] { rebuild(m_view->anchor()); });
    m_busyTimer.setSingleShot(true);
    m_busyTimer.setInterval(busyAfterMilliseconds);
    connect(&m_busyTimer, &QTimer::timeout, this, [this] {
        m_state->showBusy();
        m_stack->setCurrentIndex(0);
    });
    retranslate();
    clear();
}

Reader::~Reader() {
    ++m_generation;
}

void Reader::buildBar() {
    m_bar->setProperty("role", QStringLiteral("bar"));
    auto* layout = new QHBoxLayout(m_bar);
    layout->setContentsMargins(spacing(3), spacing(1), spacing(2), spacing(1));
    layout->setSpacing(spacing(1));
    m_modes = new QButtonGroup(this);
    const char* const icons[] = {"original", "translation", "interleave", "columns"};
    for (int i = 0; i < 4; ++i) {
        auto* button = new QToolButton(m_bar);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setIcon(icon(QLatin1String(icons[i])));
        m_modes->addButton(button, i);
        layout->addWidget(button);
    }
    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int id) { setMode(static_cast<ReadingMode>(id)); });
    layout->addStretch(1);

    m_options = new QToolButton(m_bar);
    m_options->setIcon(icon(QStringLiteral("text_larger")));
    m_options->setPopupMode(QToolButton::InstantPopup);
    m_options->setMenu(new QMenu(m_options));
    connect(m_options->menu(), &QMenu::aboutToShow, this, [this] {
        QMenu* menu = m_options->menu();
        menu->clear();
        for (const char* id : {"reader.larger", "reader.smaller", "reader.resetSize"})
            if (QAction* action = m_context.actions.find(QLatin1String(id)))
                menu->addAction(action);
        menu->addSeparator();
        const auto choice = [&](const QString& text, bool checked, auto chosen) {
            QAction* action = menu->addAction(text);
            action->setCheckable(true);
            action->setChecked(checked);
            connect(action, &QAction::triggered, this, chosen);
        };
        Settings& settings = m_context.settings;
        const std::pair<QString, int> heights[] = {{tr("Lines close together"), 145},
                                                   {tr("Lines at normal distance"), 160},
                                                   {tr("Lines far apart"), 180}};
        for (const auto& [text, percent] : heights)
            choice(text, settings.lineHeightPercent() == percent,
                   [&settings, percent = percent] { settings.setLineHeightPercent(percent); });
        menu->addSeparator();
        const std::pair<QString, int> measures[] = {
            {tr("Narrow column"), 56}, {tr("Normal column"), 66}, {tr("Wide column"), 84}};
        for (const auto& [text, characters] : measures)
            choice(text, settings.articleMeasure() == characters,
                   [&settings, characters = characters] { settings.setArticleMeasure(characters); });
        menu->addSeparator();
        choice(tr("Space between Chinese and Latin"), m_spaced, [this](bool on) {
            m_spaced = on;
            rebuild(m_view->anchor());
        });
        choice(tr("Full-width punctuation in Chinese"), m_fullWidth, [this](bool on) {
            m_fullWidth = on;
            rebuild(m_view->anchor());
        });
    });
    layout->addWidget(m_options);
}

void Reader::addActions(const QList<QAction*>& actions) {
    auto* layout = static_cast<QHBoxLayout*>(m_bar->layout());
    for (QAction* action : actions) {
        if (action == nullptr)
            continue;
        auto* button = new QToolButton(m_bar);
        button->setDefaultAction(action);
        button->setAccessibleName(action->text());
        connect(action, &QAction::changed, button,
                [button, action] { button->setAccessibleName(action->text()); });
        if (action->menu() != nullptr)
            button->setPopupMode(QToolButton::InstantPopup);
        layout->addWidget(button);
    }
}

void Reader::retranslate() {
    const QString names[] = {tr("Original"), tr("Translation"), tr("Interleaved"), tr("Side by side")};
    const QString tips[] = {tr("As it was written (1)"), tr("In the reading language (2)"),
                            tr("Each paragraph with its translation beneath (3)"),
                            tr("Original and translation in two columns (4)")};
    for (int i = 0; i < 4; ++i) {
        m_modes->button(i)->setText(names[i]);
        m_modes->button(i)->setToolTip(tips[i]);
        m_modes->button(i)->setAccessibleName(names[i]);
    }
    m_options->setToolTip(tr("How the text looks"));
    m_options->setAccessibleName(tr("How the text looks"));
    m_view->setAccessibleName(tr("Article"));
}

void Reader::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_pages.clear();
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
        [id, reading](data::Library& library) { return tryToLoad(library, id, reading); },
        [this, id, target](Outcome outcome) {
            if (id != m_id)
                return;
            if (outcome.article != nullptr) {
                show(std::move(outcome.article), target);
                return;
            }
            clear();
            showMessage(tr("This article cannot be shown."), sentence(*outcome.error), {}, {});
        });
}

void Reader::show(std::shared_ptr<const LoadedArticle> article, const Target& target) {
    m_busyTimer.stop();
    const bool same = m_article != nullptr && article->original.row.id == m_article->original.row.id;
    m_article = std::move(article);
    m_id = m_article->original.row.id;
    m_target = target;
    m_pages.clear();
    if (!same) {
        m_modeAsked = false;
        m_showAll = false;
        m_note->hide();
    }
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
    m_note->hide();
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
    QtConcurrent::run([article = m_article, wanted, known, look = style(), gui] {
        std::shared_ptr<const Page> page =
            known ? known : std::make_shared<const Page>(makePage(*article, wanted));
        auto document = std::make_unique<PageDocument>(page, look);
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
    m_stack->setCurrentIndex(1);
    m_view->setPage(std::move(page), anchor);
    if (QAbstractButton* button = m_modes->button(effective))
        button->setChecked(true);
    m_margin->setPage(m_view->page());
    m_margin->setCurrentItem(m_view->topItem());
    showNotes();
    m_find->repeat();
    goToTarget();
    Q_EMIT pageShown();
}

const data::StoredArticle* Reader::editionOf(const PageItem& item) const {
    return item.tableOfTranslation && m_article->translation ? &*m_article->translation
                                                             : &m_article->original;
}

void Reader::goToTarget() {
    if (m_article == nullptr || m_view->page() == nullptr || (m_target.block < 0 && m_target.quote.isEmpty()))
        return;
    const bool inTranslation = m_article->translation && m_target.edition != 0 &&
                               m_target.edition == m_article->translation->edition.id;
    const ReadingMode shown = m_view->page()->page().mode;
    // The words must be on the page: evidence from the other language switches to where it stands.
    if ((inTranslation && shown == ReadingMode::Original) ||
        (!inTranslation && m_target.edition != 0 && shown == ReadingMode::Translation &&
         translationSource(*m_article, m_reading) == TranslationSource::Edition)) {
        const Target target = m_target;
        setMode(inTranslation ? ReadingMode::Translation : ReadingMode::Original);
        m_target = target;
        return;
    }
    int item = m_view->page()->itemOfBlock(std::max(0, m_target.block), inTranslation);
    if (item < 0 && !m_showAll && m_view->page()->page().hiddenBlocks > 0) {
        m_showAll = true;
        rebuild({});
        return;
    }
    if (item < 0)
        item = 0;
    const data::StoredArticle& edition = inTranslation ? *m_article->translation : m_article->original;
    const auto block = static_cast<std::size_t>(std::max(0, m_target.block));
    if (m_view->page()->page().hiddenBlocks > 0 && block < edition.article.blocks.size()) {
        const PageItem& found = m_view->page()->page().items[static_cast<std::size_t>(item)];
        // The block lies in the part that is not shown yet.
        if ((inTranslation ? found.otherBlock : found.block) + 1 < m_target.block && !m_showAll &&
            item + 2 >= static_cast<int>(m_view->page()->page().items.size())) {
            m_showAll = true;
            rebuild({});
            return;
        }
    }
    const QString quote = std::exchange(m_target, Target()).quote;
    if (!m_view->showQuote(item, quote) && !quote.isEmpty()) {
        // Shown in the other script: the words as they stand there.
        const QString converted = fromUtf8(data::convertScript(toStdString(quote), m_reading));
        if (converted != quote)
            m_view->showQuote(item, converted);
    }
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
    if (m_article == nullptr)
        return;
    m_modeAsked = false;
    if (m_mode == ReadingMode::Original)
        m_mode = ReadingMode::Translation;
    // Another language may be another edition: it is read anew, at the same place.
    refreshNotes();
}

void Reader::refreshNotes() {
    if (m_article == nullptr)
        return;
    const data::ArticleId id = m_id;
    const data::Language reading = m_reading;
    m_context.library.read<Outcome>(
        QStringLiteral("article"), this,
        [id, reading](data::Library& library) { return tryToLoad(library, id, reading); },
        [this, id](Outcome outcome) {
            if (id != m_id)
                return;
            if (outcome.article == nullptr)
                clear(); // removed meanwhile
            else
                show(std::move(outcome.article), std::exchange(m_target, Target()));
        });
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
    m_margin->setVisible(!m_margin->isVisible());
}

bool Reader::pageDown() {
    QScrollBar* bar = m_view->verticalScrollBar();
    if (m_article == nullptr || bar->value() >= bar->maximum())
        return false;
    bar->setValue(bar->value() + bar->pageStep() - style().pixels * 3);
    return true;
}

// The notes of both editions, found again by their words.
void Reader::showNotes() {
    if (m_article == nullptr || m_view->page() == nullptr)
        return;
    std::vector<Highlight> highlights;
    for (const data::Note& note : m_article->notes) {
        if (note.quote.empty() || note.block < 0)
            continue;
        const bool translation = m_article->translation && note.edition == m_article->translation->edition.id;
        const int item = m_view->page()->itemOfBlock(note.block, translation);
        if (const auto range = m_view->findQuote(item, fromUtf8(note.quote)))
            highlights.push_back({*range, QColor(fromUtf8(note.colour)), note.id});
    }
    m_view->setNotes(std::move(highlights));
}

void Reader::addNote() {
    if (m_article == nullptr || m_view->page() == nullptr || m_context.library.isReadOnly())
        return;
    data::Note note;
    note.article = m_id;
    note.edition = m_article->original.edition.id;
    const ArticleView::Selected selected = m_view->selected();
    if (selected.item >= 0 && !selected.text.isEmpty()) {
        const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(selected.item)];
        const bool both = m_view->page()->page().mode == ReadingMode::Interleaved ||
                          m_view->page()->page().mode == ReadingMode::SideBySide;
        const bool fromTranslation =
            m_article->translation &&
            (m_view->page()->page().mode == ReadingMode::Translation || (both && selected.right));
        const data::StoredArticle& edition = fromTranslation ? *m_article->translation : m_article->original;
        note.edition = edition.edition.id;
        note.block = fromTranslation ? item.otherBlock : item.block;
        note.quote = toStdString(selected.text);
        if (note.block >= 0 && static_cast<std::size_t>(note.block) < edition.article.blocks.size()) {
            const std::string& text = edition.article.blocks[static_cast<std::size_t>(note.block)].text;
            const std::size_t at = text.find(note.quote);
            if (at != std::string::npos)
                note.span = {at, at + note.quote.size()};
        }
    }
    m_note->edit(note);
}

void Reader::editNote(qint64 id) {
    if (m_article == nullptr)
        return;
    for (const data::Note& note : m_article->notes)
        if (note.id == id)
            m_note->edit(note);
}

void Reader::writeNote(const data::Note& note) {
    m_context.library.write(
        this,
        [note](data::Library& library) {
            if (note.id == 0)
                library.annotations().addNote(note);
            else
                library.annotations().changeNote(note.id, note.text, note.colour);
        },
        [this] { refreshNotes(); });
}

void Reader::followLink(const QUrl& url) {
    const QString link = url.toString();
    if (!link.startsWith(QLatin1String("parallax:"))) {
        if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https") &&
            url.scheme() != QLatin1String("mailto"))
            return; // file: and the like have no business in an article
        QMessageBox ask(QMessageBox::Question, tr("Open a link"), tr("Open this address in your browser?"),
                        QMessageBox::Cancel, window());
        ask.setInformativeText(url.toDisplayString(QUrl::FullyEncoded));
        ask.setTextFormat(Qt::PlainText);
        QPushButton* open = ask.addButton(tr("Open"), QMessageBox::AcceptRole);
        ask.setDefaultButton(QMessageBox::Cancel);
        ask.exec();
        if (ask.clickedButton() == open)
            QDesktopServices::openUrl(url);
        return;
    }
    const QString what = link.mid(9).section(QLatin1Char('/'), 0, 0);
    const int number = link.section(QLatin1Char('/'), 1).toInt();
    if (what == QLatin1String("all")) {
        m_showAll = true;
        rebuild(m_view->anchor());
        return;
    }
    const PageDocument* page = m_view->page();
    if (page == nullptr || number < 0)
        return;
    if (what == QLatin1String("block")) {
        const bool translation = page->page().mode == ReadingMode::Translation && m_article->translation;
        m_view->showQuote(page->itemOfBlock(number, translation), {});
        return;
    }
    if (static_cast<std::size_t>(number) >= page->page().items.size())
        return;
    const PageItem& item = page->page().items[static_cast<std::size_t>(number)];
    if (what == QLatin1String("table"))
        openTable(number, false);
    else if (what == QLatin1String("chart"))
        openTable(number, true);
    else if (what == QLatin1String("grid"))
        showTableSheet(number);
    else if (what == QLatin1String("find"))
        Q_EMIT searchRequested(item.left.plain());
    else if (what == QLatin1String("table-of")) {
        for (std::size_t i = 0; i < page->page().items.size(); ++i) {
            const PageItem& candidate = page->page().items[i];
            if (candidate.kind == ItemKind::Table && candidate.table == item.table &&
                candidate.tableOfTranslation == item.tableOfTranslation)
                m_view->scrollToItem(static_cast<int>(i));
        }
    }
}

void Reader::openTable(int index, bool chart) {
    if (m_view->page() == nullptr || index < 0)
        return;
    const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(index)];
    const data::EditionId edition = editionOf(item)->edition.id;
    const data::ArticleId id = m_id;
    const int table = item.table;
    m_context.library.read<qint64>(
        QString(), this,
        [id, edition, table](data::Library& library) -> qint64 {
            for (const data::StoredTable& stored : library.tables().ofArticle(id))
                if (stored.row.edition == edition && stored.row.index == table)
                    return stored.row.id;
            return 0;
        },
        [this, chart](qint64 found) {
            if (found == 0)
                return;
            QJsonObject detail{{QStringLiteral("table"), found}};
            if (chart)
                detail.insert(QStringLiteral("view"), QStringLiteral("chart"));
            Q_EMIT openPlace({QStringLiteral("tables"), detail});
        });
}

void Reader::showTableSheet(int index) {
    const PageItem& item = m_view->page()->page().items[static_cast<std::size_t>(index)];
    const std::vector<data::Table>& tables = editionOf(item)->article.tables;
    if (item.table < 0 || static_cast<std::size_t>(item.table) >= tables.size())
        return;
    m_sheetItem = index;
    m_sheet->setTable(tables[static_cast<std::size_t>(item.table)]);
    m_stack->setCurrentIndex(2);
}

void Reader::print() {
    if (m_view->page() == nullptr)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(fromUtf8(m_article->original.row.title));
    QPrintDialog dialog(printer.get(), window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto page = std::make_shared<const Page>(m_view->page()->page());
    m_context.tasks.start(
        tr("Printing the article"),
        [page, look = style(), printer](std::stop_token stop, const ProgressCallback& progress) {
            printPage(page, look, *printer, std::move(stop), progress);
        },
        this, {});
}

void Reader::savePdf() {
    if (m_view->page() == nullptr)
        return;
    QString name = fromUtf8(m_article->original.row.title).simplified().left(80);
    for (QChar& c : name)
        if (QStringView(u"/\\:*?\"<>|").contains(c))
            c = QLatin1Char(' ');
    const QString path = QFileDialog::getSaveFileName(window(), tr("Save the article as PDF"),
                                                      name + QStringLiteral(".pdf"), tr("PDF files (*.pdf)"));
    if (!path.isEmpty())
        savePdfTo(path);
}

void Reader::savePdfTo(const QString& path) {
    if (m_view->page() == nullptr)
        return;
    const auto page = std::make_shared<const Page>(m_view->page()->page());
    m_context.tasks.start(
        tr("Saving the article as PDF"),
        [page, look = style(), path](std::stop_token stop, const ProgressCallback& progress) {
            exportPdf(page, look, path, std::move(stop), progress);
        },
        this, {});
}

Place Reader::place() const {
    Place place{QStringLiteral("library"), {}};
    if (m_id != 0)
        place.detail.insert(QStringLiteral("article"), qint64{m_id});
    return place;
}

QJsonObject Reader::saveState() const {
    QJsonObject places;
    for (const qint64 id : m_placeOrder) {
        const PageAnchor anchor = m_places.value(id);
        if (anchor.block >= 0 || anchor.otherBlock >= 0)
            places.insert(QString::number(id), QJsonArray{anchor.block, anchor.otherBlock, anchor.offset});
    }
    if (m_article != nullptr && m_view->page() != nullptr) {
        const PageAnchor anchor = m_view->anchor();
        places.insert(QString::number(m_id), QJsonArray{anchor.block, anchor.otherBlock, anchor.offset});
    }
    return {{QStringLiteral("mode"), static_cast<int>(m_mode)},
            {QStringLiteral("margin"), !m_margin->isHidden()},
            {QStringLiteral("splitter"), QString::fromLatin1(m_splitter->saveState().toBase64())},
            {QStringLiteral("spaced"), m_spaced},
            {QStringLiteral("fullWidth"), m_fullWidth},
            {QStringLiteral("places"), places}};
}

void Reader::restoreState(const QJsonObject& state) {
    const int mode = state.value(QStringLiteral("mode")).toInt(static_cast<int>(ReadingMode::Translation));
    if (mode >= 0 && mode < 4)
        m_mode = static_cast<ReadingMode>(mode);
    m_margin->setVisible(state.value(QStringLiteral("margin")).toBool(true));
    m_splitter->restoreState(
        QByteArray::fromBase64(state.value(QStringLiteral("splitter")).toString().toLatin1()));
    m_spaced = state.value(QStringLiteral("spaced")).toBool(true);
    m_fullWidth = state.value(QStringLiteral("fullWidth")).toBool(false);
    const QJsonObject places = state.value(QStringLiteral("places")).toObject();
    for (auto it = places.begin(); it != places.end(); ++it) {
        const QJsonArray anchor = it.value().toArray();
        const qint64 id = it.key().toLongLong();
        m_places.insert(id, {anchor.at(0).toInt(-1), anchor.at(1).toInt(-1), anchor.at(2).toInt()});
        m_placeOrder.push_back(id);
    }
}

} // namespace parallax::ui
