<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Chart</name>
    <message>
        <source>trillion</source>
        <translation>万亿</translation>
    </message>
    <message>
        <source>hundred million</source>
        <translation>亿</translation>
    </message>
    <message>
        <source>ten thousand</source>
        <translation>万</translation>
    </message>
    <message>
        <source>billion</source>
        <translation>十亿</translation>
    </message>
    <message>
        <source>million</source>
        <translation>百万</translation>
    </message>
</context>
<context>
    <name>ChartSummary</name>
    <message>
        <source>An empty chart.</source>
        <translation>空白图表。</translation>
    </message>
    <message>
        <source>Grouped bars</source>
        <translation>簇状柱形图</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆积柱形图</translation>
    </message>
    <message>
        <source>Horizontal bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>%1: %2 categories by %3 series (%4).</source>
        <translation>%1：%2 个类别、%3 个系列（%4）。</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Highest: %1. Lowest: %2.</source>
        <translation>最高：%1。最低：%2。</translation>
    </message>
    <message>
        <source>One value is missing.</source>
        <translation>缺少 1 个数值。</translation>
    </message>
    <message>
        <source>%1 values are missing.</source>
        <translation>缺少 %1 个数值。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>无数值</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>One sentence, then the next.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>CheckExport</name>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>规则名称</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>From</source>
        <translation>依据数字</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Recomputed, at least</source>
        <translation>重算下限</translation>
    </message>
    <message>
        <source>Recomputed, at most</source>
        <translation>重算上限</translation>
    </message>
    <message>
        <source>Recomputed loosely, at least</source>
        <translation>宽松重算下限</translation>
    </message>
    <message>
        <source>Recomputed loosely, at most</source>
        <translation>宽松重算上限</translation>
    </message>
    <message>
        <source>Stated, at least</source>
        <translation>原文下限</translation>
    </message>
    <message>
        <source>Stated, at most</source>
        <translation>原文上限</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>算式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>Would hold with</source>
        <translation>如此则相符</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>标记者</translation>
    </message>
    <message>
        <source>Marked at (UTC)</source>
        <translation>标记时间（UTC）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>验算</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Number of the article</source>
        <translation>文章编号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Number of the check</source>
        <translation>验算编号</translation>
    </message>
    <message>
        <source>Table %1, row %2, column %3</source>
        <translation>表格 %1，第 %2 行，第 %3 列</translation>
    </message>
    <message>
        <source>Table %1, header of column %2</source>
        <translation>表格 %1，第 %2 列标题</translation>
    </message>
    <message>
        <source>Table %1, caption</source>
        <translation>表格 %1 的标题</translation>
    </message>
    <message>
        <source>Text, paragraph %1</source>
        <translation>正文，第 %1 段</translation>
    </message>
</context>
<context>
    <name>CheckFigures</name>
    <message>
        <source>pp</source>
        <translation>个百分点</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>months</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>个季度</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>个季度</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
</context>
<context>
    <name>CheckMarkText</name>
    <message>
        <source>Does not hold</source>
        <translation>不相符</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>未标记</translation>
    </message>
    <message>
        <source>Recomputed: %1</source>
        <translation>重算：%1</translation>
    </message>
    <message>
        <source>It would hold with: %1</source>
        <translation>改为以下即相符：%1</translation>
    </message>
    <message>
        <source>stated %1</source>
        <translation>原文 %1</translation>
    </message>
    <message>
        <source>recomputed %1</source>
        <translation>重算 %1</translation>
    </message>
    <message>
        <source>figures that do not hold: %1</source>
        <translation>不相符的数字：%1</translation>
    </message>
    <message>
        <source>doubtful: %1</source>
        <translation>存疑：%1</translation>
    </message>
    <message>
        <source>holding: %1</source>
        <translation>相符：%1</translation>
    </message>
    <message>
        <source>settled: %1</source>
        <translation>已处理：%1</translation>
    </message>
    <message>
        <source>Stated elsewhere: %1</source>
        <translation>另一处：%1</translation>
    </message>
    <message>
        <source>elsewhere %1</source>
        <translation>另一处 %1</translation>
    </message>
</context>
<context>
    <name>CheckMenuText</name>
    <message>
        <source>%1: show the working</source>
        <translation>%1：查看计算过程</translation>
    </message>
    <message>
        <source>%1: %2, show the working</source>
        <translation>%1：%2，查看计算过程</translation>
    </message>
    <message>
        <source>%1, in another article</source>
        <translation>%1（另一篇文章）</translation>
    </message>
</context>
<context>
    <name>CheckSentences</name>
    <message>
        <source>One year too many or too few was probably counted.</source>
        <translation>可能多算或少算了一年。</translation>
    </message>
    <message>
        <source>The new value was probably taken as the base instead of the old one.</source>
        <translation>可能误把新值而非旧值当作基准。</translation>
    </message>
    <message>
        <source>The ratio of the two values was probably stated as their change.</source>
        <translation>可能把两值之比写成了变动幅度。</translation>
    </message>
    <message>
        <source>The sign is probably the wrong way round.</source>
        <translation>正负号可能写反了。</translation>
    </message>
    <message>
        <source>A scale word was probably mistaken: thousand, million, billion, 萬 or 億.</source>
        <translation>可能弄错了量级：千、百万、十亿、万或亿。</translation>
    </message>
    <message>
        <source>The decimal point probably slipped by one place.</source>
        <translation>小数点可能差了一位。</translation>
    </message>
    <message>
        <source>Percentage points were probably meant where percent is written.</source>
        <translation>写的是百分比，可能应为百分点。</translation>
    </message>
    <message>
        <source>Percent was probably meant where percentage points are written.</source>
        <translation>写的是百分点，可能应为百分比。</translation>
    </message>
    <message>
        <source>One of the figures that it takes is not stated.</source>
        <translation>所需的数字中有一个没有写出。</translation>
    </message>
    <message>
        <source>One of the figures is open where it matters (“more than”, “up to”).</source>
        <translation>其中一个数字在关键的一端没有界限（“超过”、“最多”）。</translation>
    </message>
    <message>
        <source>The figures measure different things.</source>
        <translation>这些数字衡量的不是同一件事。</translation>
    </message>
    <message>
        <source>The two figures differ, but not as scale words do.</source>
        <translation>两个数字不同，但不是量级之差。</translation>
    </message>
    <message>
        <source>%1 instead of what is stated</source>
        <translation>所述数字改为 %1</translation>
    </message>
    <message>
        <source>%1 as the value before</source>
        <translation>原值改为 %1</translation>
    </message>
    <message>
        <source>%1 as the value after</source>
        <translation>新值改为 %1</translation>
    </message>
    <message>
        <source>%1 as the first year</source>
        <translation>起始年改为 %1</translation>
    </message>
    <message>
        <source>%1 as the last year</source>
        <translation>结束年改为 %1</translation>
    </message>
    <message>
        <source>%1 as the unit or label</source>
        <translation>单位或标示改为 %1</translation>
    </message>
    <message>
        <source>%1, with the sign the other way round</source>
        <translation>正负号反过来：%1</translation>
    </message>
    <message>
        <source>%1 as part %2</source>
        <translation>第 %2 项改为 %1</translation>
    </message>
    <message>
        <source>Change in percent</source>
        <translation>百分比变动</translation>
    </message>
    <message>
        <source>The change is worked out again from the value before and the value after.</source>
        <translation>以原值与新值重新计算变动幅度。</translation>
    </message>
    <message>
        <source>Change of a range</source>
        <translation>区间的变动</translation>
    </message>
    <message>
        <source>The change is worked out again at both ends of the range.</source>
        <translation>在区间两端分别重新计算变动幅度。</translation>
    </message>
    <message>
        <source>Change in percentage points</source>
        <translation>百分点变动</translation>
    </message>
    <message>
        <source>One percentage is subtracted from the other.</source>
        <translation>两个百分比相减。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>The value before is subtracted from the value after.</source>
        <translation>新值减去原值。</translation>
    </message>
    <message>
        <source>Compound annual growth</source>
        <translation>年复合增长率</translation>
    </message>
    <message>
        <source>The yearly growth is worked out again from the first and the last value and the years between them.</source>
        <translation>以首末两值及其间的年数重新计算年增长率。</translation>
    </message>
    <message>
        <source>Multiple in words</source>
        <translation>文字表述的倍数</translation>
    </message>
    <message>
        <source>Words such as “doubled” are held against the ratio of the two values.</source>
        <translation>将“翻倍”之类的说法与两值之比对照。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>The parts are added up again.</source>
        <translation>把各项重新相加。</translation>
    </message>
    <message>
        <source>Sum of shares</source>
        <translation>占比合计</translation>
    </message>
    <message>
        <source>Shares of one whole are 100 % together.</source>
        <translation>同一整体的各占比合计为 100 %。</translation>
    </message>
    <message>
        <source>Share of a whole</source>
        <translation>占整体的比例</translation>
    </message>
    <message>
        <source>The part is divided by the whole again.</source>
        <translation>重新以部分除以整体。</translation>
    </message>
    <message>
        <source>Part and whole</source>
        <translation>部分与整体</translation>
    </message>
    <message>
        <source>A part is not larger than its whole.</source>
        <translation>部分不会大于整体。</translation>
    </message>
    <message>
        <source>Same fact twice</source>
        <translation>同一事实的两处陈述</translation>
    </message>
    <message>
        <source>Two statements of the same figure agree.</source>
        <translation>同一数字的两处陈述彼此相符。</translation>
    </message>
    <message>
        <source>Label and unit</source>
        <translation>标题与单位</translation>
    </message>
    <message>
        <source>What the heading promises is what the cells hold.</source>
        <translation>列标题所指与单元格内容一致。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>量级</translation>
    </message>
    <message>
        <source>Two statements of a figure are not apart by thousand, million or 億.</source>
        <translation>同一数字的两处陈述没有千、百万或亿的量级之差。</translation>
    </message>
    <message>
        <source>Possible values</source>
        <translation>可能的取值</translation>
    </message>
    <message>
        <source>The figure is one that such a measure can take at all.</source>
        <translation>这类指标有可能取这个值。</translation>
    </message>
    <message>
        <source>Direction in words</source>
        <translation>文字表述的方向</translation>
    </message>
    <message>
        <source>Words for rise and fall are held against the figures.</source>
        <translation>将表示升降的词语与数字对照。</translation>
    </message>
    <message>
        <source>Most, largest, first</source>
        <translation>最多、最大、第一</translation>
    </message>
    <message>
        <source>What is called the largest or the most stands first in the table.</source>
        <translation>被称为最大或最多者在表格中确实居首。</translation>
    </message>
    <message>
        <source>Announced number</source>
        <translation>预告的数目</translation>
    </message>
    <message>
        <source>As many things are listed as were announced.</source>
        <translation>列出的项目与预告的数目相同。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回报</translation>
    </message>
    <message>
        <source>Cost and return give the value.</source>
        <translation>成本与回报率得出价值。</translation>
    </message>
    <message>
        <source>Implied value</source>
        <translation>隐含值</translation>
    </message>
    <message>
        <source>What must be true for the statement to hold; nothing is claimed about it.</source>
        <translation>要使该陈述成立所必须的条件；文中并未就此主张。</translation>
    </message>
    <message>
        <source>Words against the list</source>
        <translation>词语与清单</translation>
    </message>
    <message>
        <source>“Exclusive”, “only” and “single” stand beside a list of one.</source>
        <translation>“独家”、“唯一”、“单一”旁边的清单只有一项。</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>日期顺序</translation>
    </message>
    <message>
        <source>Dates and deadlines fit each other and the words around them.</source>
        <translation>日期与期限彼此相符，也与前后文字相符。</translation>
    </message>
    <message>
        <source>Price and volume</source>
        <translation>价格与数量</translation>
    </message>
    <message>
        <source>How far volume must grow for revenue to grow as stated while prices fall.</source>
        <translation>在价格下降时，数量须增长多少，营收才能如所述增长。</translation>
    </message>
    <message>
        <source>Repeated text</source>
        <translation>重复的文字</translation>
    </message>
    <message>
        <source>An answer or teaser repeats the article&apos;s words.</source>
        <translation>问答或摘要重复了文章的字句。</translation>
    </message>
    <message>
        <source>Holds exactly</source>
        <translation>完全相符</translation>
    </message>
    <message>
        <source>Holds within the rounding of the figures</source>
        <translation>在数字的舍入范围内相符</translation>
    </message>
    <message>
        <source>Holds if the figures are read as rounded</source>
        <translation>将数字视为约数时相符</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Does not hold</source>
        <translation>不相符</translation>
    </message>
    <message>
        <source>Misses narrowly</source>
        <translation>略有出入</translation>
    </message>
    <message>
        <source>What must be true for it to hold</source>
        <translation>成立所须的条件</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <extracomment>%1 is a code such as &quot;open-bound&quot; that this version has no words for.</extracomment>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>%1 instead</source>
        <extracomment>%1 is what should stand there: &quot;~71%&quot;, &quot;2029&quot;.</extracomment>
        <translation>改为 %1</translation>
    </message>
    <message>
        <source>The change of the two values was probably stated as their ratio.</source>
        <translation>可能把两值的变动幅度写成了比值。</translation>
    </message>
    <message>
        <source>One of the values was probably stated as the change.</source>
        <translation>可能把其中一个数值当成了变动幅度。</translation>
    </message>
    <message>
        <source>A fraction was probably written as a percentage.</source>
        <translation>可能把小数比例直接写成了百分比。</translation>
    </message>
    <message>
        <source>The gain alone was probably stated as the value.</source>
        <translation>可能只把获利部分当成了价值。</translation>
    </message>
    <message>
        <source>The growth over all the years was probably stated as the yearly one.</source>
        <translation>可能把各年合计的增长写成了年增长率。</translation>
    </message>
    <message>
        <source>The whole growth was probably divided by the years, without compounding.</source>
        <translation>可能把总增长直接除以年数，没有复利计算。</translation>
    </message>
    <message>
        <source>One part was probably left out of the total.</source>
        <translation>合计可能漏算了一项。</translation>
    </message>
    <message>
        <source>One part was probably counted twice in the total.</source>
        <translation>合计可能重复计算了一项。</translation>
    </message>
    <message>
        <source>The share of the rest was probably stated instead.</source>
        <translation>可能写成了其余部分的占比。</translation>
    </message>
    <message>
        <source>The fall of the price was probably left out.</source>
        <translation>可能没有计入价格的下降。</translation>
    </message>
    <message>
        <source>The list does not claim to be complete.</source>
        <translation>清单并未声称完整。</translation>
    </message>
    <message>
        <source>The total may count parts that are not listed.</source>
        <translation>合计可能包含未列出的部分。</translation>
    </message>
    <message>
        <source>The figures may belong to different dates.</source>
        <translation>这些数字可能属于不同的日期。</translation>
    </message>
    <message>
        <source>What values this measure can take is not known.</source>
        <translation>不知道这项指针可以取哪些值。</translation>
    </message>
    <message>
        <source>The word says nothing that can be checked.</source>
        <translation>该词语没有可检核的内容。</translation>
    </message>
    <message>
        <source>A change from nothing or from a loss has no percentage.</source>
        <translation>从零或亏损起算的变动没有百分比。</translation>
    </message>
    <message>
        <source>The years between the two values are not stated.</source>
        <translation>没有写出两个数值之间相隔的年数。</translation>
    </message>
    <message>
        <source>The words can be read in two ways, which give different figures.</source>
        <translation>文本有两种解读，得出的数字不同。</translation>
    </message>
    <message>
        <source>The article does not say this; it follows from what it says.</source>
        <translation>文章没有这样说，这是由其内容推得的。</translation>
    </message>
    <message>
        <source>Two statements pull in opposite directions.</source>
        <translation>两处陈述的方向相反。</translation>
    </message>
    <message>
        <source>A deal with another party was signed although the rights are called exclusive.</source>
        <translation>权利称为独家，却与另一方签了约。</translation>
    </message>
    <message>
        <source>The whole is expected by %1, one part of it only by %2.</source>
        <translation>整体预计在 %1 前完成，其中一部分却要到 %2。</translation>
    </message>
    <message>
        <source>The same figure is stated differently.</source>
        <translation>同一数字的陈述不一致。</translation>
    </message>
    <message>
        <source>The words say the opposite of what the figures do.</source>
        <translation>文本与数字的方向相反。</translation>
    </message>
    <message>
        <source>The figures do change.</source>
        <translation>数字其实有变动。</translation>
    </message>
    <message>
        <source>%1 were announced, %2 are listed.</source>
        <translation>预告 %1 项，列出 %2 项。</translation>
    </message>
    <message>
        <source>It is called exclusive, but %1 are listed.</source>
        <translation>称为独家，却列出 %1 家。</translation>
    </message>
    <message>
        <source>It is called the only one, but several are listed.</source>
        <translation>称为唯一，却列出多个。</translation>
    </message>
    <message>
        <source>Others have just as much.</source>
        <translation>另有与之相同者。</translation>
    </message>
    <message>
        <source>Others have more.</source>
        <translation>另有更多者。</translation>
    </message>
    <message>
        <source>“%1” promises something else than “%2” is.</source>
        <translation>“%1”所指的与“%2”的内容不同。</translation>
    </message>
    <message>
        <source>“%1” promises a figure; “%2” is words.</source>
        <translation>“%1”应为数字，而“%2”是文本。</translation>
    </message>
    <message>
        <source>The difference is in percentage points and is written as percent.</source>
        <translation>差额是百分点，却写成百分比。</translation>
    </message>
    <message>
        <source>A count is a whole number.</source>
        <translation>数目应为整数。</translation>
    </message>
    <message>
        <source>Such a measure cannot take this value.</source>
        <translation>这类指针不可能取这个值。</translation>
    </message>
    <message>
        <source>It is due by %1, before the article of %2 was written.</source>
        <translation>期限为 %1，早于文章的日期 %2。</translation>
    </message>
    <message>
        <source>It begins later than the article&apos;s own date allows.</source>
        <translation>开始日期晚于文章日期所允许的范围。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>It is called immediate, but is due in %1 months.</source>
        <translation>称为立即，期限却在 %1 个月之后。</translation>
    </message>
    <message>
        <source>%1 comes after %2.</source>
        <translation>%1 在 %2 之后。</translation>
    </message>
    <message>
        <source>It is not the beginning of the text that it repeats.</source>
        <translation>它并不是所重复文本的开头。</translation>
    </message>
    <message>
        <source>The number counts the sets, not what they hold.</source>
        <translation>该数目计的是组数，不是组内项目。</translation>
    </message>
    <message>
        <source>The number counts something else than the list holds.</source>
        <translation>该数目计的不是清单中的项目。</translation>
    </message>
    <message>
        <source>As many are named around it.</source>
        <translation>前后文提到的数目相同。</translation>
    </message>
    <message>
        <source>Both list the same.</source>
        <translation>两处列出的内容相同。</translation>
    </message>
    <message>
        <source>The shares are worked out from the amounts.</source>
        <translation>占比由金额计算而得。</translation>
    </message>
    <message>
        <source>It repeats the beginning of another paragraph; its figures count once.</source>
        <translation>重复了另一段的开头，其中的数字只计一次。</translation>
    </message>
    <message>
        <source>It is due after the article was written.</source>
        <translation>期限在文章日期之后。</translation>
    </message>
    <message>
        <source>It holds in percentage points; the label says percent.</source>
        <translation>以百分点计算相符，但标示写的是百分比。</translation>
    </message>
    <message>
        <source>It holds if the percentage is read as a multiple of the cost.</source>
        <translation>将百分比视为成本的倍数时相符。</translation>
    </message>
    <message>
        <source>%1 in the other statement</source>
        <translation>另一处改为 %1</translation>
    </message>
    <message>
        <source>%1 as the number of years</source>
        <translation>年数改为 %1</translation>
    </message>
    <message>
        <source>%1 as the whole</source>
        <translation>整体改为 %1</translation>
    </message>
    <message>
        <source>%1 as the percentage</source>
        <translation>百分比改为 %1</translation>
    </message>
    <message>
        <source>%1 was revised to %2: the earlier figure is superseded.</source>
        <translation>%1 已修正为 %2：先前的数字已被取代。</translation>
    </message>
    <message>
        <source>%1 was superseded: it has been revised to %2.</source>
        <translation>%1 已被取代：后来修正为 %2。</translation>
    </message>
    <message>
        <source>The same source gives another figure in a later article; the earlier one is superseded.</source>
        <translation>同一来源在较晚的文章中给出另一个数字；先前的数字已被取代。</translation>
    </message>
    <message>
        <source>Does not seem to hold</source>
        <translation>看来不成立</translation>
    </message>
    <message>
        <source>Stated differently</source>
        <translation>说法不一</translation>
    </message>
    <message>
        <source>Another number is listed</source>
        <translation>列出的数目不同</translation>
    </message>
    <message>
        <source>Words and figures differ</source>
        <translation>文字与数字不符</translation>
    </message>
    <message>
        <source>Not supported by the text</source>
        <translation>文中不支持</translation>
    </message>
