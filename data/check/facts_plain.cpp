// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "data/check/clause.h"
#include "data/check/facts.h"

namespace parallax::data {
namespace {

using WordList = std::initializer_list<std::string_view>;

bool isAmong(std::string_view word, WordList words) {
    return std::ranges::find(words, word) != words.end();
}

bool isLatin(std::string_view word) {
    return !word.empty() && static_cast<unsigned char>(word.front()) < 0x80;
}

// Words that leave a statement what it is.
bool saysNothing(std::string_view word) {
    static const std::set<std::string_view> english{
        "a",        "an",      "the",      "s",        "its",       "their",     "of",       "in",
        "at",       "to",      "for",      "on",       "by",        "with",      "and",      "as",
        "it",       "they",    "that",     "this",     "is",        "was",       "were",     "are",
        "be",       "been",    "has",      "had",      "have",      "came",      "come",     "comes",
        "reached",  "reach",   "reaches",  "hit",      "stood",     "stands",    "amounted", "totaled",
        "totalled", "posted",  "recorded", "earned",   "generated", "made",      "brought",  "booked",
        "counts",   "counted", "employs",  "employed", "employees", "employee",  "people",   "person",
        "persons",  "workers", "staff",    "staffers", "headcount", "workforce", "costs",    "cost",
        "charges",  "charged", "priced",   "sells",    "sold",      "per",       "year",     "years",
        "full",     "whole",   "company",  "group",    "during",    "token",     "tokens",   "sum",
        "size",     "worth",   "valued",   "value",    "market",    "model",     "api",      "ran",
        "runs",     "exactly", "just",     "also",     "which",     "who",       "working",  "number",
        "from",     "takes",   "took",     "responds", "answers",   "seconds",   "second"};
    static const std::set<std::string_view> chinese{
        "的", "為", "为", "是", "達", "达", "到", "於", "于", "在", "有", "其", "該", "该", "公",
        "司", "年", "了", "至", "美", "元", "人", "名", "位", "個", "个", "員", "员", "工", "數",
        "数", "和", "與", "与", "向", "已", "每", "集", "團", "团", "僱", "雇", "用", "聘", "力",
        "收", "入", "額", "额", "規", "规", "模", "場", "场", "市", "值", "價", "价", "格"};
    return (isLatin(word) ? english : chinese).contains(word);
}

// Words by which a figure is somebody's, of another time, or none that is claimed.
bool isSource(std::string_view word) {
    static const std::set<std::string_view> words{
        "according",  "analyst",   "analysts", "estimated", "estimate",    "estimates",  "reported",
        "reportedly", "reports",   "report",   "said",      "says",        "say",        "claims",
        "claimed",    "claim",     "source",   "sources",   "earlier",     "previously", "previous",
        "originally", "initially", "formerly", "once",      "version",     "revised",    "corrected",
        "restated",   "instead",   "rather",   "versus",    "vs",          "compared",   "while",
        "whereas",    "others",    "other",    "another",   "preliminary", "projected",  "about",
        "around",     "roughly",   "nearly",   "almost",    "survey",      "puts",       "put",
        "sees",       "thinks",    "believes", "assumes",   "should",      "if",         "not",
        "target",     "goal",      "據",       "据",        "估",          "稱",         "称",
        "原",         "舊",        "旧",       "另",        "曾",          "預",         "预",
        "傳",         "传"};
    return words.contains(word);
}

// A firm whose people come or go states no number of them.
bool isHiring(std::string_view word) {
    return isAmong(word,
                   {"laid",      "lay",  "layoffs",   "layoff",  "hired", "hire",   "hires",    "hiring",
                    "fired",     "fire", "added",     "adds",    "add",   "adding", "recruit",  "recruited",
                    "recruits",  "cut",  "cuts",      "cutting", "cull",  "culled", "affected", "affects",
                    "dismissed", "jobs", "positions", "裁",      "招",    "聘",     "減",       "减"});
}

std::string foldedWord(const TextView& view, std::size_t token) {
    return toUtf8(foldedWords(view.tokenWords(token)));
}

constexpr std::string_view pricePrefix = "price per ";

// A party, or a model or chip: they have prices and latencies.
bool mayBeSubject(const TextView& view, int name) {
    const auto at = static_cast<std::size_t>(name);
    return view.read.names->isParty(name) ||
           (at < knownNames().size() && isAmong(knownNames()[at].kind, {"model", "chip"}));
}

// "in 2025" of the figures of a clause.
bool saysWhen(const TextView& view, std::size_t begin, std::size_t end, Span word) {
    for (std::size_t k = begin; k < end; ++k)
        if (view.text.tokens[k].figure >= 0) {
            const Span period = view.figureAt(k).periodSpan;
            if (word.begin >= period.begin && word.end <= period.end)
                return true;
        }
    return false;
}

class PlainReader {
  public:
    PlainReader(const TextView& view, const Sentence& sentence)
        : m_view(view)
        , m_sentence(sentence) {}

