// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/import_pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#include "base/priority.h"
#include "base/utf8.h"
#include "data/article/identity.h"
#include "data/ingest/encoding.h"
#include "data/ingest/fetch.h"
#include "data/ingest/file.h"
#include "data/ingest/url.h"
#include "data/store/asked_reading.h"
#include "data/store/document_keys.h"
#include "data/store/import_walk.h"
#include "data/store/known_documents.h"

namespace parallax::data {
namespace {

constexpr std::size_t waitingBytes = 32U << 20;

std::size_t sizeOf(const ParsedUnit& unit) {
    std::size_t size = unit.bytes.size();
    for (const Article& article : unit.document.articles)
        size += 2 * article.text.size(); // the text and, roughly, its blocks
    return size;
}

// A document whose title is missing or lost must be told from others in a list: by its first words, else by
// its file's name.
std::string titleFrom(const Article& article, const std::string& location) {
    constexpr std::size_t longest = 90;
    for (const Block& block : article.blocks) {
        if (block.kind == BlockKind::Table || block.text.empty() || isLostTitle(block.text))
            continue;
        if (block.text.size() <= longest)
            return block.text;
        std::string words(utf8Prefix(block.text, longest));
        if (const auto space = words.rfind(' '); space != std::string::npos && space > longest / 2)
            words.resize(space);
        return words + "…";
    }
    return std::filesystem::path(location).stem().string();
}

} // namespace

struct ImportPipeline::Impl {
    Impl(std::filesystem::path libraryPath, const ImportOptions& importOptions)
        : library(std::move(libraryPath))
        , options(importOptions) {}

    void walk(const std::vector<ImportItem>& items, const std::stop_token& stop);
    void work(const std::stop_token& stop);
    bool take(std::size_t& index, ImportItem& item, const std::stop_token& stop);
    void put(std::size_t index, ParsedUnit unit, const std::stop_token& stop);
    ParsedUnit parsed(ImportItem item, KnownDocuments& known, ParserProcess& parser,
                      const std::stop_token& stop);

    const std::filesystem::path library;
    const ImportOptions& options;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::deque<ImportItem> waiting; // not yet taken; the first has number `taken`
    std::size_t taken = 0;
    std::size_t found = 0;                      // all that were ever waiting
    std::map<std::size_t, ParsedUnit> finished; // by number
    std::size_t finishedBytes = 0;
    std::size_t handedOut = 0; // the number that the writer needs next
    std::vector<std::string> skipped;
    std::exception_ptr broken; // what ended a worker
    bool walking = true;