</context>
<context>
    <name>ClaimMarkText</name>
    <message>
        <source>A claim to be tested</source>
        <translation>待验证的说法</translation>
    </message>
    <message>
        <source>Claim: %1. %2</source>
        <comment>what is claimed, the verdict</comment>
        <translation>说法：%1。%2</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>验证：%1</translation>
    </message>
    <message>
        <source>Copy the plan that would settle it</source>
        <translation>复制可做出判定的计划</translation>
    </message>
</context>
<context>
    <name>ClaimSentences</name>
    <message>
        <source>%1: %4 answers that fit, %6 are needed.</source>
        <translation>%1：符合条件的回答 %4 个，需要 %6 个。</translation>
    </message>
    <message>
        <source>%1: no answer had this length.</source>
        <translation>%1：没有回答是这个长度。</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚未测量。</translation>
    </message>
    <message>
        <source>Only a simulation was measured, which says nothing of a provider.</source>
        <translation>只测量过模拟，对服务商不说明任何问题。</translation>
    </message>
    <message>
        <source>Only who runs the machine can load it to its limit.</source>
        <translation>只有运行这台机器的人才能让它满载。</translation>
    </message>
    <message>
        <source>It is foretold and cannot be tested yet.</source>
        <translation>这是预言，还无法验证。</translation>
    </message>
    <message>
        <source>The price lists here are in dollars.</source>
        <translation>这里的价目表以美元计。</translation>
    </message>
    <message>
        <source>No price list here has this model.</source>
        <translation>这里的价目表都没有这个模型。</translation>
    </message>
    <message>
        <source>No contract of this provider is known here.</source>
        <translation>这里不知道这家服务商的合同。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3): %5 is shown.</source>
        <translation>%1：%4 次请求中有 %2 得到回答（95 % 区间 %3）：已证实%5。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3); to show %5 takes %6 requests without a failure.</source>
        <translation>%1：%4 次请求中有 %2 得到回答（95 % 区间 %3）；要证实%5，需 %6 次请求无一失败。</translation>
    </message>
    <message>
        <source>where it can be asked</source>
        <translation>可以向哪里询问</translation>
    </message>
    <message>
        <source>which model</source>
        <translation>哪个模型</translation>
    </message>
    <message>
        <source>which region</source>
        <translation>哪个区域</translation>
    </message>
    <message>
        <source>mean, median or another percentile</source>
        <translation>平均、中位数或其他百分位数</translation>
    </message>
    <message>
        <source>for how many tokens</source>
        <translation>多少 token</translation>
    </message>
    <message>
        <source>tokens of the prompt, of the answer or of both</source>
        <translation>token 属于提示、回答或两者</translation>
    </message>
    <message>
        <source>price of input, of output or a blend</source>
        <translation>输入价、输出价或混合价</translation>
    </message>
    <message>
        <source>length of prompts and answers</source>
        <translation>提示与回答的长度</translation>
    </message>
    <message>
        <source>how many at a time</source>
        <translation>同时几个请求</translation>
    </message>
    <message>
        <source>within which latency</source>
        <translation>延迟上限</translation>
    </message>
    <message>
        <source>on which hardware</source>
        <translation>使用的硬件</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 token/秒</translation>
    </message>
    <message>
        <source>%1 requests/s</source>
        <translation>%1 次请求/秒</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>prompt of %1 tokens</source>
        <translation>%1 个 token 的提示</translation>
    </message>
    <message>
        <source>answer of %1 tokens</source>
        <translation>%1 个 token 的回答</translation>
    </message>
    <message>
        <source>prompt and answer of %1 tokens together</source>
        <translation>提示与回答共 %1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>three parts of input to one of output</source>
        <translation>输入与输出三比一</translation>
    </message>
    <message>
        <source>input and output in equal parts</source>
        <translation>输入与输出各半</translation>
    </message>
    <message>
        <source>time to the first token</source>
        <translation>到第一个 token 的时间</translation>
    </message>
    <message>
        <source>time for each token</source>
        <translation>每个 token 的时间</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>output speed</source>
        <translation>输出速度</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>promised availability</source>
        <translation>承诺的可用性</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>time to the last token</source>
        <translation>到最后一个 token 的时间</translation>
    </message>
    <message>
        <source>tokens a second after the first</source>
        <translation>第一个之后每秒的 token</translation>
    </message>
    <message>
        <source>tokens a second from the request on</source>
        <translation>自请求起每秒的 token</translation>
    </message>
    <message>
        <source>comparison with the other, prompt by prompt</source>
        <translation>与另一家逐一提示比较</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>what the contract promises</source>
        <translation>合同的承诺</translation>
    </message>
    <message>
        <source>share of requests that were answered</source>
        <translation>得到回答的请求比例</translation>
    </message>
    <message>
        <source>rate of a whole machine</source>
        <translation>整台机器的速率</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 for %2 tokens</source>
        <translation>每 %2 个 token %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is claimed, its details</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>subject, what is claimed, figure</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>which takes %1 tokens/s</source>
        <translation>需要每秒 %1 个 token</translation>
    </message>
    <message>
        <source>Consistent</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>Contradicted</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Not testable here</source>
        <translation>在此无法验证</translation>
    </message>
    <message>
        <source>%1 (simulation)</source>
        <comment>an endpoint</comment>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>Not stated: %1.</source>
        <translation>未说明：%1。</translation>
    </message>
    <message>
        <source>%1 requests, about %2 tokens in and at most %3 out</source>
        <translation>%1 次请求，输入约 %2 个 token，输出至多 %3 个</translation>
    </message>
    <message>
        <source>at a price that is not known here</source>
        <translation>价格在此不详</translation>
    </message>
    <message>
        <source>at most %1 by the list of the model&apos;s maker</source>
        <translation>依模型开发商的价目表至多 %1</translation>
    </message>
    <message>
        <source>To settle it: %1 sessions of %2, each %3.</source>
        <translation>要做出判定：%1 轮，每轮%2，%3。</translation>
    </message>
    <message>
        <source>To settle it: %1, %2.</source>
        <translation>要做出判定：%1，%2。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1; the list was read on %7, and what it said on the article&apos;s day is not known.</source>
        <translation>依 %1，每百万 token 为 %2；价目表于 %7 读取，文章当日的价格无从得知。</translation>
    </message>
    <message>
        <source>%1: it answered only under load or over new connections, which says nothing of this; it takes a run of one request at a time.</source>
        <translation>%1：只在负载下或经新连接回答过，无法说明这一点；需要一次一个请求的测量。</translation>
    </message>
    <message>
        <source>%1: %2 in its largest session (95 % interval %3), which holds for that window; sessions, an hour apart: %4 of %6.</source>
        <translation>%1：最大的一个场次为 %2（95 % 区间 %3），只在该时段内成立；相隔一小时的场次：%6 个中有 %4 个。</translation>
    </message>
    <message>
        <source>%1: too few pairs were answered for a session; it takes %6.</source>
        <translation>%1：得到回答的配对太少，不成一个场次；需要 %6 个场次。</translation>
    </message>
    <message>
        <source>%2 for a million tokens was entered for %1: that fits.</source>
        <translation>为 %1 输入的价格是每百万 token %2：相符。</translation>
    </message>
    <message>
        <source>%2 for a million tokens was entered for %1; what it was on the article&apos;s day is not known.</source>
        <translation>为 %1 输入的价格是每百万 token %2；文章当日的价格是多少，并不知道。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which fits (accepted: %5).</source>
        <translation>%1：测得 %2（95 % 区间 %3，n = %4），相符（可接受：%5）。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which does not fit (accepted: %5).</source>
        <translation>%1：测得 %2（95 % 区间 %3，n = %4），不相符（可接受：%5）。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which reaches over the edge of what is accepted (%5): more answers are needed.</source>
        <translation>%1：测得 %2（95 % 区间 %3，n = %4），区间跨过可接受范围（%5）的边界：需要更多回答。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3): less than %8.</source>
        <translation>%1：%4 次请求中有 %2 得到回答（95 % 区间 %3）：低于 %8。</translation>
    </message>
    <message>
        <source>%1 (read as: %2). %3</source>
        <comment>verdict, reading, what was found</comment>
        <translation>%1（理解为：%2）。%3</translation>
    </message>
    <message>
        <source>The same test on the simulation, which settles nothing: %1 (read as: %2). %3</source>
        <comment>verdict, reading, what was found</comment>
        <translation>对模拟做同样的验证（不构成判定）：%1（理解为：%2）。%3</translation>
    </message>
    <message>
        <source>%1: %2 was measured on %7 (95 % interval %3, n = %4), which fits (accepted: %5); the claim is of %9, and what was so then no run can tell.</source>
        <translation>%1：%7 测得 %2（95 % 区间 %3，n = %4），相符（可接受：%5）；但所说的是 %9，当时如何，没有任何一次测量能说。</translation>
    </message>
    <message>
        <source>%1: %2 was measured on %7 (95 % interval %3, n = %4), which does not fit (accepted: %5); the claim is of %9, of which that says nothing.</source>
        <translation>%1：%7 测得 %2（95 % 区间 %3，n = %4），不相符（可接受：%5）；但所说的是 %9，这对当时并无说明。</translation>
    </message>
    <message>
        <source>It is said of %9; no run here is of that time, and a run of today says nothing of it.</source>
        <translation>所说的是 %9；这里没有那时的测量，今天的测量对它什么也说明不了。</translation>
    </message>
    <message>
        <source>It is said of a load (%9), and runs that settle a latency ask one at a time.</source>
        <translation>这是在某个负载（%9）下说的，而用来验证延迟的测量一次只问一个。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7): that fits.</source>
        <translation>依 %1，每百万 token 为 %2（%9，%7 读取）：相符。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7): that fits; since when the list says so is not known.</source>
        <translation>依 %1，每百万 token 为 %2（%7 读取）：相符；价目表从何时起如此，并不知道。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7), of which the claim may be a rounding: it is neither the same nor surely another.</source>
        <translation>依 %1，每百万 token 为 %2（%7 读取），所说的可能是它的约数：既不相同，也不能断定是另一个价格。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by the list of the model&apos;s maker (%1, read on %7); what it costs elsewhere no list here says.</source>
        <translation>依模型制造者的价目表（%1，%7 读取），每百万 token 为 %2；在别处要价多少，这里没有价目表可查。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7); what is stated may be a mixture of input and output, or an average.</source>
        <translation>依 %1，每百万 token 为 %2（%7 读取）；所说的可能是输入与输出的混合价，或平均价。</translation>
    </message>
    <message>
        <source>It is a price of a kind of its own (%9), of which no list here speaks.</source>
        <translation>这是一种特别的价格（%9），这里的价目表没有它。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2, which is the same (%1, read on %7).</source>
        <translation>%9 的服务水平承诺 %2，两者相同（%1，读取于 %7）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2, which fits (accepted: %5; %1, read on %7).</source>
        <translation>%9 的服务水平承诺 %2，相符（可接受：%5；%1，读取于 %7）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7); the article may mean another service.</source>
        <translation>%9 的服务水平承诺 %2（%1，读取于 %7）；文章说的可能是另一项服务。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7); what it promised on the article&apos;s day is not known.</source>
        <translation>%9 的服务水平承诺 %2（%1，读取于 %7）；文章当日的承诺为何，并不知道。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered by %7 (95 % interval %3): %5 is shown; the claim is of %9, and what was so then no run can tell.</source>
        <translation>%1：到 %7 为止，%4 次请求中有 %2 得到回答（95 % 区间 %3）：已证实%5；但所说的是 %9，当时如何，没有任何一次测量能说。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered by %7 (95 % interval %3), less than %8; the claim is of %9, of which that says nothing.</source>
        <translation>%1：到 %7 为止，%4 次请求中有 %2 得到回答（95 % 区间 %3），低于 %8；但所说的是 %9，这对当时并无说明。</translation>
    </message>
    <message>
        <source>on that day</source>
        <translation>当日</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>a time before the article</source>
        <translation>文章之前的某个时候</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%2 为 %1</translation>
    </message>
    <message>
        <source>Lists disagree: %1.</source>
        <translation>各价目表不一致：%1。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7): that fits that time; of which day it is said is not stated.</source>
        <translation>依 %1，每百万 token 为 %2（%9，%7 读取）：与该期间相符；文中未说明是哪一天。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7) for prompts of up to 128,000 tokens; longer ones take twice as much, which may be meant.</source>
        <translation>依 %1，提示在 128,000 个 token 以内时，每百万 token 为 %2（%7 读取）；较长的提示收两倍，文中可能指此。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7), and not %8.</source>
        <translation>依 %1，每百万 token 为 %2（%9，%7 读取），而非 %8。</translation>
    </message>
    <message>
        <source>The model is not stated, so no price list can be asked.</source>
        <translation>未说明是哪个模型，因此无法查价目表。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7), and not %8.</source>
        <translation>%9 的服务水平承诺 %2（%1，读取于 %7），而非 %8。</translation>
    </message>
    <message>
        <source>But the sentence or the text around it has words that may change its meaning, or that this program does not understand (%1).</source>
        <translation>但该句或其前后文有可能改变其意思、或本程序看不懂的字词（%1）。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7), which is the very figure that the claim says is not reached (%8).</source>
        <translation>依 %1，每百万 token 为 %2（%7 读取），正是所说不会达到的数字（%8）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7), which is the very figure that the claim says is not reached (%8).</source>
        <translation>%9 的服务水平承诺 %2（%1，读取于 %7），正是所说不会达到的数字（%8）。</translation>
    </message>
    <message>
        <source>%1 in the text beside its sentence</source>
        <translation>句子旁文字中的 %1</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>words of a sentence, words beside it</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Differs from the list (%1, %2), but not all words were read: %3</source>
        <translation>与价目表不同（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>Fits the list (%1, %2), but not all words were read: %3</source>
        <translation>与价目表相符（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>Differs from the service level (%1, %2), but not all words were read: %3</source>
        <translation>与服务水平不同（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>Fits the service level (%1, %2), but not all words were read: %3</source>
        <translation>与服务水平相符（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>Differs from what was measured (%1, %2), but not all words were read: %3</source>
        <translation>与测得的不同（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>Fits what was measured (%1, %2), but not all words were read: %3</source>
        <translation>与测得的相符（%1，%2），但并非所有字词都读懂了：%3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences</comment>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>DeviceText</name>
    <message>
        <source>%1, 1 thread</source>
        <translation>%1，1 个线程</translation>
    </message>
    <message>
        <source>%1, %2 threads</source>
        <translation>%1，%2 个线程</translation>
    </message>
    <message>
        <source>%1 of %2 of the card&apos;s memory in use</source>
        <translation>显卡内存已用 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 read per second</source>
        <translation>每秒读取 %1</translation>
    </message>
    <message>
        <source>%1 % of its bandwidth</source>
        <translation>带宽的 %1 %</translation>
    </message>
    <message>
        <source>this program was built without CUDA</source>
        <translation>本程序构建时未包含 CUDA</translation>
    </message>
    <message>
        <source>there is no NVIDIA card with a driver that is new enough</source>
        <translation>没有驱动程序足够新的 NVIDIA 显卡</translation>
    </message>
    <message>
        <source>Not on a graphics card: %1</source>
        <translation>未使用显卡：%1</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>“%1”已经存在。要替换它吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>LatencyReport</name>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>not enough data: %1 of %2</source>
        <translation>数据不足：%1／%2</translation>
    </message>
    <message>
        <source>Load: %1.</source>
        <translation>负载：%1。</translation>
    </message>
    <message>
        <source>Prompt: “%1”, a fresh nonce before it, temperature %2.</source>
        <translation>提示：“%1”，前置一次性随机数，温度 %2。</translation>
    </message>
    <message>
        <source>All times are of one monotonic clock, taken where the network hands over bytes. Warm-up and what was cancelled are left out; nothing is retried.</source>
        <translation>所有时间都取自同一单调时钟，在网络交出字节时记下。预热与被取消的请求不计入；一律不重试。</translation>
    </message>
    <message>
        <source>Percentiles interpolate between order statistics; their 95 % intervals are of order statistics. Below the smallest sample that has one, no number is shown.</source>
        <translation>百分位数在次序统计量之间内插；其 95 % 区间由次序统计量得出。样本不足以得出区间时不显示数字。</translation>
    </message>
    <message>
        <source>SIMULATION: no provider was asked</source>
        <translation>模拟：未向任何供应商发出请求</translation>
    </message>
    <message>
        <source>%1 to %2 (UTC), %3</source>
        <translation>%1 至 %2（UTC），%3</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Percentiles with their 95 % intervals</source>
        <translation>百分位数与其 95 % 区间</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>测量环境</translation>
    </message>
    <message>
        <source>Parallax %1</source>
        <translation>Parallax %1</translation>
    </message>
    <message>
        <source>Run %1 of the library</source>
        <translation>文库中的第 %1 次测量</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Endpoints are compared by pairs of one prompt: the median of the ratios with a block-bootstrap interval, Wilcoxon&apos;s signed-rank test. It holds in this window; a verdict takes five sessions.</source>
        <translation>端点以同一提示的配对比较：比值的中位数与区块自助法区间、Wilcoxon 符号秩检验。结论只在此时段内成立；下定论需要五个场次。</translation>
    </message>
    <message>
        <source>Holm&apos;s correction is over %1 comparisons, those with enough pairs for a test; %2 had fewer.</source>
        <translation>Holm 校正涵盖配对足以检验的 %1 项比较；另有 %2 项配对不足。</translation>
    </message>
    <message>
        <source>Load and limits</source>
        <translation>负载与限度</translation>
    </message>
