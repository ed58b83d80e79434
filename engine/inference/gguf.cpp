// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inference/gguf.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "base/utf8.h"

namespace parallax::inference {
namespace {

constexpr std::size_t typeBytes[] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
constexpr std::uint64_t longestName = 65'535; // of keys; tensors' names are shorter still
constexpr std::size_t firstHead = std::size_t{8} << 20;
constexpr std::size_t mostHead = std::size_t{1} << 30;

// What may be shown of a name from a hostile file.
std::string shown(std::string_view name) {
    return visibleUtf8(name.substr(0, 80));
}

template <class T>
T valueAt(std::string_view bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

} // namespace

const char* valueTypeName(ValueType type) {
    static constexpr const char* names[] = {"u8",   "i8",     "u16",   "i16", "u32", "i32", "f32",
                                            "bool", "string", "array", "u64", "i64", "f64"};
    return names[static_cast<std::size_t>(type)];
}

// Takes bytes from the front, never more than there are.
class Gguf::Reader {
  public:
    // The beginning at hand is too short, but the file is not.
    struct NeedsMore {
        std::size_t bytes; // of the beginning, at least
    };

    Reader(const Gguf& file, std::string_view head, std::size_t total)
        : m_file(file)
        , m_head(head)
        , m_total(total) {}

    std::size_t left() const { return m_total - m_at; }
    std::size_t at() const { return m_at; }

    std::string_view take(std::uint64_t count, std::string_view where) {
        if (count > left())
            m_file.malformed(where, std::to_string(count) + " more bytes", std::to_string(left()));
        if (count > m_head.size() - m_at)
            throw NeedsMore{m_at + static_cast<std::size_t>(count)};
        const auto taken = m_head.substr(m_at, count);
        m_at += count;
        return taken;
    }
    template <class T>
    T number(std::string_view where) {
        return valueAt<T>(take(sizeof(T), where), 0);
    }
    std::string_view text(std::string_view where) { return take(number<std::uint64_t>(where), where); }