    void read(std::vector<Fact>& out) const {
        for (std::size_t i = m_sentence.begin; i < m_sentence.end; ++i)
            if (isFigure(i))
                readFigure(i, out);
    }

  private:
    const Token& token(std::size_t i) const { return m_view.text.tokens[i]; }

    bool isFigure(std::size_t i) const {
        if (token(i).figure < 0)
            return false;
        const Quantity& q = m_view.figureAt(i);
        return q.kind == QuantityKind::Scalar && q.sign == 0 && !q.fraction && !isPercent(q) && !isPoints(q);
    }

    std::pair<std::size_t, std::size_t> reach(std::size_t i) const {
        std::size_t begin = i;
        while (begin > m_sentence.begin && !isFigure(begin - 1) && token(begin - 1).mark != U';')
            --begin;
        std::size_t end = i + 1;
        while (end < m_sentence.end && !isFigure(end) && token(end).mark != U';')
            ++end;
        return {begin, end};
    }

    bool saysPeople(std::size_t i, std::size_t begin, std::size_t end) const {
        constexpr std::size_t near = 8;
        std::string words;
        for (std::size_t k = std::max(begin, i - std::min(i, near)); k < std::min(end, i + near); ++k)
            if (token(k).figure < 0)
                words += foldedWord(m_view, k) + (isLatin(m_view.tokenWords(k)) ? " " : "");
        for (const std::string_view word :
             {"employees", "headcount", "workforce", "員工", "员工", "雇員", "雇员", "僱員", "人力"})
            if (words.find(word) != std::string::npos)
                return true;
        return false;
    }

    // Empty for a figure of another kind.
    std::string measureOf(std::size_t i, std::size_t begin, std::size_t end) const {
        const Quantity& q = m_view.figureAt(i);
        if (q.dimension == Dimension::Currency && q.per)
            return std::string(pricePrefix) + q.per->value.toString() + ' ' + q.per->unit;
        if (q.dimension == Dimension::Count || (q.dimension == Dimension::Number && q.unit.empty())) {
            const bool people = isAmong(q.unit, {"employee", "person", "人", "名", "位", ""});
            constexpr double fewest = 10;
            const bool many = q.value.toDouble() >= fewest && q.value.exponent >= 0;
            return people && many && !q.per && (q.unit == "employee" || saysPeople(i, begin, end))
                       ? "headcount"
                       : "";
        }
        if (q.dimension == Dimension::Time && !q.per)
            for (std::size_t k = begin; k < end; ++k)
                if (token(k).measure >= 0 &&
                    measures()[static_cast<std::size_t>(token(k).measure)].name == "latency")
                    return "latency";
        return {};
    }

    // The last party named before the figure; of a time also one behind it.
    std::string subjectOf(std::size_t i, std::size_t begin, std::size_t end) const {
        const auto nameAt = [&](std::size_t k) {
            const int name = token(k).name;
            return name >= 0 && mayBeSubject(m_view, name) ? m_view.read.names->nameAt(name) : std::string();
        };
        for (std::size_t k = i; k-- > begin;)
            if (std::string name = nameAt(k); !name.empty())
                return name;
        for (std::size_t k = i + 1; k < end; ++k)
            if (std::string name = nameAt(k); !name.empty())
                return name;
        return {};
    }

    std::string periodOfReach(std::size_t i, std::size_t begin, std::size_t end) const {
        if (const std::string& own = m_view.figureAt(i).period; !own.empty())
            return own;
        for (std::size_t k = begin; k < end; ++k)
            if (token(k).figure >= 0 && k != i)
                if (std::string found = periodOf(m_view.figureAt(k)); !found.empty())
                    return found;
        return {};
    }