</context>
<context>
    <name>LatencyText</name>
    <message>
        <source>First token (TTFT)</source>
        <translation>首个 token（TTFT）</translation>
    </message>
    <message>
        <source>First visible text (TTFO)</source>
        <translation>首段可见文字（TTFO）</translation>
    </message>
    <message>
        <source>Whole answer (E2E)</source>
        <translation>整个回答（E2E）</translation>
    </message>
    <message>
        <source>Each further token (TPOT)</source>
        <translation>其后每个 token（TPOT）</translation>
    </message>
    <message>
        <source>First token after sending</source>
        <translation>发出后的首个 token</translation>
    </message>
    <message>
        <source>Queue of our own</source>
        <translation>本机排队</translation>
    </message>
    <message>
        <source>From handing the request over to the first generated text of any channel</source>
        <translation>从交出请求到任一通道出现首段生成文字</translation>
    </message>
    <message>
        <source>From handing the request over to the first visible text</source>
        <translation>从交出请求到首段可见文字</translation>
    </message>
    <message>
        <source>From handing the request over to the last event with text</source>
        <translation>从交出请求到最后一个带文字的事件</translation>
    </message>
    <message>
        <source>(E2E − TTFT) / (tokens − 1), with the server&apos;s own count of tokens</source>
        <translation>（E2E − TTFT）／（token 数 − 1），token 数以服务器自报为准</translation>
    </message>
    <message>
        <source>From the last byte sent to the first generated text; one round trip within</source>
        <translation>从发出最后一个字节到首段生成文字；内含一次往返</translation>
    </message>
    <message>
        <source>From the time that the plan wanted to the submission</source>
        <translation>从计划预定的时间到实际发出</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>send</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发出</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>被限流</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>被过滤</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>its name is not found</source>
        <translation>找不到其主机名</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>连接被拒</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>未能及时连接</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>无法建立安全连接</translation>
    </message>
    <message>
        <source>its address is wrong</source>
        <translation>地址有误</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及时回答</translation>
    </message>
    <message>
        <source>the stream fell silent</source>
        <translation>流不再有数据</translation>
    </message>
    <message>
        <source>the stream was cut</source>
        <translation>流中断</translation>
    </message>
    <message>
        <source>closed without an answer</source>
        <translation>未回答即关闭</translation>
    </message>
    <message>
        <source>compressed although not asked</source>
        <translation>未要求却压缩</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>回答过大</translation>
    </message>
    <message>
        <source>the key was refused (HTTP 401)</source>
        <translation>密钥被拒（HTTP 401）</translation>
    </message>
    <message>
        <source>too many requests (HTTP 429)</source>
        <translation>请求过多（HTTP 429）</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>under way elsewhere, or cut off</source>
        <translation>在别处进行，或已中断</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>ended by its budget</source>
        <translation>因预算用尽而结束</translation>
    </message>
    <message>
        <source>new connection</source>
        <translation>新连接</translation>
    </message>
    <message>
        <source>new connection, TLS resumed</source>
        <translation>新连接，沿用 TLS 会话</translation>
    </message>
    <message>
        <source>connection kept</source>
        <translation>沿用连接</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在本机</translation>
    </message>
    <message>
        <source>%1 requests each</source>
        <translation>各 %1 个请求</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>每秒 %1 个请求</translation>
    </message>
    <message>
        <source>in pairs, in random order</source>
        <translation>成对、顺序随机</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>一次一个</translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>一次 %1 个</translation>
    </message>
    <message>
        <source>evenly, %1</source>
        <translation>等间隔，%1</translation>
    </message>
    <message>
        <source>at random, %1</source>
        <translation>随机到达，%1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%2 %1 次</translation>
    </message>
    <message>
        <source>each further token</source>
        <translation>其后每个 token</translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation>整个回答</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3 %)</source>
        <translation>%1 %（%2 至 %3 %）</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 个场次</translation>
    </message>
    <message>
        <source>over %1 no difference is shown: %2</source>
        <translation>%1内看不出差异：%2</translation>
    </message>
    <message>
        <source>over %1 %2 is faster: %3</source>
        <translation>%1内 %2 较快：%3</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>场次 %1／%2</translation>
    </message>
    <message>
        <source>availability at least %1 % (95 % confidence)</source>
        <translation>可用率至少 %1 %（95 % 置信水平）</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>每秒 %1 个 token</translation>
    </message>
    <message>
        <source>%1 for a million tokens of answers</source>
        <translation>回答每百万 token %1</translation>
    </message>
    <message>
        <source>%1 came all at once at their end: no first token was timed</source>
        <translation>%1 个在结尾一次到达：未能测得首个 token</translation>
    </message>
    <message>
        <source>Our own client: at most %1 late</source>
        <translation>本机客户端：最多迟 %1</translation>
    </message>
    <message>
        <source>Client and transport add (%1 less %2), %3: %4</source>
        <translation>客户端与传输所增加（%1 减 %2），%3：%4</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>from %1 to %2 requests a second</source>
        <translation>每秒由 %1 到 %2 个请求</translation>
    </message>
    <message>
        <source>from %1 to %2 at a time</source>
        <translation>同时由 %1 到 %2 个</translation>
    </message>
    <message>
        <source>%1; %2 % kept the limits</source>
        <translation>%1；%2 % 在限值内</translation>
    </message>
    <message>
        <source>Longest pause in an answer</source>
        <translation>回答中最长的停顿</translation>
    </message>
    <message>
        <source>Round trip (new connections)</source>
        <translation>往返时间（新连接）</translation>
    </message>
    <message>
        <source>The largest gap between two chunks of one answer</source>
        <translation>同一回答中两个分段之间的最大间隔</translation>
    </message>
    <message>
        <source>The TCP handshake of a new connection: once to the provider and back, with nothing computed there</source>
        <translation>新连接的 TCP 握手：到服务商往返一次，期间对方不做任何运算</translation>
    </message>
    <message>
        <source>%1 % of the chunks in time for the limits</source>
        <translation>%1 % 的分段在限值内及时到达</translation>
    </message>
    <message>
        <source>%1 (%2 pairs left out: their answers differ in length)</source>
        <translation>%1（略去 %2 个配对：回答长度不同）</translation>
    </message>
    <message>
        <source>over %1 of the simulation %2 is faster: %3</source>
        <translation>模拟的%1内 %2 较快：%3</translation>
    </message>
    <message>
        <source>%1 (%2 more within an hour of one of them are not counted)</source>
        <translation>%1（另有 %2 个与其中之一相隔不到一小时，不计）</translation>
    </message>
    <message>
        <source>To the end marker (E2E-wire)</source>
        <translation>至结束标记（E2E-wire）</translation>
    </message>
    <message>
        <source>From handing the request over to the provider&apos;s end marker, after the last text</source>
        <translation>从交出请求到供应商在最后一段文字之后的结束标记</translation>
    </message>
    <message>
        <source>%1: not enough data, %2 of %3 requests</source>
        <translation>%1：数据不足，请求 %2／%3</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits</source>
        <translation>%1：%2 在限值内</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits: not enough data</source>
        <translation>%1：限值内的最高速率：数据不足</translation>
    </message>
    <message>
        <source>availability: not enough data</source>
        <translation>可用率：数据不足</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>缓存输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>%1 answers a second of %2 offered</source>
        <translation>每秒 %1 个回答，发出 %2 个请求</translation>
    </message>
    <message>
        <source>tokens a second: not enough data</source>
        <translation>每秒 token 数：数据不足</translation>
    </message>
    <message>
        <source>its provider cannot be told a fixed length</source>
        <translation>其供应商无法指定固定长度</translation>
    </message>
    <message>
        <source>%1 answers reported far more tokens than were asked for</source>
        <translation>%1 个回答自报的 token 数远超过所要求</translation>
    </message>
    <message>
        <source>at most %1 for a million tokens of answers</source>
        <translation>回答每百万 token 至多 %1</translation>
    </message>
    <message>
        <source>%1 (the pairs depend on each other: more sessions are needed)</source>
        <translation>%1（各对彼此相关：需要更多场次）</translation>
    </message>
    <message>
        <source>%1 over %2 pairs</source>
        <translation>%1（共 %2 对）</translation>
    </message>
    <message>
        <source>our own client was more than 1 ms late in %1 requests</source>
        <translation>本机客户端在 %1 个请求中迟于 1 毫秒</translation>
    </message>
    <message>
        <source>%1 tokens an answer (%2)</source>
        <translation>每个回答 %1 个 token（%2）</translation>
    </message>
    <message>
        <source>%1 by a tokenizer of our own (%2)</source>
        <translation>以自有分词器计为 %1（%2）</translation>
    </message>
    <message>
        <source>in %1 of them the server counts more than 2 % otherwise</source>
        <translation>其中 %1 个与服务器计数相差超过 2 %</translation>
    </message>
    <message>
        <source>%1 tokens a second after the first (%2)</source>
        <translation>首个之后每秒 %1 个 token（%2）</translation>
    </message>
    <message>
        <source>%1 with the wait for it (%2)</source>
        <translation>计入等待为 %1（%2）</translation>
    </message>
    <message>
        <source>%1 tokens a chunk</source>
        <translation>每个分段 %1 个 token</translation>
    </message>
    <message>
        <source>Connections: %1; the last rows of the table tell them apart</source>
        <translation>连接：%1；表格最后几行将其分开</translation>
    </message>
    <message>
        <source>Connections: %1; the percentiles are of all of them</source>
        <translation>连接：%1；百分位数为全部合计</translation>
    </message>
    <message>
        <source>Model, as the server names it: %1</source>
        <translation>服务器自称的模型：%1</translation>
    </message>
    <message>
        <source>%1; system fingerprint %2</source>
        <translation>%1；系统指纹 %2</translation>
    </message>
    <message>
        <source>%1, at %2 for an hour of the machine while it answers</source>
        <translation>%1，以机器作答时每小时 %2 计</translation>
    </message>
    <message>
        <source>The price lists disagree; the dearest counts:</source>
        <translation>各价目表不一致；以最贵者计：</translation>
    </message>
    <message>
        <source>%1 a million tokens of %2</source>
        <translation>%2每百万 token %1</translation>
    </message>
    <message>
        <source>%1: %2, read on %3</source>
        <translation>%1：%2，读取于 %3</translation>
    </message>
    <message>
        <source>%1 since %2: %3, read on %4</source>
        <translation>%1，自 %2 起：%3，读取于 %4</translation>
    </message>
    <message>
        <source>Between chunks (ICL)</source>
        <translation>分段之间（ICL）</translation>
    </message>
    <message>
        <source>The gaps between the chunks of all answers together. A chunk may hold several tokens. The gaps depend on each other, so they have no interval.</source>
        <translation>所有回答的分段间隔合在一起。一个分段可能含多个 token。各间隔彼此相关，因此没有区间。</translation>
    </message>
    <message>
        <source>a web page in place of a stream</source>
        <translation>收到网页而非流</translation>
    </message>
    <message>
        <source>something else in place of a stream</source>
        <translation>收到其他内容而非流</translation>
    </message>
    <message>
        <source>an error in place of a stream</source>
        <translation>收到错误而非流</translation>
    </message>
    <message>
        <source>an error within the stream</source>
        <translation>流中出现错误</translation>
    </message>
    <message>
        <source>an event that cannot be read</source>
        <translation>有无法读取的事件</translation>
    </message>
    <message>
        <source>a damaged frame</source>
        <translation>帧损坏</translation>
    </message>
    <message>
        <source>sends us elsewhere, which is not followed</source>
        <translation>要求转往他处，未予跟随</translation>
    </message>
    <message>
        <source>its filter held the answer back</source>
        <translation>回答被其过滤器拦下</translation>
    </message>
    <message>
        <source>ended by us</source>
        <translation>由本机结束</translation>
    </message>
    <message>
        <source>too long for the model</source>
        <translation>超出模型长度</translation>
    </message>
    <message>
        <source>the model&apos;s template fails</source>
        <translation>模型的模板出错</translation>
    </message>
    <message>
        <source>the model refuses the request</source>
        <translation>模型不接受此请求</translation>
    </message>
    <message>
        <source>the engine failed</source>
        <translation>引擎失败</translation>
    </message>
    <message>
        <source>overloaded (HTTP 529)</source>
        <translation>过载（HTTP 529）</translation>
    </message>
    <message>
        <source>%1, p99 of %2 by MLPerf&apos;s rule</source>
        <translation>%1，%2 按 MLPerf 规则的 p99</translation>
    </message>
    <message>
        <source>%1: too many failed</source>
        <translation>%1：失败过多</translation>
    </message>
    <message>
        <source>%1: at most %2, within the limit of %3</source>
        <translation>%1：至多 %2，在限值 %3 之内</translation>
    </message>
    <message>
        <source>%1: at most %2, not within the limit of %3</source>
        <translation>%1：至多 %2，不在限值 %3 之内</translation>
    </message>
    <message>
        <source>%1, p90 %2</source>
        <translation>%1，p90 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 chunks an answer</source>
        <translation>每个回答 %1 个分段</translation>
    </message>
    <message>
        <source>%1 (%2) of %3 answers</source>
        <translation>%1（%2），共 %3 个回答</translation>
    </message>
    <message>
        <source>not enough data, %1 of %2 answers</source>
        <translation>数据不足，%2 个回答中有 %1 个</translation>
    </message>
    <message>
        <source>Whole answer at %1 tokens, median: %2</source>
        <translation>%1 个 token 的整个回答，中位数：%2</translation>
    </message>
    <message>
        <source>%1; modelled from answers of another length: %2</source>
        <translation>%1；由其他长度的回答推算：%2</translation>
    </message>
    <message>
        <source>answers a second: not enough data, the window is shorter than %1 answers</source>
        <translation>每秒回答数：数据不足，时段短于 %1 个回答所需的时间</translation>
    </message>
    <message>
        <source>an answer without a token</source>
        <translation>回答中没有任何 token</translation>
    </message>
    <message>
        <source>%1 at %2 requests a second (sent %3, answered %4)</source>
        <translation>%1，每秒 %2 个请求（发出 %3，回答 %4）</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3 %) of %4</source>
        <translation>%4 个中的 %1 %（%2 至 %3 %）</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits, under what was asked for</source>
        <translation>%1：%2 在限值内，低于要求的比例</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits, but whole answers took longer and longer (%3 % over the step): it was not kept up</source>
        <translation>%1：%2 在限值内，但整个回答越来越久（这一步内增加 %3 %）：此速率未能维持</translation>
    </message>
    <message>
        <source>%1: none of the rates that were tried kept the limits</source>
        <translation>%1：试过的速率都不在限值内</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits is at least %2; the limit was not reached</source>
        <translation>%1：限值内的最高速率至少为%2；未达上限</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits is %2</source>
        <translation>%1：限值内的最高速率为%2</translation>
    </message>
    <message>
        <source>%1: the sweep ended after %2 of %3 steps</source>
        <translation>%1：扫描在 %3 步中的第 %2 步后结束</translation>
    </message>
    <message>
        <source>%1: %2 % of %3 that were sent kept the limits</source>
        <translation>%1：发出的 %3 个中有 %2 % 在限值内</translation>
    </message>
    <message>
        <source>%1, %2 good answers a second</source>
        <translation>%1，每秒 %2 个合格回答</translation>
    </message>
    <message>
        <source>%1 of them thought</source>
        <translation>其中思考 %1 个</translation>
    </message>
    <message>
        <source>this machine may not open more connections</source>
        <translation>本机无法再打开更多连接</translation>
    </message>
    <message>
        <source>A simulation costs nothing</source>
        <translation>模拟不需费用</translation>
    </message>
    <message>
        <source>The cost is not known: a price is missing</source>
        <translation>费用未知：缺少一项价格</translation>
    </message>
    <message>
        <source>No token was paid for</source>
        <translation>没有为任何 token 付费</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>a cost</comment>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Cost so far: %1, budget %2</source>
        <translation>目前费用：%1，预算 %2</translation>
    </message>
    <message>
        <source>Cost: %1, budget %2</source>
        <translation>费用：%1，预算 %2</translation>
    </message>
    <message>
        <source>Cost so far: %1</source>
        <translation>目前费用：%1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>费用：%1</translation>
    </message>
    <message>
        <source>%1: not enough data, it lasted %2 s of the %3 s that it takes (ten answers, and a second at least)</source>
        <translation>%1：数据不足，只持续了 %2 秒，需要 %3 秒（十个回答的时间，至少一秒）</translation>
    </message>
    <message>
        <source>%1 requests a second as planned (sent %2, answered %3)</source>
        <translation>计划的每秒 %1 个请求（送出 %2，回答 %3）</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 对 %2</translation>
    </message>
    <message>
        <source>not enough data, %1 of %2 pairs</source>
        <translation>数据不足，%1／%2 对</translation>
    </message>
    <message>
        <source>%1; too few pairs to show a difference in this window (p %2 by Holm&apos;s correction over %3 comparisons)</source>
        <translation>%1；配对太少，此时段内无法显示差异（对 %3 项比较作 Holm 校正后 p %2）</translation>
    </message>
    <message>
        <source>%1; no difference is shown in this window</source>
        <translation>%1；此时段内看不出差异</translation>
    </message>
    <message>
        <source>%1; %2 was faster in this window</source>
        <translation>%1；此时段内 %2 较快</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>over %1, too few to show a difference (p %2 by Holm&apos;s correction over %3 comparisons): %4</source>
        <translation>%1太少，无法显示差异（对 %3 项比较作 Holm 校正后 p %2）：%4</translation>
    </message>
    <message>
        <source>%1 (%2 of other places stand for themselves)</source>
        <translation>%1（另有 %2 个场次在其他地点，各自成立）</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，从 %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>%1 drifts: %2 % from beginning to end (99 % interval %3 to %4 %)</source>
        <translation>%1 有漂移：由头至尾 %2 %（99 % 区间 %3 至 %4 %）</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the first generated text of any channel</source>
        <translation>从计划要求送出请求的时刻到任一通道首次生成的文字</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the first visible text</source>
        <translation>从计划要求送出请求的时刻到首次可见的文字</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the last event with text</source>
        <translation>从计划要求送出请求的时刻到最后一个含文字的事件</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the provider&apos;s end marker, after the last text</source>
        <translation>从计划要求送出请求的时刻到最后文字之后供应商的结束标记</translation>
    </message>
    <message>
        <source>1 request a second</source>
        <translation>每秒 1 个请求</translation>
    </message>
    <message>
        <source>sweep from %1 on</source>
        <translation>扫描，起于%1</translation>
    </message>
    <message>
        <source>waits count from the schedule</source>
        <translation>等待自排定时刻起算</translation>
    </message>
    <message>
        <source>%1 (SIMULATION)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>%1: the sweep is at step %2 of %3</source>
        <translation>%1：扫描进行到 %3 步中的第 %2 步</translation>
    </message>
    <message>
        <source>%1 at %2 requests a second as planned</source>
        <translation>%1 计划每秒 %2 个请求</translation>
    </message>
    <message>
        <source>%1 with %2 at a time as planned</source>
        <translation>%1 计划同时 %2 个请求</translation>
    </message>
    <message>
        <source>%1 (sent %2 a second)</source>
        <translation>%1（每秒送出 %2 个）</translation>
    </message>
    <message>
        <source>%1, %2 under way: first token %3, whole answer %4</source>
        <translation>%1、进行中 %2 个：第一个 token %3，整个回答 %4</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>%1 · SIMULATION: %2</source>
        <translation>%1 · 模拟：%2</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数量</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 B（十亿）</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>%1, each %2 wide</source>
        <translation>%1 层，每层宽 %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力头</translation>
    </message>
    <message>
        <source>%1, with %2 of keys and values</source>
        <translation>%1 个，键与值 %2 个</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>%1; %2 tokens</source>
        <translation>%1；%2 个 token</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>with the file&apos;s own template</source>
        <translation>用文件自带的模板</translation>
    </message>
    <message>
        <source>no template in the file</source>
        <translation>文件没有模板</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>no template in the file; as %1 writes them</source>
        <translation>文件没有模板；按 %1 的写法</translation>
    </message>
