// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstring>
#include <limits>

#include "engine/inference/gguf.h"

// Values by name, as whatever type is asked for.

namespace parallax::inference {
namespace {

template <class T>
T valueAt(std::string_view bytes, std::size_t index) {
    T value;
    std::memcpy(&value, bytes.data() + index * sizeof(T), sizeof(T));
    return value;
}

bool isInteger(ValueType type) {
    return type <= ValueType::I32 || type == ValueType::U64 || type == ValueType::I64;
}

// The integer at `index` of a run of values; a u64 beyond the signed range is the largest signed one.
std::int64_t integerAt(ValueType type, std::string_view bytes, std::size_t index) {
    switch (type) {
    case ValueType::U8:
    case ValueType::Bool:
        return valueAt<std::uint8_t>(bytes, index);
    case ValueType::I8:
        return valueAt<std::int8_t>(bytes, index);
    case ValueType::U16:
        return valueAt<std::uint16_t>(bytes, index);
    case ValueType::I16:
        return valueAt<std::int16_t>(bytes, index);
    case ValueType::U32:
        return valueAt<std::uint32_t>(bytes, index);
    case ValueType::I32:
        return valueAt<std::int32_t>(bytes, index);
    case ValueType::U64:
        return static_cast<std::int64_t>(std::min<std::uint64_t>(valueAt<std::uint64_t>(bytes, index),
                                                                 std::numeric_limits<std::int64_t>::max()));
    default:
        return valueAt<std::int64_t>(bytes, index);
    }
}

std::string typeText(const Value& value) {
    return value.type == ValueType::Array ? std::string("an array of ") + valueTypeName(value.element)
                                          : valueTypeName(value.type);
}

} // namespace

std::int64_t Gguf::integer(std::string_view key, std::int64_t otherwise) const {
    const Value* value = find(key);
    return value == nullptr ? otherwise : integerOf(key, *value);
}

std::int64_t Gguf::integerOf(std::string_view key, const Value& value) const {
    if (!isInteger(value.type))
        malformed(key, "an integer", typeText(value));
    return integerAt(value.type, value.bytes, 0);
}

double Gguf::number(std::string_view key, double otherwise) const {
    const Value* value = find(key);
    if (value == nullptr)
        return otherwise;
    if (value->type == ValueType::F32)
        return static_cast<double>(valueAt<float>(value->bytes, 0));
    if (value->type == ValueType::F64)
        return valueAt<double>(value->bytes, 0);
    if (!isInteger(value->type))
        malformed(key, "a number", typeText(*value));
    return static_cast<double>(integerAt(value->type, value->bytes, 0));
}

bool Gguf::boolean(std::string_view key, bool otherwise) const {
    const Value* value = find(key);
    if (value == nullptr)
        return otherwise;
    if (value->type != ValueType::Bool)
        malformed(key, "a bool", typeText(*value));
    return value->bytes[0] != 0;
}

std::string_view Gguf::string(std::string_view key, std::string_view otherwise) const {
    const Value* value = find(key);
    if (value == nullptr)
        return otherwise;
    if (value->type != ValueType::String)
        malformed(key, "a string", typeText(*value));
    return value->bytes;
}

std::vector<std::string_view> Gguf::strings(std::string_view key) const {
    const Value* value = find(key);
    if (value == nullptr)
        return {};
    if (value->type != ValueType::Array || value->element != ValueType::String)
        malformed(key, "an array of string", typeText(*value));
    std::vector<std::string_view> texts;
    texts.reserve(value->count);
    std::size_t at = 0;
    for (std::uint64_t i = 0; i < value->count; ++i) {
        std::uint64_t length = 0;
        std::memcpy(&length, value->bytes.data() + at, 8);
        texts.push_back(value->bytes.substr(at + 8, length));
        at += 8 + length;
    }
    return texts;
}

std::vector<float> Gguf::floats(std::string_view key) const {
    const Value* value = find(key);
    if (value == nullptr)
        return {};
    if (value->type != ValueType::Array || value->element != ValueType::F32)
        malformed(key, "an array of f32", typeText(*value));
    std::vector<float> numbers(value->count);
    if (!numbers.empty())
        std::memcpy(numbers.data(), value->bytes.data(), value->bytes.size());
    return numbers;
}

std::vector<std::int64_t> Gguf::integers(std::string_view key) const {
    const Value* value = find(key);
    if (value == nullptr)
        return {};
    const bool array = value->type == ValueType::Array;
    const ValueType type = array ? value->element : value->type;
    if (!isInteger(type) && !(array && type == ValueType::Bool))
        malformed(key, "integers", typeText(*value));
    std::vector<std::int64_t> numbers;
    numbers.reserve(value->count);
    for (std::uint64_t i = 0; i < value->count; ++i)
        numbers.push_back(integerAt(type, value->bytes, i));
    return numbers;
}

} // namespace parallax::inference
