// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/claim/claim_mood.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/claim/claim_turns.h"

namespace parallax::data {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// The first year that is written out, or 0.
int yearIn(std::string_view words) {
    for (std::size_t i = 0; i + 4 <= words.size(); ++i)
        if (std::all_of(words.begin() + static_cast<std::ptrdiff_t>(i),
                        words.begin() + static_cast<std::ptrdiff_t>(i) + 4, isDigit))
            return std::stoi(std::string(words.substr(i, 4)));
    return 0;
}

using Forms = std::span<const std::string_view>;

// What a clause may hold beside names that says only that somebody takes a time to answer.
constexpr std::array<std::string_view, 28> taking{
    "take",   "takes", "took", "need", "needs", "needed", "require", "requires", "required", "需要",
    "只需要", "只需",  "僅需", "仅需", "需",    "要花",   "只要",    "要",       "花費",     "花费",
    "花了",   "花",    "耗費", "耗费", "需時",  "需时",   "費時",    "费时"};
constexpr std::array<std::string_view, 20> answering{
    "respond", "responds", "responded", "answer",  "answers",  "answered",  "reply",
    "replies", "replied",  "return",    "returns", "returned", "completes", "finishes",
    "come",    "comes",    "came",      "arrive",  "arrives",  "arrived"};
constexpr std::array<std::string_view, 4> endsAfter{"in", "within", "after", "inside"};
constexpr std::array<std::string_view, 126> plain{
    // of whom and of what
    "it", "this", "that", "same", "one", "each", "every", "single", "typical", "its", "'s", "’s", "a", "an",
    "the", "request", "requests", "prompt", "prompts", "query", "queries", "question", "questions", "call",
    "calls", "answer", "answers", "response", "responses", "reply", "replies", "completion", "completions",
    "inference", "model", "models", "api", "endpoint", "service", "respond", "generate", "produce", "return",
    "give", "write", "complete", "process", "handle", "finish", "deliver",
    // where and when
    "on", "via", "through", "in", "at", "from", "with", "by", "of", "for", "per", "to", "now", "currently",
    "today", "still", "usually", "typically", "normally", "often", "generally", "then", "also", "there",
    "here", "even", "however",
    // how surely and how nearly
    "is", "are", "was", "were", "will", "should", "expected", "estimated", "projected", "likely", "only",
    "just", "about", "around", "roughly", "approximately", "nearly", "almost", "some", "up", "under", "over",
    "less", "more", "than", "least", "most", "mere", "between", "anywhere", "and", "or", "but", "while",
    "whereas", "us", "region", "streaming", "stream", "instead", "contrast", "response's", "model's",
    "service's", "api's", "endpoint's", "whole", "full", "entire"};
constexpr std::array<std::string_view, 126> chinesePlain{
    "在",   "於",   "于",   "上",   "中",   "裡",   "里",   "的",   "它",   "其",   "這",   "这",   "則",
    "则",   "也",   "還",   "还",   "只",   "僅",   "仅",   "才",   "就",   "大約", "大约", "約",   "约",
    "通常", "一般", "目前", "現在", "现在", "同樣", "同样", "同一", "同",   "個",   "个",   "一次", "每次",
    "每",   "次",   "請求", "请求", "回答", "答案", "回應", "回应", "響應", "响应", "回覆", "回复", "答覆",
    "答复", "查詢", "查询", "提問", "提问", "問題", "问题", "提示", "詞",   "词",   "模型", "服務", "服务",
    "接口", "介面", "推理", "推論", "推论", "完成", "得",   "出",   "到",   "給",   "给",   "透過", "通過",
    "通过", "經由", "经由", "由",   "而",   "但",   "且",   "預計", "预计", "預估", "预估", "預期", "预期",
    "估計", "估计", "將",   "将",   "會",   "会",   "可能", "可",   "能",   "即",   "近",   "不到", "至少",
    "最多", "最長", "最长", "了",   "左右", "以上", "以內", "以内", "之內", "之内", "內",   "内",   "時間",
    "时间", "生成", "輸出", "输出", "來",   "来",   "一",   "整",   "完"};
constexpr std::array<std::string_view, 16> ends{",",  ";",  ":",  "(",  ")",  "，", "；", "：",
                                                "（", "）", "、", "。", "！", "？", "!",  "?"};
constexpr std::array<std::string_view, 6> conjunctions{"and", "but", "while", "whereas", "而", "但"};
// Work of another kind, which "it" may mean.
constexpr std::array<std::string_view, 37> otherWork{
    "build",     "deploy", "start",    "boot",     "install", "migrat",  "upload",  "download",
    "provision", "train",  "fine-tun", "load",     "compil",  "restart", "scaling", "pull",
    "back up",   "建置",   "构建",     "部署",     "啟動",    "启动",    "開機",    "安裝",
    "安装",      "遷移",   "迁移",     "上傳",     "上传",    "下載",    "下载",    "載入",
    "加载",      "set up", "setup",    "configur", "sign up"};

bool isOneOf(std::string_view word, Forms forms) {
    return std::ranges::find(forms, word) != forms.end();
}

// The longest of the forms that stands there; its size, else 0.
std::size_t longestAt(std::string_view text, Forms forms) {
    std::size_t found = 0;
    for (const std::string_view form : forms)
        if (form.size() > found && text.starts_with(form))
            found = form.size();
    return found;
}

bool isWordByte(char c) {
    return isAsciiLetter(c) || isDigit(c) || c == '-';
}

std::string smallWord(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (!isWordByte(c))
            break;
        word += lowerAscii(c);
    }
    return word;
}