</context>
<context>
    <name>ReaderText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No other language of this article is in the library yet. It is shown as it was written; import its page in another language to read both.</source>
        <translation>文库中还没有此文章的其他语言版本，目前显示原文。导入其他语言的页面即可对照阅读。</translation>
    </message>
    <message>
        <source>imported %1</source>
        <translation>导入于 %1</translation>
    </message>
    <message>
        <source>converted from Simplified (s2twp)</source>
        <translation>由简体转换（s2twp）</translation>
    </message>
    <message>
        <source>converted from Traditional (tw2sp)</source>
        <translation>由繁体转换（tw2sp）</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>↑ its table</source>
        <translation>↑ 所属表格</translation>
    </message>
    <message>
        <source>open in Tables</source>
        <translation>在“表格”中打开</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>reconstructed from word positions</source>
        <translation>按文字位置重建</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 of %4 columns are shown here.</source>
        <translation>这里显示 %2 行中的 %1 行、%4 列中的 %3 列。</translation>
    </message>
    <message>
        <source>Show the whole table</source>
        <translation>显示整个表格</translation>
    </message>
    <message>
        <source>Read on above ↑</source>
        <translation>全文见上方 ↑</translation>
    </message>
    <message>
        <source>title guessed</source>
        <translation>标题为推测</translation>
    </message>
    <message>
        <source>This article is very long; %1 more blocks are not shown yet.</source>
        <translation>此文章很长，还有 %1 段未显示。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允许此操作</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁盘为只读</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>没有此文件或文件夹</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>已经存在</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名称太长</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>链接形成循环</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁盘报告错误</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>正在使用中</translation>
    </message>
    <message>
        <source>no space is left on the disk</source>
        <translation>磁盘空间不足</translation>
    </message>
    <message>
        <source>it would be too large</source>
        <translation>文件会过大</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 图片</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 图片</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 图片</translation>
    </message>
    <message>
        <source>a ZIP archive or Office document</source>
        <translation>ZIP 压缩包或 Office 文档</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 压缩包</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 压缩包</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 压缩包</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 数据库</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>GGUF 模型</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文档</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>Office 文档</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>the document defines entities of its own</source>
        <translation>文档自行定义了实体</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>回复无法读取</translation>
    </message>
    <message>
        <source>only http and https addresses are fetched</source>
        <translation>仅抓取 http 和 https 网址</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>more than %1 redirects</source>
        <translation>重定向超过 %1 次</translation>
    </message>
    <message>
        <source>redirect to %1</source>
        <translation>重定向到 %1</translation>
    </message>
    <message>
        <source>redirect from https to %1</source>
        <translation>从 https 重定向到 %1</translation>
    </message>
    <message>
        <source>it is the library itself</source>
        <translation>这就是当前文库</translation>
    </message>
    <message>
        <source>it ran in another form</source>
        <translation>此前以不同的内容执行过</translation>
    </message>
    <message>
        <source>an article can hold %1 notes</source>
        <translation>一篇文章最多有 %1 条笔记</translation>
    </message>
    <message>
        <source>more rows or columns than a sheet can hold</source>
        <translation>行或列超过工作表的上限</translation>
    </message>
    <message>
        <source>the ending is none of %1</source>
        <translation>扩展名不是 %1 其中之一</translation>
    </message>
    <message>
        <source>these articles have no tables</source>
        <translation>这些文章没有表格</translation>
    </message>
    <message>
        <source>no server of this name was found</source>
        <translation>找不到此名称的服务器</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>无法连接到服务器</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>服务器超时未响应</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>服务器的证书不受信任</translation>
    </message>
    <message>
        <source>JSON that is no feed</source>
        <translation>不是订阅源的 JSON</translation>
    </message>
    <message>
        <source>XML that is neither a feed nor a page</source>
        <translation>既不是订阅源也不是网页的 XML</translation>
    </message>
    <message>
        <source>“%1” needs an address</source>
        <translation>“%1”需要地址</translation>
    </message>
    <message>
        <source>“%1” needs a model</source>
        <translation>“%1”需要模型</translation>
    </message>
    <message>
        <source>“%1” needs a region</source>
        <translation>“%1”需要区域</translation>
    </message>
    <message>
        <source>“%1” needs the option %2</source>
        <translation>“%1”需要选项 %2</translation>
    </message>
    <message>
        <source>the option %1 of “%2” is no whole number up to %3</source>
        <translation>“%2”的选项 %1 不是不超过 %3 的整数</translation>
    </message>
    <message>
        <source>the option %1 of “%2” is no number of dollars</source>
        <translation>“%2”的选项 %1 不是美元金额</translation>
    </message>
    <message>
        <source>no price is known for “%1”, so a budget in money cannot be kept; the options price-input and price-output say one</source>
        <translation>不知道“%1”的价格，无法守住金额预算；可用选项 price-input 与 price-output 写明</translation>
    </message>
    <message>
        <source>the option arithmetic is fast or contract, not “%1”</source>
        <translation>选项 arithmetic 是 fast 或 contract，不是“%1”</translation>
    </message>
    <message>
        <source>the option device is cpu or auto, not “%1”</source>
        <translation>选项 device 是 cpu 或 auto，不是“%1”</translation>
    </message>
    <message>
        <source>this version knows no provider “%1”</source>
        <translation>此版本不认识提供商“%1”</translation>
    </message>
    <message>
        <source>there is no simulated provider “%1”, only %2</source>
        <translation>没有模拟提供商“%1”，只有 %2</translation>
    </message>
    <message>
        <source>run %1 is not in the library</source>
        <translation>文库中没有第 %1 次测量</translation>
    </message>
    <message>
        <source>the option device is cpu, cuda or auto, not “%1”</source>
        <translation>选项 device 是 cpu、cuda 或 auto，不是“%1”</translation>
    </message>
    <message>
        <source>it has only %1 pages</source>
        <translation>它只有 %1 页</translation>
    </message>
    <message>
        <source>its beginning is damaged</source>
        <translation>文件开头损坏</translation>
    </message>
    <message>
        <source>the definition of %1 cannot be read</source>
        <translation>%1 的定义无法读取</translation>
    </message>
    <message>
        <source>it has no %1 any more</source>
        <translation>其中的 %1 已不存在</translation>
    </message>
    <message>
        <source>its pages do not fit together</source>
        <translation>文件各页的内容互相矛盾</translation>
    </message>
    <message>
        <source>no file can be made there</source>
        <translation>无法在那里创建文件</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>文件无法打开</translation>
    </message>
</context>
<context>
    <name>RunPresets</name>
    <message>
        <source>Quick look</source>
        <translation>快速一览</translation>
    </message>
    <message>
        <source>Fair comparison</source>
        <translation>公平比较</translation>
    </message>
    <message>
        <source>Sweep under limits</source>
        <translation>限值内扫描</translation>
    </message>
    <message>
        <source>MLPerf limits</source>
        <translation>MLPerf 限值</translation>
    </message>
    <message>
        <source>A few short answers in random order: enough for medians.</source>
        <translation>少量短回答、顺序随机：足以得出中位数。</translation>
    </message>
    <message>
        <source>The same prompt to each endpoint within moments, in random order; five such sessions at different hours carry a verdict.</source>
        <translation>同一提示在片刻之内以随机顺序发往各端点；在不同时段进行五个这样的场次才可下定论。</translation>
    </message>
    <message>
        <source>Searches the highest rate at which 95 % of the requests keep the limits.</source>
        <translation>寻找 95 % 的请求仍在限值内的最高速率。</translation>
    </message>
    <message>
        <source>Test a claim</source>
        <translation>验证说法</translation>
    </message>
    <message>
        <source>The run that would settle what an article claims of a latency, speed or availability.</source>
        <translation>做一次测量，以判定文章对延迟、速度或可用性的说法。</translation>
    </message>
    <message>
        <source>Rising load</source>
        <translation>渐增负载</translation>
    </message>
    <message>
        <source>A rate that rises (or falls) in an even line, told by its tenths: where answers become slow.</source>
        <translation>速率匀速上升（或下降），按十分之一分段列出：看回答从何处开始变慢。</translation>
    </message>
    <message>
        <source>Random arrivals against the limits of MLPerf Inference for Llama 2 70B in its server scenario: 2 s to the first token, 200 ms for each further one. Its own rule for the p99 takes 662 requests.</source>
        <translation>随机到达，对照 MLPerf Inference 服务器场景下 Llama 2 70B 的限值：首个 token 2 秒，其后每个 200 毫秒。其 p99 规则需 662 个请求。</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>What was finished before is kept.</source>
        <translation>已完成的部分会保留。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>找不到“%1”。</translation>
    </message>
    <message>
        <source>Check the name, or whether the disk or network folder is connected.</source>
        <translation>请检查名称，以及磁盘或网络文件夹是否已连接。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>无法读取“%1”：%2。</translation>
    </message>
    <message>
        <source>Check its permissions, or copy it elsewhere and try again.</source>
        <translation>请检查文件权限，或复制到别处再试。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>无法写入“%1”：%2。</translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation>请选择其他文件夹，或更改权限。</translation>
    </message>
    <message>
        <source>“%1” has %2; the limit is %3.</source>
        <translation>“%1”有 %2，上限为 %3。</translation>
    </message>
    <message>
        <source>Split it, or export only the part that is needed.</source>
        <translation>请拆分文件，或只导出需要的部分。</translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”.</source>
        <translation>“%1”所在的磁盘没有空间了。</translation>
    </message>
    <message>
        <source>Nothing was damaged. Free some space and try again.</source>
        <translation>没有数据受损。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>Save the page again as UTF-8, or as HTML.</source>
        <translation>请将页面另存为 UTF-8 或 HTML。</translation>
    </message>
    <message>
        <source>The character encoding of “%1” cannot be told.</source>
        <translation>无法判断“%1”的字符编码。</translation>
    </message>
    <message>
        <source>Save it again as UTF-8.</source>
        <translation>请另存为 UTF-8。</translation>
    </message>
    <message>
        <source>“%1” is none of the formats that can be read; it looks like %2.</source>
        <translation>“%1”不是可读取的格式，看起来像 %2。</translation>
    </message>
    <message>
        <source>“%1” has no text.</source>
        <translation>“%1”没有文字。</translation>
    </message>
    <message>
        <source>“%1” nests %3 levels deep at line %2; the limit is %4.</source>
        <translation>“%1”第 %2 行的嵌套深度达 %3 层，上限为 %4 层。</translation>
    </message>
    <message>
        <source>Such files are made to bring programs down; it was not opened.</source>
        <translation>这类文件可能是为了使程序崩溃而制作，因此未打开。</translation>
    </message>
    <message>
        <source>A table of “%1” at line %2 has %3 cells; the limit is %4.</source>
        <translation>“%1”第 %2 行的表格有 %3 个单元格，上限为 %4 个。</translation>
    </message>
    <message>
        <source>Export the table as CSV and open it in a spreadsheet instead.</source>
        <translation>请将表格导出为 CSV，改用电子表格打开。</translation>
    </message>
    <message>
        <source>“%1” is not well formed at line %2: %3.</source>
        <translation>“%1”第 %2 行格式有误：%3。</translation>
    </message>
    <message>
        <source>Save it again from where it came from.</source>
        <translation>请从来源重新保存。</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>“%1”受密码保护。</translation>
    </message>
    <message>
        <source>Remove the password and import it again.</source>
        <translation>请移除密码后重新导入。</translation>
    </message>
    <message>
        <source>Reading “%1” brought the parser down (%2).</source>
        <translation>读取“%1”时解析器异常退出（%2）。</translation>
    </message>
    <message>
        <source>Only this file is affected. It may be damaged or made to do harm.</source>
        <translation>只影响此文件。它可能已损坏，或含恶意内容。</translation>
    </message>
    <message>
        <source>Reading “%1” took longer than %2 seconds and was stopped.</source>
        <translation>读取“%1”超过 %2 秒，已中止。</translation>
    </message>
    <message>
        <source>Only this file is affected. A simpler form of it, such as plain text, may work.</source>
        <translation>只影响此文件。改用较简单的格式（例如纯文本）或许可行。</translation>
    </message>
    <message>
        <source>Reading “%1” needed more memory than the limit of %2.</source>
        <translation>读取“%1”所需的内存超过上限 %2。</translation>
    </message>
    <message>
        <source>Only this file is affected. Split it, or save it as plain text.</source>
        <translation>只影响此文件。请拆分文件，或另存为纯文本。</translation>
    </message>
    <message>
        <source>“%1” could not be fetched: %2.</source>
        <translation>无法抓取“%1”：%2。</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>请检查网址和网络后再试。</translation>
    </message>
    <message>
        <source>“%1” was not fetched: %2.</source>
        <translation>未抓取“%1”：%2。</translation>
    </message>
    <message>
        <source>Save the page with a browser and import the file.</source>
        <translation>请用浏览器保存页面，再导入文件。</translation>
    </message>
    <message>
        <source>The library “%1” cannot be opened: %2.</source>
        <translation>无法打开文库“%1”：%2。</translation>
    </message>
    <message>
        <source>Check the folder, or choose another library.</source>
        <translation>请检查文件夹，或选择其他文库。</translation>
    </message>
    <message>
        <source>“%1” is not a Parallax library.</source>
        <translation>“%1”不是 Parallax 文库。</translation>
    </message>
    <message>
        <source>It was not changed. Choose another file.</source>
        <translation>文件未更改。请选择其他文件。</translation>
    </message>
    <message>
        <source>The library “%1” is damaged: %2.</source>
        <translation>文库“%1”已损坏：%2。</translation>
    </message>
    <message>
        <source>It was not changed. Restore the newest snapshot, or choose another library.</source>
        <translation>文件未更改。请还原最新的快照，或选择其他文库。</translation>
    </message>
    <message>
        <source>The library “%1” was made by a newer version (format %2; this version understands %3).</source>
        <translation>文库“%1”由较新的版本创建（格式 %2；此版本支持 %3）。</translation>
    </message>
    <message>
        <source>It is open for reading only. Update Parallax to change it.</source>
        <translation>已以只读方式打开。更新 Parallax 后才能更改。</translation>
    </message>
    <message>
        <source>The library “%1” can be read but not changed.</source>
        <translation>文库“%1”可以读取，但无法更改。</translation>
    </message>
    <message>
        <source>Check the permissions of the file and folder.</source>
        <translation>请检查文件和文件夹的权限。</translation>
    </message>
    <message>
        <source>Another program kept the library “%1” busy for %2 seconds.</source>
        <translation>其他程序占用文库“%1”达 %2 秒。</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again when it has finished.</source>
        <translation>没有数据丢失。请等它结束后再试。</translation>
    </message>
    <message>
        <source>The library “%1” did not do what was asked: %2.</source>
        <translation>文库“%1”无法完成请求：%2。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the library in the settings.</source>
        <translation>请再试一次；若仍然如此，请到设置中检查文库。</translation>
    </message>
    <message>
        <source>The library “%1” could not be brought to the present format (step %2): %3.</source>
        <translation>无法将文库“%1”升级到当前格式（步骤 %2）：%3。</translation>
    </message>
    <message>
        <source>It was left as it was; a backup lies at “%4”.</source>
        <translation>文库保持原样，备份在“%4”。</translation>
    </message>
    <message>
        <source>The library “%1” could not be copied: %2.</source>
        <translation>无法复制文库“%1”：%2。</translation>
    </message>
    <message>
        <source>“%1” could not be restored: %2.</source>
        <translation>无法还原“%1”：%2。</translation>
    </message>
    <message>
        <source>The library is as it was. Try another snapshot.</source>
        <translation>文库保持原样。请改用其他快照。</translation>
    </message>
    <message>
        <source>Article %1 is not in the library.</source>
        <translation>文章 %1 不在文库中。</translation>
    </message>
    <message>
        <source>It may have been removed; search for its title.</source>
        <translation>可能已被移除，请搜索标题。</translation>
    </message>
    <message>
        <source>Table %1 is not in the library.</source>
        <translation>表格 %1 不在文库中。</translation>
    </message>
    <message>
        <source>Its article may have been removed or imported anew.</source>
        <translation>所属文章可能已移除或重新导入。</translation>
    </message>
    <message>
        <source>The correction “%2” was not taken (%1).</source>
        <translation>未采用更正“%2”（%1）。</translation>
    </message>
    <message>
        <source>Look at the table again: it may have changed, or says so already.</source>
        <translation>请再看一次表格：它可能已有变动，或本来就是如此。</translation>
    </message>
    <message>
        <source>The search “%1” cannot be understood: %2.</source>
        <translation>无法理解搜索“%1”：%2。</translation>
    </message>
    <message>
        <source>Use plain words, or quote a phrase.</source>
        <translation>请用普通词语，或为短语加上引号。</translation>
    </message>
    <message>
        <source>“%1” could not be exported: %2.</source>
        <translation>无法导出“%1”：%2。</translation>
    </message>
    <message>
        <source>Choose another folder or format.</source>
        <translation>请选择其他文件夹或格式。</translation>
    </message>
    <message>
        <source>Article %1 has no edition in %2.</source>
        <translation>文章 %1 没有%2的语言版本。</translation>
    </message>
    <message>
        <source>Choose another language, or import that edition.</source>
        <translation>请选择其他语言，或导入该语言版本。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>“parallax --help” shows what can be said.</source>
        <translation>运行“parallax --help”可查看用法。</translation>
    </message>
    <message>
        <source>Something unexpected happened: %1.</source>
        <translation>发生意外情况：%1。</translation>
    </message>
    <message>
        <source>Your library is safe. Please report what you were doing.</source>
        <translation>文库完好无损。请反馈你当时的操作。</translation>
    </message>
    <message>
        <source>“%1” is ill-formed and was read as far as it could be.</source>
        <translation>“%1”格式有误，已尽量读取。</translation>
    </message>
    <message>
        <source>The encoding was guessed to be %1 (certainty %2).</source>
        <translation>推测编码为 %1（可信度 %2）。</translation>
    </message>
    <message>
        <source>Only the first %1 entries were read.</source>
        <translation>只读取了前 %1 个条目。</translation>
    </message>
    <message>
        <source>“%1” would take too long to read as Markdown and was read as plain text.</source>
        <translation>“%1”以 Markdown 读取耗时过长，已改以纯文本读取。</translation>
    </message>
    <message>
        <source>The text reads “%1” where “%2” was meant: it was saved in a wrong encoding.</source>
        <translation>文字显示为“%1”，原意应为“%2”：文件曾以错误的编码保存。</translation>
    </message>
    <message>
        <source>Where “%1” ends and what follows begins was guessed.</source>
        <translation>“%1”与后续内容的分界为推测。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What went wrong, then what to do about it: two whole sentences.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The parser remarked “%1” (%2).</source>
        <translation>解析器提示“%1”（%2）。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Several languages</source>
        <translation>多种语言</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他语言</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>未知语言</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was being done, then what went wrong.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Only the first %2 of %1 pages were read.</source>
        <translation>共 %1 页，只读取了前 %2 页。</translation>
    </message>
    <message>
        <source>“%1” is damaged, or is no %3 document.</source>
        <translation>“%1”已损坏，或不是 %3 文档。</translation>
    </message>
    <message>
        <source>Check %1 is not in the library.</source>
        <translation>数据库中没有检核 %1。</translation>
    </message>
    <message>
        <source>Its article may have been removed, imported anew or checked again.</source>
        <translation>其文章可能已移除、重新导入或重新检核。</translation>
    </message>
    <message>
        <source>“%1” is no sound model file: at “%2”, %3 was expected and %4 found.</source>
        <translation>“%1”不是完好的模型文件：在“%2”处预期为 %3，实际为 %4。</translation>
    </message>
    <message>
        <source>Download it again; if that does not help, tell whoever made it.</source>
        <translation>请重新下载；若仍无效，请告知制作者。</translation>
    </message>
    <message>
        <source>“%1” cannot be run: “%2” is %3.</source>
        <translation>无法运行“%1”：“%2”为 %3。</translation>
    </message>
    <message>
        <source>Choose another model, or the same model in another format.</source>
        <translation>请选择其他模型，或同一模型的其他格式。</translation>
    </message>
    <message>
        <source>The model’s chat template cannot be used: %1.</source>
        <translation>无法使用此模型的对话模板：%1。</translation>
    </message>
    <message>
        <source>Send a plain prompt, or choose another model.</source>
        <translation>请改用纯文本提示，或选择其他模型。</translation>
    </message>
    <message>
        <source>The model stopped working: %1.</source>
        <translation>模型停止工作：%1。</translation>
    </message>
    <message>
        <source>Load it again; with a shorter context it needs less memory.</source>
        <translation>请重新加载；上下文较短时所需内存较少。</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens; this model can hold %2.</source>
        <translation>提示有 %1 个词元；此模型可容纳 %2 个。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or choose a model with a longer context.</source>
        <translation>请缩短提示，或选择上下文较长的模型。</translation>
    </message>
    <message>
        <source>Text, Markdown, HTML, PDF, CSV, RSS, Atom, JSON Feed and OPML can be imported.</source>
        <translation>可导入文本、Markdown、HTML、PDF、CSV、RSS、Atom、JSON Feed 和 OPML。</translation>
    </message>
    <message>
        <source>If it is a scan, run character recognition on it first. If it is a page that a script fills in, save it as the browser shows it.</source>
        <translation>如果是扫描件，请先做文字识别；如果是由脚本填入内容的网页，请按浏览器显示的样子保存。</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>“%1”是文件夹。</translation>
    </message>
    <message>
        <source>Name a file in it. Importing takes whole folders, too.</source>
        <translation>请指定其中的文件。导入也接受整个文件夹。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>Save or download it again from where it came from.</source>
        <translation>请从来源重新保存或下载。</translation>
    </message>
    <message>
        <source>“%2” is no role that a row or column can have.</source>
        <translation>“%2”不是行或列可以有的角色。</translation>
    </message>
    <message>
        <source>Choose one of the roles that its menu offers.</source>
        <translation>请从菜单提供的角色中选择。</translation>
    </message>
    <message>
        <source>The table has nothing to correct at row and column %2.</source>
        <translation>表格的行与列 %2 处没有可更正的内容。</translation>
    </message>
    <message>
        <source>Look at the table again: its article may have been imported anew.</source>
        <translation>请再看一次表格：文章可能已重新导入。</translation>
    </message>
    <message>
        <source>“%2” is too long for a cell, or is no text.</source>
        <translation>“%2”对单元格来说太长，或不是文本。</translation>
    </message>
    <message>
        <source>Write what the cell should say, and the reason in its own field.</source>
        <translation>请写单元格应有的内容，原因写在它自己的栏位。</translation>
    </message>
    <message>
        <source>It says “%2” already.</source>
        <translation>那里已经是“%2”。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Correction %2 is not in the library.</source>
        <translation>更正 %2 不在文库中。</translation>
    </message>
    <message>
        <source>Its article may have been removed.</source>
        <translation>它的文章可能已移除。</translation>
    </message>
    <message>
        <source>Correction %2 was taken back already.</source>
        <translation>更正 %2 已经收回。</translation>
    </message>
    <message>
        <source>Choose another name, or check the space and permissions of the folder.</source>
        <translation>请换一个名称，或检查该文件夹的空间与权限。</translation>
    </message>
    <message>
        <source>The library “%1” is from an older version and must be brought up to date first.</source>
        <translation>资料库“%1”是较旧版本建立的，须先更新。</translation>
    </message>
    <message>
        <source>Open it where its file and folder may be changed; a backup is made before.</source>
        <translation>请在文件与文件夹可以写入的地方打开；更新前会先备份。</translation>
    </message>
    <message>
        <source>The model cannot run on the card: %1.</source>
        <translation>模型无法在显卡上运行：%1。</translation>
    </message>
    <message>
        <source>Let it run on the processor, or leave the choice to Parallax (auto).</source>
        <translation>请改在处理器上运行，或交由 Parallax 选择（auto）。</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens; the model was loaded for %2, of the %3 that it can hold.</source>
        <translation>提示有 %1 个 token；模型加载时只留了 %2 个的空间，它最多可容纳 %3 个。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or load the model with a longer context (--context).</source>
        <translation>请缩短提示，或以更长的上下文加载模型（--context）。</translation>
    </message>
    <message>
        <source>“%1” has tables outside its article, which were left out; their number is %2.</source>
        <translation>“%1”的文章以外有表格，已略去；数目：%2。</translation>
    </message>
    <message>
        <source>Every field of a plan, with what it takes and an example, is in docs/latency.md under “A plan”.</source>
        <translation>计划的每个字段、可填的内容与示例，见 docs/latency.md 的“A plan”一节。</translation>
    </message>
    <message>
        <source>A tag of “%1” at line %2 has %3 attributes; the limit is %4.</source>
        <translation>“%1”第 %2 行的一个标签有 %3 个属性；上限是 %4 个。</translation>
    </message>
    <message>
        <source>“%1” has entries with neither title nor text, which were left out; their number is %2.</source>
        <translation>“%1”中有既无标题也无正文的条目，已略过；共 %2 条。</translation>
    </message>
    <message>
        <source>“%1” has lost %2 of its characters; they were gone before it was saved. The first of them are on line %3: “%4”.</source>
        <translation>“%1”有 %2 的字符已经丢失；保存之前就没有了。第一处在第 %3 行：“%4”。</translation>
    </message>
    <message>
        <source>“%1” has lost %2 of its characters; they were replaced by question marks or replacement characters before it was saved.</source>
        <translation>“%1”有 %2 的字符丢失，在保存之前就已变成问号或替换字符。</translation>
    </message>
    <message>
        <source>“%1” has further articles beside its main one, which were left out; their number is %2, their words %3.</source>
        <translation>“%1”在主文之外另有文章，已略去；共 %2 篇，%3 个字词。</translation>
    </message>
    <message>
        <source>Entry %1 (“%2”) was left out: %3.</source>
        <translation>第 %1 条条目（“%2”）已略去：%3。</translation>
    </message>
    <message>
        <source>A part of entry %1 (“%2”) was left out: %3.</source>
        <translation>第 %1 条条目（“%2”）有一部分已略去：%3。</translation>
    </message>
    <message>
        <source>The text of entry %1 (“%2”) could not be read: %3. Its title was kept.</source>
        <translation>第 %1 条条目（“%2”）的正文无法读取：%3。已保留标题。</translation>
    </message>
    <message>
        <source>The number of further entries that could not be read whole is %1.</source>
        <translation>另有 %1 条条目无法完整读取。</translation>
    </message>
    <message>
        <source>it nests too deep</source>
        <translation>嵌套层数过深</translation>
    </message>
    <message>
        <source>it has too many attributes in a tag</source>
        <translation>某个标签的属性过多</translation>
    </message>
    <message>
        <source>it has a table that is too large</source>
        <translation>其中有过大的表格</translation>
    </message>
    <message>
        <source>it is not well formed</source>
        <translation>格式不正确</translation>
    </message>
    <message>
        <source>its characters were lost before the feed was saved</source>
        <translation>文字在订阅源保存前就已丢失</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>Some bytes of “%1” do not fit its encoding, %2, and show as “�”; the file is kept as it is. The first of them are on line %3: “%4”.</source>
        <translation>“%1”有些字节不合其编码 %2，显示为“�”；文件照原样保存。最先的在第 %3 行：“%4”。</translation>
    </message>
    <message>
        <source>“%1” names no address on the web and is left out; the number of such feeds is %2.</source>
        <translation>“%1”没有指明网络地址，已略过；这样的订阅源共 %2 个。</translation>
    </message>
    <message>
        <source>“%1” has bytes that are not UTF-8; their number is %2. They were read as windows-1252 (certainty %3).</source>
        <translation>“%1”有 %2 个字节不是 UTF-8，已当作 windows-1252 读取（把握 %3）。</translation>
    </message>
    <message>
        <source>“%1” has tables whose cells hold whole passages or tables of their own; they were read as text. Their number is %2.</source>
        <translation>“%1”有 %2 个表格的单元格内含整段文字或另一个表格，已当作文字读取。</translation>
    </message>
    <message>
        <source>“%1” has a title of %2 characters; it was cut after %3.</source>
        <translation>“%1”的标题有 %2 个字符，已截到 %3 个。</translation>
    </message>