    std::vector<std::jthread> threads; // last: joined before the rest goes
};

// Finds the files of folders, so that the others know early how many there are.
void ImportPipeline::Impl::walk(const std::vector<ImportItem>& items, const std::stop_token& stop) {
    const auto add = [this](ImportItem item) {
        const std::lock_guard lock(mutex);
        waiting.push_back(std::move(item));
        ++found;
        changed.notify_all();
    };
    try {
        for (const ImportItem& item : items) {
            std::error_code failure;
            if (!item.bytes.empty() || isHttpUrl(item.location) ||
                !std::filesystem::is_directory(item.location, failure)) {
                add(item);
                continue;
            }
            FoundFiles files = findDocuments(item.location, stop);
            for (const std::filesystem::path& file : files.files)
                add({file.string(), {}, {}});
            const std::lock_guard lock(mutex);
            skipped.insert(skipped.end(), files.skipped.begin(), files.skipped.end());
        }
    } catch (const std::exception&) { // stopped, or no memory left for the names: what was found is imported
    }
    const std::lock_guard lock(mutex);
    walking = false;
    changed.notify_all();
}

bool ImportPipeline::Impl::take(std::size_t& index, ImportItem& item, const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    // A worker also waits for what the writer may still append: only the pipeline's end sends it home.
    if (!changed.wait(lock, stop, [this] { return !waiting.empty(); }))
        return false;
    index = taken++;
    item = std::move(waiting.front());
    waiting.pop_front();
    return true;
}

void ImportPipeline::Impl::put(std::size_t index, ParsedUnit unit, const std::stop_token& stop) {
    const std::size_t size = sizeOf(unit);
    std::unique_lock lock(mutex);
    // The result that the writer waits for is let through even when the store is full, or both would wait.
    if (!changed.wait(lock, stop, [&] { return index == handedOut || finishedBytes + size <= waitingBytes; }))
        return;
    finished.emplace(index, std::move(unit));
    finishedBytes += size;
    changed.notify_all();
}

ParsedUnit ImportPipeline::Impl::parsed(ImportItem item, KnownDocuments& known, ParserProcess& parser,
                                        const std::stop_token& stop) {
    ParsedUnit unit;
    unit.location = item.location;
    try {
        ParseHints hints{item.location, {}, item.contentType, options.repairMojibake};
        if (!item.bytes.empty()) {
            unit.bytes = std::move(item.bytes);
        } else if (isHttpUrl(item.location)) {
            Fetched fetched = options.fetch ? options.fetch(item.location, stop)
                                            : fetchUrl(item.location, ParseLimits{}.bytes, stop, {});
            unit.bytes = std::move(fetched.bytes);
            hints.url = fetched.url;
            hints.contentType = fetched.contentType;
        } else {
            unit.bytes = readFile(item.location, ParseLimits{}.bytes);
        }
        const std::string hash = sha256Hex(unit.bytes);
        if (!options.repairMojibake)
            unit.known = known.find(hash, unit.bytes, unit.location);
        if (unit.known.empty()) {
            hints.repairMojibake = hints.repairMojibake || known.isRepaired(hash);
            unit.document = parser.parse(unit.bytes, hints, stop);
        }
        for (Article& article : unit.document.articles) {
            if (article.title.empty() || isLostTitle(article.title))
                article.title = titleFrom(article, unit.location);
            unit.forms.push_back(storedForm(article, unit.document, hash, unit.location));
            unit.forms.back().asked = askedReading(hints, unit.location);
            unit.forms.back().readAgain = options.repairMojibake;
        }
        keepItemsApart(unit.document, unit.forms);
        return unit;
    } catch (const Error& error) {
        unit.failure = error;
    } catch (const std::bad_alloc&) {
        unit.failure =
            Error(ErrorCode::ParserOutOfMemory, {unit.location, std::to_string(unit.bytes.size())});
    } catch (const std::exception& exception) {
        unit.failure = Error(ErrorCode::FileUnreadable, {unit.location, exception.what()});
    }
    unit.document = {};
    return unit;
}

void ImportPipeline::Impl::work(const std::stop_token& stop) {
    setThreadPriority(Priority::Import); // and the parser's process with it
    try {
        KnownDocuments known(library);
        ParserProcess parser(options.parser);
        std::size_t index = 0;
        ImportItem item;
        while (take(index, item, stop))
            put(index, parsed(std::move(item), known, parser, stop), stop);
    } catch (...) {
        const std::lock_guard lock(mutex);
        broken = std::current_exception();
        changed.notify_all();
    }
}

ImportPipeline::ImportPipeline(const std::filesystem::path& library, const std::vector<ImportItem>& items,
                               const ImportOptions& options)
    : m_impl(std::make_unique<Impl>(library, options)) {
    int workers = options.parsers;
    if (workers <= 0)
        workers = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
    m_impl->threads.emplace_back([this, items](const std::stop_token& stop) { m_impl->walk(items, stop); });
    for (int i = 0; i < workers; ++i)
        m_impl->threads.emplace_back([this](const std::stop_token& stop) { m_impl->work(stop); });
}

ImportPipeline::~ImportPipeline() {
    for (std::jthread& thread : m_impl->threads)
        thread.request_stop();
}

ImportPipeline::Wait ImportPipeline::next(ParsedUnit& unit, std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(m_impl->mutex);
    const auto ready = [this] { return m_impl->finished.contains(m_impl->handedOut); };
    const auto ended = [this] { return !m_impl->walking && m_impl->handedOut == m_impl->found; };
    m_impl->changed.wait_until(lock, deadline, [&] { return ready() || ended() || m_impl->broken; });
    if (m_impl->broken)
        std::rethrow_exception(m_impl->broken);
    if (ready()) {
        auto node = m_impl->finished.extract(m_impl->handedOut++);
        unit = std::move(node.mapped());
        m_impl->finishedBytes -= std::min(m_impl->finishedBytes, sizeOf(unit));
        m_impl->changed.notify_all();
        return Wait::Ready;
    }
    if (!ended())
        return Wait::Timeout;
    unit = {};
    unit.skipped = std::exchange(m_impl->skipped, {});
    return Wait::End;
}

void ImportPipeline::append(const std::vector<ImportItem>& items) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->waiting.insert(m_impl->waiting.end(), items.begin(), items.end());
    m_impl->found += items.size();
    m_impl->changed.notify_all();
}

std::int64_t ImportPipeline::total() const {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->walking ? 0 : static_cast<std::int64_t>(m_impl->found);
}

} // namespace parallax::data