// A comma within a number ends nothing.
std::size_t clauseEnd(std::string_view text, std::size_t at) {
    const std::size_t size = longestAt(text.substr(at), ends);
    const bool within = size == 1 && text[at] != '(' && at + 1 < text.size() && isDigit(text[at + 1]);
    return within ? 0 : size;
}

// A name, a model or a region that begins there ends where?
std::size_t nameEnd(const ClaimWords& words, std::size_t at) {
    std::size_t end = 0;
    const auto look = [&](const auto& list) {
        for (const auto& one : list)
            if (one.span.begin == at)
                end = std::max(end, one.span.end);
    };
    look(words.names);
    look(words.models);
    look(words.regions);
    return end;
}

// Reads a stretch of a clause; false at the first word that speaks of something else.
class ClauseReader {
  public:
    ClauseReader(std::string_view text, const ClaimWords& words)
        : m_text(text)
        , m_words(words) {}

    bool saysTaking() const { return m_taking; }

    // Up to `end`, or to where the clause ends.
    bool read(std::size_t at, std::size_t end) {
        while (at < end && clauseEnd(m_text, at) == 0) {
            if (const std::size_t behind = nameEnd(m_words, at); behind > 0) {
                at = behind;
                continue;
            }
            const std::string_view rest = m_text.substr(at, end - at);
            const std::size_t size =
                static_cast<unsigned char>(rest.front()) >= 0x80 ? readChinese(rest) : readEnglish(rest);
            if (size == 0)
                return false;
            at += size;
        }
        return true;
    }

  private:
    std::size_t readChinese(std::string_view rest) {
        const std::size_t verb = longestAt(rest, taking);
        const std::size_t other = longestAt(rest, chinesePlain);
        m_taking = m_taking || (verb > 0 && verb >= other);
        if (verb == 0 && other == 0)
            return rest.starts_with("’") ? std::string_view("’").size() : 0;
        return std::max(verb, other);
    }

