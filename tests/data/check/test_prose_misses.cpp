// SPDX-FileCopyrightText: Parallax contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong sentences that must not pass, with their right sisters.
#include <QtTest>

#include "sentence_rows.h"
#include "tests/test_program.h"

namespace test_prose_misses {

using namespace parallax::data;

class TestProseMisses final : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aWrongFigureIsFound_data() {
        static const SentenceRow rows[] = {
            // clang-format off: one sentence a line
            {"red", "2025年市場規模為200億美元，2028年將達1000億美元，年複合成長率50%。"},
            {"red", "2025年全球市场规模达200亿美元，预计到2028年将增长至1000亿美元，年均复合增长率为50%。"},
            {"red", "The market grows from USD 20 billion (2025) to USD 100 billion (2028), at 50% CAGR."},
            {"red", "市场从200亿美元（2025年）增长到1000亿美元（2028年），CAGR为50%。"},
            {"red", "Revenue grew from $10B in FY2023 to $20B in FY2025, a CAGR of 90%."},
            {"red", "2024年营收100亿元，2025年营收250亿元，增长60%。"},
            {"red", "去年营收100亿元，今年营收250亿元，同比增长60%。"},
            {"red", "Revenue jumped to $25.0B, a 60% increase over the $10.0B of 2024."},
            {"flagged", "Revenue rose by $5 billion from $20 billion to $27 billion."},
            {"red", "净利润由50亿元下降至40亿元，同比增长20%。"},
            {"red", "Net income fell from $50 million to $40 million, up 20% year over year."},
            {"red", "Usage quadrupled from 2.0 million users to 6.0 million users."},
            {"red", "Between 2025 and 2028 revenue quintupled, from $20B to $60B."},
            {"red", "營收從2024年的31億美元翻倍至2025年的44億美元。"},
            {"red", "营收翻了两番，从100亿元增至250亿元。"},
            {"red", "价格打七折，由100美元降至50美元。"},
            {"red", "Meta cut 8,000 jobs, or 20% of its 78,000 staff."},
            {"red", "500位受訪者中有300位（40%）。"},
            {"grey", "From $20 billion in 2025 the market will grow 50% a year until 2028."},
            {"grey", "The market will reach $100 billion in 2028, growing at a CAGR of 40% from 2025."},
            {"red", "The contract runs from 2028 to 2025."},
            {"red", "合約自2028年至2025年。"},
            {"red", "Azure's market share is 118%."},
            {"red", "Latency fell by 120%."},
            {"red", "推論成本下降了130%。"},
            // Right ones.
            {"green", "2025年市場規模為200億美元，2028年將達1000億美元，年複合成長率71%。"},
            {"green", "2025年全球市场规模达200亿美元，预计到2028年将增长至1000亿美元，年均复合增长率为71%。"},
            {"green", "The market grows from USD 20 billion (2025) to USD 100 billion (2028), at 71% CAGR."},
            {"green", "市场从200亿美元（2025年）增长到1000亿美元（2028年），CAGR为71%。"},
            {"green", "Revenue grew from $10B in FY2023 to $20B in FY2025, a CAGR of 41%."},
            {"green", "2024年营收100亿元，2025年营收250亿元，增长150%。"},
            {"green", "去年营收100亿元，今年营收250亿元，同比增长150%。"},
            {"green", "Revenue jumped to $25.0B, a 150% increase over the $10.0B of 2024."},
            {"green", "Revenue rose by $7 billion from $20 billion to $27 billion."},
            {"green", "净利润由50亿元下降至40亿元，同比下降20%。"},
            {"green", "Net income fell from $50 million to $40 million, down 20% year over year."},
            {"green", "Usage quadrupled from 2.0 million users to 8.0 million users."},
            {"green", "營收從2024年的22億美元翻倍至2025年的44億美元。"},
            {"green", "营收翻了两番，从100亿元增至400亿元。"},
            {"green", "价格打七折，由100美元降至70美元。"},
            {"green", "Meta cut 8,000 jobs, or 10% of its 78,000 staff."},
            {"green", "500位受訪者中有300位（60%）。"},
            {"quiet", "The contract runs from 2025 to 2028."},
            {"quiet", "Latency fell by 20%, and traffic rose 120%."},
            {"quiet", "Azure's market share is 18%."},
            // clang-format on
        };
        addSentences(rows);
    }
    void aWrongFigureIsFound() { checkSentence(); }
};

PARALLAX_TEST(TestProseMisses)

} // namespace test_prose_misses
#include "test_prose_misses.moc"