</context>
<context>
    <name>TableChart</name>
    <message>
        <source>The first %1 of %2 rows.</source>
        <translation>%2 行中的前 %1 行。</translation>
    </message>
    <message>
        <source>One column is left out; select it to draw it.</source>
        <translation>有 1 列未绘制，选择即可绘制。</translation>
    </message>
    <message>
        <source>%1 columns are left out; select those to draw.</source>
        <translation>有 %1 列未绘制，请选择要绘制的列。</translation>
    </message>
</context>
<context>
    <name>TableCorrections</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>no figure is stated</source>
        <translation>未载明数字</translation>
    </message>
    <message>
        <source>words</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>TableRoles</name>
    <message>
        <source>Names of the rows</source>
        <translation>行的名称</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水平值</translation>
    </message>
    <message>
        <source>Base of a change</source>
        <translation>变动的基期</translation>
    </message>
    <message>
        <source>Result of a change</source>
        <translation>变动后的值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Share of a whole</source>
        <translation>占整体的比例</translation>
    </message>
    <message>
        <source>Total of other columns</source>
        <translation>其他列的合计</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Total of other rows</source>
        <translation>其他行的合计</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Heading of a section</source>
        <translation>分段标题</translation>
    </message>
    <message>
        <source>Average of other rows</source>
        <translation>其他行的平均</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>变动百分比</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Share of the total</source>
        <translation>占总计的比例</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>年复合增长率</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>Role of a column</source>
        <translation>列的角色</translation>
    </message>
    <message>
        <source>Role of a row</source>
        <translation>行的角色</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>In force; the page has changed since</source>
        <translation>生效中；原文其后有变</translation>
    </message>
    <message>
        <source>Replaced by a later one</source>
        <translation>已被后来的更正取代</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Its place is gone</source>
        <translation>原来的位置已不存在</translation>
    </message>
    <message>
        <source>A figure is missing.</source>
        <translation>缺少数字。</translation>
    </message>
    <message>
        <source>The figures have different units.</source>
        <translation>这些数字的单位不同。</translation>
    </message>
    <message>
        <source>The base is zero.</source>
        <translation>基期为零。</translation>
    </message>
    <message>
        <source>No rate leads from or to a figure below zero.</source>
        <translation>负数无法计算增长率。</translation>
    </message>
    <message>
        <source>The number of years is not known.</source>
        <translation>不知道相隔几年。</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Change, %1 to %2</source>
        <translation>变动，%1 至 %2</translation>
    </message>
    <message>
        <source>Difference, %1 to %2</source>
        <translation>差额，%1 至 %2</translation>
    </message>
    <message>
        <source>CAGR, %1 to %2</source>
        <translation>年复合增长率，%1 至 %2</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>占“%1”的比例</translation>
    </message>
    <message>
        <source>Rank by %1</source>
        <translation>按“%1”的名次</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>No Chinese font is installed; Chinese text shows as boxes.</source>
        <translation>未安装中文字体，中文会显示为方框。</translation>
    </message>
    <message>
        <source>Install the package fonts-noto-cjk.</source>
        <translation>请安装软件包 fonts-noto-cjk。</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>验算</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ArticleListModel</name>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表格</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 条笔记</translation>
    </message>
</context>
<context>
    <name>parallax::ui::BrokenPage</name>
    <message>
        <source>Choose another library</source>
        <translation>选择其他文库</translation>
    </message>
    <message>
        <source>Parallax libraries (*.sqlite3);;All files (*)</source>
        <translation>Parallax 文库 (*.sqlite3);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Restore a snapshot</source>
        <translation>还原快照</translation>
    </message>
    <message>
        <source>The library as it was on %1 takes the place of the damaged file. The damaged file is kept beside it under another name.</source>
        <translation>损坏的文件将由 %1 的文库取代，并改名保留在旁。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Restoring the library</source>
        <translation>正在还原文库</translation>
    </message>
    <message>
        <source>The library could not be opened</source>
        <translation>无法打开文库</translation>
    </message>
    <message>
        <source>Nothing was changed: the file is as it was found.</source>
        <translation>没有任何更改，文件保持原样。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Restore this snapshot…</source>
        <translation>还原此快照…</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>选择其他文库…</translation>
    </message>
    <message>
        <source>Making a library</source>
        <translation>正在建立文库</translation>
    </message>
    <message>
        <source>No new library was made in its place.</source>
        <translation>未在原处建立新的文库。</translation>
    </message>
    <message>
        <source>Begin a new library there</source>
        <translation>在该处建立新的文库</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartLegend</name>
    <message>
        <source>Shows or hides this series of the chart</source>
        <translation>显示或隐藏图表的此系列</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartPanel</name>
    <message>
        <source>Zoom back</source>
        <translation>缩回</translation>
    </message>
    <message>
        <source>Show all categories</source>
        <translation>显示所有类别</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>导出图片…</translation>
    </message>
    <message>
        <source>There are no figures to draw here.</source>
        <translation>这里没有可绘制的数据。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Arrow keys move the crosshair, Enter opens the figure, + zooms in, - goes back, 0 shows everything.</source>
        <translation>方向键移动十字线，Enter 打开该条数据，+ 放大，- 返回，0 显示全部。</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG 图片 (*.png);;SVG 图形 (*.svg);;PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>图表的数字</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartTable</name>
    <message>
        <source>Select the whole table</source>
        <translation>选取整个表格</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartTableModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CheckDetail</name>
    <message>
        <source>The article says so and means it: show the figure quietly</source>
        <translation>文章确有此意，此数字改以低调方式显示</translation>
    </message>
    <message>
        <source>The check is mistaken: show the figure quietly</source>
        <translation>验算有误，此数字改以低调方式显示</translation>
    </message>
    <message>
        <source>What is right is known; the note says it</source>
        <translation>已知正确的数字，写在备注中</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 by %2 on %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Proves little: the figures are written so coarsely that anything in %1 would agree with them.</source>
        <translation>证明力有限：数字写得很粗略，%1 之内的任何值都与之相符。</translation>
    </message>
    <message>
        <source>The rounding of the figures allows %1.</source>
        <translation>按数字的舍入，可为 %1。</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>It would hold with one of these</source>
        <translation>改为以下任一项即相符</translation>
    </message>
    <message>
        <source>The check in full</source>
        <translation>验算详情</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>What the two articles say</source>
        <translation>两篇文章的说法</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>A note on the mark</source>
        <translation>标记的备注</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CheckFilterBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>所有规则</translation>
    </message>
    <message>
        <source>Marked or not</source>
        <translation>不限标记</translation>
    </message>
    <message>
        <source>Every source</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>One article</source>
        <translation>单篇文章</translation>
    </message>
    <message>
        <source>Only the checks of “%1”; click for all articles</source>
        <translation>只列“%1”的验算；点击即列出所有文章</translation>
    </message>
    <message>
        <source>Search figures and titles</source>
        <translation>搜索数字和标题</translation>
    </message>
    <message>
        <source>Search the quoted figures and the titles of the articles</source>
        <translation>搜索引用的数字和文章标题</translation>
    </message>
    <message>
        <source>Clear or start the search</source>
        <translation>清除或开始搜索</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Checks of every outcome</source>
        <translation>各种结果的验算</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Only the checks of one rule</source>
        <translation>只列一种规则的验算</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Only what is marked so</source>
        <translation>只列有此标记的验算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Only articles of one source</source>
        <translation>只列一个来源的文章</translation>
    </message>
    <message>
        <source>Across articles</source>
        <translation>跨文章</translation>
    </message>
    <message>
        <source>Only statements that another article contradicts or confirms</source>
        <translation>只列与其他文章相互印证或抵触的陈述</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChecksWorkspace</name>
    <message>
        <source>Checks</source>
        <translation>验算</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下一项验算</translation>
    </message>
    <message>
        <source>Previous check</source>
        <translation>上一项验算</translation>
    </message>
    <message>
        <source>Mark the check as accepted</source>
        <translation>将验算标为已接受</translation>
    </message>
    <message>
        <source>Mark the check as a false alarm</source>
        <translation>将验算标为误报</translation>
    </message>
    <message>
        <source>Mark the check as corrected</source>
        <translation>将验算标为已更正</translation>
    </message>
    <message>
        <source>Take the mark from the check</source>
        <translation>移除验算的标记</translation>
    </message>
    <message>
        <source>Write a note on the mark</source>
        <translation>写标记的备注</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>撤销上一个标记</translation>
    </message>
    <message>
        <source>Set the mark again</source>
        <translation>重做标记</translation>
    </message>
    <message>
        <source>Open the statement in its article</source>
        <translation>在文章中打开此陈述</translation>
    </message>
    <message>
        <source>Find a check</source>
        <translation>查找验算</translation>
    </message>
    <message>
        <source>Export the listed checks…</source>
        <translation>导出列出的验算…</translation>
    </message>
    <message>
        <source>Export 1 check</source>
        <translation>导出 1 项验算</translation>
    </message>
    <message>
        <source>Export %1 checks</source>
        <translation>导出 %1 项验算</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV 文件 (*.csv);;Excel 工作簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 of %2 documents are checked</source>
        <translation>已验算 %1 份文档，共 %2 份</translation>
    </message>
    <message>
        <source>The checks cannot be read</source>
        <translation>无法读取验算</translation>
    </message>
    <message>
        <source>No check passes these filters</source>
        <translation>没有符合筛选条件的验算</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>尚无结果</translation>
    </message>
    <message>
        <source>The figures of the library are being recomputed.</source>
        <translation>正在重算文库中的数字。</translation>
    </message>
    <message>
        <source>Nothing to recompute</source>
        <translation>没有可重算的数字</translation>
    </message>
    <message>
        <source>No article states a figure together with those that it is made from.</source>
        <translation>没有文章把某个数字与构成它的数字一起写出。</translation>
    </message>
    <message>
        <source>1 check</source>
        <translation>1 项验算</translation>
    </message>
    <message>
        <source>%1 checks, worst first</source>
        <translation>%1 项验算，最严重的在前</translation>
    </message>
    <message>
        <source>This check cannot be shown</source>
        <translation>无法显示此验算</translation>
    </message>
    <message>
        <source>Choose a check</source>
        <translation>选择一项验算</translation>
    </message>
    <message>
        <source>How the figure was recomputed and where it stands are shown here.</source>
        <translation>这里会显示数字如何重算，以及出自何处。</translation>
    </message>
    <message>
        <source>Reading the checks…</source>
        <translation>正在读取验算…</translation>
    </message>
    <message>
        <source>No figures to check yet</source>
        <translation>还没有可验算的数字</translation>
    </message>
    <message>
        <source>Every figure of an article that can be made from others is recomputed after an import: shares, totals, growth, orders, and what other articles say of the same.</source>
        <translation>导入后，凡能由其他数字得出的数字都会重算：占比、合计、增长、排序，以及其他文章对同一件事的说法。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文库</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show all checks</source>
        <translation>显示所有验算</translation>
    </message>
    <message>
        <source>How much of the library is checked</source>
        <translation>文库的验算进度</translation>
    </message>
    <message>
        <source>Recomputing the figures of the library</source>
        <translation>正在重算文库中的数字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即核查</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChunkModel</name>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>%1, came with another</source>
        <translation>%1，与另一段同时到达</translation>
    </message>
    <message>
        <source>At, ms</source>
        <translation>时间，毫秒</translation>
    </message>
    <message>
        <source>After the last, ms</source>
        <translation>距前一段，毫秒</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ClaimChooser</name>
    <message>
        <source>Test a claim</source>
        <translation>验证说法</translation>
    </message>
    <message>
        <source>Search the claims</source>
        <translation>搜索说法</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>说法</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Looking for claims</source>
        <translation>查找说法</translation>
    </message>
    <message>
        <source>The first %1 claims; the reader shows those of any article.</source>
        <translation>前 %1 个说法；阅读器会显示任何一篇文章的说法。</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 articles</source>
        <translation>正在读取：文章 %1／%2</translation>
    </message>
    <message>
        <source>No article claims a figure of latency, speed, throughput, price or availability.</source>
        <translation>没有文章提出延迟、速度、吞吐量、价格或可用性的数字。</translation>
    </message>
    <message>
        <source>%1 claims</source>
        <translation>%1 个说法</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ClaimStrip</name>
    <message>
        <source>In the article</source>
        <translation>在文章中</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>进行测量</translation>
    </message>
    <message>
        <source>Claim: %1</source>
        <translation>说法：%1</translation>
    </message>
    <message>
        <source>Add an endpoint for what is claimed first.</source>
        <translation>请先为所称对象添加端点。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CommandPalette</name>
    <message>
        <source>Search articles, run a command</source>
        <translation>搜索文章、运行命令</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter searches the whole library · Esc closes</source>
        <translation>Enter 打开 · Ctrl+Enter 搜索整个文库 · Esc 关闭</translation>
    </message>
    <message>
        <source>Commands, places and articles</source>
        <translation>命令、位置和文章</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CompareModel</name>
    <message>
        <source>%1 pp</source>
        <translation>%1 个百分点</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>%1: %2, statements differ: %3</source>
        <translation>%1：%2，说法不一：%3</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>The first %1 of %2 subjects.</source>
        <translation>%2 个对象中的前 %1 个。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ComparePage</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Comparing tables</source>
        <translation>正在比较表格</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表格</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 处不一致</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 处不一致</translation>
    </message>
    <message>
        <source>No other table states this; its own figures are shown.</source>
        <translation>没有其他表格载有此项；以下为它自己的数字。</translation>
    </message>
    <message>
        <source>≠ marks statements of one period that cannot be the same figure; the change from the period before stands behind a figure.</source>
        <translation>≠ 表示同一期间的说法不可能是同一个数字；数字后面是与前一期相比的变动。</translation>
    </message>
    <message>
        <source>The newest %1 tables were compared.</source>
        <translation>只比较了最新的 %1 个表格。</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>导出比较结果</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel 工作簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>回到表格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不一致的</translation>
    </message>
    <message>
        <source>There are no figures to draw.</source>
        <translation>没有可以绘制的数字。</translation>
    </message>
    <message>
        <source>Comparing with the other tables…</source>
        <translation>正在与其他表格比较…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>没有可比较的内容</translation>
    </message>
    <message>
        <source>This table has no figures that could stand beside those of another one.</source>
        <translation>这个表格没有可与其他表格并列的数字。</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较什么</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CompareRunsPage</name>
    <message>
        <source>%1 runs side by side</source>
        <translation>%1 次测量并列</translation>
    </message>
    <message>
        <source>Medians with their 95 % intervals. A session counts once, however many requests it had; five of the same comparison carry a verdict. Double-click a figure for its run.</source>
        <translation>中位数与其 95 % 区间。每个场次不论有多少请求都只计一次；同一比较满五个场次才可下定论。双击数字可看该次测量。</translation>
    </message>
    <message>
        <source>No two endpoints are compared in more than one of these runs.</source>
        <translation>这些测量中没有可合并的端点比较。</translation>
    </message>
    <message>
        <source>These runs are of %1 different comparisons: each stands for itself.</source>
        <translation>这些测量属于 %1 种不同的比较：各自分开计算。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次测量</translation>
    </message>
    <message>
        <source>They were made from %1 places: each has its own sessions and its own verdict.</source>
        <translation>这些测量来自 %1 个地点：各有自己的场次与结论。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ComputeDialog</name>
    <message>
        <source>Compute a column</source>
        <translation>计算一列</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>as the headers say</source>
        <translation>按标题所载</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年数</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>加入此列</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>列</translation>
    </message>
    <message>
        <source>%1 of %2 rows stay empty. %3</source>
        <translation>%2 行中有 %1 行留空。%3</translation>
    </message>
    <message>
        <source>No column of this table has figures to compute with: only names, words and dates.</source>
        <translation>这个表格没有可供计算的数字列，只有名称、文字和日期。</translation>
    </message>
    <message>
        <source>Two columns with figures are needed, and this table has one.</source>
        <translation>需要两个数字列，这个表格只有一个。</translation>
    </message>
    <message>
        <source>Choose two different columns.</source>
        <translation>请选择两个不同的列。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CorrectionDialog</name>
    <message>
        <source>Unit of a column</source>
        <translation>一列的单位</translation>
    </message>
    <message>
        <source>Correct a cell</source>
        <translation>更正单元格</translation>
    </message>
    <message>
        <source>Where the right figure stands, or what is wrong with this one</source>
        <translation>正确数字的出处，或这个数字错在哪里</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Should say</source>
        <translation>应为</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>The article keeps its own words; a correction can be taken back.</source>
        <translation>文章保留原文；更正可以撤回。</translation>
    </message>
    <message>
        <source>As a header would say it: USD billions, %, req/s, 億美元</source>
        <translation>按标题的写法:USD billions、%、req/s、亿美元</translation>
    </message>
    <message>
        <source>Is read as: %1</source>
        <translation>读作：%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CorrectionLog</name>
    <message>
        <source>Corrections of this table</source>
        <translation>这个表格的更正</translation>
    </message>
    <message>
        <source>Nothing in this table was corrected. Right-click a cell or a header to do so.</source>
        <translation>这个表格没有更正。在单元格或标题上点右键即可更正。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更正前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更正后</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>parallax::ui::DealsWorkspace</name>
    <message>
        <source>Here you will see who agreed what with whom, for how much and until when, each with the sentence it was read from.</source>
        <translation>这里将列出谁与谁达成什么协议、金额多少、到何时为止，并附上出处句子。</translation>
    </message>
    <message>
        <source>Deals are not read from articles yet. Search finds them by their words.</source>
        <translation>尚未从文章读取交易，可先用关键词搜索。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文库</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