    std::size_t readEnglish(std::string_view rest) {
        const std::string word = smallWord(rest);
        if (word.empty())
            return isOneOf(rest.substr(0, 1),
                           std::array<std::string_view, 8>{" ", "\n", "'", "~", "\"", "*", ".", "-"})
                       ? 1
                       : 0;
        const bool known = isOneOf(word, plain) || word == "s" || isOneOf(word, taking) ||
                           isOneOf(word, answering) || isOneOf(word, endsAfter);
        m_taking = m_taking || isOneOf(word, taking) || (m_answering && isOneOf(word, endsAfter));
        m_answering = isOneOf(word, answering) || (m_answering && word == "only");
        return known ? word.size() : 0;
    }

    std::string_view m_text;
    const ClaimWords& m_words;
    bool m_taking = false;
    bool m_answering = false;
};

// 在 1.6 秒內回應: the verb stands behind the time.
bool answersBehind(std::string_view behind) {
    static constexpr std::array<std::string_view, 13> between{
        "之內", "之内", "以內", "以内", "內", "内", "後", "后", "就", "便", "即可", "能", "可"};
    static constexpr std::array<std::string_view, 10> verbs{"回應", "回应", "回答", "回覆", "回复",
                                                            "答覆", "答复", "響應", "响应", "作答"};
    bool follows = false;
    behind = trim(behind);
    for (std::size_t size = 1; size > 0; behind.remove_prefix(size))
        if (size = longestAt(behind, between); size > 0)
            follows = true;
    return follows && longestAt(behind, verbs) > 0;
}

bool speaksOfOtherWork(std::string_view text) {
    const std::string small = lowerAscii(text);
    return std::ranges::any_of(otherWork, [&](std::string_view work) {
        const std::size_t at = small.find(work);
        return at != small.npos &&
               (at == 0 || static_cast<unsigned char>(work.front()) >= 0x80 || !isWordByte(small[at - 1]));
    });
}

// Of months, since a day may not be known.
constexpr std::size_t monthSize = 7;

} // namespace

bool isOver(const Quantity& deadline, std::string_view day) {
    if (deadline.kind != QuantityKind::Deadline &&
        !(deadline.kind == QuantityKind::Period && deadline.openToTheLeft))
        return false;
    const std::string& to = deadline.to.empty() ? deadline.from : deadline.to;
    return day.size() >= monthSize && to.size() >= monthSize && to.find('|') == to.npos &&
           std::string_view(to).substr(0, monthSize) < day.substr(0, monthSize);
}

bool isForetold(std::string_view text, Span sentence, const Quantity& figure,
                std::span<const Quantity> figures, const ClaimWords& words, std::string_view day) {
    const bool willBe = words.says(ClaimWord::Future, sentence);
    const bool expected = willBe || words.says(ClaimWord::Expected, sentence);
    if (expected && words.says(ClaimWord::Coming, sentence))
        return true;
    const int published = yearIn(day);
    // An estimate of last year is none of a time to come.
    const auto lies = [&](int year) {
        return year != 0 && (published != 0 ? year > published || (year == published && willBe) : expected);
    };
    if (lies(yearIn(figure.period)))
        return true;
    return std::ranges::any_of(figures, [&](const Quantity& one) {
        if (one.span.begin < sentence.begin || one.span.end > sentence.end)
            return false;
        const std::string_view said = text.substr(one.span.begin, one.span.end - one.span.begin);
        const bool dated = expected || !turnIn(lowerAscii(said), Turn::Lasts);
        return (one.kind == QuantityKind::Deadline && dated && !isOver(one, day)) ||
               (one.kind == QuantityKind::Period && (willBe || lies(yearIn(said))));
    });
}

bool isSupposed(std::string_view text, Span sentence, const ClaimWords& words) {
    const std::string_view said = trim(text.substr(sentence.begin, sentence.end - sentence.begin));
    if (said.ends_with('?') || said.ends_with("？"))
        return true;
    return std::ranges::any_of(words.words, [&](const ClaimWordAt& one) {
        if (one.word == ClaimWord::Denial && one.span.begin >= sentence.begin && one.span.end <= sentence.end)
            return true;
        return one.word == ClaimWord::Supposed && one.span.begin >= sentence.begin &&
               !text.substr(one.span.begin).starts_with("若干") && // several
               !turnAtBegin(lowerAscii(said), Turn::LooksAlone) &&
               trim(text.substr(sentence.begin, one.span.begin - sentence.begin)).empty();
    });
}

