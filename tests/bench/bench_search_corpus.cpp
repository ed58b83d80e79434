// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_search_corpus.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.h"
#include "data/article/script.h"

namespace parallax::bench {
namespace {

using data::Language;

constexpr std::size_t vocabulary = 12'000;

// The head of the frequency list; what follows is made up.
constexpr std::string_view englishHead =
    "the of and to in a for is on with that as by are from cloud model data center chip compute inference "
    "market cost revenue NVIDIA GPU AI H100 token training latency power price growth share demand supply "
    "Azure AWS OpenAI Anthropic Google Microsoft Oracle Meta TSMC capacity capex margin quarter year billion "
    "million percent contract customer partner agent open source memory bandwidth cluster network energy";
constexpr std::string_view chineseHead =
    "的 在 是 了 和 与 为 有 将 人工智能 云端 数据中心 模型 芯片 算力 推理 训练 成本 市场 公司 增长 收入 "
    "需求 供应链 "
    "价格 电力 服务器 带宽 延迟 吞吐 开源 客户 合作 投资 季度 预计 美元 亿 今年 去年 全球 技术 产品 平台 "
    "软件 硬件 网络 "
    "存储 能源 资本 支出 利润 企业 应用 智能 计算 系统 研究 发布 报告 分析 竞争 份额";

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

SearchCorpus::SearchCorpus() {
    std::mt19937 random(20260401);
    m_english = split(englishHead);
    const std::string_view consonants = "bcdfglmnprstv", vowels = "aeiou";
    while (m_english.size() < vocabulary) {
        std::string word;
        for (auto syllables = 1 + random() % 4; syllables > 0; --syllables) {
            word += consonants[random() % consonants.size()];
            word += vowels[random() % vowels.size()];
            if (random() % 3 == 0)
                word += consonants[random() % consonants.size()];
        }
        m_english.push_back(word);
    }
    m_simplified = split(chineseHead);
    // Characters by a falling law too: a few hundred make up most of a text.
    const auto character = [&] {
        const double place = std::pow(static_cast<double>(random() % 10'000) / 10'000.0, 2.5);
        return static_cast<char32_t>(0x4E00 + (static_cast<unsigned>(place * 3000) * 7919U) % 20'000U);
    };
    while (m_simplified.size() < vocabulary) {
        std::string word;
        for (auto length = 1 + (random() % 10 > 0 ? 1 : 0) + (random() % 6 == 0 ? 1 : 0); length > 0;
             --length)
            appendUtf8(word, character());
        m_simplified.push_back(word);
    }
    for (const std::string& word : m_simplified)
        m_traditional.push_back(data::convertScript(word, Language::TraditionalChinese));
    double sum = 0;
    for (std::size_t i = 0; i < vocabulary; ++i)
        m_cumulative.push_back(sum += 1.0 / static_cast<double>(i + 3));
}

std::string SearchCorpus::word(std::mt19937& random, Language language) const {
    const double place = static_cast<double>(random()) / 4294967296.0 * m_cumulative.back();
    const auto index =
        static_cast<std::size_t>(std::ranges::lower_bound(m_cumulative, place) - m_cumulative.begin());
    if (language == Language::English)
        return m_english[index];
    if (random() % 12 == 0)
        return m_english[16 + index % 60];
    return language == Language::TraditionalChinese ? m_traditional[index] : m_simplified[index];
}

std::string SearchCorpus::paragraph(std::mt19937& random, Language language, std::size_t bytes) const {
    std::string text;
    int words = 0;
    while (text.size() < bytes) {
        if (random() % 25 == 0)
            text += std::to_string(random() % 5000) + (language == Language::English ? "% " : "%");
        text += word(random, language);
        ++words;
        if (language == Language::English)
            text += words % 14 == 0 ? ". " : " ";
        else if (words % 9 == 0)
            text += words % 27 == 0 ? "。" : "，";
    }
    return text;
}

data::Article SearchCorpus::article(int number, std::size_t bytes) const {
    std::mt19937 random(static_cast<unsigned>(number) * 2654435761U + 1);
    constexpr Language languages[] = {Language::English, Language::TraditionalChinese,
                                      Language::SimplifiedChinese};
    data::Article article;
    article.language = languages[number % 3];
    article.slug = "article-" + std::to_string(number);
    article.source = "Source " + std::to_string(number % 20);
    article.archiveMonth = "2026-0" + std::to_string(1 + number % 9);
    const auto add = [&](data::BlockKind kind, std::string text) {
        data::Block block;
        block.kind = kind;
        block.language = article.language;
        block.span.begin = article.text.size();
        article.text += text;
        block.span.end = article.text.size();
        article.text += "\n\n";
        block.text = std::move(text);
        article.blocks.push_back(std::move(block));
    };
    article.title = paragraph(random, article.language, 40);
    add(data::BlockKind::Title, article.title);
    while (article.text.size() < bytes)
        add(data::BlockKind::Paragraph, paragraph(random, article.language, 300));
    return article;
}

} // namespace parallax::bench