</context>
<context>
    <name>parallax::ui::Drawer</name>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Nothing is running and nothing has run yet.</source>
        <translation>目前没有任务，也没有任务记录。</translation>
    </message>
    <message>
        <source>Nothing has gone wrong.</source>
        <translation>没有任何问题。</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>清除已完成的</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EmptyPage</name>
    <message>
        <source>Loading</source>
        <translation>正在载入</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointDelegate</name>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointDialog</name>
    <message>
        <source>Change endpoint</source>
        <translation>更改端点</translation>
    </message>
    <message>
        <source>Add endpoint</source>
        <translation>添加端点</translation>
    </message>
    <message>
        <source>The provider&apos;s own</source>
        <translation>供应商自己的</translation>
    </message>
    <message>
        <source>One a line: resource, api-version, project, auth, reasoning-effort, price-input and price-output in dollars a million tokens</source>
        <translation>每行一项：resource、api-version、project、auth、reasoning-effort，以及以每百万 token 美元计的 price-input 与 price-output</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Model or deployment</source>
        <translation>模型或部署</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>扮演</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Key variable</source>
        <translation>密钥变量</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>There is an endpoint of this name.</source>
        <translation>已有同名的端点。</translation>
    </message>
    <message>
        <source>An address may hold no name or password: keys are kept elsewhere.</source>
        <translation>地址不可含用户名或密码：密钥另行保管。</translation>
    </message>
    <message>
        <source>An option is NAME=VALUE.</source>
        <translation>选项的写法是 NAME=VALUE。</translation>
    </message>
    <message>
        <source>The environment variable that holds the key. No key is ever written down.</source>
        <translation>存放密钥的环境变量。密钥从不写入任何地方。</translation>
    </message>
    <message>
        <source>One short prompt is under way…</source>
        <translation>正在发出一则简短提示…</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>测试 %1</translation>
    </message>
    <message>
        <source>It answers: first token after %1, last after %2.</source>
        <translation>有回答：%1后首个 token，%2后最后一个。</translation>
    </message>
    <message>
        <source>No answer: %1.</source>
        <translation>没有回答：%1。</translation>
    </message>
    <message>
        <source>No answer: %1. It says: %2</source>
        <translation>没有回答：%1。对方称：%2</translation>
    </message>
    <message>
        <source>Choose a model file…</source>
        <translation>选择模型文件…</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <translation>选择模型文件</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A server that runs already; without one, a run starts its own</source>
        <translation>已在运行的服务器；留空则测量时自行启动</translation>
    </message>
    <message>
        <source>Asking the system&apos;s keychain…</source>
        <translation>正在询问系统钥匙串…</translation>
    </message>
    <message>
        <source>The key of %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>There is no keychain here, or it did not answer within 5 s: the key was not kept anywhere. %1 “%2” goes on without one.</source>
        <translation>这里没有钥匙串，或它在 5 秒内没有响应：密钥没有保存在任何地方。%1按“%2”可不存密钥继续。</translation>
    </message>
    <message>
        <source>The keychain did not answer within 5 s: the key may still be in it. “%1” goes on all the same.</source>
        <translation>钥匙串在 5 秒内没有响应：密钥可能仍在其中。按“%1”仍可继续。</translation>
    </message>
    <message>
        <source>The keychain did not answer within 5 s: the key stays under the old name. “%1” goes on without it.</source>
        <translation>钥匙串在 5 秒内没有响应：密钥仍保存在旧名称下。按“%1”可不带密钥继续。</translation>
    </message>
    <message>
        <source>An environment variable named here does instead; it has to be set before Parallax starts.</source>
        <translation>也可改在此填写一个环境变量的名称；须在 Parallax 启动前设置。</translation>
    </message>
    <message>
        <source>The environment variable %1 does instead; it has to be set before Parallax starts.</source>
        <translation>也可改用环境变量 %1；须在 Parallax 启动前设置。</translation>
    </message>
    <message>
        <source>The key is taken out of the system&apos;s keychain.</source>
        <translation>密钥将从系统钥匙串移除。</translation>
    </message>
    <message>
        <source>The key is in the system&apos;s keychain, for this address alone.</source>
        <translation>密钥在系统钥匙串中，只供此地址使用。</translation>
    </message>
    <message>
        <source>The key was kept for another address and is taken out of the keychain. Type one for this address.</source>
        <translation>密钥原是为另一地址保存的，将从钥匙串移除。请为此地址输入密钥。</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keychain (Secret Service or KWallet), for this address alone, and never in the library, a log or an export. %1</source>
        <translation>密钥保存在系统钥匙串（Secret Service 或 KWallet），只供此地址使用，从不写入文库、日志或导出文件。%1</translation>
    </message>
    <message>
        <source>An address may hold no “?” or “#”: keys are kept elsewhere.</source>
        <translation>地址不可含“?”或“#”：密钥另行保管。</translation>
    </message>
    <message>
        <source>The key variable is the name of an environment variable, never the key itself.</source>
        <translation>密钥变量是环境变量的名称，绝非密钥本身。</translation>
    </message>
    <message>
        <source>There is no such option. There are: %1.</source>
        <translation>没有这个选项。可用的有：%1。</translation>
    </message>
    <message>
        <source>The option “temperature” is “no”, for a model that takes none.</source>
        <translation>选项“temperature”的值为“no”，用于不接受此参数的模型。</translation>
    </message>
    <message>
        <source>A name, a model, a region and an address have no line breaks or other control characters.</source>
        <translation>名称、模型、区域和地址中不得有换行或其他控制字符。</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>地址以 http:// 或 https:// 开头。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointModel</name>
    <message>
        <source>Not measured yet</source>
        <translation>尚未测量</translation>
    </message>
    <message>
        <source>First token %1 · %2</source>
        <translation>首个 token %1 · %2</translation>
    </message>
    <message>
        <source>Key found in %1</source>
        <translation>已在 %1 找到密钥</translation>
    </message>
    <message>
        <source>%1, SIMULATION, %2</source>
        <translation>%1，模拟，%2</translation>
    </message>
    <message>
        <source>The keychain gives no key</source>
        <translation>钥匙串没有给出密钥</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>还没有密钥</translation>
    </message>
    <message>
        <source>Its key is in the system&apos;s keychain</source>
        <translation>密钥在系统钥匙串中</translation>
    </message>
    <message>
        <source>A key is put into the keychain by “Change endpoint”</source>
        <translation>用“更改端点”可将密钥存入钥匙串</translation>
    </message>
    <message>
        <source>A key is put into the keychain by “Change endpoint”, or set in the environment as %1</source>
        <translation>用“更改端点”可将密钥存入钥匙串，或设置环境变量 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EvidenceCard</name>
    <message>
        <source>Evidence: %1</source>
        <translation>出处：%1</translation>
    </message>
    <message>
        <source>Enter opens the article there</source>
        <translation>按 Enter 在文章中打开该处</translation>
    </message>
    <message>
        <source>Read it in the article</source>
        <translation>在文章中阅读</translation>
    </message>
    <message>
        <source>Open its table</source>
        <translation>打开所属表格</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>另见</translation>
    </message>
    <message>
        <source>Read it in %1</source>
        <translation>阅读%1版</translation>
    </message>
</context>
<context>
    <name>parallax::ui::FiguresModel</name>
    <message>
        <source>%1 (SIMULATION)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首个 token</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>Between chunks</source>
        <translation>分段间隔</translation>
    </message>
    <message>
        <source>Latest answer</source>
        <translation>最近的回答</translation>
    </message>
</context>
<context>
    <name>parallax::ui::FindBar</name>
    <message>
        <source>Find in this article</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一个 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一个 (Enter)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭搜索 (Esc)</translation>
    </message>
    <message>
        <source>Not in this article</source>
        <translation>本文中没有</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Clear the words</source>
        <translation>清除文字</translation>
    </message>