bool isDenied(std::string_view text, Span figure) {
    const std::string_view before = trim(text.substr(0, figure.begin));
    return std::ranges::any_of(std::array<std::string_view, 9>{" not", "n't", "n’t", " never", "不是", "並非",
                                                               "并非", "而非", "沒有"},
                               [&](std::string_view denial) { return before.ends_with(denial); });
}

bool isAnswerTime(std::string_view text, Span context, Span sentence, Span figure, const ClaimWords& words) {
    std::size_t begin = sentence.begin, end = sentence.end;
    for (std::size_t at = sentence.begin; at < figure.begin; ++at)
        if (const std::size_t size = clauseEnd(text, at); size > 0)
            begin = at + size;
    for (const ClaimWordAt& one : words.words) {
        if (one.word != ClaimWord::Apart)
            continue;
        if (one.span.begin >= figure.end)
            end = std::min(end, one.span.begin);
        else if (isOneOf(text.substr(one.span.begin, one.span.end - one.span.begin), conjunctions))
            begin = std::max(begin, one.span.end);
    }
    ClauseReader before(text, words);
    if (!before.read(begin, figure.begin) ||
        !(before.saysTaking() || answersBehind(text.substr(figure.end, end - figure.end))))
        return false;
    ClauseReader behind(text, words);
    return behind.read(figure.end, end) && !words.says(ClaimWord::Downtime, sentence) &&
           !speaksOfOtherWork(text.substr(context.begin, sentence.end - context.begin));
}

bool isThreshold(std::string_view text, Span sentence, const Quantity& figure) {
    static constexpr auto always = std::to_array<std::string_view>(
        {"if", "unless", "should", "in case", "如果", "假如", "假設", "假设", "倘若", "要是"});
    static constexpr auto beyond = std::to_array<std::string_view>(
        {"when", "whenever", "once", "as soon as", "until", "where", "一旦", "當", "当"});
    static constexpr auto then =
        std::to_array<std::string_view>({"時", "时", "後", "后", "的話", "的话", "就", "便", "即"});
    constexpr std::size_t reach = 200; // bytes: what says so stands in the figure's clause
    std::size_t begin = std::max(sentence.begin, figure.span.begin - std::min(figure.span.begin, reach));
    for (std::size_t at = begin; at < figure.span.begin; ++at)
        if (const std::size_t size = clauseEnd(text, at); size > 0)
            begin = at + size;
    const std::string before = lowerAscii(text.substr(begin, figure.span.begin - begin));
    const auto says = [&](Forms forms) {
        return std::ranges::any_of(forms, [&](std::string_view word) {
            const std::size_t at = before.find(word);
            if (at == before.npos || !isAsciiLetter(word.front()))
                return at != before.npos;
            const std::size_t end = at + word.size();
            return (at == 0 || !isWordByte(before[at - 1])) && end < before.size() &&
                   !isWordByte(before[end]);
        });
    };
    const bool over = figure.bound == Bound::AtLeast || figure.bound == Bound::MoreThan;
    return (says(always) && !turnAtBegin(trim(std::string_view(before)), Turn::LooksAlone)) ||
           (over && (says(beyond) || longestAt(trim(text.substr(figure.span.end)), then) > 0));
}

bool isLimit(std::string_view text, Span figure) {
    const std::string_view behind = trim(text.substr(figure.end));
    return trim(text.substr(0, figure.begin)).ends_with(" within") ||
           std::ranges::any_of(std::array<std::string_view, 6>{"內", "内", "之內", "之内", "以內", "以内"},
                               [&](std::string_view limit) { return behind.starts_with(limit); });
}

} // namespace parallax::data
