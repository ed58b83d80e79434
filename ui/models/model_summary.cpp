// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_summary.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "engine/inference/chat.h"
#include "engine/inference/config.h"
#include "engine/inference/gguf.h"
#include "engine/inference/tokenizer.h"
#include "ui/common/format.h"

namespace parallax::ui {
namespace {

using namespace parallax::inference;

QString textOf(const Gguf& file, std::string_view key, std::size_t most) {
    const Value* value = file.find(key);
    if (value == nullptr || value->type != ValueType::String)
        return {};
    return fromUtf8(repairUtf8(value->bytes.substr(0, most))).simplified();
}

struct ModelFacts {
    Q_DECLARE_TR_FUNCTIONS(ModelFacts)
};

} // namespace

ModelSummary readSummary(const std::filesystem::path& path) {
    const Gguf file(path);
    ModelSummary summary;
    summary.path = QString::fromStdString(path.string());
    summary.name = textOf(file, "general.name", 200);
    if (summary.name.isEmpty())
        summary.name = QFileInfo(summary.path).completeBaseName();
    summary.description = textOf(file, "general.description", 300);
    summary.architecture = textOf(file, "general.architecture", 60);
    summary.tokenizer = textOf(file, "tokenizer.ggml.model", 40);
    if (summary.tokenizer == QStringLiteral("llama"))
        summary.tokenizer = QStringLiteral("SentencePiece");
    else if (summary.tokenizer == QStringLiteral("gpt2"))
        summary.tokenizer = QStringLiteral("BPE");
    if (const QString pre = textOf(file, "tokenizer.ggml.pre", 40); !pre.isEmpty())
        summary.tokenizer += QStringLiteral(", ") + pre;
    summary.hasTemplate = !textOf(file, "tokenizer.chat_template", 200).isEmpty();
    summary.fileBytes = static_cast<qint64>(file.fileBytes());
    summary.tensors = static_cast<int>(file.tensors().size() + file.unknownTensors().size());
    std::map<QString, std::pair<quint64, int>> formats; // bytes, tensors
    for (const Tensor& tensor : file.tensors()) {
        summary.parameters += static_cast<qint64>(tensor.columns() * tensor.rows());
        auto& [bytes, count] = formats[QString::fromLatin1(formatInfo(tensor.format).name)];
        bytes += tensor.bytes;
        ++count;
    }
    for (const auto& [name, format] : file.unknownTensors())
        ++formats[fromUtf8(format)].second;
    for (const auto& [format, numbers] : formats)
        summary.formats.emplace_back(format, numbers.second);
    std::ranges::stable_sort(summary.formats, [&](const auto& a, const auto& b) {
        return formats[a.first].first > formats[b.first].first;
    });
    try {
        const Config config = readConfig(file);
        const Tokenizer tokenizer(file);
        if (!summary.hasTemplate)
            summary.chatFamily = fromUtf8(chatFamily(tokenizer));
        summary.layers = config.layers;
        summary.width = config.width;
        summary.heads = config.heads;
        summary.kvHeads = config.kvHeads;
        summary.context = config.context;
        summary.vocabulary = config.vocabulary;
        if (!file.unknownTensors().empty())
            throw Error(ErrorCode::ModelUnsupported, {file.name(), file.unknownTensors()[0][0],
                                                      "in the format " + file.unknownTensors()[0][1]});
    } catch (const Error& error) {
        summary.problem = error;
    }
    return summary;
}

std::vector<std::pair<QString, QString>> summaryRows(const ModelSummary& s) {
    std::vector<std::pair<QString, QString>> rows;
    if (!s.description.isEmpty())
        rows.emplace_back(ModelFacts::tr("Description"), s.description);
    rows.emplace_back(ModelFacts::tr("Architecture"), s.architecture);
    rows.emplace_back(
        ModelFacts::tr("Parameters"),
        s.parameters >= 100'000'000
            ? ModelFacts::tr("%1 billion").arg(formatNumber(static_cast<double>(s.parameters) * 1e-9, 2))
            : formatCount(s.parameters));
    rows.emplace_back(ModelFacts::tr("Size of the file"), formatBytes(s.fileBytes));
    if (!s.formats.empty())
        rows.emplace_back(ModelFacts::tr("Format"), s.formats.front().first);
    if (s.layers > 0) {
        rows.emplace_back(
            ModelFacts::tr("Layers"),
            ModelFacts::tr("%1, each %2 wide").arg(formatCount(s.layers), formatCount(s.width)));
        rows.emplace_back(ModelFacts::tr("Heads"), ModelFacts::tr("%1, with %2 of keys and values")
                                                       .arg(formatCount(s.heads), formatCount(s.kvHeads)));
        rows.emplace_back(ModelFacts::tr("Context"), ModelFacts::tr("%1 tokens").arg(formatCount(s.context)));
    }
    rows.emplace_back(ModelFacts::tr("Tokenizer"),
                      s.vocabulary > 0
                          ? ModelFacts::tr("%1; %2 tokens").arg(s.tokenizer, formatCount(s.vocabulary))
                          : s.tokenizer);
    rows.emplace_back(ModelFacts::tr("Conversations"),
                      s.hasTemplate ? ModelFacts::tr("with the file's own template")
                      : s.chatFamily.isEmpty()
                          ? ModelFacts::tr("no template in the file")
                          : ModelFacts::tr("no template in the file; as %1 writes them").arg(s.chatFamily));
    QStringList formats;
    for (const auto& [format, count] : s.formats)
        formats << QStringLiteral("%1 × %2").arg(formatCount(count), format);
    rows.emplace_back(ModelFacts::tr("Tensors"),
                      formatCount(s.tensors) + QStringLiteral(": ") + formats.join(QStringLiteral(", ")));
    return rows;
}

} // namespace parallax::ui
