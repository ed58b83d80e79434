// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/import_walk.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <optional>
#include <set>
#include <sys/stat.h>

#include "base/progress.h"

namespace parallax::data {
namespace {

namespace fs = std::filesystem;

using FileIdentity = std::pair<dev_t, ino_t>;

std::optional<FileIdentity> identityOf(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileIdentity{status.st_dev, status.st_ino};
}

bool startsWithAny(std::string_view head, std::initializer_list<std::string_view> signatures) {
    return std::any_of(signatures.begin(), signatures.end(),
                       [&](std::string_view signature) { return head.starts_with(signature); });
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isOneOf(const std::string& ending, std::initializer_list<std::string_view> endings) {
    return std::ranges::find(endings, ending) != endings.end();
}

// What pages and programs are made of: text, and nothing to read.
bool isPartOfPage(const fs::path& path) {
    return isOneOf(lower(path.extension().string()), {".js", ".mjs", ".cjs", ".css", ".scss", ".less", ".map",
                                                      ".svg", ".wasm", ".woff", ".woff2"});
}

// The page that a folder's name says it belongs to, as browsers call it in their languages (page_files,
// page-Dateien, page.files); empty where it is no such name.
std::string pageOfFolder(const std::string& folder) {
    static constexpr std::array<std::string_view, 16> endings = {
        "_files", ".files",   "-files",  "-Dateien",  "_fichiers", "_archivos",  "_arquivos", "_bestanden",
        "_pliki", "_soubory", "_elemei", "_datoteke", "_filer",    "_tiedostot", "_file",     "_ficheiros"};
    for (const std::string_view ending : endings)
        if (folder.size() > ending.size() && folder.ends_with(ending))
            return folder.substr(0, folder.size() - ending.size());
    return {};
}

// Named as text: what is wrong with such a file is told by importing it.
bool isNamedAsText(const fs::path& path) {
    static constexpr std::array<std::string_view, 16> endings = {
        ".txt", ".text", ".md",   ".markdown", ".htm", ".html", ".xhtml", ".xml",
        ".rss", ".atom", ".json", ".opml",     ".csv", ".tsv",  ".log",   ".rst"};
    return std::ranges::find(endings, lower(path.extension().string())) != endings.end();
}

// Text has no zero bytes, but for UTF-16 and UTF-32; of the binary formats only PDF is a document.
bool looksLikeDocument(const fs::path& path) {
    if (isPartOfPage(path))
        return false;
    if (isNamedAsText(path))
        return true;
    std::array<char, 4096> bytes{};
    std::FILE* const file = std::fopen(path.c_str(), "rbe");
    if (file == nullptr)
        return true;
    const std::size_t count = std::fread(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    const std::string_view head(bytes.data(), count);
    if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos ||
        startsWithAny(head, {"\xFF\xFE", "\xFE\xFF", std::string_view("\0\0\xFE\xFF", 4)}))
        return true;
    return head.find('\0') == std::string_view::npos;
}

class Walk {
  public:
    Walk(FoundFiles& found, const std::stop_token& stop)
        : m_found(found)
        , m_stop(stop) {}

    void folder(const fs::path& path) {
        throwIfStopped(m_stop);
        const auto identity = identityOf(path);
        if (!identity || !m_seen.insert(*identity).second)
            return;
        std::error_code failure;
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(path, failure), end; !failure && entry != end;
             entry.increment(failure))
            if (!entry->path().filename().string().starts_with('.'))
                entries.push_back(entry->path());
        if (failure)
            m_found.files.push_back(path); // reading it will say why not
        std::sort(entries.begin(), entries.end());
        std::set<std::string> pages;
        for (const fs::path& entry : entries)
            if (isOneOf(lower(entry.extension().string()), {".htm", ".html", ".xhtml", ".shtml"}))
                pages.insert(entry.stem().string());
        for (const fs::path& entry : entries)
            file(entry, pages);
    }

  private:
    void file(const fs::path& path, const std::set<std::string>& pages) {
        std::error_code failure;
        const fs::file_status status = fs::status(path, failure);
        if (status.type() == fs::file_type::directory &&
            pages.contains(pageOfFolder(path.filename().string())))
            m_found.skipped.push_back(path.string());
        else if (status.type() == fs::file_type::directory)
            folder(path);
        else if (status.type() == fs::file_type::regular && looksLikeDocument(path))
            m_found.files.push_back(path);
        else
            m_found.skipped.push_back(path.string());
    }

    FoundFiles& m_found;
    const std::stop_token& m_stop;
    std::set<FileIdentity> m_seen;
};

} // namespace

FoundFiles findDocuments(const fs::path& folder, const std::stop_token& stop) {
    FoundFiles found;
    Walk(found, stop).folder(folder);
    return found;
}

} // namespace parallax::data