</context>
<context>
    <name>parallax::ui::FirstStart</name>
    <message>
        <source>Your library is empty</source>
        <translation>文库为空</translation>
    </message>
    <message>
        <source>Open the demo library</source>
        <translation>打开示例文库</translation>
    </message>
    <message>
        <source>Search every article and run every command from one field.</source>
        <translation>一个输入框即可搜索所有文章、运行所有命令。</translation>
    </message>
    <message>
        <source>Alt+1 … 3</source>
        <extracomment>Keys held together with a digit, as a range.</extracomment>
        <translation>Alt+1 … 3</translation>
    </message>
    <message>
        <source>Read the same article in English, Traditional or Simplified Chinese.</source>
        <translation>同一篇文章可用英文、繁体中文或简体中文阅读。</translation>
    </message>
    <message>
        <source>Follow any figure to its sentence, and come back.</source>
        <translation>从任一数字跳到其出处句子，再返回。</translation>
    </message>
    <message>
        <source>Drop articles, saved pages, feeds or PDF files anywhere on this window, or look around in the demo library first.</source>
        <translation>把文章、已保存的网页、订阅源或 PDF 文件拖放到窗口任意位置，或先看看示例文库。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Use another library…</source>
        <translation>使用其他文库…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::FittingBar</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ImportDialog</name>
    <message>
        <source>Choose files to import</source>
        <translation>选择要导入的文件</translation>
    </message>
    <message>
        <source>Choose a folder to import</source>
        <translation>选择要导入的文件夹</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Address of an article or feed</source>
        <translation>文章或订阅源的网址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>What will be imported</source>
        <translation>要导入的项目</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Files…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.xml *.rss *.atom *.json *.csv *.tsv *.opml *.pdf);;All files (*)</source>
        <translation>文章 (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.xml *.rss *.atom *.json *.csv *.tsv *.opml *.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Saved pages, text, Markdown, HTML, RSS, Atom, JSON Feed, CSV, OPML and PDF. Addresses are fetched once, now. Known articles are recognised, and what you added to them stays.</source>
        <translation>支持已保存的网页、纯文本、Markdown、HTML、RSS、Atom、JSON Feed、CSV、OPML 和 PDF。网址仅在此时抓取一次。已有的文章会自动识别，你添加的内容都会保留。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::Importer</name>
    <message>
        <source>1 article added</source>
        <translation>新增 1 篇文章</translation>
    </message>
    <message>
        <source>%1 articles added</source>
        <translation>新增 %1 篇文章</translation>
    </message>
    <message>
        <source>1 edition in another language added</source>
        <translation>新增 1 个其他语言版本</translation>
    </message>
    <message>
        <source>%1 editions in other languages added</source>
        <translation>新增 %1 个其他语言版本</translation>
    </message>
    <message>
        <source>1 article updated</source>
        <translation>更新 1 篇文章</translation>
    </message>
    <message>
        <source>%1 articles updated</source>
        <translation>更新 %1 篇文章</translation>
    </message>
    <message>
        <source>1 article was already there</source>
        <translation>1 篇文章已在文库中</translation>
    </message>
    <message>
        <source>%1 articles were already there</source>
        <translation>%1 篇文章已在文库中</translation>
    </message>
    <message>
        <source>1 file could not be read</source>
        <translation>1 个文件无法读取</translation>
    </message>
    <message>
        <source>%1 files could not be read</source>
        <translation>%1 个文件无法读取</translation>
    </message>
    <message>
        <source>Nothing to import was found.</source>
        <translation>未找到可导入的内容。</translation>
    </message>
    <message>
        <source>Pasted page</source>
        <translation>粘贴的网页</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Importing “%1”</source>
        <translation>正在导入“%1”</translation>
    </message>
    <message>
        <source>Importing %1 items</source>
        <translation>正在导入 %1 个项目</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A title, then what is doubtful about it.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open this line to import it again with the damage undone.</source>
        <translation>打开此项，即可修复后重新导入。</translation>
    </message>
    <message>
        <source>A list of %1 feeds</source>
        <translation>列有 %1 个订阅源的列表</translation>
    </message>
    <message>
        <source>The list names %1 feeds. Nothing was fetched from them yet.</source>
        <translation>列表中有 %1 个订阅源，尚未抓取其中任何内容。</translation>
    </message>
    <message>
        <source>Open this line to import what they hold now.</source>
        <translation>打开此项，即可导入它们目前的内容。</translation>
    </message>
    <message>
        <source>1 file skipped that is no document</source>
        <translation>跳过 1 个非文档文件</translation>
    </message>
    <message>
        <source>%1 files skipped that are no documents</source>
        <translation>跳过 %1 个非文档文件</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>%1: 1 file was skipped, it is no document</source>
        <extracomment>What was being imported.</extracomment>
        <translation>%1：跳过了 1 个非文档文件</translation>
    </message>
    <message>
        <source>%1: %2 files were skipped, they are no documents</source>
        <translation>%1：跳过了 %2 个非文档文件</translation>
    </message>
    <message>
        <source>A list of 1 feed</source>
        <translation>1 个订阅源的列表</translation>
    </message>
    <message>
        <source>The list names 1 feed. Nothing was fetched from it yet.</source>
        <translation>列表列有 1 个订阅源，尚未从中获取任何内容。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::IntervalStrip</name>
    <message>
        <source>Stated against recomputed</source>
        <translation>原文与重算对照</translation>
    </message>
    <message>
        <source>Stated: %1.</source>
        <translation>原文：%1。</translation>
    </message>
    <message>
        <source>Recomputed: %1.</source>
        <translation>重算：%1。</translation>
    </message>
    <message>
        <source>Within the rounding of the figures: %1.</source>
        <translation>在数字的舍入范围内：%1。</translation>
    </message>
    <message>
        <source>With zeros at the end taken as rounding, too: %1.</source>
        <translation>若末尾的零也视为舍入：%1。</translation>
    </message>
    <message>
        <source>stated</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>recomputed</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>One statement against the other</source>
        <translation>两处陈述的对照</translation>
    </message>
    <message>
        <source>Stated here: %1.</source>
        <translation>此处：%1。</translation>
    </message>
    <message>
        <source>Stated there: %1.</source>
        <translation>另一处：%1。</translation>
    </message>
    <message>
        <source>stated here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>stated there</source>
        <translation>另一处</translation>
    </message>
</context>
<context>
    <name>parallax::ui::KeyField</name>
    <message>
        <source>In the keychain; typed here, another replaces it</source>
        <translation>已在钥匙串中；在此输入另一个即可替换</translation>
    </message>
    <message>
        <source>Typed or pasted here, it goes into the keychain</source>
        <translation>在此输入或粘贴，即存入钥匙串</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Take the key out of the keychain</source>
        <translation>将密钥从钥匙串移除</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LatencyWorkspace</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Add endpoint…</source>
        <translation>添加端点…</translation>
    </message>
    <message>
        <source>Change endpoint…</source>
        <translation>更改端点…</translation>
    </message>
    <message>
        <source>Remove endpoint</source>
        <translation>移除端点</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>开始测量</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Remove the run…</source>
        <translation>移除此次测量…</translation>
    </message>
    <message>
        <source>Try it with the simulation</source>
        <translation>用模拟试试看</translation>
    </message>
    <message>
        <source>Remove “%1”? What was measured of it stays.</source>
        <translation>移除“%1”？已测得的结果会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>移除测量</translation>
    </message>
    <message>
        <source>Remove this run with everything that was measured in it? This cannot be undone.</source>
        <translation>移除此次测量及其中测得的一切？此操作无法撤销。</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Here measured response times of cloud endpoints and of models on this machine stand beside each other, on one clock.</source>
        <translation>云端端点与本机模型的实测响应时间在此并列，以同一时钟计。</translation>
    </message>
    <message>
        <source>Reading the measurements…</source>
        <translation>正在读取测量结果…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Tick endpoints and press Start, or choose an earlier run at the left.</source>
        <translation>勾选端点后按“开始”，或在左侧选择先前的测量。</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>This run cannot be shown</source>
        <translation>无法显示此次测量</translation>
    </message>
    <message>
        <source>This request is no longer there</source>
        <translation>此请求已不存在</translation>
    </message>
    <message>
        <source>The measurements cannot be read</source>
        <translation>无法读取测量结果</translation>
    </message>
    <message>
        <source>The run could not be made</source>
        <translation>未能进行此次测量</translation>
    </message>
    <message>
        <source>Nothing that was measured before is lost.</source>
        <translation>先前测得的结果都还在。</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>测量：%1</translation>
    </message>
    <message>
        <source>A first look</source>
        <translation>初次体验</translation>
    </message>
    <message>
        <source>This claim is no longer in its article.</source>
        <translation>此说法已不在文章中。</translation>
    </message>
    <message>
        <source>PDF report (*.pdf);;CSV (*.csv);;Excel workbook (*.xlsx);;JSON with raw timelines (*.json)</source>
        <translation>PDF 报告 (*.pdf);;CSV (*.csv);;Excel 工作簿 (*.xlsx);;含原始时间线的 JSON (*.json)</translation>
    </message>
    <message>
        <source>Remove “%1”, and its key from the keychain? What was measured of it stays.</source>
        <translation>要移除“%1”并从钥匙串移除其密钥吗？已测得的结果会保留。</translation>
    </message>
    <message>
        <source>The key of %1 may still be in the keychain: it did not answer.</source>
        <translation>%1 的密钥可能仍在钥匙串中：它没有响应。</translation>
    </message>
    <message>
        <source>Two providers are simulated as an article states them, beside a small made-up model that this machine runs: no key is needed and nothing leaves it.</source>
        <translation>按文章所述模拟两家提供商，并与本机运行的一个小型虚构模型并列：不需要密钥，也没有任何数据离开本机。</translation>
    </message>
    <message>
        <source>Runs that are chosen together, with Ctrl or Shift, stand side by side.</source>
        <translation>以 Ctrl 或 Shift 一并选取的测量会并排显示。</translation>
    </message>
    <message>
        <source>The run ended early.</source>
        <translation>测量提前结束。</translation>
    </message>
    <message>
        <source>%1 attempts could not be kept and are in no report; what was kept is here.</source>
        <translation>有 %1 次请求未能保存，不在任何报告中；已保存的在此。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LibraryChecker</name>
    <message>
        <source>Checking the figures of %1 editions</source>
        <translation>正在检核 %1 个版本的数字</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LibraryPage</name>
    <message>
        <source>Daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>Before a change of format</source>
        <translation>更改格式前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>还原前</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>When a snapshot was taken, its size, why it was taken.</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>There is no snapshot yet. One is taken each day that Parallax is opened.</source>
        <translation>还没有快照。每天打开 Parallax 时会创建一份。</translation>
    </message>
    <message>
        <source>Choose another library</source>
        <translation>选择其他文库</translation>
    </message>
    <message>
        <source>Parallax libraries (*.sqlite3);;All files (*)</source>
        <translation>Parallax 文库 (*.sqlite3);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Taking a snapshot</source>
        <translation>正在创建快照</translation>
    </message>
    <message>
        <source>parallax-%1.sqlite3</source>
        <translation>parallax-%1.sqlite3</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>备份文库</translation>
    </message>
    <message>
        <source>Backing up the library to “%1”</source>
        <translation>正在将文库备份到“%1”</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>正在检查文库</translation>
    </message>
    <message>
        <source>The library was checked and is sound.</source>
        <translation>文库检查完毕，一切正常。</translation>
    </message>
    <message>
        <source>The library is damaged. Restore a snapshot.</source>
        <translation>文库已损坏，请还原快照。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Take one now</source>
        <translation>立即创建快照</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>选择其他文库…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>还原…</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>备份到…</translation>
    </message>
    <message>
        <source>Taken by hand</source>
        <translation>手动创建</translation>
    </message>
    <message>
        <source>Choose a library or a backup to restore from</source>
        <translation>选择要从中还原的文库或备份</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>从文件还原…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LibraryWorkspace</name>
    <message>
        <source>Next article</source>
        <translation>下一篇文章</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未读文章</translation>
    </message>
    <message>
        <source>Read on: a page further, then the next article</source>
        <translation>往下读：先翻页，再到下一篇</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>添加或移除星标</translation>
    </message>
    <message>
        <source>Mark as unread or read</source>
        <translation>标为未读或已读</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索文库</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>List related articles</source>
        <translation>列出相关文章</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>从文库移除</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>复制标题</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Export as text…</source>
        <translation>导出为纯文本…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Export as HTML…</source>
        <translation>导出为 HTML…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>导出为 JSON…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存储为 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>转到下一窗格</translation>
    </message>
    <message>
        <source>Go to the previous pane</source>
        <translation>转到上一窗格</translation>
    </message>
    <message>
        <source>Read the original</source>
        <translation>阅读原文</translation>
    </message>
    <message>
        <source>Read the translation</source>
        <translation>阅读译文</translation>
    </message>
    <message>
        <source>Read both, interleaved</source>
        <translation>对照阅读</translation>
    </message>
    <message>
        <source>Read both, side by side</source>
        <translation>并排阅读</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>标准文字大小</translation>
    </message>
    <message>
        <source>Show or hide contents and notes</source>
        <translation>显示或隐藏目录和笔记</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>New tag %1</source>
        <translation>新建标签 %1</translation>
    </message>
    <message>
        <source>1 article will be removed with its notes and tags.</source>
        <translation>将移除 1 篇文章，连同其笔记和标签。</translation>
    </message>
    <message>
        <source>%1 articles will be removed with their notes and tags.</source>
        <translation>将移除 %1 篇文章，连同其笔记和标签。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Export the article</source>
        <translation>导出文章</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Export %1 articles to a folder</source>
        <translation>将 %1 篇文章导出到文件夹</translation>
    </message>
    <message>
        <source>Exporting articles</source>
        <translation>正在导出文章</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Next figure that fails a check</source>
        <translation>下一个验算不符的数字</translation>
    </message>
    <message>
        <source>Previous figure that fails a check</source>
        <translation>上一个验算不符的数字</translation>
    </message>
    <message>
        <source>Show all checks in the text</source>
        <translation>在正文显示所有验算</translation>
    </message>
    <message>
        <source>With failed checks</source>
        <translation>有验算不符</translation>
    </message>
    <message>
        <source>Order of the list: newest first</source>
        <translation>列表顺序：从新到旧</translation>
    </message>
    <message>
        <source>Order of the list: oldest first</source>
        <translation>列表顺序：从旧到新</translation>
    </message>
    <message>
        <source>Order of the list: imported last</source>
        <translation>列表顺序：最近导入</translation>
    </message>
    <message>
        <source>Order of the list: by title</source>
        <translation>列表顺序：按标题</translation>
    </message>
    <message>
        <source>Order of the list: by source</source>
        <translation>列表顺序：按来源</translation>
    </message>
    <message>
        <source>Rename the chosen tag or saved search</source>
        <translation>重命名所选的标签或已保存的搜索</translation>
    </message>
    <message>
        <source>Next colour for the chosen tag</source>
        <translation>所选标签换下一个颜色</translation>
    </message>
    <message>
        <source>The saved search “%1” will be removed.</source>
        <translation>已保存的搜索“%1”将被移除。</translation>
    </message>
    <message>
        <source>Another one is called “%1” already; the name was not changed.</source>
        <translation>已经有另一个叫“%1”；名称没有更改。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The tag “%1” will be removed, also from 1 article.</source>
        <translation>标签“%1”将被移除，1 篇文章也会失去它。</translation>
    </message>
    <message>
        <source>The tag “%1” will be removed, also from %2 articles.</source>
        <translation>标签“%1”将被移除，%2 篇文章也会失去它。</translation>
    </message>
    <message>
        <source>Earlier versions of the article…</source>
        <translation>文章的较早版本…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ListPane</name>
    <message>
        <source>Looking…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>从新到旧</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>从旧到新</translation>
    </message>
    <message>
        <source>Imported last</source>
        <translation>最近导入</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>按标题</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>Search results come best first</source>
        <translation>搜索结果按相关程度排序</translation>
    </message>
    <message>
        <source>Search titles, text, tables and notes</source>
        <translation>搜索标题、正文、表格和笔记</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Words, &quot;exact phrases&quot;, -without, title:word, source:name, topic:name, tag:name, note:word, OR. Either Chinese script finds the other.</source>
        <translation>可输入词语、&quot;完整短语&quot;、-排除的词、title:词、source:名称、topic:名称、tag:名称、note:词、OR。繁体与简体可互相搜索。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此搜索</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The articles cannot be listed.</source>
        <translation>无法列出文章。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Looked in titles, summaries, text, tables and notes, in both Chinese scripts and in any width and case.</source>
        <translation>已搜索标题、摘要、正文、表格和笔记，不分繁简、全角半角与大小写。</translation>
    </message>
    <message>
        <source>Also looked for: %1</source>
        <translation>也搜索了：%1</translation>
    </message>
    <message>
        <source>Nothing here matches “%1”.</source>
        <translation>这里没有与“%1”匹配的内容。</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>搜索整个文库</translation>
    </message>
    <message>
        <source>Nothing in the library matches “%1”.</source>
        <translation>文库中没有与“%1”匹配的内容。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>No other article shares its topics, names and words.</source>
        <translation>没有其他文章与它的主题、名称或用词相近。</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>显示所有文章</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部读完了。</translation>
    </message>
    <message>
        <source>No article is starred yet. S stars the one you are reading.</source>
        <translation>还没有加星标的文章。按 S 可为正在阅读的文章加星标。</translation>
    </message>
    <message>
        <source>There are no notes yet. Select words in an article and press N.</source>
        <translation>还没有笔记。在文章中选中文字后按 N。</translation>
    </message>
    <message>
        <source>No article belongs here any more.</source>
        <translation>这里已没有文章。</translation>
    </message>
    <message>
        <source>The library is empty. Drop files on the window, or import them.</source>
        <translation>文库为空。把文件拖放到窗口，或导入文件。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Related to “%1”</source>
        <translation>“%1”的相关文章</translation>
    </message>
    <message>
        <source>at least %1 articles, ranked among the newest 5,000 matches</source>
        <translation>至少 %1 篇文章，仅对最新的 5,000 条结果排序</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 篇文章</translation>
    </message>
    <message>
        <source>%1 articles</source>
        <translation>%1 篇文章</translation>
    </message>
    <message>
        <source>also looked for %1</source>
        <translation>也搜索了 %1</translation>
    </message>
    <message>
        <source>Clear or start the search</source>
        <translation>清除或开始搜索</translation>
    </message>
    <message>
        <source>Understood as: %1</source>
        <translation>理解为：%1</translation>
    </message>
    <message>
        <source>There is no field “%1”; the fields are title, summary, body, table, note, source, topic, tag, lang and month.</source>
        <translation>没有“%1”这个字段；字段有标题、摘要、正文、表格、笔记、来源、主题、标签、语言和月份。</translation>
    </message>
    <message>
        <source>understood as %1</source>
        <translation>理解为 %1</translation>
    </message>
    <message>
        <source>Also left out: %1</source>
        <translation>也排除了：%1</translation>
    </message>
    <message>
        <source>also left out %1</source>
        <translation>也排除了 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::MainWindow</name>
    <message>
        <source>This library was made by a newer version of Parallax and is open for reading only.</source>
        <translation>此文库由较新版本的 Parallax 创建，已以只读方式打开。</translation>
    </message>
    <message>
        <source>This library cannot be changed here and is open for reading only.</source>
        <translation>此文库无法在这里更改，已以只读方式打开。</translation>
    </message>
    <message>
        <source>Using the library</source>
        <translation>使用文库</translation>
    </message>
    <message>
        <source>%1 – Parallax</source>
        <translation>%1 – Parallax</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>松开即可导入</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that can be imported.</source>
        <translation>剪贴板中没有可导入的内容。</translation>
    </message>
    <message>
        <source>Search articles, run a command</source>
        <translation>搜索文章、运行命令</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>从剪贴板导入</translation>
    </message>
    <message>
        <source>Import the demo library</source>
        <translation>导入示例文库</translation>
    </message>
    <message>
        <source>Read in English</source>
        <translation>用英文阅读</translation>
    </message>
    <message>
        <source>Read in Traditional Chinese</source>
        <translation>用繁体中文阅读</translation>
    </message>
    <message>
        <source>Read in Simplified Chinese</source>
        <translation>用简体中文阅读</translation>
    </message>
    <message>
        <source>Interface language: %1</source>
        <translation>界面语言：%1</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Use high contrast</source>
        <translation>使用高对比度</translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation>整体放大</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>整体缩小</translation>
    </message>
    <message>
        <source>Show tasks</source>
        <translation>显示任务</translation>
    </message>
    <message>
        <source>Show issues</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Cancel all tasks</source>
        <translation>取消所有任务</translation>
    </message>
    <message>
        <source>Library file, snapshots and backup</source>
        <translation>文库文件、快照与备份</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::MeasureView</name>
    <message>
        <source>%1: first token %2, between chunks %3; %4</source>
        <translation>%1：首个 token %2，分段间隔 %3；%4</translation>
    </message>
    <message>
        <source>Endpoints side by side</source>
        <translation>端点并列</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>First token, each request</source>
        <translation>首个 token，逐个请求</translation>
    </message>
    <message>
        <source>Between chunks</source>
        <translation>分段间隔</translation>
    </message>
    <message>
        <source>Token race</source>
        <translation>Token 竞速</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ModelSession</name>
    <message>
        <source>Load %1</source>
        <translation>加载 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ModelsWorkspace</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Run prompt</source>
        <translation>运行提示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>%1后出现第一个 token</translation>
    </message>
    <message>
        <source>%1 tokens per second</source>
        <translation>每秒 %1 个 token</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>as long as was allowed</source>
        <translation>已到长度上限</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>无法打开这个文件</translation>
    </message>
    <message>
        <source>Open a language model in a GGUF file to see what it is and to try it on this machine.</source>
        <translation>打开 GGUF 文件中的语言模型，看它是什么，并在这台电脑上试用。</translation>
    </message>
    <message>
        <source>The file is only read, and nothing leaves this machine. It can also be dropped here.</source>
        <translation>文件只会被读取，数据不会离开这台电脑。也可以把文件拖放到这里。</translation>
    </message>
    <message>
        <source>Loading, %1 %</source>
        <translation>加载中，%1 %</translation>
    </message>
    <message>
        <source>Answering on %1</source>
        <translation>正在回答，使用 %1</translation>
    </message>
    <message>
        <source>This model cannot be run</source>
        <translation>无法运行这个模型</translation>
    </message>
    <message>
        <source>Ready on %1</source>
        <translation>就绪，使用 %1</translation>
    </message>
    <message>
        <source>Open %1 again</source>
        <translation>再次打开 %1</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>What the model is to answer or to continue</source>
        <translation>要模型回答或续写的内容</translation>
    </message>
    <message>
        <source>As a conversation</source>
        <translation>作为对话</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>0: always the likeliest word; more: more varied</source>
        <translation>0：总是最可能的词；越高越多变</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>最多 token 数</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 tokens in the prompt</source>
        <translation>提示有 %1 个 token</translation>
    </message>
    <message>
        <source>%1 tokens written</source>
        <translation>已写 %1 个 token</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Puts the prompt into the model&apos;s template, as what a person says</source>
        <translation>把提示放进模型的模板，当作人说的话</translation>
    </message>
</context>
<context>
    <name>parallax::ui::NoteEditor</name>
    <message>
        <source>Your note; Ctrl+Enter saves it</source>
        <translation>输入笔记，按 Ctrl+Enter 保存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>保存笔记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>删除笔记</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Colour of the note: %1</source>
        <translation>笔记颜色：%1</translation>
    </message>
    <message>
        <source>A note on the whole article</source>
        <translation>整篇文章的笔记</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PaletteModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PercentileModel</name>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>The 95 % interval stands in parentheses. Enter or a double click opens the request.</source>
        <translation>括号内为 95 % 区间。按 Enter 或双击可打开该请求。</translation>
    </message>
    <message>
        <source>not enough data: %1 of the %2 answers that it takes</source>
        <translation>数据不足：需要 %2 个回答，已有 %1 个</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PivotPage</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>列</translation>
    </message>
    <message>
        <source>show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>by</source>
        <translation>按</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Group and pivot</source>
        <translation>分组与透视</translation>
    </message>
    <message>
        <source>Grouping the rows…</source>
        <translation>正在将各行分组…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No column of this table has figures.</source>
        <translation>这个表格没有数字列。</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(空白)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Stopped. Choose a column to group again.</source>
        <translation>已停止。选择一列即可重新分组。</translation>
    </message>
    <message>
        <source>One cell has no figure in this unit and is left out.</source>
        <translation>有一个单元格没有此单位的数字，未计入。</translation>
    </message>
    <message>
        <source>%1 cells have no figure in this unit and are left out.</source>
        <translation>有 %1 格没有这个单位的数字，不计入。</translation>
    </message>
    <message>
        <source>There are more groups than can be shown; the rest stand together as “…”.</source>
        <translation>组数太多无法全部显示；其余合为“…”。</translation>
    </message>
    <message>
        <source>Double-click a cell to see its rows.</source>
        <translation>双击单元格可看它的各行。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PlaceModel</name>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1: %2 in this library; the pages count %3.</source>
        <translation>%1：此文库有 %2 篇，来源页面标示 %3 篇。</translation>
    </message>
    <message>
        <source>%1, %2 articles</source>
        <translation>%1，%2 篇文章</translation>
    </message>
    <message>
        <source>With failed checks</source>
        <translation>有验算不符</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PlacePane</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Remove this tag</source>
        <translation>移除此标签</translation>
    </message>
    <message>
        <source>Remove this saved search</source>
        <translation>移除此已保存的搜索</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄榄色</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ProjectionModel</name>
    <message>
        <source>Added up here; the article does not state it</source>
        <translation>由本软件加总，文章并未列出</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The figures as rounded allow %1 to %2.</source>
        <translation>按数字的舍入，变动介于 %1 与 %2 之间。</translation>
    </message>
    <message>
        <source>Stated: %1.</source>
        <translation>原文：%1。</translation>
    </message>
    <message>
        <source>%1, which the figures do not give</source>
        <translation>%1，与所列数字不符</translation>
    </message>
    <message>
        <source>Recomputed from the two figures</source>
        <translation>由两个数字重算</translation>
    </message>
    <message>
        <source>The change as the article states it; △ where the figures do not give it</source>
        <translation>文章所载的变动；△ 表示与所列数字不符</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>As stated</source>
        <translation>原文所载</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Subjects in other units are left out.</source>
        <translation>未列入单位不同的项目。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Change, recomputed</source>
        <translation>变动（重算）</translation>
    </message>
    <message>
        <source>Change, as stated</source>
        <translation>变动（原文）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>%1 pp</source>
        <translation>%1 个百分点</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ProjectionsWorkspace</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Filter figures</source>
        <translation>筛选数据</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open in Tables</source>
        <translation>在“表格”中打开</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>打开出处</translation>
    </message>
    <message>
        <source>The market figures cannot be read</source>
        <translation>无法读取市场数据</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation>所有指标</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有来源</translation>
    </message>
    <message>
        <source>No figure matches</source>
        <translation>没有匹配的数据</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 条数据</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 条数据</translation>
    </message>
    <message>
        <source>Market figures</source>
        <translation>市场数据</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;CSV (*.csv);;Markdown (*.md);;JSON (*.json)</source>
        <translation>Excel 工作簿 (*.xlsx);;CSV (*.csv);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Filter by measure, subject, source or article</source>
        <translation>按指标、项目、来源或文章筛选</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Choose a figure to see its group drawn.</source>
        <translation>选择一条数据，即可查看所属分组的图表。</translation>
    </message>
    <message>
        <source>No market figures yet</source>
        <translation>还没有市场数据</translation>
    </message>
    <message>
        <source>Tables that set a current figure beside a projected one are gathered here, with the change recomputed beside the change that the article states.</source>
        <translation>这里收录同时列出当前值与推算值的表格，并将重算的变动与文章所载的变动对照显示。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>推算</translation>
    </message>
    <message>
        <source>Export figures…</source>
        <translation>导出数据…</translation>
    </message>
    <message>
        <source>Reading the market figures…</source>
        <translation>正在读取市场数据…</translation>
    </message>
    <message>
        <source>Open Tables</source>
        <translation>前往表格</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>以表格显示图表</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>导出图表…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::Reader</name>
    <message>
        <source>This article cannot be shown.</source>
        <translation>无法显示此文章。</translation>
    </message>
    <message>
        <source>Choose an article to read it here.</source>
        <translation>选择一篇文章，在此阅读。</translation>
    </message>
    <message>
        <source>Lines close together</source>
        <translation>紧凑行距</translation>
    </message>
    <message>
        <source>Lines at normal distance</source>
        <translation>标准行距</translation>
    </message>
    <message>
        <source>Lines far apart</source>
        <translation>宽松行距</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>窄版面</translation>
    </message>
    <message>
        <source>Normal column</source>
        <translation>标准版面</translation>
    </message>
    <message>
        <source>Wide column</source>
        <translation>宽版面</translation>
    </message>
    <message>
        <source>Space between Chinese and Latin</source>
        <translation>中英文之间加空格</translation>
    </message>
    <message>
        <source>Full-width punctuation in Chinese</source>
        <translation>中文使用全角标点</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Interleaved</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>As it was written (1)</source>
        <translation>原文 (1)</translation>
    </message>
    <message>
        <source>In the reading language (2)</source>
        <translation>阅读语言 (2)</translation>
    </message>
    <message>
        <source>Each paragraph with its translation beneath (3)</source>
        <translation>每段下方附译文 (3)</translation>
    </message>
    <message>
        <source>Original and translation in two columns (4)</source>
        <translation>原文与译文分两栏 (4)</translation>
    </message>
    <message>
        <source>How the text looks</source>
        <translation>文字外观</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>要在浏览器中打开此网址吗？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Printing the article</source>
        <translation>正在打印文章</translation>
    </message>
    <message>
        <source>Save the article as PDF</source>
        <translation>将文章存储为 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Saving the article as PDF</source>
        <translation>正在将文章存储为 PDF</translation>
    </message>
    <message>
        <source>“%1” is damaged: words or figures of it are not those that were imported.</source>
        <translation>“%1”已损坏：其中有文字或数字与导入时不同。</translation>
    </message>
    <message>
        <source>Import its file again: that mends it.</source>
        <translation>请重新导入它的文件：这样就会修复。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ReaderMargin</name>
    <message>
        <source>Contents, notes, topics and related articles</source>
        <translation>目录、笔记、主题和相关文章</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Select words and press N to write a note.</source>
        <translation>选中文字后按 N 写笔记。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>The page counts %1 related articles.</source>
        <translation>来源页面标示 %1 篇相关文章。</translation>
    </message>
    <message>
        <source>Related in this library</source>
        <translation>文库中的相关文章</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RequestPage</name>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>输入 %1、输出 %2 个 token</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>回到此次测量</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Request %1 to %2</source>
        <translation>给 %2 的第 %1 个请求</translation>
    </message>
    <message>
        <source>%1 chunks</source>
        <translation>%1 个分段</translation>
    </message>
    <message>
        <source>What is kept of the stream: its headers, beginning and end</source>
        <translation>所保留的流内容：标头、开头与结尾</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>The stream as it came, %1 bytes</source>
        <translation>原样的流，%1 字节</translation>
    </message>
    <message>
        <source>The stream as it came, the first %1 of %2 bytes</source>
        <translation>原样的流，%2 字节中的前 %1 字节</translation>
    </message>
    <message>
        <source>%1 out by our own count</source>
        <translation>自行计数输出 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RestoreDialog</name>
    <message>
        <source>Comparing the snapshot with the library</source>
        <translation>正在比较快照与文库</translation>
    </message>
    <message>
        <source>Restore the snapshot of %1</source>
        <translation>还原 %1 的快照</translation>
    </message>
    <message>
        <source>Articles in the library</source>
        <translation>文库中的文章</translation>
    </message>
    <message>
        <source>Only in the library</source>
        <translation>仅在文库中</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>“%1” is the library that is open.</source>
        <translation>“%1”就是当前打开的文库。</translation>
    </message>
    <message>
        <source>Restore from “%1”</source>
        <translation>从“%1”还原</translation>
    </message>
    <message>
        <source>Replacing the library</source>
        <translation>正在替换文库</translation>
    </message>
    <message>
        <source>Merging into the library</source>
        <translation>正在并入文库</translation>
    </message>
    <message>
        <source>Articles in the file</source>
        <translation>文件中的文章</translation>
    </message>
    <message>
        <source>Only in the file</source>
        <translation>仅在文件中</translation>
    </message>
    <message>
        <source>Newer in the file</source>
        <translation>文件中较新</translation>
    </message>
    <message>
        <source>Notes that were changed later in the file</source>
        <translation>文件中较晚修改的笔记</translation>
    </message>
    <message>
        <source>Comparing the file with the library…</source>
        <translation>正在比较文件与文库…</translation>
    </message>
    <message>
        <source>Damaged in the file, left out of a merge</source>
        <translation>文件中已损坏，合并时略过</translation>
    </message>
    <message>
        <source>Notes that were changed later in the library</source>
        <translation>之后在文库中改过的笔记</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Read marks</source>
        <translation>已读标记</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags on articles</source>
        <translation>文章上的标签</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Everything here stays; what is only in the file is added, and what is newer there is taken. A star or a read mark on either side stays.</source>
        <translation>这里的一切都保留；加入仅在文件中的，并采用文件中较新的。任一边的星标或已读标记都保留。</translation>
    </message>
    <message>
        <source>The library becomes what the file is: what is only in the library is lost. A snapshot of the present one is taken first.</source>
        <translation>文库会变得与文件相同：仅在文库中的会丢失。会先为当前的文库留下快照。</translation>
    </message>
    <message>
        <source>Damaged notes in the file, left out of a merge</source>
        <translation>文件中已损坏的笔记，合并时略过</translation>
    </message>
    <message>
        <source>Damaged tags in the file, left out of a merge</source>
        <translation>文件中已损坏的标签，合并时略过</translation>
    </message>
    <message>
        <source>Damaged saved searches in the file, left out of a merge</source>
        <translation>文件中已损坏的保存的搜索，合并时略过</translation>
    </message>
    <message>
        <source>Damaged notes in the library that a merge mends</source>
        <translation>文库中已损坏、合并时会修复的笔记</translation>
    </message>
    <message>
        <source>Damaged tags in the library that a merge mends</source>
        <translation>文库中已损坏、合并时会修复的标签</translation>
    </message>
    <message>
        <source>Damaged saved searches in the library that a merge mends</source>
        <translation>文库中已损坏、合并时会修复的保存的搜索</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunBuilder</name>
    <message>
        <source>Stopping; what was measured stays.</source>
        <translation>正在停止；已测得的结果会保留。</translation>
    </message>
    <message>
        <source>Tick at least one endpoint at the left.</source>
        <translation>请在左侧至少勾选一个端点。</translation>
    </message>
    <message>
        <source>There is no key for %1: its requests will be refused.</source>
        <translation>%1 没有密钥：其请求会被拒绝。</translation>
    </message>
    <message>
        <source>Its cost is not known in advance.</source>
        <translation>费用无法事先得知。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>至多 %1。</translation>
    </message>
    <message>
        <source>new ones</source>
        <translation>每次新建</translation>
    </message>
    <message>
        <source>TLS resumed</source>
        <translation>沿用 TLS 会话</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Measured requests of each endpoint, after one or two that are not</source>
        <translation>每个端点计入测量的请求数，之前另有一两个不计</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>The most that an answer may have</source>
        <translation>一个回答最多可有的数量</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The run stops before a request that could exceed it</source>
        <translation>在可能超出预算的请求之前即停止</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>首个 token 限</translation>
    </message>
    <message>
        <source>Each further one within</source>
        <translation>其后每个限</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How much of the run is done</source>
        <translation>测量的进度</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>No run settles this claim: what is known of it stands above.</source>
        <translation>没有测量能判定这个说法：已知的情况列在上方。</translation>
    </message>
    <message>
        <source>Add an endpoint for what is claimed first.</source>
        <translation>请先为所说的对象添加端点。</translation>
    </message>
    <message>
        <source>Start makes the run that would settle the claim above.</source>
        <translation>按“开始”即进行能判定上方说法的测量。</translation>
    </message>
    <message>
        <source>Choose a claim…</source>
        <translation>选择说法…</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>升至</translation>
    </message>
    <message>
        <source>%1 pairs are too few to show any difference between %2 endpoints, however large it is: that takes %3.</source>
        <translation>%1 对太少，无论 %2 个端点之间的差异多大都无法显示：需要 %3 对。</translation>
    </message>
    <message>
        <source>Budget in tokens</source>
        <translation>token 预算</translation>
    </message>
    <message>
        <source>In and out together; the run stops before a request that could exceed it</source>
        <translation>输入与输出合计；可能超出的请求之前即停止</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunComparisonModel</name>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>Median, ms</source>
        <translation>中位数，毫秒</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Tokens a second after the first</source>
        <translation>首个之后每秒的 token</translation>
    </message>
    <message>
        <source>Cost of a million tokens of answers</source>
        <translation>回答每百万 token 的费用</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次测量</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunPage</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1／%2</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>数据不足</translation>
    </message>
    <message>
        <source>%1 chunks · %2</source>
        <translation>%1 个分段 · %2</translation>
    </message>
    <message>
        <source>Where the time goes, in the latest request</source>
        <translation>时间花在哪里：最近的请求</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>Replay the race</source>
        <translation>重播竞速</translation>
    </message>
    <message>
        <source>The latest answers again, both from their start, at their own speed</source>
        <translation>再看最近的回答，同时从头开始，各按自己的速度</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再测一次</translation>
    </message>
    <message>
        <source>One more session of the same plan</source>
        <translation>同一计划再进行一个场次</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Percentiles with their 95 % intervals</source>
        <translation>百分位数与其 95 % 区间</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>百分位数</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>The figures of the charts, to be read out or copied</source>
        <translation>图表的数字，可朗读或复制</translation>
    </message>
    <message>
        <source>Figures of the charts</source>
        <translation>图表的数字</translation>
    </message>
    <message>
        <source>What else was found</source>
        <translation>其他结果</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>Where the time goes, in the request whose whole answer is nearest to the median</source>
        <translation>时间花在哪里：整个回答最接近中位数的那个请求</translation>
    </message>
    <message>
        <source>Load and limits</source>
        <translation>负载与限度</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunSession</name>
    <message>
        <source>Measuring: %1</source>
        <translation>测量：%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整体缩放</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列表密度</translation>
    </message>
    <message>
        <source>As the desktop was at start</source>
        <translation>启动时的桌面设置</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Begin CSV files with a byte order mark</source>
        <translation>CSV 文件开头加上字节顺序标记（BOM）</translation>
    </message>
    <message>
        <source>Excel shows Chinese in a CSV file only with it. Most other programs do not need it.</source>
        <translation>Excel 需要 BOM 才能正确显示 CSV 文件中的中文，其他程序大多不需要。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析师</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It stands beside what you mark and correct, so that others who open this library know whom to ask. Left empty, it is the name you are logged in with.</source>
        <translation>它会记在您标记与更正的内容旁，让打开这个文库的其他人知道该问谁。留空时使用您登录系统的名称。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ShortcutsSheet</name>
    <message>
        <source>Everywhere</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::StatusLine</name>
    <message>
        <source>No tasks running</source>
        <translation>没有正在运行的任务</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 个任务</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示所有任务</translation>
    </message>
    <message>
        <source>Cancel this task</source>
        <translation>取消此任务</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>Show what went wrong</source>
        <translation>显示问题</translation>
    </message>
</context>
<context>
    <name>parallax::ui::SummaryDialog</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summary: %1</source>
        <translation>摘要：%1</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述统计</translation>
    </message>
    <message>
        <source>Group and pivot</source>
        <translation>分组与透视</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Other units</source>
        <translation>其他单位</translation>
    </message>
    <message>
        <source>Inexact</source>
        <translation>不精确</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>第一四分位数</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>第三四分位数</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均数</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>Over %1 rows; totals and headings are left out.</source>
        <translation>共 %1 行；合计与分段标题不计入。</translation>
    </message>
    <message>
        <source>Over the %1 rows that the filter shows; totals and headings are left out.</source>
        <translation>筛选后的 %1 行；合计与分段标题不计入。</translation>
    </message>
    <message>
        <source>No column of this table has figures.</source>
        <translation>这个表格没有数字列。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableCorrections</name>
    <message>
        <source>Correct this cell…</source>
        <translation>更正此单元格…</translation>
    </message>
    <message>
        <source>Role of this row</source>
        <translation>此行的角色</translation>
    </message>
    <message>
        <source>Role of this column</source>
        <translation>此列的角色</translation>
    </message>
    <message>
        <source>Unit of this column…</source>
        <translation>此列的单位…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableDrawing</name>
    <message>
        <source>plain numbers</source>
        <translation>纯数字</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Unit to draw</source>
        <translation>要绘制的单位</translation>
    </message>
    <message>
        <source>Figures of one unit share a chart; choose which</source>
        <translation>同单位的数字画在同一张图表，请选择单位</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>图表类型</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>柱形图</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆积柱形图</translation>
    </message>
    <message>
        <source>Horizontal bars</source>
        <translation>条形图</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折线图</translation>
    </message>
    <message>
        <source>There are no figures to draw among these cells.</source>
        <translation>这些单元格中没有可绘制的数字。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableGrid</name>
    <message>
        <source>Sort ascending</source>
        <translation>升序排列</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序排列</translation>
    </message>
    <message>
        <source>Order of the article</source>
        <translation>文章顺序</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>显示所有列</translation>
    </message>
    <message>
        <source>Fit widths</source>
        <translation>调整列宽</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableListModel</name>
    <message>
        <source>No month</source>
        <translation>无月份</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>无来源</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>无标题表格</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, from %2, %3 rows, %4 columns</source>
        <translation>%1，出自 %2，%3 行，%4 列</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 行 × %2 列</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableListPanel</name>
    <message>
        <source>No table matches</source>
        <translation>没有匹配的表格</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 个表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 个表格</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>筛选表格</translation>
    </message>
    <message>
        <source>Filter tables by caption, header, cell or article</source>
        <translation>按标题、表头、单元格或文章筛选表格</translation>
    </message>
    <message>
        <source>Group tables</source>
        <translation>表格分组</translation>
    </message>
    <message>
        <source>Tables of the library</source>
        <translation>文库中的表格</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月份</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>按来源</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>按文章</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Tables of every language edition</source>
        <translation>各语言版本的表格</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableModel</name>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Computed here, not stated by the page</source>
        <translation>在此计算而得，原文未载</translation>
    </message>
    <message>
        <source>%1 to %2 once the rounding of the figures is allowed for</source>
        <translation>计入各数字的四舍五入后为 %1 至 %2</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <translation>原文为：%1</translation>
    </message>
    <message>
        <source>Corrected by %1, %2</source>
        <translation>由 %1 更正，%2</translation>
    </message>
    <message>
        <source>The page has changed since; it says now: %1</source>
        <translation>原文其后有变，现为：%1</translation>
    </message>
    <message>
        <source>Its unit is not that of its header; the cell&apos;s own counts.</source>
        <translation>单位与标题不同；以单元格自己的为准。</translation>
    </message>
    <message>
        <source>Not read as %1</source>
        <translation>不读作 %1</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>读作 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TablePage</name>
    <message>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Chart below the table</source>
        <translation>图表置于表格下方</translation>
    </message>
    <message>
        <source>Bars in cells</source>
        <translation>数据条</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy without headers</source>
        <translation>复制（不含表头）</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>打开出处</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>无标题表格</translation>
    </message>
    <message>
        <source>rebuilt from the places of words on a page: check it against the source</source>
        <translation>按页面上的文字位置重建，请与出处核对</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>没有匹配的行</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 行中的 %1 行</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Export the shown rows</source>
        <translation>导出显示的行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel 工作簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Words to be found, -word to leave out, column:word, column&gt;10, &lt;=1.5s</source>
        <translation>要找的词、-要排除的词、列名:词、列名&gt;10、&lt;=1.5s</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Show, hide and fit columns</source>
        <translation>显示、隐藏和调整列</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export as CSV, Excel workbook, Markdown or JSON</source>
        <translation>导出为 CSV、Excel 工作簿、Markdown 或 JSON</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>导出表格…</translation>
    </message>
    <message>
        <source>Arranging…</source>
        <translation>正在排列…</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除此列</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Correct this cell…</source>
        <translation>更正此单元格…</translation>
    </message>
    <message>
        <source>Take back the last correction</source>
        <translation>撤回最近的更正</translation>
    </message>
    <message>
        <source>Corrections of this table…</source>
        <translation>这个表格的更正…</translation>
    </message>
    <message>
        <source>Describe the columns…</source>
        <translation>描述各列…</translation>
    </message>
    <message>
        <source>Group and pivot…</source>
        <translation>分组与透视…</translation>
    </message>
    <message>
        <source>Change in %…</source>
        <translation>变动百分比…</translation>
    </message>
    <message>
        <source>Difference…</source>
        <translation>差额…</translation>
    </message>
    <message>
        <source>Growth a year (CAGR)…</source>
        <translation>年增长率(CAGR)…</translation>
    </message>
    <message>
        <source>Share of the total…</source>
        <translation>占总计的比例…</translation>
    </message>
    <message>
        <source>Rank…</source>
        <translation>名次…</translation>
    </message>
    <message>
        <source>1 correction</source>
        <translation>1 处更正</translation>
    </message>
    <message>
        <source>%1 corrections</source>
        <translation>%1 处更正</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Add a column, describe, group and pivot</source>
        <translation>加入一列、描述统计、分组与透视</translation>
    </message>
    <message>
        <source>Next failed figure</source>
        <translation>下一个有问题的数字</translation>
    </message>
    <message>
        <source>Previous failed figure</source>
        <translation>上一个有问题的数字</translation>
    </message>
    <message>
        <source>Checks of this cell</source>
        <translation>这个单元格的验算</translation>
    </message>
    <message>
        <source>Failed figures: %1</source>
        <translation>有问题的数字：%1</translation>
    </message>
    <message>
        <source>%1. Show them on the Checks page</source>
        <translation>%1。在验算页面显示</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>复制图表</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>以表格显示图表</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableSheet</name>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>返回文章 (Esc)</translation>
    </message>
    <message>
        <source>Back to the article</source>
        <translation>返回文章</translation>
    </message>
    <message>
        <source>Open in Tables</source>
        <translation>在“表格”中打开</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Select the whole table</source>
        <translation>选中整个表格</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>无标题表格</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 行 × %2 列</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TablesWorkspace</name>
    <message>
        <source>Find a table</source>
        <translation>查找表格</translation>
    </message>
    <message>
        <source>Next table</source>
        <translation>下一个表格</translation>
    </message>
    <message>
        <source>Previous table</source>
        <translation>上一个表格</translation>
    </message>
    <message>
        <source>The tables cannot be read</source>
        <translation>无法读取表格</translation>
    </message>
    <message>
        <source>This table cannot be shown</source>
        <translation>无法显示此表格</translation>
    </message>
    <message>
        <source>Export %1 tables</source>
        <translation>导出 %1 个表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>Excel 工作簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>选择一个表格</translation>
    </message>
    <message>
        <source>Its grid and its chart are shown here.</source>
        <translation>这里会显示表格和图表。</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>还没有表格</translation>
    </message>
    <message>
        <source>Every comparison table of an article that you import is kept here, ready to be sorted, drawn and exported.</source>
        <translation>导入文章中的所有对照表都收在这里，可以排序、绘图和导出。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文库</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Export all listed tables…</source>
        <translation>导出列出的所有表格…</translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Export 1 table</source>
        <translation>导出 1 个表格</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TaskManager</name>
    <message>
        <source>It ended without saying why.</source>
        <translation>任务已结束，原因不明。</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>例行维护</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TopBar</name>
    <message>
        <source>Search articles, run a command</source>
        <translation>搜索文章、运行命令</translation>
    </message>
</context>
<context>
    <name>parallax::ui::VersionsDialog</name>
    <message>
        <source>Reading the version…</source>
        <translation>正在读取该版本…</translation>
    </message>
    <message>
        <source>Since then: lines gone (−) %1, lines new (+) %2</source>
        <translation>此后：删去（−）%1 行，新增（+）%2 行</translation>
    </message>
    <message>
        <source>%1 · version %2 · imported %3</source>
        <translation>%1 · 版本 %2 · 导入于 %3</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>较早的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What changed since then</source>
        <translation>此后的变更</translation>
    </message>
    <message>
        <source>No earlier version of this article is kept: it has not changed since it was imported.</source>
        <translation>没有保留这篇文章的较早版本：自导入以来未曾变更。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::WaterfallView</name>
    <message>
        <source>Phases of a request</source>
        <translation>请求的各阶段</translation>
    </message>
</context>
</TS>