  private:
    const Gguf& m_file;
    std::string_view m_head;
    std::size_t m_total;
    std::size_t m_at = 0;
};

std::size_t Tensor::rows() const {
    std::size_t product = 1;
    for (std::size_t i = 1; i < shape.size(); ++i)
        product *= shape[i];
    return product;
}

void Gguf::malformed(std::string_view where, std::string_view expected, std::string_view found) const {
    throw Error(ErrorCode::ModelMalformed, {m_name, shown(where), std::string(expected), shown(found)});
}

namespace {

std::string splitEnding(std::int64_t part, std::int64_t count) {
    const auto five = [](std::int64_t n) {
        const std::string digits = std::to_string(n);
        return std::string(5 - std::min<std::size_t>(digits.size(), 5), '0') + digits;
    };
    return "-" + five(part) + "-of-" + five(count) + ".gguf";
}

// Of "model-00002-of-00003.gguf" the first file beside it, when there is one: whichever was chosen, the model
// is meant.
std::filesystem::path firstSplit(const std::filesystem::path& path) {
    std::string name = path.filename().string();
    const std::size_t ending = splitEnding(0, 0).size();
    if (name.size() < ending)
        return path;
    const std::size_t from = name.size() - ending;
    std::string shape = name.substr(from);
    for (char& c : shape)
        if (c >= '0' && c <= '9')
            c = '0';
    if (shape != splitEnding(0, 0))
        return path;
    name.replace(from, 6, "-00001");
    std::error_code failure;
    const std::filesystem::path first = path.parent_path() / name;
    return std::filesystem::is_regular_file(first, failure) ? first : path;
}

} // namespace

Gguf::Gguf(const std::filesystem::path& path)
    : m_name(firstSplit(path).string()) {
    m_files.emplace_back(m_name);
    readFile(m_files.front(), true);
    if (integer("split.count", 1) > 1)
        openSplits(m_name);
}

Gguf::Gguf(std::string_view bytes, std::string name)
    : m_name(std::move(name)) {
    read(bytes, bytes.size(), reinterpret_cast<const std::byte*>(bytes.data()), true);
}

// Vocabularies take some megabytes, rarely more; the numbers behind them are not touched.
void Gguf::readFile(const MappedFile& file, bool first) {
    std::size_t size = std::min(file.size(), firstHead);
    for (;;) {
        std::string& head = m_heads.emplace_back();
        head.resize(size);
        file.copy(0, size, head.data());
        try {
            return read(head, file.size(), file.data(), first);
        } catch (const Reader::NeedsMore& more) {
            if (more.bytes > mostHead)
                malformed("file header", "at most " + std::to_string(mostHead) + " bytes",
                          std::to_string(more.bytes));
            size = std::min(file.size(), std::max(2 * size, more.bytes));
            m_heads.pop_back();
            if (first) {
                m_keys.clear();
                m_values.clear();
            }
        }
    }
}

void Gguf::openSplits(const std::filesystem::path& path) {
    const std::int64_t count = integer("split.count", 1);
    const std::int64_t number = integer("split.no", 0);
    const std::string file = path.filename().string();
    const auto ending = [&](std::int64_t part) { return splitEnding(part, count); };
    if (number > 0 && number < count && file.ends_with(ending(number + 1)))
        throw Error(
            ErrorCode::FileNotFound,
            {(path.parent_path() / (file.substr(0, file.size() - ending(1).size()) + ending(1))).string()});
    if (count > 99'999 || number != 0)
        malformed("split.no", "0, the first of the split files", std::to_string(number));
    if (!file.ends_with(ending(1)))
        malformed("split.count", "a file name that ends in " + ending(1), file);
    for (std::int64_t part = 2; part <= count; ++part) {
        const std::string name = file.substr(0, file.size() - ending(1).size()) + ending(part);
        m_name = (path.parent_path() / name).string();
        m_files.emplace_back(path.parent_path() / name);
        readFile(m_files.back(), false);
    }
    m_name = path.string();
    const std::int64_t tensors = integer("split.tensors.count", -1);
    if (tensors >= 0 && tensors != static_cast<std::int64_t>(m_tensors.size() + m_unknown.size()))
        malformed("split.tensors.count", std::to_string(tensors) + " tensors in all files",
                  std::to_string(m_tensors.size() + m_unknown.size()));
}

void Gguf::read(std::string_view head, std::size_t total, const std::byte* data, bool first) {
    Reader reader(*this, head, total);
    if (const auto magic = reader.take(4, "file header"); magic != "GGUF")
        malformed("file header", "the letters GGUF", magic);
    const auto version = reader.number<std::uint32_t>("version");
    if (version != 2 && version != 3)
        malformed("version", "2 or 3, little-endian", std::to_string(version));
    m_version = version;
    const auto tensors = reader.number<std::uint64_t>("tensor count");
    const auto values = reader.number<std::uint64_t>("key count");
    // The shortest value takes 13 bytes and the shortest tensor 24: a count is believed up to that.
    if (values > reader.left() / 13)
        malformed("key count", "at most " + std::to_string(reader.left() / 13), std::to_string(values));
    if (tensors > reader.left() / 24)
        malformed("tensor count", "at most " + std::to_string(reader.left() / 24), std::to_string(tensors));
    std::uint64_t alignment = 32;
    readValues(reader, values, first);
    if (const Value* value = find("general.alignment"); value != nullptr && first) {
        const std::int64_t said = integer("general.alignment", 32);
        if (said < 1 || said > (1 << 20) || (said & (said - 1)) != 0)
            malformed("general.alignment", "a power of two up to 1048576", std::to_string(said));
    }
    alignment = static_cast<std::uint64_t>(integer("general.alignment", 32));
    readTensors(reader, tensors, alignment, data);
    m_fileBytes += total;
}

void Gguf::readValues(Reader& reader, std::uint64_t count, bool first) {
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto key = reader.text("key " + std::to_string(i));
        if (key.empty() || key.size() > longestName)
            malformed("key " + std::to_string(i), "a name of 1 to 65535 bytes", std::to_string(key.size()));
        const auto type = reader.number<std::uint32_t>(key);
        if (type > 12)
            malformed(key, "a value type from 0 to 12", std::to_string(type));
        Value value;
        value.type = static_cast<ValueType>(type);
        if (value.type == ValueType::String) {
            value.bytes = reader.text(key);
        } else if (value.type == ValueType::Array) {
            const auto element = reader.number<std::uint32_t>(key);
            if (element > 12 || element == static_cast<std::uint32_t>(ValueType::Array))
                malformed(key, "an element type from 0 to 12 that is no array", std::to_string(element));
            value.element = static_cast<ValueType>(element);
            value.count = reader.number<std::uint64_t>(key);
            const std::size_t least = value.element == ValueType::String ? 8 : typeBytes[element];
            if (value.count > reader.left() / least)
                malformed(key, "at most " + std::to_string(reader.left() / least) + " elements",
                          std::to_string(value.count));
            if (value.element == ValueType::String) {
                // Walked once here, so that strings() may trust the lengths.
                Reader ahead = reader;
                for (std::uint64_t j = 0; j < value.count; ++j)
                    ahead.text(key);
                value.bytes = reader.take(ahead.at() - reader.at(), key);
            } else {
                value.bytes = reader.take(value.count * least, key);
            }
        } else {
            value.bytes = reader.take(typeBytes[type], key);
        }
        if (!first) { // the other files of a split model repeat a few keys; the first one's are right
            const auto part = static_cast<std::int64_t>(m_files.size()) - 1;
            if (key == "split.no" && integerOf(key, value) != part)
                malformed(key, std::to_string(part), std::to_string(integerOf(key, value)));
            continue;
        }
        if (!m_values.emplace(std::string(key), value).second)
            malformed(key, "each key once", "it a second time");
        m_keys.emplace_back(key);
    }
}

void Gguf::readTensors(Reader& reader, std::uint64_t count, std::uint64_t alignment, const std::byte* start) {
    struct Entry {
        Tensor tensor;
        std::uint64_t offset = 0;
        std::string unknown; // the format's name, when it cannot be run
    };
    std::vector<Entry> entries;
    for (std::uint64_t i = 0; i < count; ++i) {
        Entry entry;
        Tensor& tensor = entry.tensor;
        const auto name = reader.text("tensor " + std::to_string(i));
        if (name.empty() || name.size() > 255)
            malformed("tensor " + std::to_string(i), "a name of 1 to 255 bytes", std::to_string(name.size()));
        tensor.name = name;
        const auto lengths = reader.number<std::uint32_t>(name);
        if (lengths < 1 || lengths > 4)
            malformed(name, "1 to 4 dimensions", std::to_string(lengths));
        std::uint64_t numbers = 1;
        for (std::uint32_t j = 0; j < lengths; ++j) {
            const auto length = reader.number<std::uint64_t>(name);
            if (length == 0 || length > (std::uint64_t{1} << 40) / numbers)
                malformed(name, "lengths above 0 and at most 2^40 numbers", std::to_string(length));
            numbers *= length;
            tensor.shape.push_back(length);
        }
        const auto type = reader.number<std::uint32_t>(name);
        entry.offset = reader.number<std::uint64_t>(name);
        if (entry.offset % alignment != 0)
            malformed(name, "an offset that " + std::to_string(alignment) + " divides",
                      std::to_string(entry.offset));
        if (const auto format = formatFromNumber(type)) {
            tensor.format = *format;
            const FormatInfo& info = formatInfo(*format);
            if (tensor.shape[0] % info.blockNumbers != 0)
                malformed(name,
                          std::string("rows that blocks of ") + std::to_string(info.blockNumbers) + " (" +
                              info.name + ") divide",
                          std::to_string(tensor.shape[0]));
            tensor.bytes = formatBytes(*format, numbers);
        } else {
            const auto known = formatNumberName(type);
            entry.unknown = known.empty() ? "number " + std::to_string(type) : std::string(known);
        }
        entries.push_back(std::move(entry));
    }
    const std::uint64_t padding = (alignment - reader.at() % alignment) % alignment;
    const std::size_t before = reader.at() + std::min<std::uint64_t>(count > 0 ? padding : 0, reader.left());
    const std::span data(start + before, reader.at() + reader.left() - before);
    const std::size_t already = m_tensors.size();
    for (Entry& entry : entries) {
        Tensor& tensor = entry.tensor;
        if (entry.offset > data.size() || tensor.bytes > data.size() - entry.offset)
            malformed(tensor.name,
                      std::to_string(tensor.bytes) + " bytes at " + std::to_string(entry.offset) +
                          " of the data",
                      std::to_string(data.size()) + " bytes of data");
        if (!entry.unknown.empty()) {
            m_unknown.push_back({tensor.name, entry.unknown});
            continue;
        }
        tensor.data = data.data() + entry.offset;
        if (!m_tensorIndex.emplace(tensor.name, m_tensors.size()).second)
            malformed(tensor.name, "each tensor once", "it a second time");
        m_tensors.push_back(std::move(tensor));
    }
    refuseOverlaps(std::span(m_tensors).subspan(already));
}

// A small file whose many layers are the same bytes would take gigabytes once they are packed: what is loaded
// must not be more than what the file holds.
void Gguf::refuseOverlaps(std::span<const Tensor> tensors) const {
    std::vector<const Tensor*> order;
    for (const Tensor& tensor : tensors)
        order.push_back(&tensor);
    std::ranges::sort(order, {}, [](const Tensor* tensor) { return std::pair(tensor->data, tensor->name); });
    for (std::size_t i = 1; i < order.size(); ++i)
        if (order[i - 1]->data + order[i - 1]->bytes > order[i]->data)
            malformed(order[i]->name, "bytes of its own", "those of " + order[i - 1]->name);
}

const Value* Gguf::find(std::string_view key) const {
    const auto found = m_values.find(key);
    return found == m_values.end() ? nullptr : &found->second;
}

const Tensor* Gguf::tensor(std::string_view name) const {
    const auto found = m_tensorIndex.find(name);
    return found == m_tensorIndex.end() ? nullptr : &m_tensors[found->second];
}

const MappedFile* Gguf::fileOf(const Tensor& tensor) const {
    const auto file = std::ranges::find_if(m_files, [&](const MappedFile& one) {
        return tensor.data >= one.data() && tensor.data < one.data() + one.size();
    });
    return file != m_files.end() ? &*file : nullptr;
}

void Gguf::expect(const Tensor& tensor, std::size_t at, std::size_t bytes) const {
    if (const MappedFile* file = fileOf(tensor))
        file->expect(static_cast<std::size_t>(tensor.data - file->data()) + at, bytes);
}

void Gguf::copy(const Tensor& tensor, std::size_t at, std::size_t bytes, void* to) const {
    if (const MappedFile* file = fileOf(tensor))
        file->copy(static_cast<std::size_t>(tensor.data - file->data()) + at, bytes, to);
    else
        std::memcpy(to, tensor.data + at, bytes);
    if (!allFinite(tensor.format, static_cast<const std::byte*>(to),
                   bytes / formatInfo(tensor.format).blockBytes))
        malformed(tensor.name, "a finite number", "NaN or infinity");
}

} // namespace parallax::inference