    void readFigure(std::size_t i, std::vector<Fact>& out) const {
        const auto [begin, end] = reach(i);
        std::string measure = measureOf(i, begin, end);
        if (measure.empty())
            return;
        Fact fact;
        fact.subject = subjectOf(i, begin, end);
        if (fact.subject.empty())
            return;
        for (std::size_t k = begin; k < end; ++k)
            if (token(k).cues.hasAny({Cue::If, Cue::Negation, Cue::Rise, Cue::Fall, Cue::Prior, Cue::Planned,
                                      Cue::Predict, Cue::Forecast}) ||
                (measure == "headcount" && isHiring(foldedWord(m_view, k))))
                return; // a change or a plan, no level
        fact.quantity = m_view.figureAt(i);
        if (measure == "headcount") { // 3,000名, 6,000人, 6,000
            fact.quantity.dimension = Dimension::Count;
            fact.quantity.unit = "employee";
        }
        fact.period = periodOfReach(i, begin, end);
        fact.ofOther = m_view.text.ofOther;
        fact.evidence = m_view.figureEvidence(token(i).figure);
        describeSurroundings(m_view, m_sentence, begin, end, fact);
        for (const std::string_view qualifier :
             {"input", "output", "cached", "prompt", "generated", "輸入", "输入", "輸出", "输出"})
            if (fact.evidence.quote.find(qualifier) != std::string::npos)
                fact.scope += (fact.scope.empty() ? "" : " ") + toUtf8(foldedWords(qualifier));
        fact.measure = std::move(measure) + (fact.scope.empty() ? "" : " (" + fact.scope + ')');
        out.push_back(std::move(fact));
    }

    const TextView& m_view;
    const Sentence& m_sentence;
};

} // namespace

bool isPlainMeasure(std::string_view measure) {
    return measure.starts_with(pricePrefix) || measure.starts_with("headcount") ||
           measure.starts_with("latency");
}

void describeSurroundings(const TextView& view, const Sentence& sentence, std::size_t begin, std::size_t end,
                          Fact& fact) {
    const CueSet others{Cue::Predict,    Cue::Forecast,  Cue::Planned,  Cue::Prior,   Cue::Revised,
                        Cue::Reviser,    Cue::If,        Cue::Negation, Cue::Or,      Cue::Tranche,
                        Cue::Cumulative, Cue::Rise,      Cue::Fall,     Cue::Half,    Cue::Most,
                        Cue::Least,      Cue::UntilNow,  Cue::Share,    Cue::PerYear, Cue::YearOnYear,
                        Cue::All,        Cue::Competitor};
    constexpr int mostTokens = 10'000; // of a block, as far as sentences are told apart
    fact.sentence = view.text.block * mostTokens + std::min(static_cast<int>(sentence.begin), mostTokens - 1);
    fact.plain = fact.quantity.hedge == Hedge::None && !fact.quantity.approx;
    std::set<std::string> scope;
    for (std::size_t k = begin; k < end; ++k) {
        const Token& token = view.text.tokens[k];
        if (token.figure >= 0 || token.mark != 0 || saysWhen(view, begin, end, token.span))
            continue;
        std::string word = foldedWord(view, k);
        if (token.name >= 0) {
            const Names& names = *view.read.names;
            const bool own = names.nameAt(token.name) == fact.subject ||
                             names.ownerAt(token.name) == fact.subject ||
                             std::ranges::find(fact.parties, names.ownerAt(token.name)) != fact.parties.end();
            if (names.isParty(token.name))
                fact.plain = fact.plain && own;
            else if (!own)
                scope.insert(std::move(word)); // in Europe, on H100
            continue;
        }
        if (token.cues.hasAny(others) || isSource(word)) {
            fact.plain = false;
            continue;
        }
        const bool part =
            (' ' + fact.measure + ' ').find(' ' + word + ' ') != std::string::npos ||
            (' ' + toUtf8(foldedWords(fact.subject)) + ' ').find(' ' + word + ' ') != std::string::npos;
        if (!token.isPlain() || word.empty() || part || saysNothing(word))
            continue;
        // A name that nobody knows here may be whose figure it is.
        const std::string_view written = view.tokenWords(k);
        const bool upper = written.front() >= 'A' && written.front() <= 'Z';
        const bool acronym = upper && written.size() > 1 && written[1] >= 'A' && written[1] <= 'Z';
        if (acronym || (upper && k != sentence.begin))
            fact.plain = false;
        scope.insert(std::move(word));
    }
    fact.scope.clear();
    for (const std::string& word : scope)
        fact.scope += (fact.scope.empty() ? "" : " ") + word;
}

void plainFactsOfText(const TextView& view, std::vector<Fact>& out) {
    for (const Sentence& sentence : view.text.sentences)
        PlainReader(view, sentence).read(out);
}

} // namespace parallax::data
