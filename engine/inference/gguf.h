// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/inference/mapped_file.h"
#include "engine/inference/quant.h"

namespace parallax::inference {

// A GGUF file (versions 2 and 3, little-endian): named values and named tensors. Knows nothing of models.
// Everything that the file says is checked against its size before it is believed; what is wrong throws
// Error{ModelMalformed} with path, key or tensor, expected, found.

// The type of a value, by the file's number.
enum class ValueType : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, String, Array, U64, I64, F64 };

const char* valueTypeName(ValueType type);

struct Value {
    ValueType type = ValueType::U8;
    ValueType element = ValueType::U8; // of an array
    std::uint64_t count = 1;           // elements of an array
    std::string_view bytes;            // as in the file; a string's own bytes
};

struct Tensor {
    std::string name;
    Format format = Format::F32;
    std::vector<std::uint64_t> shape; // the file's order: shape[0] numbers lie side by side and make a row
    const std::byte* data = nullptr;  // in the map; what loads a model uses Gguf::copy()
    std::size_t bytes = 0;

    std::size_t columns() const { return shape.empty() ? 1 : shape[0]; }
    std::size_t rows() const; // product of the other lengths
};

class Gguf {
  public:
    // Opens the file and, when it is one of a split model, the others beside it.
    // Throws Error{FileNotFound, FileUnreadable, ModelMalformed}.
    explicit Gguf(const std::filesystem::path& path);

    // Of bytes in memory, which must outlive it: what tests and the fuzzer use. `name` stands for the path.
    Gguf(std::string_view bytes, std::string name);

    const std::string& name() const { return m_name; }
    std::uint32_t version() const { return m_version; }
    std::uint64_t fileBytes() const { return m_fileBytes; }

    const std::vector<std::string>& keys() const { return m_keys; } // in the file's order
    const Value* find(std::string_view key) const;                  // null when it is not there

    // The value as asked for, any integer type serving as integer, or `otherwise` when the key is missing.
    // Throws when it has another type or does not fit.
    std::int64_t integer(std::string_view key, std::int64_t otherwise) const;
    double number(std::string_view key, double otherwise) const;
    bool boolean(std::string_view key, bool otherwise) const;
    std::string_view string(std::string_view key, std::string_view otherwise) const;
    std::vector<std::string_view> strings(std::string_view key) const; // empty when missing
    std::vector<float> floats(std::string_view key) const;
    std::vector<std::int64_t> integers(std::string_view key) const; // a single integer gives one element

    const std::vector<Tensor>& tensors() const { return m_tensors; }
    const Tensor* tensor(std::string_view name) const; // null when it is not there

    // Tensors whose format this program cannot run, with the format's name or number.
    const std::vector<std::array<std::string, 2>>& unknownTensors() const { return m_unknown; }

    // Whole blocks of the tensor from byte `at` on. Unlike tensor.data it is safe against a file that becomes
    // shorter meanwhile: throws Error{FileUnreadable}; and Error{ModelMalformed} where a number is not
    // finite: one such scale is enough for an answer of words that nobody would doubt.
    void copy(const Tensor& tensor, std::size_t at, std::size_t bytes, void* to) const;

    // These bytes of the tensor will be copied soon. Nothing fails here.
    void expect(const Tensor& tensor, std::size_t at, std::size_t bytes) const;
    bool onDisk() const { return !m_files.empty(); }

    [[noreturn]] void malformed(std::string_view where, std::string_view expected,
                                std::string_view found) const;

  private:
    class Reader;
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <class T>
    using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    std::int64_t integerOf(std::string_view key, const Value& value) const;
    const MappedFile* fileOf(const Tensor& tensor) const; // null: it lies in memory
    void readFile(const MappedFile& file, bool first);
    // `head` is the beginning of a file of `total` bytes, which lie at `data`.
    void read(std::string_view head, std::size_t total, const std::byte* data, bool first);
    void readValues(Reader& reader, std::uint64_t count, bool first);
    void readTensors(Reader& reader, std::uint64_t count, std::uint64_t alignment, const std::byte* data);
    void refuseOverlaps(std::span<const Tensor> tensors) const;
    void openSplits(const std::filesystem::path& path);

    std::string m_name;
    std::uint32_t m_version = 0;
    std::uint64_t m_fileBytes = 0;
    std::vector<MappedFile> m_files;
    std::deque<std::string> m_heads; // copies of what stands before the tensors' numbers
    std::vector<std::string> m_keys;
    Map<Value> m_values;
    std::vector<Tensor> m_tensors;
    Map<std::size_t> m_tensorIndex;
    std::vector<std::array<std::string, 2>> m_unknown;
};

} // namespace parallax::inference
