// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/inference/quant.h"

namespace parallax::test {

// Writes GGUF files for tests, sound ones and, with the raw parts, broken ones.
class GgufMaker {
  public:
    template <class T>
    static void put(std::string& out, T value) {
        char bytes[sizeof(T)];
        std::memcpy(bytes, &value, sizeof(T));
        out.append(bytes, sizeof(T));
    }
    static void putText(std::string& out, std::string_view text) {
        put<std::uint64_t>(out, text.size());
        out += text;
    }

    void text(std::string_view key, std::string_view value) {
        begin(key, 8);
        putText(m_values, value);
    }
    void u32(std::string_view key, std::uint32_t value) {
        begin(key, 4);
        put(m_values, value);
    }
    void f32(std::string_view key, float value) {
        begin(key, 6);
        put(m_values, value);
    }
    void boolean(std::string_view key, bool value) {
        begin(key, 7);
        put<std::uint8_t>(m_values, value ? 1 : 0);
    }
    void texts(std::string_view key, const std::vector<std::string>& values) {
        begin(key, 9);
        put<std::uint32_t>(m_values, 8);
        put<std::uint64_t>(m_values, values.size());
        for (const auto& value : values)
            putText(m_values, value);
    }
    void i32s(std::string_view key, const std::vector<std::int32_t>& values) { array(key, 5, values); }
    void f32s(std::string_view key, const std::vector<float>& values) { array(key, 6, values); }

    // `shape[0]` is the length of a row.
    void tensor(std::string_view name, const std::vector<std::uint64_t>& shape, inference::Format format,
                const std::vector<float>& numbers) {
        const auto& info = inference::formatInfo(format);
        std::string bytes(inference::formatBytes(format, numbers.size()), '\0');
        inference::encode(format, numbers.data(), numbers.size() / info.blockNumbers,
                          reinterpret_cast<std::byte*>(bytes.data()));
        rawTensor(name, shape, static_cast<std::uint32_t>(format), m_data.size());
        m_data += bytes;
        m_data.resize((m_data.size() + 31) / 32 * 32, '\0');
    }
    void rawTensor(std::string_view name, const std::vector<std::uint64_t>& shape, std::uint32_t format,
                   std::uint64_t offset) {
        putText(m_tensors, name);
        put(m_tensors, static_cast<std::uint32_t>(shape.size()));
        for (const auto length : shape)
            put(m_tensors, length);
        put(m_tensors, format);
        put(m_tensors, offset);
        ++m_tensorCount;
    }
    void rawValue(std::string_view key, std::uint32_t type, std::string_view bytes) {
        begin(key, type);
        m_values += bytes;
    }
    void rawData(std::string_view bytes) { m_data += bytes; }

    std::string file(std::uint32_t version = 3) const {
        std::string out = "GGUF";
        put(out, version);
        put<std::uint64_t>(out, m_tensorCount);
        put<std::uint64_t>(out, m_valueCount);
        out += m_values;
        out += m_tensors;
        out.resize((out.size() + 31) / 32 * 32, '\0');
        return out + m_data;
    }

  private:
    void begin(std::string_view key, std::uint32_t type) {
        putText(m_values, key);
        put(m_values, type);
        ++m_valueCount;
    }
    template <class T>
    void array(std::string_view key, std::uint32_t type, const std::vector<T>& values) {
        begin(key, 9);
        put(m_values, type);
        put<std::uint64_t>(m_values, values.size());
        for (const T value : values)
            put(m_values, value);
    }

    std::string m_values;
    std::string m_tensors;
    std::string m_data;
    std::uint64_t m_valueCount = 0;
    std::uint64_t m_tensorCount = 0;
};

} // namespace parallax::test
