<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>Chart</name>
    <message>
        <source>trillion</source>
        <translation>兆</translation>
    </message>
    <message>
        <source>hundred million</source>
        <translation>億</translation>
    </message>
    <message>
        <source>ten thousand</source>
        <translation>萬</translation>
    </message>
    <message>
        <source>billion</source>
        <translation>十億</translation>
    </message>
    <message>
        <source>million</source>
        <translation>百萬</translation>
    </message>
</context>
<context>
    <name>ChartSummary</name>
    <message>
        <source>An empty chart.</source>
        <translation>空白圖表。</translation>
    </message>
    <message>
        <source>Grouped bars</source>
        <translation>群組直條圖</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆疊直條圖</translation>
    </message>
    <message>
        <source>Horizontal bars</source>
        <translation>橫條圖</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折線圖</translation>
    </message>
    <message>
        <source>%1: %2 categories by %3 series (%4).</source>
        <translation>%1：%2 個類別、%3 個數列（%4）。</translation>
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
        <translation>缺少 1 個數值。</translation>
    </message>
    <message>
        <source>%1 values are missing.</source>
        <translation>缺少 %1 個數值。</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>無數值</translation>
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
        <translation>結果</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>規則名稱</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>From</source>
        <translation>依據數字</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>重算</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
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
        <translation>寬鬆重算下限</translation>
    </message>
    <message>
        <source>Recomputed loosely, at most</source>
        <translation>寬鬆重算上限</translation>
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
        <translation>如此則相符</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Marked by</source>
        <translation>標記者</translation>
    </message>
    <message>
        <source>Marked at (UTC)</source>
        <translation>標記時間（UTC）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>驗算</translation>
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
        <translation>文章編號</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Number of the check</source>
        <translation>驗算編號</translation>
    </message>
    <message>
        <source>Table %1, row %2, column %3</source>
        <translation>表格 %1，第 %2 列，第 %3 欄</translation>
    </message>
    <message>
        <source>Table %1, header of column %2</source>
        <translation>表格 %1，第 %2 欄標題</translation>
    </message>
    <message>
        <source>Table %1, caption</source>
        <translation>表格 %1 的標題</translation>
    </message>
    <message>
        <source>Text, paragraph %1</source>
        <translation>內文，第 %1 段</translation>
    </message>
</context>
<context>
    <name>CheckFigures</name>
    <message>
        <source>pp</source>
        <translation>個百分點</translation>
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
        <translation>週</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>週</translation>
    </message>
    <message>
        <source>month</source>
        <translation>個月</translation>
    </message>
    <message>
        <source>months</source>
        <translation>個月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>個季度</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>個季度</translation>
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
        <translation>小時</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小時</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>分鐘</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分鐘</translation>
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
        <translation>無法判斷</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>誤報</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>未標記</translation>
    </message>
    <message>
        <source>Recomputed: %1</source>
        <translation>重算：%1</translation>
    </message>
    <message>
        <source>It would hold with: %1</source>
        <translation>改為以下即相符：%1</translation>
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
        <translation>不相符的數字：%1</translation>
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
        <translation>已處理：%1</translation>
    </message>
    <message>
        <source>Stated elsewhere: %1</source>
        <translation>另一處：%1</translation>
    </message>
    <message>
        <source>elsewhere %1</source>
        <translation>另一處 %1</translation>
    </message>
</context>
<context>
    <name>CheckMenuText</name>
    <message>
        <source>%1: show the working</source>
        <translation>%1：查看計算過程</translation>
    </message>
    <message>
        <source>%1: %2, show the working</source>
        <translation>%1：%2，查看計算過程</translation>
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
        <translation>可能誤把新值而非舊值當作基準。</translation>
    </message>
    <message>
        <source>The ratio of the two values was probably stated as their change.</source>
        <translation>可能把兩值之比寫成了變動幅度。</translation>
    </message>
    <message>
        <source>The sign is probably the wrong way round.</source>
        <translation>正負號可能寫反了。</translation>
    </message>
    <message>
        <source>A scale word was probably mistaken: thousand, million, billion, 萬 or 億.</source>
        <translation>可能弄錯了量級：千、百萬、十億、萬或億。</translation>
    </message>
    <message>
        <source>The decimal point probably slipped by one place.</source>
        <translation>小數點可能差了一位。</translation>
    </message>
    <message>
        <source>Percentage points were probably meant where percent is written.</source>
        <translation>寫的是百分比，可能應為百分點。</translation>
    </message>
    <message>
        <source>Percent was probably meant where percentage points are written.</source>
        <translation>寫的是百分點，可能應為百分比。</translation>
    </message>
    <message>
        <source>One of the figures that it takes is not stated.</source>
        <translation>所需的數字中有一個沒有寫出。</translation>
    </message>
    <message>
        <source>One of the figures is open where it matters (“more than”, “up to”).</source>
        <translation>其中一個數字在關鍵的一端沒有界限（「超過」、「最多」）。</translation>
    </message>
    <message>
        <source>The figures measure different things.</source>
        <translation>這些數字衡量的不是同一件事。</translation>
    </message>
    <message>
        <source>The two figures differ, but not as scale words do.</source>
        <translation>兩個數字不同，但不是量級之差。</translation>
    </message>
    <message>
        <source>%1 instead of what is stated</source>
        <translation>所述數字改為 %1</translation>
    </message>
    <message>
        <source>%1 as the value before</source>
        <translation>原值改為 %1</translation>
    </message>
    <message>
        <source>%1 as the value after</source>
        <translation>新值改為 %1</translation>
    </message>
    <message>
        <source>%1 as the first year</source>
        <translation>起始年改為 %1</translation>
    </message>
    <message>
        <source>%1 as the last year</source>
        <translation>結束年改為 %1</translation>
    </message>
    <message>
        <source>%1 as the unit or label</source>
        <translation>單位或標示改為 %1</translation>
    </message>
    <message>
        <source>%1, with the sign the other way round</source>
        <translation>正負號反過來：%1</translation>
    </message>
    <message>
        <source>%1 as part %2</source>
        <translation>第 %2 項改為 %1</translation>
    </message>
    <message>
        <source>Change in percent</source>
        <translation>百分比變動</translation>
    </message>
    <message>
        <source>The change is worked out again from the value before and the value after.</source>
        <translation>以原值與新值重新計算變動幅度。</translation>
    </message>
    <message>
        <source>Change of a range</source>
        <translation>區間的變動</translation>
    </message>
    <message>
        <source>The change is worked out again at both ends of the range.</source>
        <translation>在區間兩端分別重新計算變動幅度。</translation>
    </message>
    <message>
        <source>Change in percentage points</source>
        <translation>百分點變動</translation>
    </message>
    <message>
        <source>One percentage is subtracted from the other.</source>
        <translation>兩個百分比相減。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>The value before is subtracted from the value after.</source>
        <translation>新值減去原值。</translation>
    </message>
    <message>
        <source>Compound annual growth</source>
        <translation>年複合成長率</translation>
    </message>
    <message>
        <source>The yearly growth is worked out again from the first and the last value and the years between them.</source>
        <translation>以首末兩值及其間的年數重新計算年成長率。</translation>
    </message>
    <message>
        <source>Multiple in words</source>
        <translation>文字表述的倍數</translation>
    </message>
    <message>
        <source>Words such as “doubled” are held against the ratio of the two values.</source>
        <translation>將「翻倍」之類的說法與兩值之比對照。</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>The parts are added up again.</source>
        <translation>把各項重新相加。</translation>
    </message>
    <message>
        <source>Sum of shares</source>
        <translation>占比合計</translation>
    </message>
    <message>
        <source>Shares of one whole are 100 % together.</source>
        <translation>同一整體的各占比合計為 100 %。</translation>
    </message>
    <message>
        <source>Share of a whole</source>
        <translation>占整體的比例</translation>
    </message>
    <message>
        <source>The part is divided by the whole again.</source>
        <translation>重新以部分除以整體。</translation>
    </message>
    <message>
        <source>Part and whole</source>
        <translation>部分與整體</translation>
    </message>
    <message>
        <source>A part is not larger than its whole.</source>
        <translation>部分不會大於整體。</translation>
    </message>
    <message>
        <source>Same fact twice</source>
        <translation>同一事實的兩處陳述</translation>
    </message>
    <message>
        <source>Two statements of the same figure agree.</source>
        <translation>同一數字的兩處陳述彼此相符。</translation>
    </message>
    <message>
        <source>Label and unit</source>
        <translation>標題與單位</translation>
    </message>
    <message>
        <source>What the heading promises is what the cells hold.</source>
        <translation>欄位標題所指與儲存格內容一致。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>量級</translation>
    </message>
    <message>
        <source>Two statements of a figure are not apart by thousand, million or 億.</source>
        <translation>同一數字的兩處陳述沒有千、百萬或億的量級之差。</translation>
    </message>
    <message>
        <source>Possible values</source>
        <translation>可能的取值</translation>
    </message>
    <message>
        <source>The figure is one that such a measure can take at all.</source>
        <translation>這類指標有可能取這個值。</translation>
    </message>
    <message>
        <source>Direction in words</source>
        <translation>文字表述的方向</translation>
    </message>
    <message>
        <source>Words for rise and fall are held against the figures.</source>
        <translation>將表示升降的詞語與數字對照。</translation>
    </message>
    <message>
        <source>Most, largest, first</source>
        <translation>最多、最大、第一</translation>
    </message>
    <message>
        <source>What is called the largest or the most stands first in the table.</source>
        <translation>被稱為最大或最多者在表格中確實居首。</translation>
    </message>
    <message>
        <source>Announced number</source>
        <translation>預告的數目</translation>
    </message>
    <message>
        <source>As many things are listed as were announced.</source>
        <translation>列出的項目與預告的數目相同。</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>報酬</translation>
    </message>
    <message>
        <source>Cost and return give the value.</source>
        <translation>成本與報酬率得出價值。</translation>
    </message>
    <message>
        <source>Implied value</source>
        <translation>隱含值</translation>
    </message>
    <message>
        <source>What must be true for the statement to hold; nothing is claimed about it.</source>
        <translation>要使該陳述成立所必須的條件；文中並未就此主張。</translation>
    </message>
    <message>
        <source>Words against the list</source>
        <translation>詞語與清單</translation>
    </message>
    <message>
        <source>“Exclusive”, “only” and “single” stand beside a list of one.</source>
        <translation>「獨家」、「唯一」、「單一」旁邊的清單只有一項。</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>日期順序</translation>
    </message>
    <message>
        <source>Dates and deadlines fit each other and the words around them.</source>
        <translation>日期與期限彼此相符，也與前後文字相符。</translation>
    </message>
    <message>
        <source>Price and volume</source>
        <translation>價格與數量</translation>
    </message>
    <message>
        <source>How far volume must grow for revenue to grow as stated while prices fall.</source>
        <translation>在價格下降時，數量須成長多少，營收才能如所述成長。</translation>
    </message>
    <message>
        <source>Repeated text</source>
        <translation>重複的文字</translation>
    </message>
    <message>
        <source>An answer or teaser repeats the article&apos;s words.</source>
        <translation>問答或摘要重複了文章的字句。</translation>
    </message>
    <message>
        <source>Holds exactly</source>
        <translation>完全相符</translation>
    </message>
    <message>
        <source>Holds within the rounding of the figures</source>
        <translation>在數字的捨入範圍內相符</translation>
    </message>
    <message>
        <source>Holds if the figures are read as rounded</source>
        <translation>將數字視為約數時相符</translation>
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
        <translation>成立所須的條件</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>無法判斷</translation>
    </message>
    <message>
        <source>Reason: %1.</source>
        <extracomment>%1 is a code such as &quot;open-bound&quot; that this version has no words for.</extracomment>
        <translation>原因：%1。</translation>
    </message>
    <message>
        <source>%1 instead</source>
        <extracomment>%1 is what should stand there: &quot;~71%&quot;, &quot;2029&quot;.</extracomment>
        <translation>改為 %1</translation>
    </message>
    <message>
        <source>The change of the two values was probably stated as their ratio.</source>
        <translation>可能把兩值的變動幅度寫成了比值。</translation>
    </message>
    <message>
        <source>One of the values was probably stated as the change.</source>
        <translation>可能把其中一個數值當成了變動幅度。</translation>
    </message>
    <message>
        <source>A fraction was probably written as a percentage.</source>
        <translation>可能把小數比例直接寫成了百分比。</translation>
    </message>
    <message>
        <source>The gain alone was probably stated as the value.</source>
        <translation>可能只把獲利部分當成了價值。</translation>
    </message>
    <message>
        <source>The growth over all the years was probably stated as the yearly one.</source>
        <translation>可能把各年合計的成長寫成了年成長率。</translation>
    </message>
    <message>
        <source>The whole growth was probably divided by the years, without compounding.</source>
        <translation>可能把總成長直接除以年數，沒有複利計算。</translation>
    </message>
    <message>
        <source>One part was probably left out of the total.</source>
        <translation>合計可能漏算了一項。</translation>
    </message>
    <message>
        <source>One part was probably counted twice in the total.</source>
        <translation>合計可能重複計算了一項。</translation>
    </message>
    <message>
        <source>The share of the rest was probably stated instead.</source>
        <translation>可能寫成了其餘部分的占比。</translation>
    </message>
    <message>
        <source>The fall of the price was probably left out.</source>
        <translation>可能沒有計入價格的下降。</translation>
    </message>
    <message>
        <source>The list does not claim to be complete.</source>
        <translation>清單並未聲稱完整。</translation>
    </message>
    <message>
        <source>The total may count parts that are not listed.</source>
        <translation>合計可能包含未列出的部分。</translation>
    </message>
    <message>
        <source>The figures may belong to different dates.</source>
        <translation>這些數字可能屬於不同的日期。</translation>
    </message>
    <message>
        <source>What values this measure can take is not known.</source>
        <translation>不知道這項指標可以取哪些值。</translation>
    </message>
    <message>
        <source>The word says nothing that can be checked.</source>
        <translation>該詞語沒有可檢核的內容。</translation>
    </message>
    <message>
        <source>A change from nothing or from a loss has no percentage.</source>
        <translation>從零或虧損起算的變動沒有百分比。</translation>
    </message>
    <message>
        <source>The years between the two values are not stated.</source>
        <translation>沒有寫出兩個數值之間相隔的年數。</translation>
    </message>
    <message>
        <source>The words can be read in two ways, which give different figures.</source>
        <translation>文字有兩種解讀，得出的數字不同。</translation>
    </message>
    <message>
        <source>The article does not say this; it follows from what it says.</source>
        <translation>文章沒有這樣說，這是由其內容推得的。</translation>
    </message>
    <message>
        <source>Two statements pull in opposite directions.</source>
        <translation>兩處陳述的方向相反。</translation>
    </message>
    <message>
        <source>A deal with another party was signed although the rights are called exclusive.</source>
        <translation>權利稱為獨家，卻與另一方簽了約。</translation>
    </message>
    <message>
        <source>The whole is expected by %1, one part of it only by %2.</source>
        <translation>整體預計在 %1 前完成，其中一部分卻要到 %2。</translation>
    </message>
    <message>
        <source>The same figure is stated differently.</source>
        <translation>同一數字的陳述不一致。</translation>
    </message>
    <message>
        <source>The words say the opposite of what the figures do.</source>
        <translation>文字與數字的方向相反。</translation>
    </message>
    <message>
        <source>The figures do change.</source>
        <translation>數字其實有變動。</translation>
    </message>
    <message>
        <source>%1 were announced, %2 are listed.</source>
        <translation>預告 %1 項，列出 %2 項。</translation>
    </message>
    <message>
        <source>It is called exclusive, but %1 are listed.</source>
        <translation>稱為獨家，卻列出 %1 家。</translation>
    </message>
    <message>
        <source>It is called the only one, but several are listed.</source>
        <translation>稱為唯一，卻列出多個。</translation>
    </message>
    <message>
        <source>Others have just as much.</source>
        <translation>另有與之相同者。</translation>
    </message>
    <message>
        <source>Others have more.</source>
        <translation>另有更多者。</translation>
    </message>
    <message>
        <source>“%1” promises something else than “%2” is.</source>
        <translation>「%1」所指的與「%2」的內容不同。</translation>
    </message>
    <message>
        <source>“%1” promises a figure; “%2” is words.</source>
        <translation>「%1」應為數字，而「%2」是文字。</translation>
    </message>
    <message>
        <source>The difference is in percentage points and is written as percent.</source>
        <translation>差額是百分點，卻寫成百分比。</translation>
    </message>
    <message>
        <source>A count is a whole number.</source>
        <translation>數目應為整數。</translation>
    </message>
    <message>
        <source>Such a measure cannot take this value.</source>
        <translation>這類指標不可能取這個值。</translation>
    </message>
    <message>
        <source>It is due by %1, before the article of %2 was written.</source>
        <translation>期限為 %1，早於文章的日期 %2。</translation>
    </message>
    <message>
        <source>It begins later than the article&apos;s own date allows.</source>
        <translation>開始日期晚於文章日期所允許的範圍。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>結束早於開始。</translation>
    </message>
    <message>
        <source>It is called immediate, but is due in %1 months.</source>
        <translation>稱為立即，期限卻在 %1 個月之後。</translation>
    </message>
    <message>
        <source>%1 comes after %2.</source>
        <translation>%1 在 %2 之後。</translation>
    </message>
    <message>
        <source>It is not the beginning of the text that it repeats.</source>
        <translation>它並不是所重複文字的開頭。</translation>
    </message>
    <message>
        <source>The number counts the sets, not what they hold.</source>
        <translation>該數目計的是組數，不是組內項目。</translation>
    </message>
    <message>
        <source>The number counts something else than the list holds.</source>
        <translation>該數目計的不是清單中的項目。</translation>
    </message>
    <message>
        <source>As many are named around it.</source>
        <translation>前後文提到的數目相同。</translation>
    </message>
    <message>
        <source>Both list the same.</source>
        <translation>兩處列出的內容相同。</translation>
    </message>
    <message>
        <source>The shares are worked out from the amounts.</source>
        <translation>占比由金額計算而得。</translation>
    </message>
    <message>
        <source>It repeats the beginning of another paragraph; its figures count once.</source>
        <translation>重複了另一段的開頭，其中的數字只計一次。</translation>
    </message>
    <message>
        <source>It is due after the article was written.</source>
        <translation>期限在文章日期之後。</translation>
    </message>
    <message>
        <source>It holds in percentage points; the label says percent.</source>
        <translation>以百分點計算相符，但標示寫的是百分比。</translation>
    </message>
    <message>
        <source>It holds if the percentage is read as a multiple of the cost.</source>
        <translation>將百分比視為成本的倍數時相符。</translation>
    </message>
    <message>
        <source>%1 in the other statement</source>
        <translation>另一處改為 %1</translation>
    </message>
    <message>
        <source>%1 as the number of years</source>
        <translation>年數改為 %1</translation>
    </message>
    <message>
        <source>%1 as the whole</source>
        <translation>整體改為 %1</translation>
    </message>
    <message>
        <source>%1 as the percentage</source>
        <translation>百分比改為 %1</translation>
    </message>
    <message>
        <source>%1 was revised to %2: the earlier figure is superseded.</source>
        <translation>%1 已修正為 %2：先前的數字已被取代。</translation>
    </message>
    <message>
        <source>%1 was superseded: it has been revised to %2.</source>
        <translation>%1 已被取代：後來修正為 %2。</translation>
    </message>
    <message>
        <source>The same source gives another figure in a later article; the earlier one is superseded.</source>
        <translation>同一來源在較晚的文章中給出另一個數字；先前的數字已被取代。</translation>
    </message>
    <message>
        <source>Does not seem to hold</source>
        <translation>看來不成立</translation>
    </message>
    <message>
        <source>Stated differently</source>
        <translation>說法不一</translation>
    </message>
    <message>
        <source>Another number is listed</source>
        <translation>列出的數目不同</translation>
    </message>
    <message>
        <source>Words and figures differ</source>
        <translation>文字與數字不符</translation>
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
        <translation>待驗證的說法</translation>
    </message>
    <message>
        <source>Claim: %1. %2</source>
        <comment>what is claimed, the verdict</comment>
        <translation>說法：%1。%2</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>驗證：%1</translation>
    </message>
    <message>
        <source>Copy the plan that would settle it</source>
        <translation>複製可做出判定的計畫</translation>
    </message>
</context>
<context>
    <name>ClaimSentences</name>
    <message>
        <source>%1: %4 answers that fit, %6 are needed.</source>
        <translation>%1：符合條件的回答 %4 個，需要 %6 個。</translation>
    </message>
    <message>
        <source>%1: no answer had this length.</source>
        <translation>%1：沒有回答是這個長度。</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚未量測。</translation>
    </message>
    <message>
        <source>Only a simulation was measured, which says nothing of a provider.</source>
        <translation>只量測過模擬，對業者不具任何說明力。</translation>
    </message>
    <message>
        <source>Only who runs the machine can load it to its limit.</source>
        <translation>只有運作這台機器的人才能讓它滿載。</translation>
    </message>
    <message>
        <source>It is foretold and cannot be tested yet.</source>
        <translation>這是預言，還無法驗證。</translation>
    </message>
    <message>
        <source>The price lists here are in dollars.</source>
        <translation>這裡的價目表以美元計。</translation>
    </message>
    <message>
        <source>No price list here has this model.</source>
        <translation>這裡的價目表都沒有這個模型。</translation>
    </message>
    <message>
        <source>No contract of this provider is known here.</source>
        <translation>這裡不知道這家業者的合約。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3): %5 is shown.</source>
        <translation>%1：%4 次請求中有 %2 得到回答（95 % 區間 %3）：已證實%5。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3); to show %5 takes %6 requests without a failure.</source>
        <translation>%1：%4 次請求中有 %2 得到回答（95 % 區間 %3）；要證實%5，需 %6 次請求無一失敗。</translation>
    </message>
    <message>
        <source>where it can be asked</source>
        <translation>可以向哪裡詢問</translation>
    </message>
    <message>
        <source>which model</source>
        <translation>哪個模型</translation>
    </message>
    <message>
        <source>which region</source>
        <translation>哪個區域</translation>
    </message>
    <message>
        <source>mean, median or another percentile</source>
        <translation>平均、中位數或其他百分位數</translation>
    </message>
    <message>
        <source>for how many tokens</source>
        <translation>多少 token</translation>
    </message>
    <message>
        <source>tokens of the prompt, of the answer or of both</source>
        <translation>token 屬於提示、回答或兩者</translation>
    </message>
    <message>
        <source>price of input, of output or a blend</source>
        <translation>輸入價、輸出價或混合價</translation>
    </message>
    <message>
        <source>length of prompts and answers</source>
        <translation>提示與回答的長度</translation>
    </message>
    <message>
        <source>how many at a time</source>
        <translation>同時幾個請求</translation>
    </message>
    <message>
        <source>within which latency</source>
        <translation>延遲上限</translation>
    </message>
    <message>
        <source>on which hardware</source>
        <translation>使用的硬體</translation>
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
        <translation>%1 次請求/秒</translation>
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
        <translation>中位數</translation>
    </message>
    <message>
        <source>prompt of %1 tokens</source>
        <translation>%1 個 token 的提示</translation>
    </message>
    <message>
        <source>answer of %1 tokens</source>
        <translation>%1 個 token 的回答</translation>
    </message>
    <message>
        <source>prompt and answer of %1 tokens together</source>
        <translation>提示與回答共 %1 個 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>快取輸入</translation>
    </message>
    <message>
        <source>three parts of input to one of output</source>
        <translation>輸入與輸出三比一</translation>
    </message>
    <message>
        <source>input and output in equal parts</source>
        <translation>輸入與輸出各半</translation>
    </message>
    <message>
        <source>time to the first token</source>
        <translation>到第一個 token 的時間</translation>
    </message>
    <message>
        <source>time for each token</source>
        <translation>每個 token 的時間</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>output speed</source>
        <translation>輸出速度</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>price</source>
        <translation>價格</translation>
    </message>
    <message>
        <source>promised availability</source>
        <translation>承諾的可用性</translation>
    </message>
    <message>
        <source>availability</source>
        <translation>可用性</translation>
    </message>
    <message>
        <source>time to the last token</source>
        <translation>到最後一個 token 的時間</translation>
    </message>
    <message>
        <source>tokens a second after the first</source>
        <translation>第一個之後每秒的 token</translation>
    </message>
    <message>
        <source>tokens a second from the request on</source>
        <translation>自請求起每秒的 token</translation>
    </message>
    <message>
        <source>comparison with the other, prompt by prompt</source>
        <translation>與另一家逐一提示比較</translation>
    </message>
    <message>
        <source>list price</source>
        <translation>牌價</translation>
    </message>
    <message>
        <source>what the contract promises</source>
        <translation>合約的承諾</translation>
    </message>
    <message>
        <source>share of requests that were answered</source>
        <translation>得到回答的請求比例</translation>
    </message>
    <message>
        <source>rate of a whole machine</source>
        <translation>整台機器的速率</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 for %2 tokens</source>
        <translation>每 %2 個 token %1</translation>
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
        <translation>需要每秒 %1 個 token</translation>
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
        <translation>資料不足</translation>
    </message>
    <message>
        <source>Not testable here</source>
        <translation>在此無法驗證</translation>
    </message>
    <message>
        <source>%1 (simulation)</source>
        <comment>an endpoint</comment>
        <translation>%1（模擬）</translation>
    </message>
    <message>
        <source>Not stated: %1.</source>
        <translation>未說明：%1。</translation>
    </message>
    <message>
        <source>%1 requests, about %2 tokens in and at most %3 out</source>
        <translation>%1 次請求，輸入約 %2 個 token，輸出至多 %3 個</translation>
    </message>
    <message>
        <source>at a price that is not known here</source>
        <translation>價格在此不詳</translation>
    </message>
    <message>
        <source>at most %1 by the list of the model&apos;s maker</source>
        <translation>依模型開發商的價目表至多 %1</translation>
    </message>
    <message>
        <source>To settle it: %1 sessions of %2, each %3.</source>
        <translation>要做出判定：%1 輪，每輪%2，%3。</translation>
    </message>
    <message>
        <source>To settle it: %1, %2.</source>
        <translation>要做出判定：%1，%2。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1; the list was read on %7, and what it said on the article&apos;s day is not known.</source>
        <translation>依 %1，每百萬 token 為 %2；價目表於 %7 讀取，文章當日的價格無從得知。</translation>
    </message>
    <message>
        <source>%1: it answered only under load or over new connections, which says nothing of this; it takes a run of one request at a time.</source>
        <translation>%1：只在負載下或經新連線回答過，無法說明這一點；需要一次一個請求的測量。</translation>
    </message>
    <message>
        <source>%1: %2 in its largest session (95 % interval %3), which holds for that window; sessions, an hour apart: %4 of %6.</source>
        <translation>%1：最大的一個場次為 %2（95 % 區間 %3），只在該時段內成立；相隔一小時的場次：%6 個中有 %4 個。</translation>
    </message>
    <message>
        <source>%1: too few pairs were answered for a session; it takes %6.</source>
        <translation>%1：得到回答的配對太少，不成一個場次；需要 %6 個場次。</translation>
    </message>
    <message>
        <source>%2 for a million tokens was entered for %1: that fits.</source>
        <translation>為 %1 輸入的價格是每百萬 token %2：相符。</translation>
    </message>
    <message>
        <source>%2 for a million tokens was entered for %1; what it was on the article&apos;s day is not known.</source>
        <translation>為 %1 輸入的價格是每百萬 token %2；文章當日的價格為何，並不知道。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which fits (accepted: %5).</source>
        <translation>%1：量得 %2（95 % 區間 %3，n = %4），相符（可接受：%5）。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which does not fit (accepted: %5).</source>
        <translation>%1：量得 %2（95 % 區間 %3，n = %4），不相符（可接受：%5）。</translation>
    </message>
    <message>
        <source>%1: %2 was measured (95 % interval %3, n = %4), which reaches over the edge of what is accepted (%5): more answers are needed.</source>
        <translation>%1：量得 %2（95 % 區間 %3，n = %4），區間跨過可接受範圍（%5）的邊界：需要更多回答。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered (95 % interval %3): less than %8.</source>
        <translation>%1：%4 次請求中有 %2 得到回答（95 % 區間 %3）：低於 %8。</translation>
    </message>
    <message>
        <source>%1 (read as: %2). %3</source>
        <comment>verdict, reading, what was found</comment>
        <translation>%1（理解為：%2）。%3</translation>
    </message>
    <message>
        <source>The same test on the simulation, which settles nothing: %1 (read as: %2). %3</source>
        <comment>verdict, reading, what was found</comment>
        <translation>對模擬做同樣的驗證（不構成判定）：%1（理解為：%2）。%3</translation>
    </message>
    <message>
        <source>%1: %2 was measured on %7 (95 % interval %3, n = %4), which fits (accepted: %5); the claim is of %9, and what was so then no run can tell.</source>
        <translation>%1：%7 量得 %2（95 % 區間 %3，n = %4），相符（可接受：%5）；但所說的是 %9，當時如何，沒有任何一次測量能說。</translation>
    </message>
    <message>
        <source>%1: %2 was measured on %7 (95 % interval %3, n = %4), which does not fit (accepted: %5); the claim is of %9, of which that says nothing.</source>
        <translation>%1：%7 量得 %2（95 % 區間 %3，n = %4），不相符（可接受：%5）；但所說的是 %9，這對當時並無說明。</translation>
    </message>
    <message>
        <source>It is said of %9; no run here is of that time, and a run of today says nothing of it.</source>
        <translation>所說的是 %9；這裡沒有那時的測量，今天的測量對它什麼也說明不了。</translation>
    </message>
    <message>
        <source>It is said of a load (%9), and runs that settle a latency ask one at a time.</source>
        <translation>這是在某個負載（%9）下說的，而用來驗證延遲的測量一次只問一個。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7): that fits.</source>
        <translation>依 %1，每百萬 token 為 %2（%9，%7 讀取）：相符。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7): that fits; since when the list says so is not known.</source>
        <translation>依 %1，每百萬 token 為 %2（%7 讀取）：相符；價目表從何時起如此，並不知道。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7), of which the claim may be a rounding: it is neither the same nor surely another.</source>
        <translation>依 %1，每百萬 token 為 %2（%7 讀取），所說的可能是它的約數：既不相同，也不能斷定是另一個價格。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by the list of the model&apos;s maker (%1, read on %7); what it costs elsewhere no list here says.</source>
        <translation>依模型製造者的價目表（%1，%7 讀取），每百萬 token 為 %2；在別處要價多少，這裡沒有價目表可查。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7); what is stated may be a mixture of input and output, or an average.</source>
        <translation>依 %1，每百萬 token 為 %2（%7 讀取）；所說的可能是輸入與輸出的混合價，或平均價。</translation>
    </message>
    <message>
        <source>It is a price of a kind of its own (%9), of which no list here speaks.</source>
        <translation>這是一種特別的價格（%9），這裡的價目表沒有它。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2, which is the same (%1, read on %7).</source>
        <translation>%9 的服務水準承諾 %2，兩者相同（%1，讀取於 %7）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2, which fits (accepted: %5; %1, read on %7).</source>
        <translation>%9 的服務水準承諾 %2，相符（可接受：%5；%1，讀取於 %7）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7); the article may mean another service.</source>
        <translation>%9 的服務水準承諾 %2（%1，讀取於 %7）；文章說的可能是另一項服務。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7); what it promised on the article&apos;s day is not known.</source>
        <translation>%9 的服務水準承諾 %2（%1，讀取於 %7）；文章當日的承諾為何，並不知道。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered by %7 (95 % interval %3): %5 is shown; the claim is of %9, and what was so then no run can tell.</source>
        <translation>%1：到 %7 為止，%4 次請求中有 %2 得到回答（95 % 區間 %3）：已證實%5；但所說的是 %9，當時如何，沒有任何一次測量能說。</translation>
    </message>
    <message>
        <source>%1: %2 of %4 requests were answered by %7 (95 % interval %3), less than %8; the claim is of %9, of which that says nothing.</source>
        <translation>%1：到 %7 為止，%4 次請求中有 %2 得到回答（95 % 區間 %3），低於 %8；但所說的是 %9，這對當時並無說明。</translation>
    </message>
    <message>
        <source>on that day</source>
        <translation>當日</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>a time before the article</source>
        <translation>文章之前的某個時候</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%2 為 %1</translation>
    </message>
    <message>
        <source>Lists disagree: %1.</source>
        <translation>各價目表不一致：%1。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7): that fits that time; of which day it is said is not stated.</source>
        <translation>依 %1，每百萬 token 為 %2（%9，%7 讀取）：與該期間相符；文中未說明是哪一天。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7) for prompts of up to 128,000 tokens; longer ones take twice as much, which may be meant.</source>
        <translation>依 %1，提示在 128,000 個 token 以內時，每百萬 token 為 %2（%7 讀取）；較長的提示收兩倍，文中可能指此。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (%9, read on %7), and not %8.</source>
        <translation>依 %1，每百萬 token 為 %2（%9，%7 讀取），而非 %8。</translation>
    </message>
    <message>
        <source>The model is not stated, so no price list can be asked.</source>
        <translation>未說明是哪個模型，因此無法查價目表。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7), and not %8.</source>
        <translation>%9 的服務水準承諾 %2（%1，讀取於 %7），而非 %8。</translation>
    </message>
    <message>
        <source>But the sentence or the text around it has words that may change its meaning, or that this program does not understand (%1).</source>
        <translation>但該句或其前後文有可能改變其意思、或本程式看不懂的字詞（%1）。</translation>
    </message>
    <message>
        <source>%2 for a million tokens by %1 (read on %7), which is the very figure that the claim says is not reached (%8).</source>
        <translation>依 %1，每百萬 token 為 %2（%7 讀取），正是所說不會達到的數字（%8）。</translation>
    </message>
    <message>
        <source>The service level of %9 promises %2 (%1, read on %7), which is the very figure that the claim says is not reached (%8).</source>
        <translation>%9 的服務水準承諾 %2（%1，讀取於 %7），正是所說不會達到的數字（%8）。</translation>
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
        <translation>與價目表不同（%1，%2），但並非所有字詞都讀懂了：%3</translation>
    </message>
    <message>
        <source>Fits the list (%1, %2), but not all words were read: %3</source>
        <translation>與價目表相符（%1，%2），但並非所有字詞都讀懂了：%3</translation>
    </message>
    <message>
        <source>Differs from the service level (%1, %2), but not all words were read: %3</source>
        <translation>與服務水準不同（%1，%2），但並非所有字詞都讀懂了：%3</translation>
    </message>
    <message>
        <source>Fits the service level (%1, %2), but not all words were read: %3</source>
        <translation>與服務水準相符（%1，%2），但並非所有字詞都讀懂了：%3</translation>
    </message>
    <message>
        <source>Differs from what was measured (%1, %2), but not all words were read: %3</source>
        <translation>與測得的不同（%1，%2），但並非所有字詞都讀懂了：%3</translation>
    </message>
    <message>
        <source>Fits what was measured (%1, %2), but not all words were read: %3</source>
        <translation>與測得的相符（%1，%2），但並非所有字詞都讀懂了：%3</translation>
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
        <translation>%1，1 個執行緒</translation>
    </message>
    <message>
        <source>%1, %2 threads</source>
        <translation>%1，%2 個執行緒</translation>
    </message>
    <message>
        <source>%1 of %2 of the card&apos;s memory in use</source>
        <translation>顯示卡記憶體已用 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 read per second</source>
        <translation>每秒讀取 %1</translation>
    </message>
    <message>
        <source>%1 % of its bandwidth</source>
        <translation>頻寬的 %1 %</translation>
    </message>
    <message>
        <source>this program was built without CUDA</source>
        <translation>本程式建置時未包含 CUDA</translation>
    </message>
    <message>
        <source>there is no NVIDIA card with a driver that is new enough</source>
        <translation>沒有驅動程式夠新的 NVIDIA 顯示卡</translation>
    </message>
    <message>
        <source>Not on a graphics card: %1</source>
        <translation>未使用顯示卡：%1</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation>「%1」已經存在。要取代它嗎？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
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
        <translation>%1 小時 %2 分</translation>
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
        <translation>端點</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>not enough data: %1 of %2</source>
        <translation>資料不足：%1／%2</translation>
    </message>
    <message>
        <source>Load: %1.</source>
        <translation>負載：%1。</translation>
    </message>
    <message>
        <source>Prompt: “%1”, a fresh nonce before it, temperature %2.</source>
        <translation>提示：「%1」，前置一次性亂數，溫度 %2。</translation>
    </message>
    <message>
        <source>All times are of one monotonic clock, taken where the network hands over bytes. Warm-up and what was cancelled are left out; nothing is retried.</source>
        <translation>所有時間都取自同一單調時鐘，在網路交出位元組時記下。暖機與被取消的請求不計入；一律不重試。</translation>
    </message>
    <message>
        <source>Percentiles interpolate between order statistics; their 95 % intervals are of order statistics. Below the smallest sample that has one, no number is shown.</source>
        <translation>百分位數在次序統計量之間內插；其 95 % 區間由次序統計量得出。樣本不足以得出區間時不顯示數字。</translation>
    </message>
    <message>
        <source>SIMULATION: no provider was asked</source>
        <translation>模擬：未向任何供應商發出請求</translation>
    </message>
    <message>
        <source>%1 to %2 (UTC), %3</source>
        <translation>%1 至 %2（UTC），%3</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Percentiles with their 95 % intervals</source>
        <translation>百分位數與其 95 % 區間</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>測量環境</translation>
    </message>
    <message>
        <source>Parallax %1</source>
        <translation>Parallax %1</translation>
    </message>
    <message>
        <source>Run %1 of the library</source>
        <translation>文庫中的第 %1 次測量</translation>
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
        <translation>價格</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Endpoints are compared by pairs of one prompt: the median of the ratios with a block-bootstrap interval, Wilcoxon&apos;s signed-rank test. It holds in this window; a verdict takes five sessions.</source>
        <translation>端點以同一提示的配對比較：比值的中位數與區塊拔靴法區間、Wilcoxon 符號等級檢定。結論只在此時段內成立；下定論需要五個場次。</translation>
    </message>
    <message>
        <source>Holm&apos;s correction is over %1 comparisons, those with enough pairs for a test; %2 had fewer.</source>
        <translation>Holm 校正涵蓋配對足以檢定的 %1 項比較；另有 %2 項配對不足。</translation>
    </message>
    <message>
        <source>Load and limits</source>
        <translation>負載與限度</translation>
    </message>
</context>
<context>
    <name>LatencyText</name>
    <message>
        <source>First token (TTFT)</source>
        <translation>第一個 token（TTFT）</translation>
    </message>
    <message>
        <source>First visible text (TTFO)</source>
        <translation>第一段可見文字（TTFO）</translation>
    </message>
    <message>
        <source>Whole answer (E2E)</source>
        <translation>整個回答（E2E）</translation>
    </message>
    <message>
        <source>Each further token (TPOT)</source>
        <translation>其後每個 token（TPOT）</translation>
    </message>
    <message>
        <source>First token after sending</source>
        <translation>送出後的第一個 token</translation>
    </message>
    <message>
        <source>Queue of our own</source>
        <translation>本機排隊</translation>
    </message>
    <message>
        <source>From handing the request over to the first generated text of any channel</source>
        <translation>從交出請求到任一通道出現第一段生成文字</translation>
    </message>
    <message>
        <source>From handing the request over to the first visible text</source>
        <translation>從交出請求到第一段可見文字</translation>
    </message>
    <message>
        <source>From handing the request over to the last event with text</source>
        <translation>從交出請求到最後一個帶文字的事件</translation>
    </message>
    <message>
        <source>(E2E − TTFT) / (tokens − 1), with the server&apos;s own count of tokens</source>
        <translation>（E2E − TTFT）／（token 數 − 1），token 數以伺服器自報為準</translation>
    </message>
    <message>
        <source>From the last byte sent to the first generated text; one round trip within</source>
        <translation>從送出最後一個位元組到第一段生成文字；內含一次往返</translation>
    </message>
    <message>
        <source>From the time that the plan wanted to the submission</source>
        <translation>從計畫預定的時間到實際送出</translation>
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
        <translation>送出</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>第一個 token</translation>
    </message>
    <message>
        <source>decode</source>
        <translation>解碼</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回答</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未送出</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>被限流</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>被拒</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>被過濾</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>its name is not found</source>
        <translation>找不到其主機名稱</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>連線被拒</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>連線中斷</translation>
    </message>
    <message>
        <source>no connection in time</source>
        <translation>未能及時連線</translation>
    </message>
    <message>
        <source>its certificate is not trusted</source>
        <translation>憑證不受信任</translation>
    </message>
    <message>
        <source>no secure connection</source>
        <translation>無法建立安全連線</translation>
    </message>
    <message>
        <source>its address is wrong</source>
        <translation>位址有誤</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>未及時回答</translation>
    </message>
    <message>
        <source>the stream fell silent</source>
        <translation>串流不再有資料</translation>
    </message>
    <message>
        <source>the stream was cut</source>
        <translation>串流中斷</translation>
    </message>
    <message>
        <source>closed without an answer</source>
        <translation>未回答即關閉</translation>
    </message>
    <message>
        <source>compressed although not asked</source>
        <translation>未要求卻壓縮</translation>
    </message>
    <message>
        <source>the answer is too large</source>
        <translation>回答過大</translation>
    </message>
    <message>
        <source>the key was refused (HTTP 401)</source>
        <translation>金鑰被拒（HTTP 401）</translation>
    </message>
    <message>
        <source>too many requests (HTTP 429)</source>
        <translation>請求過多（HTTP 429）</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>under way elsewhere, or cut off</source>
        <translation>在別處進行，或已中斷</translation>
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
        <translation>因預算用盡而結束</translation>
    </message>
    <message>
        <source>new connection</source>
        <translation>新連線</translation>
    </message>
    <message>
        <source>new connection, TLS resumed</source>
        <translation>新連線，沿用 TLS 工作階段</translation>
    </message>
    <message>
        <source>connection kept</source>
        <translation>沿用連線</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>在本機</translation>
    </message>
    <message>
        <source>%1 requests each</source>
        <translation>各 %1 個請求</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>每秒 %1 個請求</translation>
    </message>
    <message>
        <source>in pairs, in random order</source>
        <translation>成對、順序隨機</translation>
    </message>
    <message>
        <source>one at a time</source>
        <translation>一次一個</translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>一次 %1 個</translation>
    </message>
    <message>
        <source>evenly, %1</source>
        <translation>等間隔，%1</translation>
    </message>
    <message>
        <source>at random, %1</source>
        <translation>隨機到達，%1</translation>
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
        <translation>其後每個 token</translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation>整個回答</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3 %)</source>
        <translation>%1 %（%2 至 %3 %）</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 個場次</translation>
    </message>
    <message>
        <source>over %1 no difference is shown: %2</source>
        <translation>%1內看不出差異：%2</translation>
    </message>
    <message>
        <source>over %1 %2 is faster: %3</source>
        <translation>%1內 %2 較快：%3</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>場次 %1／%2</translation>
    </message>
    <message>
        <source>availability at least %1 % (95 % confidence)</source>
        <translation>可用率至少 %1 %（95 % 信心水準）</translation>
    </message>
    <message>
        <source>%1 tokens a second</source>
        <translation>每秒 %1 個 token</translation>
    </message>
    <message>
        <source>%1 for a million tokens of answers</source>
        <translation>回答每百萬 token %1</translation>
    </message>
    <message>
        <source>%1 came all at once at their end: no first token was timed</source>
        <translation>%1 個在結尾一次到達：未能測得第一個 token</translation>
    </message>
    <message>
        <source>Our own client: at most %1 late</source>
        <translation>本機用戶端：最多遲 %1</translation>
    </message>
    <message>
        <source>Client and transport add (%1 less %2), %3: %4</source>
        <translation>用戶端與傳輸所增加（%1 減 %2），%3：%4</translation>
    </message>
    <message>
        <source>not enough data</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>from %1 to %2 requests a second</source>
        <translation>每秒由 %1 到 %2 個請求</translation>
    </message>
    <message>
        <source>from %1 to %2 at a time</source>
        <translation>同時由 %1 到 %2 個</translation>
    </message>
    <message>
        <source>%1; %2 % kept the limits</source>
        <translation>%1；%2 % 在限值內</translation>
    </message>
    <message>
        <source>Longest pause in an answer</source>
        <translation>回答中最長的停頓</translation>
    </message>
    <message>
        <source>Round trip (new connections)</source>
        <translation>往返時間（新連線）</translation>
    </message>
    <message>
        <source>The largest gap between two chunks of one answer</source>
        <translation>同一回答中兩個分段之間的最大間隔</translation>
    </message>
    <message>
        <source>The TCP handshake of a new connection: once to the provider and back, with nothing computed there</source>
        <translation>新連線的 TCP 交握：到服務商往返一次，其間對方不做任何運算</translation>
    </message>
    <message>
        <source>%1 % of the chunks in time for the limits</source>
        <translation>%1 % 的分段在限值內及時到達</translation>
    </message>
    <message>
        <source>%1 (%2 pairs left out: their answers differ in length)</source>
        <translation>%1（略去 %2 個配對：回答長度不同）</translation>
    </message>
    <message>
        <source>over %1 of the simulation %2 is faster: %3</source>
        <translation>模擬的%1內 %2 較快：%3</translation>
    </message>
    <message>
        <source>%1 (%2 more within an hour of one of them are not counted)</source>
        <translation>%1（另有 %2 個與其中之一相隔不到一小時，不計）</translation>
    </message>
    <message>
        <source>To the end marker (E2E-wire)</source>
        <translation>至結束標記（E2E-wire）</translation>
    </message>
    <message>
        <source>From handing the request over to the provider&apos;s end marker, after the last text</source>
        <translation>從交出請求到供應商在最後一段文字之後的結束標記</translation>
    </message>
    <message>
        <source>%1: not enough data, %2 of %3 requests</source>
        <translation>%1：資料不足，請求 %2／%3</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits</source>
        <translation>%1：%2 在限值內</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits: not enough data</source>
        <translation>%1：限值內的最高速率：資料不足</translation>
    </message>
    <message>
        <source>availability: not enough data</source>
        <translation>可用率：資料不足</translation>
    </message>
    <message>
        <source>input</source>
        <translation>輸入</translation>
    </message>
    <message>
        <source>cached input</source>
        <translation>快取輸入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>%1 answers a second of %2 offered</source>
        <translation>每秒 %1 個回答，送出 %2 個請求</translation>
    </message>
    <message>
        <source>tokens a second: not enough data</source>
        <translation>每秒 token 數：資料不足</translation>
    </message>
    <message>
        <source>its provider cannot be told a fixed length</source>
        <translation>其供應商無法指定固定長度</translation>
    </message>
    <message>
        <source>%1 answers reported far more tokens than were asked for</source>
        <translation>%1 個回答自報的 token 數遠超過所要求</translation>
    </message>
    <message>
        <source>at most %1 for a million tokens of answers</source>
        <translation>回答每百萬 token 至多 %1</translation>
    </message>
    <message>
        <source>%1 (the pairs depend on each other: more sessions are needed)</source>
        <translation>%1（各對彼此相關：需要更多場次）</translation>
    </message>
    <message>
        <source>%1 over %2 pairs</source>
        <translation>%1（共 %2 對）</translation>
    </message>
    <message>
        <source>our own client was more than 1 ms late in %1 requests</source>
        <translation>本機用戶端在 %1 個請求中遲於 1 毫秒</translation>
    </message>
    <message>
        <source>%1 tokens an answer (%2)</source>
        <translation>每個回答 %1 個 token（%2）</translation>
    </message>
    <message>
        <source>%1 by a tokenizer of our own (%2)</source>
        <translation>以自有分詞器計為 %1（%2）</translation>
    </message>
    <message>
        <source>in %1 of them the server counts more than 2 % otherwise</source>
        <translation>其中 %1 個與伺服器計數相差超過 2 %</translation>
    </message>
    <message>
        <source>%1 tokens a second after the first (%2)</source>
        <translation>第一個之後每秒 %1 個 token（%2）</translation>
    </message>
    <message>
        <source>%1 with the wait for it (%2)</source>
        <translation>計入等待為 %1（%2）</translation>
    </message>
    <message>
        <source>%1 tokens a chunk</source>
        <translation>每個分段 %1 個 token</translation>
    </message>
    <message>
        <source>Connections: %1; the last rows of the table tell them apart</source>
        <translation>連線：%1；表格最後幾列將其分開</translation>
    </message>
    <message>
        <source>Connections: %1; the percentiles are of all of them</source>
        <translation>連線：%1；百分位數為全部合計</translation>
    </message>
    <message>
        <source>Model, as the server names it: %1</source>
        <translation>伺服器自稱的模型：%1</translation>
    </message>
    <message>
        <source>%1; system fingerprint %2</source>
        <translation>%1；系統指紋 %2</translation>
    </message>
    <message>
        <source>%1, at %2 for an hour of the machine while it answers</source>
        <translation>%1，以機器作答時每小時 %2 計</translation>
    </message>
    <message>
        <source>The price lists disagree; the dearest counts:</source>
        <translation>各價目表不一致；以最貴者計：</translation>
    </message>
    <message>
        <source>%1 a million tokens of %2</source>
        <translation>%2每百萬 token %1</translation>
    </message>
    <message>
        <source>%1: %2, read on %3</source>
        <translation>%1：%2，讀取於 %3</translation>
    </message>
    <message>
        <source>%1 since %2: %3, read on %4</source>
        <translation>%1，自 %2 起：%3，讀取於 %4</translation>
    </message>
    <message>
        <source>Between chunks (ICL)</source>
        <translation>分段之間（ICL）</translation>
    </message>
    <message>
        <source>The gaps between the chunks of all answers together. A chunk may hold several tokens. The gaps depend on each other, so they have no interval.</source>
        <translation>所有回答的分段間隔合在一起。一個分段可能含多個 token。各間隔彼此相關，因此沒有區間。</translation>
    </message>
    <message>
        <source>a web page in place of a stream</source>
        <translation>收到網頁而非串流</translation>
    </message>
    <message>
        <source>something else in place of a stream</source>
        <translation>收到其他內容而非串流</translation>
    </message>
    <message>
        <source>an error in place of a stream</source>
        <translation>收到錯誤而非串流</translation>
    </message>
    <message>
        <source>an error within the stream</source>
        <translation>串流中出現錯誤</translation>
    </message>
    <message>
        <source>an event that cannot be read</source>
        <translation>有無法讀取的事件</translation>
    </message>
    <message>
        <source>a damaged frame</source>
        <translation>訊框損壞</translation>
    </message>
    <message>
        <source>sends us elsewhere, which is not followed</source>
        <translation>要求轉往他處，未予跟隨</translation>
    </message>
    <message>
        <source>its filter held the answer back</source>
        <translation>回答被其過濾器攔下</translation>
    </message>
    <message>
        <source>ended by us</source>
        <translation>由本機結束</translation>
    </message>
    <message>
        <source>too long for the model</source>
        <translation>超出模型長度</translation>
    </message>
    <message>
        <source>the model&apos;s template fails</source>
        <translation>模型的範本出錯</translation>
    </message>
    <message>
        <source>the model refuses the request</source>
        <translation>模型不接受此請求</translation>
    </message>
    <message>
        <source>the engine failed</source>
        <translation>引擎失敗</translation>
    </message>
    <message>
        <source>overloaded (HTTP 529)</source>
        <translation>過載（HTTP 529）</translation>
    </message>
    <message>
        <source>%1, p99 of %2 by MLPerf&apos;s rule</source>
        <translation>%1，%2 依 MLPerf 規則的 p99</translation>
    </message>
    <message>
        <source>%1: too many failed</source>
        <translation>%1：失敗過多</translation>
    </message>
    <message>
        <source>%1: at most %2, within the limit of %3</source>
        <translation>%1：至多 %2，在限值 %3 之內</translation>
    </message>
    <message>
        <source>%1: at most %2, not within the limit of %3</source>
        <translation>%1：至多 %2，不在限值 %3 之內</translation>
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
        <translation>每個回答 %1 個分段</translation>
    </message>
    <message>
        <source>%1 (%2) of %3 answers</source>
        <translation>%1（%2），共 %3 個回答</translation>
    </message>
    <message>
        <source>not enough data, %1 of %2 answers</source>
        <translation>資料不足，%2 個回答中有 %1 個</translation>
    </message>
    <message>
        <source>Whole answer at %1 tokens, median: %2</source>
        <translation>%1 個 token 的整個回答，中位數：%2</translation>
    </message>
    <message>
        <source>%1; modelled from answers of another length: %2</source>
        <translation>%1；由其他長度的回答推算：%2</translation>
    </message>
    <message>
        <source>answers a second: not enough data, the window is shorter than %1 answers</source>
        <translation>每秒回答數：資料不足，時段短於 %1 個回答所需的時間</translation>
    </message>
    <message>
        <source>an answer without a token</source>
        <translation>回答中沒有任何 token</translation>
    </message>
    <message>
        <source>%1 at %2 requests a second (sent %3, answered %4)</source>
        <translation>%1，每秒 %2 個請求（送出 %3，回答 %4）</translation>
    </message>
    <message>
        <source>%1 % (%2 to %3 %) of %4</source>
        <translation>%4 個中的 %1 %（%2 至 %3 %）</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits, under what was asked for</source>
        <translation>%1：%2 在限值內，低於要求的比例</translation>
    </message>
    <message>
        <source>%1: %2 kept the limits, but whole answers took longer and longer (%3 % over the step): it was not kept up</source>
        <translation>%1：%2 在限值內，但整個回答越來越久（這一步內增加 %3 %）：此速率未能維持</translation>
    </message>
    <message>
        <source>%1: none of the rates that were tried kept the limits</source>
        <translation>%1：試過的速率都不在限值內</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits is at least %2; the limit was not reached</source>
        <translation>%1：限值內的最高速率至少為%2；未達上限</translation>
    </message>
    <message>
        <source>%1: the highest rate within the limits is %2</source>
        <translation>%1：限值內的最高速率為%2</translation>
    </message>
    <message>
        <source>%1: the sweep ended after %2 of %3 steps</source>
        <translation>%1：掃描在 %3 步中的第 %2 步後結束</translation>
    </message>
    <message>
        <source>%1: %2 % of %3 that were sent kept the limits</source>
        <translation>%1：送出的 %3 個中有 %2 % 在限值內</translation>
    </message>
    <message>
        <source>%1, %2 good answers a second</source>
        <translation>%1，每秒 %2 個合格回答</translation>
    </message>
    <message>
        <source>%1 of them thought</source>
        <translation>其中思考 %1 個</translation>
    </message>
    <message>
        <source>this machine may not open more connections</source>
        <translation>本機無法再開啟更多連線</translation>
    </message>
    <message>
        <source>A simulation costs nothing</source>
        <translation>模擬不需費用</translation>
    </message>
    <message>
        <source>The cost is not known: a price is missing</source>
        <translation>費用未知：缺少一項價格</translation>
    </message>
    <message>
        <source>No token was paid for</source>
        <translation>沒有為任何 token 付費</translation>
    </message>
    <message>
        <source>at most %1</source>
        <comment>a cost</comment>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Cost so far: %1, budget %2</source>
        <translation>目前費用：%1，預算 %2</translation>
    </message>
    <message>
        <source>Cost: %1, budget %2</source>
        <translation>費用：%1，預算 %2</translation>
    </message>
    <message>
        <source>Cost so far: %1</source>
        <translation>目前費用：%1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>費用：%1</translation>
    </message>
    <message>
        <source>%1: not enough data, it lasted %2 s of the %3 s that it takes (ten answers, and a second at least)</source>
        <translation>%1：資料不足，只持續了 %2 秒，需要 %3 秒（十個回答的時間，至少一秒）</translation>
    </message>
    <message>
        <source>%1 requests a second as planned (sent %2, answered %3)</source>
        <translation>計畫的每秒 %1 個請求（送出 %2，回答 %3）</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 對 %2</translation>
    </message>
    <message>
        <source>not enough data, %1 of %2 pairs</source>
        <translation>資料不足，%1／%2 對</translation>
    </message>
    <message>
        <source>%1; too few pairs to show a difference in this window (p %2 by Holm&apos;s correction over %3 comparisons)</source>
        <translation>%1；配對太少，此時段內無法顯示差異（對 %3 項比較作 Holm 校正後 p %2）</translation>
    </message>
    <message>
        <source>%1; no difference is shown in this window</source>
        <translation>%1；此時段內看不出差異</translation>
    </message>
    <message>
        <source>%1; %2 was faster in this window</source>
        <translation>%1；此時段內 %2 較快</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>over %1, too few to show a difference (p %2 by Holm&apos;s correction over %3 comparisons): %4</source>
        <translation>%1太少，無法顯示差異（對 %3 項比較作 Holm 校正後 p %2）：%4</translation>
    </message>
    <message>
        <source>%1 (%2 of other places stand for themselves)</source>
        <translation>%1（另有 %2 個場次在其他地點，各自成立）</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，從 %2</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>%1 drifts: %2 % from beginning to end (99 % interval %3 to %4 %)</source>
        <translation>%1 有漂移：由頭至尾 %2 %（99 % 區間 %3 至 %4 %）</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the first generated text of any channel</source>
        <translation>從計畫要求送出請求的時刻到任一通道首次產生的文字</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the first visible text</source>
        <translation>從計畫要求送出請求的時刻到首次可見的文字</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the last event with text</source>
        <translation>從計畫要求送出請求的時刻到最後一個含文字的事件</translation>
    </message>
    <message>
        <source>From the time at which the plan wanted the request to the provider&apos;s end marker, after the last text</source>
        <translation>從計畫要求送出請求的時刻到最後文字之後供應商的結束標記</translation>
    </message>
    <message>
        <source>1 request a second</source>
        <translation>每秒 1 個請求</translation>
    </message>
    <message>
        <source>sweep from %1 on</source>
        <translation>掃描，起於%1</translation>
    </message>
    <message>
        <source>waits count from the schedule</source>
        <translation>等待自排定時刻起算</translation>
    </message>
    <message>
        <source>%1 (SIMULATION)</source>
        <translation>%1（模擬）</translation>
    </message>
    <message>
        <source>%1: the sweep is at step %2 of %3</source>
        <translation>%1：掃描進行到 %3 步中的第 %2 步</translation>
    </message>
    <message>
        <source>%1 at %2 requests a second as planned</source>
        <translation>%1 計畫每秒 %2 個請求</translation>
    </message>
    <message>
        <source>%1 with %2 at a time as planned</source>
        <translation>%1 計畫同時 %2 個請求</translation>
    </message>
    <message>
        <source>%1 (sent %2 a second)</source>
        <translation>%1（每秒送出 %2 個）</translation>
    </message>
    <message>
        <source>%1, %2 under way: first token %3, whole answer %4</source>
        <translation>%1、進行中 %2 個：第一個 token %3，整個回答 %4</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1（%2 至 %3）</translation>
    </message>
    <message>
        <source>%1 · SIMULATION: %2</source>
        <translation>%1 · 模擬：%2</translation>
    </message>
</context>
<context>
    <name>ModelFacts</name>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架構</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>參數量</translation>
    </message>
    <message>
        <source>%1 billion</source>
        <translation>%1 B（十億）</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>檔案大小</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層數</translation>
    </message>
    <message>
        <source>%1, each %2 wide</source>
        <translation>%1 層，每層寬 %2</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>注意力頭</translation>
    </message>
    <message>
        <source>%1, with %2 of keys and values</source>
        <translation>%1 個，鍵與值 %2 個</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分詞器</translation>
    </message>
    <message>
        <source>%1; %2 tokens</source>
        <translation>%1；%2 個 token</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>with the file&apos;s own template</source>
        <translation>用檔案自帶的範本</translation>
    </message>
    <message>
        <source>no template in the file</source>
        <translation>檔案沒有範本</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>張量</translation>
    </message>
    <message>
        <source>no template in the file; as %1 writes them</source>
        <translation>檔案沒有範本；依 %1 的寫法</translation>
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
        <translation>文庫中還沒有這篇文章的其他語言版本，目前顯示原文。匯入其他語言的頁面即可對照閱讀。</translation>
    </message>
    <message>
        <source>imported %1</source>
        <translation>匯入於 %1</translation>
    </message>
    <message>
        <source>converted from Simplified (s2twp)</source>
        <translation>由簡體轉換（s2twp）</translation>
    </message>
    <message>
        <source>converted from Traditional (tw2sp)</source>
        <translation>由繁體轉換（tw2sp）</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Takeaway</source>
        <translation>重點</translation>
    </message>
    <message>
        <source>↑ its table</source>
        <translation>↑ 所屬表格</translation>
    </message>
    <message>
        <source>open in Tables</source>
        <translation>在「表格」中開啟</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>reconstructed from word positions</source>
        <translation>依文字位置重建</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 of %4 columns are shown here.</source>
        <translation>這裡顯示 %2 列中的 %1 列、%4 欄中的 %3 欄。</translation>
    </message>
    <message>
        <source>Show the whole table</source>
        <translation>顯示整個表格</translation>
    </message>
    <message>
        <source>Read on above ↑</source>
        <translation>全文見上方 ↑</translation>
    </message>
    <message>
        <source>title guessed</source>
        <translation>標題為推測</translation>
    </message>
    <message>
        <source>This article is very long; %1 more blocks are not shown yet.</source>
        <translation>這篇文章很長，還有 %1 段未顯示。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>permission denied</source>
        <translation>沒有權限</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>不允許這項操作</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>磁碟為唯讀</translation>
    </message>
    <message>
        <source>no such file or folder</source>
        <translation>沒有這個檔案或資料夾</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>這是資料夾</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>這不是資料夾</translation>
    </message>
    <message>
        <source>it exists already</source>
        <translation>已經存在</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>名稱太長</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>連結形成循環</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>磁碟回報錯誤</translation>
    </message>
    <message>
        <source>it is in use</source>
        <translation>正在使用中</translation>
    </message>
    <message>
        <source>no space is left on the disk</source>
        <translation>磁碟空間不足</translation>
    </message>
    <message>
        <source>it would be too large</source>
        <translation>檔案會過大</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>開啟的檔案太多</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>記憶體不足</translation>
    </message>
    <message>
        <source>a PNG image</source>
        <translation>PNG 圖片</translation>
    </message>
    <message>
        <source>a JPEG image</source>
        <translation>JPEG 圖片</translation>
    </message>
    <message>
        <source>a GIF image</source>
        <translation>GIF 圖片</translation>
    </message>
    <message>
        <source>a ZIP archive or Office document</source>
        <translation>ZIP 壓縮檔或 Office 文件</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>gzip 壓縮檔</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>7-Zip 壓縮檔</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>RAR 壓縮檔</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>SQLite 資料庫</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <translation>GGUF 模型</translation>
    </message>
    <message>
        <source>a PostScript document</source>
        <translation>PostScript 文件</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文件</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>Office 文件</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是一般檔案</translation>
    </message>
    <message>
        <source>the document defines entities of its own</source>
        <translation>文件自行定義了實體</translation>
    </message>
    <message>
        <source>unreadable answer</source>
        <translation>回覆無法讀取</translation>
    </message>
    <message>
        <source>only http and https addresses are fetched</source>
        <translation>只擷取 http 與 https 網址</translation>
    </message>
    <message>
        <source>more than %1 bytes</source>
        <translation>超過 %1 位元組</translation>
    </message>
    <message>
        <source>more than %1 redirects</source>
        <translation>重新導向超過 %1 次</translation>
    </message>
    <message>
        <source>redirect to %1</source>
        <translation>重新導向到 %1</translation>
    </message>
    <message>
        <source>redirect from https to %1</source>
        <translation>從 https 重新導向到 %1</translation>
    </message>
    <message>
        <source>it is the library itself</source>
        <translation>這就是目前的文庫</translation>
    </message>
    <message>
        <source>it ran in another form</source>
        <translation>先前以不同的內容執行過</translation>
    </message>
    <message>
        <source>an article can hold %1 notes</source>
        <translation>一篇文章最多有 %1 則筆記</translation>
    </message>
    <message>
        <source>more rows or columns than a sheet can hold</source>
        <translation>列或欄超過工作表的上限</translation>
    </message>
    <message>
        <source>the ending is none of %1</source>
        <translation>副檔名不是 %1 其中之一</translation>
    </message>
    <message>
        <source>these articles have no tables</source>
        <translation>這些文章沒有表格</translation>
    </message>
    <message>
        <source>no server of this name was found</source>
        <translation>找不到這個名稱的伺服器</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>無法連線到伺服器</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <translation>伺服器逾時未回應</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not trusted</source>
        <translation>伺服器的憑證不受信任</translation>
    </message>
    <message>
        <source>JSON that is no feed</source>
        <translation>不是訂閱來源的 JSON</translation>
    </message>
    <message>
        <source>XML that is neither a feed nor a page</source>
        <translation>既非訂閱來源也非網頁的 XML</translation>
    </message>
    <message>
        <source>“%1” needs an address</source>
        <translation>「%1」需要位址</translation>
    </message>
    <message>
        <source>“%1” needs a model</source>
        <translation>「%1」需要模型</translation>
    </message>
    <message>
        <source>“%1” needs a region</source>
        <translation>「%1」需要區域</translation>
    </message>
    <message>
        <source>“%1” needs the option %2</source>
        <translation>「%1」需要選項 %2</translation>
    </message>
    <message>
        <source>the option %1 of “%2” is no whole number up to %3</source>
        <translation>「%2」的選項 %1 不是不超過 %3 的整數</translation>
    </message>
    <message>
        <source>the option %1 of “%2” is no number of dollars</source>
        <translation>「%2」的選項 %1 不是美元金額</translation>
    </message>
    <message>
        <source>no price is known for “%1”, so a budget in money cannot be kept; the options price-input and price-output say one</source>
        <translation>不知道「%1」的價格，無法守住金額預算；可用選項 price-input 與 price-output 寫明</translation>
    </message>
    <message>
        <source>the option arithmetic is fast or contract, not “%1”</source>
        <translation>選項 arithmetic 是 fast 或 contract，不是「%1」</translation>
    </message>
    <message>
        <source>the option device is cpu or auto, not “%1”</source>
        <translation>選項 device 是 cpu 或 auto，不是「%1」</translation>
    </message>
    <message>
        <source>this version knows no provider “%1”</source>
        <translation>此版本不認識供應商「%1」</translation>
    </message>
    <message>
        <source>there is no simulated provider “%1”, only %2</source>
        <translation>沒有模擬供應商「%1」，只有 %2</translation>
    </message>
    <message>
        <source>run %1 is not in the library</source>
        <translation>文庫中沒有第 %1 次測量</translation>
    </message>
    <message>
        <source>the option device is cpu, cuda or auto, not “%1”</source>
        <translation>選項 device 是 cpu、cuda 或 auto，不是「%1」</translation>
    </message>
    <message>
        <source>it has only %1 pages</source>
        <translation>它只有 %1 頁</translation>
    </message>
    <message>
        <source>its beginning is damaged</source>
        <translation>檔案開頭損壞</translation>
    </message>
    <message>
        <source>the definition of %1 cannot be read</source>
        <translation>%1 的定義無法讀取</translation>
    </message>
    <message>
        <source>it has no %1 any more</source>
        <translation>其中的 %1 已不存在</translation>
    </message>
    <message>
        <source>its pages do not fit together</source>
        <translation>檔案各頁的內容互相矛盾</translation>
    </message>
    <message>
        <source>no file can be made there</source>
        <translation>無法在那裡建立檔案</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>檔案無法開啟</translation>
    </message>
</context>
<context>
    <name>RunPresets</name>
    <message>
        <source>Quick look</source>
        <translation>快速一覽</translation>
    </message>
    <message>
        <source>Fair comparison</source>
        <translation>公平比較</translation>
    </message>
    <message>
        <source>Sweep under limits</source>
        <translation>限值內掃描</translation>
    </message>
    <message>
        <source>MLPerf limits</source>
        <translation>MLPerf 限值</translation>
    </message>
    <message>
        <source>A few short answers in random order: enough for medians.</source>
        <translation>少量短回答、順序隨機：足以得出中位數。</translation>
    </message>
    <message>
        <source>The same prompt to each endpoint within moments, in random order; five such sessions at different hours carry a verdict.</source>
        <translation>同一提示在片刻之內以隨機順序送往各端點；在不同時段進行五個這樣的場次才可下定論。</translation>
    </message>
    <message>
        <source>Searches the highest rate at which 95 % of the requests keep the limits.</source>
        <translation>尋找 95 % 的請求仍在限值內的最高速率。</translation>
    </message>
    <message>
        <source>Test a claim</source>
        <translation>驗證說法</translation>
    </message>
    <message>
        <source>The run that would settle what an article claims of a latency, speed or availability.</source>
        <translation>做一次測量，以判定文章對延遲、速度或可用性的說法。</translation>
    </message>
    <message>
        <source>Rising load</source>
        <translation>漸增負載</translation>
    </message>
    <message>
        <source>A rate that rises (or falls) in an even line, told by its tenths: where answers become slow.</source>
        <translation>速率等速上升（或下降），按十分之一分段列出：看回答從何處開始變慢。</translation>
    </message>
    <message>
        <source>Random arrivals against the limits of MLPerf Inference for Llama 2 70B in its server scenario: 2 s to the first token, 200 ms for each further one. Its own rule for the p99 takes 662 requests.</source>
        <translation>隨機到達，對照 MLPerf Inference 伺服器情境下 Llama 2 70B 的限值：第一個 token 2 秒，其後每個 200 毫秒。其 p99 規則需 662 個請求。</translation>
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
        <translation>已完成的部分會保留。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>找不到「%1」。</translation>
    </message>
    <message>
        <source>Check the name, or whether the disk or network folder is connected.</source>
        <translation>請檢查名稱，以及磁碟或網路資料夾是否已連接。</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2.</source>
        <translation>無法讀取「%1」：%2。</translation>
    </message>
    <message>
        <source>Check its permissions, or copy it elsewhere and try again.</source>
        <translation>請檢查檔案權限，或複製到別處再試。</translation>
    </message>
    <message>
        <source>“%1” cannot be written: %2.</source>
        <translation>無法寫入「%1」：%2。</translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation>請選擇其他資料夾，或變更權限。</translation>
    </message>
    <message>
        <source>“%1” has %2; the limit is %3.</source>
        <translation>「%1」有 %2，上限為 %3。</translation>
    </message>
    <message>
        <source>Split it, or export only the part that is needed.</source>
        <translation>請分割檔案，或只匯出需要的部分。</translation>
    </message>
    <message>
        <source>There is no space left on the disk of “%1”.</source>
        <translation>「%1」所在的磁碟沒有空間了。</translation>
    </message>
    <message>
        <source>Nothing was damaged. Free some space and try again.</source>
        <translation>沒有資料受損。請騰出空間後再試。</translation>
    </message>
    <message>
        <source>Save the page again as UTF-8, or as HTML.</source>
        <translation>請將頁面另存為 UTF-8 或 HTML。</translation>
    </message>
    <message>
        <source>The character encoding of “%1” cannot be told.</source>
        <translation>無法判斷「%1」的字元編碼。</translation>
    </message>
    <message>
        <source>Save it again as UTF-8.</source>
        <translation>請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>“%1” is none of the formats that can be read; it looks like %2.</source>
        <translation>「%1」不是可讀取的格式，看起來像 %2。</translation>
    </message>
    <message>
        <source>“%1” has no text.</source>
        <translation>「%1」沒有文字。</translation>
    </message>
    <message>
        <source>“%1” nests %3 levels deep at line %2; the limit is %4.</source>
        <translation>「%1」第 %2 行的巢狀深度達 %3 層，上限為 %4 層。</translation>
    </message>
    <message>
        <source>Such files are made to bring programs down; it was not opened.</source>
        <translation>這類檔案可能是為了癱瘓程式而製作，因此未開啟。</translation>
    </message>
    <message>
        <source>A table of “%1” at line %2 has %3 cells; the limit is %4.</source>
        <translation>「%1」第 %2 行的表格有 %3 個儲存格，上限為 %4 個。</translation>
    </message>
    <message>
        <source>Export the table as CSV and open it in a spreadsheet instead.</source>
        <translation>請將表格匯出為 CSV，改用試算表開啟。</translation>
    </message>
    <message>
        <source>“%1” is not well formed at line %2: %3.</source>
        <translation>「%1」第 %2 行格式有誤：%3。</translation>
    </message>
    <message>
        <source>Save it again from where it came from.</source>
        <translation>請從來源重新儲存。</translation>
    </message>
    <message>
        <source>“%1” is protected by a password.</source>
        <translation>「%1」受密碼保護。</translation>
    </message>
    <message>
        <source>Remove the password and import it again.</source>
        <translation>請移除密碼後重新匯入。</translation>
    </message>
    <message>
        <source>Reading “%1” brought the parser down (%2).</source>
        <translation>讀取「%1」時剖析器異常結束（%2）。</translation>
    </message>
    <message>
        <source>Only this file is affected. It may be damaged or made to do harm.</source>
        <translation>只影響這個檔案。它可能已損毀，或有惡意內容。</translation>
    </message>
    <message>
        <source>Reading “%1” took longer than %2 seconds and was stopped.</source>
        <translation>讀取「%1」超過 %2 秒，已中止。</translation>
    </message>
    <message>
        <source>Only this file is affected. A simpler form of it, such as plain text, may work.</source>
        <translation>只影響這個檔案。改用較簡單的格式（例如純文字）或許可行。</translation>
    </message>
    <message>
        <source>Reading “%1” needed more memory than the limit of %2.</source>
        <translation>讀取「%1」所需的記憶體超過上限 %2。</translation>
    </message>
    <message>
        <source>Only this file is affected. Split it, or save it as plain text.</source>
        <translation>只影響這個檔案。請分割檔案，或另存為純文字。</translation>
    </message>
    <message>
        <source>“%1” could not be fetched: %2.</source>
        <translation>無法擷取「%1」：%2。</translation>
    </message>
    <message>
        <source>Check the address and the network, then try again.</source>
        <translation>請檢查網址與網路後再試。</translation>
    </message>
    <message>
        <source>“%1” was not fetched: %2.</source>
        <translation>未擷取「%1」：%2。</translation>
    </message>
    <message>
        <source>Save the page with a browser and import the file.</source>
        <translation>請用瀏覽器儲存頁面，再匯入檔案。</translation>
    </message>
    <message>
        <source>The library “%1” cannot be opened: %2.</source>
        <translation>無法開啟文庫「%1」：%2。</translation>
    </message>
    <message>
        <source>Check the folder, or choose another library.</source>
        <translation>請檢查資料夾，或選擇其他文庫。</translation>
    </message>
    <message>
        <source>“%1” is not a Parallax library.</source>
        <translation>「%1」不是 Parallax 文庫。</translation>
    </message>
    <message>
        <source>It was not changed. Choose another file.</source>
        <translation>檔案未變更。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>The library “%1” is damaged: %2.</source>
        <translation>文庫「%1」已損毀：%2。</translation>
    </message>
    <message>
        <source>It was not changed. Restore the newest snapshot, or choose another library.</source>
        <translation>檔案未變更。請還原最新的快照，或選擇其他文庫。</translation>
    </message>
    <message>
        <source>The library “%1” was made by a newer version (format %2; this version understands %3).</source>
        <translation>文庫「%1」由較新的版本建立（格式 %2；此版本支援 %3）。</translation>
    </message>
    <message>
        <source>It is open for reading only. Update Parallax to change it.</source>
        <translation>已以唯讀方式開啟。更新 Parallax 後才能變更。</translation>
    </message>
    <message>
        <source>The library “%1” can be read but not changed.</source>
        <translation>文庫「%1」可以讀取，但無法變更。</translation>
    </message>
    <message>
        <source>Check the permissions of the file and folder.</source>
        <translation>請檢查檔案與資料夾的權限。</translation>
    </message>
    <message>
        <source>Another program kept the library “%1” busy for %2 seconds.</source>
        <translation>其他程式佔用文庫「%1」達 %2 秒。</translation>
    </message>
    <message>
        <source>Nothing was lost. Try again when it has finished.</source>
        <translation>沒有資料遺失。請等它結束後再試。</translation>
    </message>
    <message>
        <source>The library “%1” did not do what was asked: %2.</source>
        <translation>文庫「%1」無法完成要求：%2。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the library in the settings.</source>
        <translation>請再試一次；若仍然如此，請到設定中檢查文庫。</translation>
    </message>
    <message>
        <source>The library “%1” could not be brought to the present format (step %2): %3.</source>
        <translation>無法將文庫「%1」升級到目前的格式（步驟 %2）：%3。</translation>
    </message>
    <message>
        <source>It was left as it was; a backup lies at “%4”.</source>
        <translation>文庫保持原狀，備份在「%4」。</translation>
    </message>
    <message>
        <source>The library “%1” could not be copied: %2.</source>
        <translation>無法複製文庫「%1」：%2。</translation>
    </message>
    <message>
        <source>“%1” could not be restored: %2.</source>
        <translation>無法還原「%1」：%2。</translation>
    </message>
    <message>
        <source>The library is as it was. Try another snapshot.</source>
        <translation>文庫保持原狀。請改用其他快照。</translation>
    </message>
    <message>
        <source>Article %1 is not in the library.</source>
        <translation>文章 %1 不在文庫中。</translation>
    </message>
    <message>
        <source>It may have been removed; search for its title.</source>
        <translation>可能已被移除，請搜尋標題。</translation>
    </message>
    <message>
        <source>Table %1 is not in the library.</source>
        <translation>表格 %1 不在文庫中。</translation>
    </message>
    <message>
        <source>Its article may have been removed or imported anew.</source>
        <translation>所屬文章可能已移除或重新匯入。</translation>
    </message>
    <message>
        <source>The correction “%2” was not taken (%1).</source>
        <translation>未採用更正「%2」（%1）。</translation>
    </message>
    <message>
        <source>Look at the table again: it may have changed, or says so already.</source>
        <translation>請再看一次表格：它可能已有變動，或本來就是如此。</translation>
    </message>
    <message>
        <source>The search “%1” cannot be understood: %2.</source>
        <translation>無法理解搜尋「%1」：%2。</translation>
    </message>
    <message>
        <source>Use plain words, or quote a phrase.</source>
        <translation>請用一般詞語，或為片語加上引號。</translation>
    </message>
    <message>
        <source>“%1” could not be exported: %2.</source>
        <translation>無法匯出「%1」：%2。</translation>
    </message>
    <message>
        <source>Choose another folder or format.</source>
        <translation>請選擇其他資料夾或格式。</translation>
    </message>
    <message>
        <source>Article %1 has no edition in %2.</source>
        <translation>文章 %1 沒有%2的語言版本。</translation>
    </message>
    <message>
        <source>Choose another language, or import that edition.</source>
        <translation>請選擇其他語言，或匯入該語言版本。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>“parallax --help” shows what can be said.</source>
        <translation>執行「parallax --help」可查看用法。</translation>
    </message>
    <message>
        <source>Something unexpected happened: %1.</source>
        <translation>發生未預期的狀況：%1。</translation>
    </message>
    <message>
        <source>Your library is safe. Please report what you were doing.</source>
        <translation>文庫完好無損。請回報你當時的操作。</translation>
    </message>
    <message>
        <source>“%1” is ill-formed and was read as far as it could be.</source>
        <translation>「%1」格式有誤，已盡量讀取。</translation>
    </message>
    <message>
        <source>The encoding was guessed to be %1 (certainty %2).</source>
        <translation>推測編碼為 %1（可信度 %2）。</translation>
    </message>
    <message>
        <source>Only the first %1 entries were read.</source>
        <translation>只讀取了前 %1 個項目。</translation>
    </message>
    <message>
        <source>“%1” would take too long to read as Markdown and was read as plain text.</source>
        <translation>「%1」以 Markdown 讀取會太久，已改以純文字讀取。</translation>
    </message>
    <message>
        <source>The text reads “%1” where “%2” was meant: it was saved in a wrong encoding.</source>
        <translation>文字顯示為「%1」，原意應為「%2」：檔案曾以錯誤的編碼儲存。</translation>
    </message>
    <message>
        <source>Where “%1” ends and what follows begins was guessed.</source>
        <translation>「%1」與後續內容的分界為推測。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What went wrong, then what to do about it: two whole sentences.</extracomment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>The parser remarked “%1” (%2).</source>
        <translation>剖析器提示「%1」（%2）。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Several languages</source>
        <translation>多種語言</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>其他語言</translation>
    </message>
    <message>
        <source>Unknown language</source>
        <translation>未知語言</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was being done, then what went wrong.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Only the first %2 of %1 pages were read.</source>
        <translation>共 %1 頁，只讀取了前 %2 頁。</translation>
    </message>
    <message>
        <source>“%1” is damaged, or is no %3 document.</source>
        <translation>「%1」已損毀，或不是 %3 文件。</translation>
    </message>
    <message>
        <source>Check %1 is not in the library.</source>
        <translation>資料庫中沒有檢核 %1。</translation>
    </message>
    <message>
        <source>Its article may have been removed, imported anew or checked again.</source>
        <translation>其文章可能已移除、重新匯入或重新檢核。</translation>
    </message>
    <message>
        <source>“%1” is no sound model file: at “%2”, %3 was expected and %4 found.</source>
        <translation>「%1」不是完好的模型檔：在「%2」處預期為 %3，實際為 %4。</translation>
    </message>
    <message>
        <source>Download it again; if that does not help, tell whoever made it.</source>
        <translation>請重新下載；若仍無效，請告知製作者。</translation>
    </message>
    <message>
        <source>“%1” cannot be run: “%2” is %3.</source>
        <translation>無法執行「%1」：「%2」為 %3。</translation>
    </message>
    <message>
        <source>Choose another model, or the same model in another format.</source>
        <translation>請選擇其他模型，或同一模型的其他格式。</translation>
    </message>
    <message>
        <source>The model’s chat template cannot be used: %1.</source>
        <translation>無法使用此模型的對話範本：%1。</translation>
    </message>
    <message>
        <source>Send a plain prompt, or choose another model.</source>
        <translation>請改用純文字提示，或選擇其他模型。</translation>
    </message>
    <message>
        <source>The model stopped working: %1.</source>
        <translation>模型停止運作：%1。</translation>
    </message>
    <message>
        <source>Load it again; with a shorter context it needs less memory.</source>
        <translation>請重新載入；上下文較短時所需記憶體較少。</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens; this model can hold %2.</source>
        <translation>提示有 %1 個詞元；此模型可容納 %2 個。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or choose a model with a longer context.</source>
        <translation>請縮短提示，或選擇上下文較長的模型。</translation>
    </message>
    <message>
        <source>Text, Markdown, HTML, PDF, CSV, RSS, Atom, JSON Feed and OPML can be imported.</source>
        <translation>可匯入文字、Markdown、HTML、PDF、CSV、RSS、Atom、JSON Feed 與 OPML。</translation>
    </message>
    <message>
        <source>If it is a scan, run character recognition on it first. If it is a page that a script fills in, save it as the browser shows it.</source>
        <translation>如果是掃描檔，請先做文字辨識；如果是由指令碼填入內容的網頁，請依瀏覽器顯示的樣子儲存。</translation>
    </message>
    <message>
        <source>“%1” is a folder.</source>
        <translation>「%1」是資料夾。</translation>
    </message>
    <message>
        <source>Name a file in it. Importing takes whole folders, too.</source>
        <translation>請指定其中的檔案。匯入也接受整個資料夾。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>「%1」是空的。</translation>
    </message>
    <message>
        <source>Save or download it again from where it came from.</source>
        <translation>請從來源重新儲存或下載。</translation>
    </message>
    <message>
        <source>“%2” is no role that a row or column can have.</source>
        <translation>「%2」不是列或欄可以有的角色。</translation>
    </message>
    <message>
        <source>Choose one of the roles that its menu offers.</source>
        <translation>請從選單提供的角色中選擇。</translation>
    </message>
    <message>
        <source>The table has nothing to correct at row and column %2.</source>
        <translation>表格的列與欄 %2 處沒有可更正的內容。</translation>
    </message>
    <message>
        <source>Look at the table again: its article may have been imported anew.</source>
        <translation>請再看一次表格：文章可能已重新匯入。</translation>
    </message>
    <message>
        <source>“%2” is too long for a cell, or is no text.</source>
        <translation>「%2」對儲存格來說太長，或不是文字。</translation>
    </message>
    <message>
        <source>Write what the cell should say, and the reason in its own field.</source>
        <translation>請寫儲存格應有的內容，原因寫在它自己的欄位。</translation>
    </message>
    <message>
        <source>It says “%2” already.</source>
        <translation>那裡已經是「%2」。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>沒有任何變更。</translation>
    </message>
    <message>
        <source>Correction %2 is not in the library.</source>
        <translation>更正 %2 不在文庫中。</translation>
    </message>
    <message>
        <source>Its article may have been removed.</source>
        <translation>它的文章可能已移除。</translation>
    </message>
    <message>
        <source>Correction %2 was taken back already.</source>
        <translation>更正 %2 已經收回。</translation>
    </message>
    <message>
        <source>Choose another name, or check the space and permissions of the folder.</source>
        <translation>請換一個名稱，或檢查該資料夾的空間與權限。</translation>
    </message>
    <message>
        <source>The library “%1” is from an older version and must be brought up to date first.</source>
        <translation>資料庫「%1」是較舊版本建立的，須先更新。</translation>
    </message>
    <message>
        <source>Open it where its file and folder may be changed; a backup is made before.</source>
        <translation>請在檔案與資料夾可以寫入的地方開啟；更新前會先備份。</translation>
    </message>
    <message>
        <source>The model cannot run on the card: %1.</source>
        <translation>模型無法在顯示卡上執行：%1。</translation>
    </message>
    <message>
        <source>Let it run on the processor, or leave the choice to Parallax (auto).</source>
        <translation>請改在處理器上執行，或交由 Parallax 選擇（auto）。</translation>
    </message>
    <message>
        <source>The prompt has %1 tokens; the model was loaded for %2, of the %3 that it can hold.</source>
        <translation>提示有 %1 個 token；模型載入時只留了 %2 個的空間，它最多可容納 %3 個。</translation>
    </message>
    <message>
        <source>Shorten the prompt, or load the model with a longer context (--context).</source>
        <translation>請縮短提示，或以更長的上下文載入模型（--context）。</translation>
    </message>
    <message>
        <source>“%1” has tables outside its article, which were left out; their number is %2.</source>
        <translation>「%1」的文章以外有表格，已略去；數目：%2。</translation>
    </message>
    <message>
        <source>Every field of a plan, with what it takes and an example, is in docs/latency.md under “A plan”.</source>
        <translation>計畫的每個欄位、可填的內容與範例，見 docs/latency.md 的「A plan」一節。</translation>
    </message>
    <message>
        <source>A tag of “%1” at line %2 has %3 attributes; the limit is %4.</source>
        <translation>「%1」第 %2 行的一個標籤有 %3 個屬性；上限是 %4 個。</translation>
    </message>
    <message>
        <source>“%1” has entries with neither title nor text, which were left out; their number is %2.</source>
        <translation>「%1」中有既無標題也無內文的條目，已略過；共 %2 則。</translation>
    </message>
    <message>
        <source>“%1” has lost %2 of its characters; they were gone before it was saved. The first of them are on line %3: “%4”.</source>
        <translation>「%1」有 %2 的字元已經遺失；存檔之前就不見了。第一處在第 %3 行：「%4」。</translation>
    </message>
    <message>
        <source>“%1” has lost %2 of its characters; they were replaced by question marks or replacement characters before it was saved.</source>
        <translation>「%1」有 %2 的字元遺失，在儲存之前就已變成問號或替代字元。</translation>
    </message>
    <message>
        <source>“%1” has further articles beside its main one, which were left out; their number is %2, their words %3.</source>
        <translation>「%1」在主文之外另有文章，已略去；共 %2 篇，%3 個字詞。</translation>
    </message>
    <message>
        <source>Entry %1 (“%2”) was left out: %3.</source>
        <translation>第 %1 則條目（「%2」）已略去：%3。</translation>
    </message>
    <message>
        <source>A part of entry %1 (“%2”) was left out: %3.</source>
        <translation>第 %1 則條目（「%2」）有一部分已略去：%3。</translation>
    </message>
    <message>
        <source>The text of entry %1 (“%2”) could not be read: %3. Its title was kept.</source>
        <translation>第 %1 則條目（「%2」）的內文無法讀取：%3。已保留標題。</translation>
    </message>
    <message>
        <source>The number of further entries that could not be read whole is %1.</source>
        <translation>另有 %1 則條目無法完整讀取。</translation>
    </message>
    <message>
        <source>it nests too deep</source>
        <translation>巢狀層數過深</translation>
    </message>
    <message>
        <source>it has too many attributes in a tag</source>
        <translation>某個標籤的屬性過多</translation>
    </message>
    <message>
        <source>it has a table that is too large</source>
        <translation>其中有過大的表格</translation>
    </message>
    <message>
        <source>it is not well formed</source>
        <translation>格式不正確</translation>
    </message>
    <message>
        <source>its characters were lost before the feed was saved</source>
        <translation>文字在訂閱來源儲存前就已遺失</translation>
    </message>
    <message>
        <source>without a title</source>
        <translation>無標題</translation>
    </message>
    <message>
        <source>Some bytes of “%1” do not fit its encoding, %2, and show as “�”; the file is kept as it is. The first of them are on line %3: “%4”.</source>
        <translation>「%1」有些位元組不合其編碼 %2，顯示為「�」；檔案照原樣保存。最先的在第 %3 行：「%4」。</translation>
    </message>
    <message>
        <source>“%1” names no address on the web and is left out; the number of such feeds is %2.</source>
        <translation>「%1」沒有指明網路位址，已略過；這樣的訂閱來源共 %2 個。</translation>
    </message>
    <message>
        <source>“%1” has bytes that are not UTF-8; their number is %2. They were read as windows-1252 (certainty %3).</source>
        <translation>「%1」有 %2 個位元組不是 UTF-8，已當作 windows-1252 讀取（把握 %3）。</translation>
    </message>
    <message>
        <source>“%1” has tables whose cells hold whole passages or tables of their own; they were read as text. Their number is %2.</source>
        <translation>「%1」有 %2 個表格的儲存格內含整段文字或另一個表格，已當作文字讀取。</translation>
    </message>
    <message>
        <source>“%1” has a title of %2 characters; it was cut after %3.</source>
        <translation>「%1」的標題有 %2 個字元，已截到 %3 個。</translation>
    </message>
</context>
<context>
    <name>TableChart</name>
    <message>
        <source>The first %1 of %2 rows.</source>
        <translation>%2 列中的前 %1 列。</translation>
    </message>
    <message>
        <source>One column is left out; select it to draw it.</source>
        <translation>有 1 欄未繪製，選取即可繪製。</translation>
    </message>
    <message>
        <source>%1 columns are left out; select those to draw.</source>
        <translation>有 %1 欄未繪製，請選取要繪製的欄。</translation>
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
        <translation>未載明數字</translation>
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
        <translation>列的名稱</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>水準值</translation>
    </message>
    <message>
        <source>Base of a change</source>
        <translation>變動的基期</translation>
    </message>
    <message>
        <source>Result of a change</source>
        <translation>變動後的值</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>Share of a whole</source>
        <translation>占整體的比例</translation>
    </message>
    <message>
        <source>Total of other columns</source>
        <translation>其他欄的合計</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Total of other rows</source>
        <translation>其他列的合計</translation>
    </message>
    <message>
        <source>All others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Heading of a section</source>
        <translation>分段標題</translation>
    </message>
    <message>
        <source>Average of other rows</source>
        <translation>其他列的平均</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>變動百分比</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>Share of the total</source>
        <translation>占總計的比例</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>年複合成長率</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>個數</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>總和</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均數</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位數</translation>
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
        <translation>儲存格</translation>
    </message>
    <message>
        <source>Role of a column</source>
        <translation>欄的角色</translation>
    </message>
    <message>
        <source>Role of a row</source>
        <translation>列的角色</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>生效中</translation>
    </message>
    <message>
        <source>In force; the page has changed since</source>
        <translation>生效中；原文其後有變</translation>
    </message>
    <message>
        <source>Replaced by a later one</source>
        <translation>已由後來的更正取代</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>Its place is gone</source>
        <translation>原來的位置已不存在</translation>
    </message>
    <message>
        <source>A figure is missing.</source>
        <translation>缺少數字。</translation>
    </message>
    <message>
        <source>The figures have different units.</source>
        <translation>這些數字的單位不同。</translation>
    </message>
    <message>
        <source>The base is zero.</source>
        <translation>基期為零。</translation>
    </message>
    <message>
        <source>No rate leads from or to a figure below zero.</source>
        <translation>負數無法計算成長率。</translation>
    </message>
    <message>
        <source>The number of years is not known.</source>
        <translation>不知道相隔幾年。</translation>
    </message>
</context>
<context>
    <name>Tables</name>
    <message>
        <source>Row %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>Change, %1 to %2</source>
        <translation>變動，%1 至 %2</translation>
    </message>
    <message>
        <source>Difference, %1 to %2</source>
        <translation>差額，%1 至 %2</translation>
    </message>
    <message>
        <source>CAGR, %1 to %2</source>
        <translation>年複合成長率，%1 至 %2</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>占「%1」的比例</translation>
    </message>
    <message>
        <source>Rank by %1</source>
        <translation>依「%1」的名次</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>No Chinese font is installed; Chinese text shows as boxes.</source>
        <translation>未安裝中文字型，中文會顯示為方框。</translation>
    </message>
    <message>
        <source>Install the package fonts-noto-cjk.</source>
        <translation>請安裝套件 fonts-noto-cjk。</translation>
    </message>
</context>
<context>
    <name>Workspaces</name>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>推估</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>交易</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>驗算</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ArticleListModel</name>
    <message>
        <source>unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 個表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 個表格</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 則筆記</translation>
    </message>
    <message>
        <source>%1 notes</source>
        <translation>%1 則筆記</translation>
    </message>
</context>
<context>
    <name>parallax::ui::BrokenPage</name>
    <message>
        <source>Choose another library</source>
        <translation>選擇其他文庫</translation>
    </message>
    <message>
        <source>Parallax libraries (*.sqlite3);;All files (*)</source>
        <translation>Parallax 文庫 (*.sqlite3);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Restore a snapshot</source>
        <translation>還原快照</translation>
    </message>
    <message>
        <source>The library as it was on %1 takes the place of the damaged file. The damaged file is kept beside it under another name.</source>
        <translation>損毀的檔案將由 %1 的文庫取代，並改名保留在旁。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>Restoring the library</source>
        <translation>正在還原文庫</translation>
    </message>
    <message>
        <source>The library could not be opened</source>
        <translation>無法開啟文庫</translation>
    </message>
    <message>
        <source>Nothing was changed: the file is as it was found.</source>
        <translation>沒有任何變更，檔案保持原狀。</translation>
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
        <translation>重試</translation>
    </message>
    <message>
        <source>Restore this snapshot…</source>
        <translation>還原這份快照…</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>選擇其他文庫…</translation>
    </message>
    <message>
        <source>Making a library</source>
        <translation>正在建立文庫</translation>
    </message>
    <message>
        <source>No new library was made in its place.</source>
        <translation>未在原處建立新的文庫。</translation>
    </message>
    <message>
        <source>Begin a new library there</source>
        <translation>在該處建立新的文庫</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartLegend</name>
    <message>
        <source>Shows or hides this series of the chart</source>
        <translation>顯示或隱藏圖表的這個數列</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>顯示%1</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隱藏%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartPanel</name>
    <message>
        <source>Zoom back</source>
        <translation>縮回</translation>
    </message>
    <message>
        <source>Show all categories</source>
        <translation>顯示所有類別</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>匯出圖片…</translation>
    </message>
    <message>
        <source>There are no figures to draw here.</source>
        <translation>這裡沒有可繪製的數據。</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Arrow keys move the crosshair, Enter opens the figure, + zooms in, - goes back, 0 shows everything.</source>
        <translation>方向鍵移動十字線，Enter 開啟該筆數據，+ 放大，- 返回，0 顯示全部。</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG 圖片 (*.png);;SVG 圖形 (*.svg);;PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>Figures of the chart</source>
        <translation>圖表的數字</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChartTable</name>
    <message>
        <source>Select the whole table</source>
        <translation>選取整個表格</translation>
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
        <translation>文章確有此意，這個數字改以低調方式顯示</translation>
    </message>
    <message>
        <source>The check is mistaken: show the figure quietly</source>
        <translation>驗算有誤，這個數字改以低調方式顯示</translation>
    </message>
    <message>
        <source>What is right is known; the note says it</source>
        <translation>已知正確的數字，寫在備註中</translation>
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
        <translation>證明力有限：數字寫得很粗略，%1 之內的任何值都與之相符。</translation>
    </message>
    <message>
        <source>The rounding of the figures allows %1.</source>
        <translation>依數字的捨入，可為 %1。</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>可能的原因</translation>
    </message>
    <message>
        <source>It would hold with one of these</source>
        <translation>改為以下任一項即相符</translation>
    </message>
    <message>
        <source>The check in full</source>
        <translation>驗算詳情</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>計算過程</translation>
    </message>
    <message>
        <source>What the two articles say</source>
        <translation>兩篇文章的說法</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>出處</translation>
    </message>
    <message>
        <source>A note on the mark</source>
        <translation>標記的備註</translation>
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
        <translation>所有規則</translation>
    </message>
    <message>
        <source>Marked or not</source>
        <translation>不限標記</translation>
    </message>
    <message>
        <source>Every source</source>
        <translation>所有來源</translation>
    </message>
    <message>
        <source>One article</source>
        <translation>單篇文章</translation>
    </message>
    <message>
        <source>Only the checks of “%1”; click for all articles</source>
        <translation>只列「%1」的驗算；點按即列出所有文章</translation>
    </message>
    <message>
        <source>Search figures and titles</source>
        <translation>搜尋數字與標題</translation>
    </message>
    <message>
        <source>Search the quoted figures and the titles of the articles</source>
        <translation>搜尋引用的數字與文章標題</translation>
    </message>
    <message>
        <source>Clear or start the search</source>
        <translation>清除或開始搜尋</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Checks of every outcome</source>
        <translation>各種結果的驗算</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>規則</translation>
    </message>
    <message>
        <source>Only the checks of one rule</source>
        <translation>只列一種規則的驗算</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Only what is marked so</source>
        <translation>只列有此標記的驗算</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Only articles of one source</source>
        <translation>只列一個來源的文章</translation>
    </message>
    <message>
        <source>Across articles</source>
        <translation>跨文章</translation>
    </message>
    <message>
        <source>Only statements that another article contradicts or confirms</source>
        <translation>只列與其他文章相互印證或牴觸的陳述</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除篩選</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ChecksWorkspace</name>
    <message>
        <source>Checks</source>
        <translation>驗算</translation>
    </message>
    <message>
        <source>Next check</source>
        <translation>下一項驗算</translation>
    </message>
    <message>
        <source>Previous check</source>
        <translation>上一項驗算</translation>
    </message>
    <message>
        <source>Mark the check as accepted</source>
        <translation>將驗算標為已接受</translation>
    </message>
    <message>
        <source>Mark the check as a false alarm</source>
        <translation>將驗算標為誤報</translation>
    </message>
    <message>
        <source>Mark the check as corrected</source>
        <translation>將驗算標為已更正</translation>
    </message>
    <message>
        <source>Take the mark from the check</source>
        <translation>移除驗算的標記</translation>
    </message>
    <message>
        <source>Write a note on the mark</source>
        <translation>寫標記的備註</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>復原上一個標記</translation>
    </message>
    <message>
        <source>Set the mark again</source>
        <translation>重做標記</translation>
    </message>
    <message>
        <source>Open the statement in its article</source>
        <translation>在文章中開啟這項陳述</translation>
    </message>
    <message>
        <source>Find a check</source>
        <translation>尋找驗算</translation>
    </message>
    <message>
        <source>Export the listed checks…</source>
        <translation>匯出列出的驗算…</translation>
    </message>
    <message>
        <source>Export 1 check</source>
        <translation>匯出 1 項驗算</translation>
    </message>
    <message>
        <source>Export %1 checks</source>
        <translation>匯出 %1 項驗算</translation>
    </message>
    <message>
        <source>CSV files (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV 檔案 (*.csv);;Excel 活頁簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>%1 of %2 documents are checked</source>
        <translation>已驗算 %1 份文件，共 %2 份</translation>
    </message>
    <message>
        <source>The checks cannot be read</source>
        <translation>無法讀取驗算</translation>
    </message>
    <message>
        <source>No check passes these filters</source>
        <translation>沒有符合篩選條件的驗算</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>尚無結果</translation>
    </message>
    <message>
        <source>The figures of the library are being recomputed.</source>
        <translation>正在重算文庫中的數字。</translation>
    </message>
    <message>
        <source>Nothing to recompute</source>
        <translation>沒有可重算的數字</translation>
    </message>
    <message>
        <source>No article states a figure together with those that it is made from.</source>
        <translation>沒有文章把某個數字與構成它的數字一起寫出。</translation>
    </message>
    <message>
        <source>1 check</source>
        <translation>1 項驗算</translation>
    </message>
    <message>
        <source>%1 checks, worst first</source>
        <translation>%1 項驗算，最嚴重的在前</translation>
    </message>
    <message>
        <source>This check cannot be shown</source>
        <translation>無法顯示這項驗算</translation>
    </message>
    <message>
        <source>Choose a check</source>
        <translation>選擇一項驗算</translation>
    </message>
    <message>
        <source>How the figure was recomputed and where it stands are shown here.</source>
        <translation>這裡會顯示數字如何重算，以及出自何處。</translation>
    </message>
    <message>
        <source>Reading the checks…</source>
        <translation>正在讀取驗算…</translation>
    </message>
    <message>
        <source>No figures to check yet</source>
        <translation>還沒有可驗算的數字</translation>
    </message>
    <message>
        <source>Every figure of an article that can be made from others is recomputed after an import: shares, totals, growth, orders, and what other articles say of the same.</source>
        <translation>匯入後，凡能由其他數字得出的數字都會重算：占比、合計、成長、排序，以及其他文章對同一件事的說法。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文庫</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Show all checks</source>
        <translation>顯示所有驗算</translation>
    </message>
    <message>
        <source>How much of the library is checked</source>
        <translation>文庫的驗算進度</translation>
    </message>
    <message>
        <source>Recomputing the figures of the library</source>
        <translation>正在重算文庫中的數字</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即查核</translation>
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
        <translation>%1，與另一段同時到達</translation>
    </message>
    <message>
        <source>At, ms</source>
        <translation>時間，毫秒</translation>
    </message>
    <message>
        <source>After the last, ms</source>
        <translation>距前一段，毫秒</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>位元組</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字元</translation>
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
        <translation>驗證說法</translation>
    </message>
    <message>
        <source>Search the claims</source>
        <translation>搜尋說法</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>說法</translation>
    </message>
    <message>
        <source>Test it</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Looking for claims</source>
        <translation>尋找說法</translation>
    </message>
    <message>
        <source>The first %1 claims; the reader shows those of any article.</source>
        <translation>前 %1 個說法；閱讀器會顯示任何一篇文章的說法。</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 articles</source>
        <translation>正在讀取：文章 %1／%2</translation>
    </message>
    <message>
        <source>No article claims a figure of latency, speed, throughput, price or availability.</source>
        <translation>沒有文章提出延遲、速度、吞吐量、價格或可用性的數字。</translation>
    </message>
    <message>
        <source>%1 claims</source>
        <translation>%1 個說法</translation>
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
        <translation>關閉</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>進行測量</translation>
    </message>
    <message>
        <source>Claim: %1</source>
        <translation>說法：%1</translation>
    </message>
    <message>
        <source>Add an endpoint for what is claimed first.</source>
        <translation>請先為所稱對象新增端點。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CommandPalette</name>
    <message>
        <source>Search articles, run a command</source>
        <translation>搜尋文章、執行命令</translation>
    </message>
    <message>
        <source>Enter opens · Ctrl+Enter searches the whole library · Esc closes</source>
        <translation>Enter 開啟 · Ctrl+Enter 搜尋整個文庫 · Esc 關閉</translation>
    </message>
    <message>
        <source>Commands, places and articles</source>
        <translation>指令、位置與文章</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CompareModel</name>
    <message>
        <source>%1 pp</source>
        <translation>%1 個百分點</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>無日期</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1之後</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>%1: %2, statements differ: %3</source>
        <translation>%1：%2，說法不一：%3</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>對象</translation>
    </message>
    <message>
        <source>The first %1 of %2 subjects.</source>
        <translation>%2 個對象中的前 %1 個。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ComparePage</name>
    <message>
        <source>Export picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>Comparing tables</source>
        <translation>正在比較表格</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 個表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 個表格</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 處不一致</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 處不一致</translation>
    </message>
    <message>
        <source>No other table states this; its own figures are shown.</source>
        <translation>沒有其他表格載有此項；以下為它自己的數字。</translation>
    </message>
    <message>
        <source>≠ marks statements of one period that cannot be the same figure; the change from the period before stands behind a figure.</source>
        <translation>≠ 表示同一期間的說法不可能是同一個數字；數字後面是與前一期相比的變動。</translation>
    </message>
    <message>
        <source>The newest %1 tables were compared.</source>
        <translation>只比較了最新的 %1 個表格。</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>匯出比較結果</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel 活頁簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>回到表格</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不一致的</translation>
    </message>
    <message>
        <source>There are no figures to draw.</source>
        <translation>沒有可以繪製的數字。</translation>
    </message>
    <message>
        <source>Comparing with the other tables…</source>
        <translation>正在與其他表格比較…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>沒有可比較的內容</translation>
    </message>
    <message>
        <source>This table has no figures that could stand beside those of another one.</source>
        <translation>這個表格沒有可與其他表格並列的數字。</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較什麼</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CompareRunsPage</name>
    <message>
        <source>%1 runs side by side</source>
        <translation>%1 次測量並列</translation>
    </message>
    <message>
        <source>Medians with their 95 % intervals. A session counts once, however many requests it had; five of the same comparison carry a verdict. Double-click a figure for its run.</source>
        <translation>中位數與其 95 % 區間。每個場次不論有多少請求都只計一次；同一比較滿五個場次才可下定論。按兩下數字可看該次測量。</translation>
    </message>
    <message>
        <source>No two endpoints are compared in more than one of these runs.</source>
        <translation>這些測量中沒有可合併的端點比較。</translation>
    </message>
    <message>
        <source>These runs are of %1 different comparisons: each stands for itself.</source>
        <translation>這些測量屬於 %1 種不同的比較：各自分開計算。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次測量</translation>
    </message>
    <message>
        <source>They were made from %1 places: each has its own sessions and its own verdict.</source>
        <translation>這些測量來自 %1 個地點：各有自己的場次與結論。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ComputeDialog</name>
    <message>
        <source>Compute a column</source>
        <translation>計算一欄</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 欄</translation>
    </message>
    <message>
        <source>as the headers say</source>
        <translation>依標題所載</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>From</source>
        <translation>從</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年數</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>加入此欄</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>%1 of %2 rows stay empty. %3</source>
        <translation>%2 列中有 %1 列留空。%3</translation>
    </message>
    <message>
        <source>No column of this table has figures to compute with: only names, words and dates.</source>
        <translation>這個表格沒有可供計算的數字欄，只有名稱、文字和日期。</translation>
    </message>
    <message>
        <source>Two columns with figures are needed, and this table has one.</source>
        <translation>需要兩個數字欄，這個表格只有一個。</translation>
    </message>
    <message>
        <source>Choose two different columns.</source>
        <translation>請選擇兩個不同的欄。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CorrectionDialog</name>
    <message>
        <source>Unit of a column</source>
        <translation>一欄的單位</translation>
    </message>
    <message>
        <source>Correct a cell</source>
        <translation>更正儲存格</translation>
    </message>
    <message>
        <source>Where the right figure stands, or what is wrong with this one</source>
        <translation>正確數字的出處，或這個數字錯在哪裡</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Should say</source>
        <translation>應為</translation>
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
        <translation>文章保留原文；更正可以收回。</translation>
    </message>
    <message>
        <source>As a header would say it: USD billions, %, req/s, 億美元</source>
        <translation>照標題的寫法:USD billions、%、req/s、億美元</translation>
    </message>
    <message>
        <source>Is read as: %1</source>
        <translation>讀作：%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::CorrectionLog</name>
    <message>
        <source>Corrections of this table</source>
        <translation>這個表格的更正</translation>
    </message>
    <message>
        <source>Nothing in this table was corrected. Right-click a cell or a header to do so.</source>
        <translation>這個表格沒有更正。在儲存格或標題上按右鍵即可更正。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種類</translation>
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
        <translation>更正後</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何時</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
</context>
<context>
    <name>parallax::ui::DealsWorkspace</name>
    <message>
        <source>Here you will see who agreed what with whom, for how much and until when, each with the sentence it was read from.</source>
        <translation>這裡將列出誰與誰達成什麼協議、金額多少、到何時為止，並附上出處句子。</translation>
    </message>
    <message>
        <source>Deals are not read from articles yet. Search finds them by their words.</source>
        <translation>尚未從文章讀取交易，可先用關鍵字搜尋。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文庫</translation>
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
        <translation>剩下 %1</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Nothing is running and nothing has run yet.</source>
        <translation>目前沒有工作，也沒有工作紀錄。</translation>
    </message>
    <message>
        <source>Nothing has gone wrong.</source>
        <translation>沒有任何問題。</translation>
    </message>
    <message>
        <source>Cancel task</source>
        <translation>取消工作</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部複製</translation>
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
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EmptyPage</name>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointDelegate</name>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointDialog</name>
    <message>
        <source>Change endpoint</source>
        <translation>變更端點</translation>
    </message>
    <message>
        <source>Add endpoint</source>
        <translation>新增端點</translation>
    </message>
    <message>
        <source>The provider&apos;s own</source>
        <translation>供應商自己的</translation>
    </message>
    <message>
        <source>One a line: resource, api-version, project, auth, reasoning-effort, price-input and price-output in dollars a million tokens</source>
        <translation>每行一項：resource、api-version、project、auth、reasoning-effort，以及以每百萬 token 美元計的 price-input 與 price-output</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>供應商</translation>
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
        <translation>位址</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>區域</translation>
    </message>
    <message>
        <source>Key variable</source>
        <translation>金鑰變數</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>There is an endpoint of this name.</source>
        <translation>已有同名的端點。</translation>
    </message>
    <message>
        <source>An address may hold no name or password: keys are kept elsewhere.</source>
        <translation>位址不可含使用者名稱或密碼：金鑰另行保管。</translation>
    </message>
    <message>
        <source>An option is NAME=VALUE.</source>
        <translation>選項的寫法是 NAME=VALUE。</translation>
    </message>
    <message>
        <source>The environment variable that holds the key. No key is ever written down.</source>
        <translation>存放金鑰的環境變數。金鑰從不寫入任何地方。</translation>
    </message>
    <message>
        <source>One short prompt is under way…</source>
        <translation>正在送出一則簡短提示…</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>測試 %1</translation>
    </message>
    <message>
        <source>It answers: first token after %1, last after %2.</source>
        <translation>有回答：%1後第一個 token，%2後最後一個。</translation>
    </message>
    <message>
        <source>No answer: %1.</source>
        <translation>沒有回答：%1。</translation>
    </message>
    <message>
        <source>No answer: %1. It says: %2</source>
        <translation>沒有回答：%1。對方稱：%2</translation>
    </message>
    <message>
        <source>Choose a model file…</source>
        <translation>選擇模型檔案…</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <translation>選擇模型檔案</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>A server that runs already; without one, a run starts its own</source>
        <translation>已在執行的伺服器；留空則測量時自行啟動</translation>
    </message>
    <message>
        <source>Asking the system&apos;s keychain…</source>
        <translation>正在詢問系統鑰匙圈…</translation>
    </message>
    <message>
        <source>The key of %1</source>
        <translation>%1 的金鑰</translation>
    </message>
    <message>
        <source>There is no keychain here, or it did not answer within 5 s: the key was not kept anywhere. %1 “%2” goes on without one.</source>
        <translation>這裡沒有鑰匙圈，或它在 5 秒內沒有回應：金鑰沒有存放在任何地方。%1按「%2」可不存金鑰繼續。</translation>
    </message>
    <message>
        <source>The keychain did not answer within 5 s: the key may still be in it. “%1” goes on all the same.</source>
        <translation>鑰匙圈在 5 秒內沒有回應：金鑰可能仍在其中。按「%1」仍可繼續。</translation>
    </message>
    <message>
        <source>The keychain did not answer within 5 s: the key stays under the old name. “%1” goes on without it.</source>
        <translation>鑰匙圈在 5 秒內沒有回應：金鑰仍存放在舊名稱下。按「%1」可不帶金鑰繼續。</translation>
    </message>
    <message>
        <source>An environment variable named here does instead; it has to be set before Parallax starts.</source>
        <translation>也可改在此填寫一個環境變數的名稱；須在 Parallax 啟動前設定。</translation>
    </message>
    <message>
        <source>The environment variable %1 does instead; it has to be set before Parallax starts.</source>
        <translation>也可改用環境變數 %1；須在 Parallax 啟動前設定。</translation>
    </message>
    <message>
        <source>The key is taken out of the system&apos;s keychain.</source>
        <translation>金鑰將從系統鑰匙圈移除。</translation>
    </message>
    <message>
        <source>The key is in the system&apos;s keychain, for this address alone.</source>
        <translation>金鑰在系統鑰匙圈中，只供此位址使用。</translation>
    </message>
    <message>
        <source>The key was kept for another address and is taken out of the keychain. Type one for this address.</source>
        <translation>金鑰原是為另一位址存放的，將從鑰匙圈移除。請為此位址輸入金鑰。</translation>
    </message>
    <message>
        <source>The key is kept in the system&apos;s keychain (Secret Service or KWallet), for this address alone, and never in the library, a log or an export. %1</source>
        <translation>金鑰存放在系統鑰匙圈（Secret Service 或 KWallet），只供此位址使用，從不寫入文庫、記錄或匯出檔。%1</translation>
    </message>
    <message>
        <source>An address may hold no “?” or “#”: keys are kept elsewhere.</source>
        <translation>位址不可含「?」或「#」：金鑰另行保管。</translation>
    </message>
    <message>
        <source>The key variable is the name of an environment variable, never the key itself.</source>
        <translation>金鑰變數是環境變數的名稱，絕非金鑰本身。</translation>
    </message>
    <message>
        <source>There is no such option. There are: %1.</source>
        <translation>沒有這個選項。可用的有：%1。</translation>
    </message>
    <message>
        <source>The option “temperature” is “no”, for a model that takes none.</source>
        <translation>選項「temperature」的值為「no」，用於不接受此參數的模型。</translation>
    </message>
    <message>
        <source>A name, a model, a region and an address have no line breaks or other control characters.</source>
        <translation>名稱、模型、區域和位址中不得有換行或其他控制字元。</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>位址以 http:// 或 https:// 開頭。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EndpointModel</name>
    <message>
        <source>Not measured yet</source>
        <translation>尚未測量</translation>
    </message>
    <message>
        <source>First token %1 · %2</source>
        <translation>第一個 token %1 · %2</translation>
    </message>
    <message>
        <source>Key found in %1</source>
        <translation>已在 %1 找到金鑰</translation>
    </message>
    <message>
        <source>%1, SIMULATION, %2</source>
        <translation>%1，模擬，%2</translation>
    </message>
    <message>
        <source>The keychain gives no key</source>
        <translation>鑰匙圈沒有給出金鑰</translation>
    </message>
    <message>
        <source>No key yet</source>
        <translation>還沒有金鑰</translation>
    </message>
    <message>
        <source>Its key is in the system&apos;s keychain</source>
        <translation>金鑰在系統鑰匙圈中</translation>
    </message>
    <message>
        <source>A key is put into the keychain by “Change endpoint”</source>
        <translation>用「變更端點」可將金鑰存入鑰匙圈</translation>
    </message>
    <message>
        <source>A key is put into the keychain by “Change endpoint”, or set in the environment as %1</source>
        <translation>用「變更端點」可將金鑰存入鑰匙圈，或設定環境變數 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::EvidenceCard</name>
    <message>
        <source>Evidence: %1</source>
        <translation>出處：%1</translation>
    </message>
    <message>
        <source>Enter opens the article there</source>
        <translation>按 Enter 在文章中開啟該處</translation>
    </message>
    <message>
        <source>Read it in the article</source>
        <translation>在文章中閱讀</translation>
    </message>
    <message>
        <source>Open its table</source>
        <translation>開啟所屬表格</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>另見</translation>
    </message>
    <message>
        <source>Read it in %1</source>
        <translation>閱讀%1版</translation>
    </message>
</context>
<context>
    <name>parallax::ui::FiguresModel</name>
    <message>
        <source>%1 (SIMULATION)</source>
        <translation>%1（模擬）</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>第一個 token</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>區間</translation>
    </message>
    <message>
        <source>Between chunks</source>
        <translation>分段間隔</translation>
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
        <translation>在本文中尋找</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一個 (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一個 (Enter)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>關閉搜尋 (Esc)</translation>
    </message>
    <message>
        <source>Not in this article</source>
        <translation>本文中沒有</translation>
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
        <translation>文庫是空的</translation>
    </message>
    <message>
        <source>Open the demo library</source>
        <translation>開啟示範文庫</translation>
    </message>
    <message>
        <source>Search every article and run every command from one field.</source>
        <translation>一個欄位就能搜尋所有文章、執行所有命令。</translation>
    </message>
    <message>
        <source>Alt+1 … 3</source>
        <extracomment>Keys held together with a digit, as a range.</extracomment>
        <translation>Alt+1 … 3</translation>
    </message>
    <message>
        <source>Read the same article in English, Traditional or Simplified Chinese.</source>
        <translation>同一篇文章可用英文、繁體中文或簡體中文閱讀。</translation>
    </message>
    <message>
        <source>Follow any figure to its sentence, and come back.</source>
        <translation>從任一數字跳到它的出處句子，再返回。</translation>
    </message>
    <message>
        <source>Drop articles, saved pages, feeds or PDF files anywhere on this window, or look around in the demo library first.</source>
        <translation>把文章、另存的網頁、訂閱來源或 PDF 檔拖放到視窗任一處，或先看看示範文庫。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Use another library…</source>
        <translation>使用其他文庫…</translation>
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
        <translation>選擇要匯入的檔案</translation>
    </message>
    <message>
        <source>Choose a folder to import</source>
        <translation>選擇要匯入的資料夾</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>Address of an article or feed</source>
        <translation>文章或訂閱來源的網址</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>What will be imported</source>
        <translation>要匯入的項目</translation>
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
        <translation>檔案…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>資料夾…</translation>
    </message>
    <message>
        <source>Articles (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.xml *.rss *.atom *.json *.csv *.tsv *.opml *.pdf);;All files (*)</source>
        <translation>文章 (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.xml *.rss *.atom *.json *.csv *.tsv *.opml *.pdf);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Saved pages, text, Markdown, HTML, RSS, Atom, JSON Feed, CSV, OPML and PDF. Addresses are fetched once, now. Known articles are recognised, and what you added to them stays.</source>
        <translation>支援另存的網頁、純文字、Markdown、HTML、RSS、Atom、JSON Feed、CSV、OPML 與 PDF。網址只在此時擷取一次。已有的文章會自動辨識，你加上的內容都會保留。</translation>
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
        <translation>新增 1 個其他語言版本</translation>
    </message>
    <message>
        <source>%1 editions in other languages added</source>
        <translation>新增 %1 個其他語言版本</translation>
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
        <translation>1 篇文章已在文庫中</translation>
    </message>
    <message>
        <source>%1 articles were already there</source>
        <translation>%1 篇文章已在文庫中</translation>
    </message>
    <message>
        <source>1 file could not be read</source>
        <translation>1 個檔案無法讀取</translation>
    </message>
    <message>
        <source>%1 files could not be read</source>
        <translation>%1 個檔案無法讀取</translation>
    </message>
    <message>
        <source>Nothing to import was found.</source>
        <translation>找不到可匯入的內容。</translation>
    </message>
    <message>
        <source>Pasted page</source>
        <translation>貼上的網頁</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼上的文字</translation>
    </message>
    <message>
        <source>Importing “%1”</source>
        <translation>正在匯入「%1」</translation>
    </message>
    <message>
        <source>Importing %1 items</source>
        <translation>正在匯入 %1 個項目</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A title, then what is doubtful about it.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open this line to import it again with the damage undone.</source>
        <translation>開啟這一項，即可修復後重新匯入。</translation>
    </message>
    <message>
        <source>A list of %1 feeds</source>
        <translation>列有 %1 個訂閱來源的清單</translation>
    </message>
    <message>
        <source>The list names %1 feeds. Nothing was fetched from them yet.</source>
        <translation>清單列出 %1 個訂閱來源，尚未擷取其中任何內容。</translation>
    </message>
    <message>
        <source>Open this line to import what they hold now.</source>
        <translation>開啟這一項，即可匯入它們目前的內容。</translation>
    </message>
    <message>
        <source>1 file skipped that is no document</source>
        <translation>略過 1 個非文件檔案</translation>
    </message>
    <message>
        <source>%1 files skipped that are no documents</source>
        <translation>略過 %1 個非文件檔案</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 個</translation>
    </message>
    <message>
        <source>%1: 1 file was skipped, it is no document</source>
        <extracomment>What was being imported.</extracomment>
        <translation>%1：略過了 1 個非文件檔案</translation>
    </message>
    <message>
        <source>%1: %2 files were skipped, they are no documents</source>
        <translation>%1：略過了 %2 個非文件檔案</translation>
    </message>
    <message>
        <source>A list of 1 feed</source>
        <translation>1 個訂閱來源的清單</translation>
    </message>
    <message>
        <source>The list names 1 feed. Nothing was fetched from it yet.</source>
        <translation>清單列有 1 個訂閱來源，尚未從中擷取任何內容。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::IntervalStrip</name>
    <message>
        <source>Stated against recomputed</source>
        <translation>原文與重算對照</translation>
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
        <translation>在數字的捨入範圍內：%1。</translation>
    </message>
    <message>
        <source>With zeros at the end taken as rounding, too: %1.</source>
        <translation>若末尾的零也視為捨入：%1。</translation>
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
        <translation>兩處陳述的對照</translation>
    </message>
    <message>
        <source>Stated here: %1.</source>
        <translation>此處：%1。</translation>
    </message>
    <message>
        <source>Stated there: %1.</source>
        <translation>另一處：%1。</translation>
    </message>
    <message>
        <source>stated here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>stated there</source>
        <translation>另一處</translation>
    </message>
</context>
<context>
    <name>parallax::ui::KeyField</name>
    <message>
        <source>In the keychain; typed here, another replaces it</source>
        <translation>已在鑰匙圈中；在此輸入另一把即可取代</translation>
    </message>
    <message>
        <source>Typed or pasted here, it goes into the keychain</source>
        <translation>在此輸入或貼上，即存入鑰匙圈</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Take the key out of the keychain</source>
        <translation>將金鑰從鑰匙圈移除</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LatencyWorkspace</name>
    <message>
        <source>Latency</source>
        <translation>延遲</translation>
    </message>
    <message>
        <source>Add endpoint…</source>
        <translation>新增端點…</translation>
    </message>
    <message>
        <source>Change endpoint…</source>
        <translation>變更端點…</translation>
    </message>
    <message>
        <source>Remove endpoint</source>
        <translation>移除端點</translation>
    </message>
    <message>
        <source>Start the run</source>
        <translation>開始測量</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>停止測量</translation>
    </message>
    <message>
        <source>Export the report…</source>
        <translation>匯出報告…</translation>
    </message>
    <message>
        <source>Remove the run…</source>
        <translation>移除此次測量…</translation>
    </message>
    <message>
        <source>Try it with the simulation</source>
        <translation>用模擬試試看</translation>
    </message>
    <message>
        <source>Remove “%1”? What was measured of it stays.</source>
        <translation>移除「%1」？已測得的結果會保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>移除測量</translation>
    </message>
    <message>
        <source>Remove this run with everything that was measured in it? This cannot be undone.</source>
        <translation>移除此次測量及其中測得的一切？此動作無法復原。</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>匯出報告</translation>
    </message>
    <message>
        <source>Here measured response times of cloud endpoints and of models on this machine stand beside each other, on one clock.</source>
        <translation>雲端端點與本機模型的實測回應時間在此並列，以同一時鐘計。</translation>
    </message>
    <message>
        <source>Reading the measurements…</source>
        <translation>正在讀取測量結果…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>Nothing is shown</source>
        <translation>尚未選擇</translation>
    </message>
    <message>
        <source>Tick endpoints and press Start, or choose an earlier run at the left.</source>
        <translation>勾選端點後按「開始」，或在左側選擇先前的測量。</translation>
    </message>
    <message>
        <source>Endpoints</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>This run cannot be shown</source>
        <translation>無法顯示此次測量</translation>
    </message>
    <message>
        <source>This request is no longer there</source>
        <translation>此請求已不存在</translation>
    </message>
    <message>
        <source>The measurements cannot be read</source>
        <translation>無法讀取測量結果</translation>
    </message>
    <message>
        <source>The run could not be made</source>
        <translation>未能進行此次測量</translation>
    </message>
    <message>
        <source>Nothing that was measured before is lost.</source>
        <translation>先前測得的結果都還在。</translation>
    </message>
    <message>
        <source>Measuring: %1</source>
        <translation>測量：%1</translation>
    </message>
    <message>
        <source>A first look</source>
        <translation>初次體驗</translation>
    </message>
    <message>
        <source>This claim is no longer in its article.</source>
        <translation>此說法已不在文章中。</translation>
    </message>
    <message>
        <source>PDF report (*.pdf);;CSV (*.csv);;Excel workbook (*.xlsx);;JSON with raw timelines (*.json)</source>
        <translation>PDF 報告 (*.pdf);;CSV (*.csv);;Excel 活頁簿 (*.xlsx);;含原始時間軸的 JSON (*.json)</translation>
    </message>
    <message>
        <source>Remove “%1”, and its key from the keychain? What was measured of it stays.</source>
        <translation>要移除「%1」並從鑰匙圈移除其金鑰嗎？已測得的結果會保留。</translation>
    </message>
    <message>
        <source>The key of %1 may still be in the keychain: it did not answer.</source>
        <translation>%1 的金鑰可能仍在鑰匙圈中：它沒有回應。</translation>
    </message>
    <message>
        <source>Two providers are simulated as an article states them, beside a small made-up model that this machine runs: no key is needed and nothing leaves it.</source>
        <translation>依文章所述模擬兩家供應商，並與本機執行的一個小型虛構模型並列：不需要金鑰，也沒有任何資料離開本機。</translation>
    </message>
    <message>
        <source>Runs that are chosen together, with Ctrl or Shift, stand side by side.</source>
        <translation>以 Ctrl 或 Shift 一併選取的測量會並排顯示。</translation>
    </message>
    <message>
        <source>The run ended early.</source>
        <translation>測量提前結束。</translation>
    </message>
    <message>
        <source>%1 attempts could not be kept and are in no report; what was kept is here.</source>
        <translation>有 %1 次請求未能保存，不在任何報告中；已保存的在此。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::LibraryChecker</name>
    <message>
        <source>Checking the figures of %1 editions</source>
        <translation>正在檢核 %1 個版本的數字</translation>
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
        <translation>變更格式前</translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>還原前</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>When a snapshot was taken, its size, why it was taken.</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>There is no snapshot yet. One is taken each day that Parallax is opened.</source>
        <translation>還沒有快照。每天開啟 Parallax 時會建立一份。</translation>
    </message>
    <message>
        <source>Choose another library</source>
        <translation>選擇其他文庫</translation>
    </message>
    <message>
        <source>Parallax libraries (*.sqlite3);;All files (*)</source>
        <translation>Parallax 文庫 (*.sqlite3);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Taking a snapshot</source>
        <translation>正在建立快照</translation>
    </message>
    <message>
        <source>parallax-%1.sqlite3</source>
        <translation>parallax-%1.sqlite3</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>備份文庫</translation>
    </message>
    <message>
        <source>Backing up the library to “%1”</source>
        <translation>正在將文庫備份到「%1」</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>正在檢查文庫</translation>
    </message>
    <message>
        <source>The library was checked and is sound.</source>
        <translation>文庫檢查完畢，一切正常。</translation>
    </message>
    <message>
        <source>The library is damaged. Restore a snapshot.</source>
        <translation>文庫已損毀，請還原快照。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Take one now</source>
        <translation>立即建立快照</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Choose another…</source>
        <translation>選擇其他文庫…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>還原…</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>備份到…</translation>
    </message>
    <message>
        <source>Taken by hand</source>
        <translation>手動建立</translation>
    </message>
    <message>
        <source>Choose a library or a backup to restore from</source>
        <translation>選擇要從中還原的文庫或備份</translation>
    </message>
    <message>
        <source>Restore from a file…</source>
        <translation>從檔案還原…</translation>
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
        <translation>下一篇未讀文章</translation>
    </message>
    <message>
        <source>Read on: a page further, then the next article</source>
        <translation>往下讀：先翻頁，再到下一篇</translation>
    </message>
    <message>
        <source>Star or unstar</source>
        <translation>加上或移除星號</translation>
    </message>
    <message>
        <source>Mark as unread or read</source>
        <translation>標為未讀或已讀</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫筆記</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜尋文庫</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>儲存這個搜尋</translation>
    </message>
    <message>
        <source>List related articles</source>
        <translation>列出相關文章</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>從文庫移除</translation>
    </message>
    <message>
        <source>Copy the title</source>
        <translation>複製標題</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>複製連結</translation>
    </message>
    <message>
        <source>Export as text…</source>
        <translation>匯出為純文字…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>匯出為 Markdown…</translation>
    </message>
    <message>
        <source>Export as HTML…</source>
        <translation>匯出為 HTML…</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>匯出為 JSON…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>儲存為 PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Go to the next pane</source>
        <translation>移到下一個窗格</translation>
    </message>
    <message>
        <source>Go to the previous pane</source>
        <translation>移到上一個窗格</translation>
    </message>
    <message>
        <source>Read the original</source>
        <translation>閱讀原文</translation>
    </message>
    <message>
        <source>Read the translation</source>
        <translation>閱讀譯文</translation>
    </message>
    <message>
        <source>Read both, interleaved</source>
        <translation>對照閱讀</translation>
    </message>
    <message>
        <source>Read both, side by side</source>
        <translation>並排閱讀</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>標準文字大小</translation>
    </message>
    <message>
        <source>Show or hide contents and notes</source>
        <translation>顯示或隱藏目錄與筆記</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新增標籤</translation>
    </message>
    <message>
        <source>New tag %1</source>
        <translation>新增標籤 %1</translation>
    </message>
    <message>
        <source>1 article will be removed with its notes and tags.</source>
        <translation>將移除 1 篇文章，連同筆記與標籤。</translation>
    </message>
    <message>
        <source>%1 articles will be removed with their notes and tags.</source>
        <translation>將移除 %1 篇文章，連同筆記與標籤。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Export the article</source>
        <translation>匯出文章</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Export %1 articles to a folder</source>
        <translation>將 %1 篇文章匯出到資料夾</translation>
    </message>
    <message>
        <source>Exporting articles</source>
        <translation>正在匯出文章</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有筆記</translation>
    </message>
    <message>
        <source>Next figure that fails a check</source>
        <translation>下一個驗算不符的數字</translation>
    </message>
    <message>
        <source>Previous figure that fails a check</source>
        <translation>上一個驗算不符的數字</translation>
    </message>
    <message>
        <source>Show all checks in the text</source>
        <translation>在內文顯示所有驗算</translation>
    </message>
    <message>
        <source>With failed checks</source>
        <translation>有驗算不符</translation>
    </message>
    <message>
        <source>Order of the list: newest first</source>
        <translation>清單順序：由新到舊</translation>
    </message>
    <message>
        <source>Order of the list: oldest first</source>
        <translation>清單順序：由舊到新</translation>
    </message>
    <message>
        <source>Order of the list: imported last</source>
        <translation>清單順序：最近匯入</translation>
    </message>
    <message>
        <source>Order of the list: by title</source>
        <translation>清單順序：依標題</translation>
    </message>
    <message>
        <source>Order of the list: by source</source>
        <translation>清單順序：依來源</translation>
    </message>
    <message>
        <source>Rename the chosen tag or saved search</source>
        <translation>重新命名所選的標籤或已儲存的搜尋</translation>
    </message>
    <message>
        <source>Next colour for the chosen tag</source>
        <translation>所選標籤換下一個顏色</translation>
    </message>
    <message>
        <source>The saved search “%1” will be removed.</source>
        <translation>已儲存的搜尋「%1」將被移除。</translation>
    </message>
    <message>
        <source>Another one is called “%1” already; the name was not changed.</source>
        <translation>已經有另一個叫「%1」；名稱沒有變更。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>請換一個名稱。</translation>
    </message>
    <message>
        <source>The tag “%1” will be removed, also from 1 article.</source>
        <translation>標籤「%1」將被移除，1 篇文章也會失去它。</translation>
    </message>
    <message>
        <source>The tag “%1” will be removed, also from %2 articles.</source>
        <translation>標籤「%1」將被移除，%2 篇文章也會失去它。</translation>
    </message>
    <message>
        <source>Earlier versions of the article…</source>
        <translation>文章的較早版本…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ListPane</name>
    <message>
        <source>Looking…</source>
        <translation>搜尋中…</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>由新到舊</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>由舊到新</translation>
    </message>
    <message>
        <source>Imported last</source>
        <translation>最近匯入</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>依標題</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>依來源</translation>
    </message>
    <message>
        <source>Search results come best first</source>
        <translation>搜尋結果依相關程度排序</translation>
    </message>
    <message>
        <source>Search titles, text, tables and notes</source>
        <translation>搜尋標題、內文、表格與筆記</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Words, &quot;exact phrases&quot;, -without, title:word, source:name, topic:name, tag:name, note:word, OR. Either Chinese script finds the other.</source>
        <translation>可輸入詞語、&quot;完整片語&quot;、-排除的詞、title:詞、source:名稱、topic:名稱、tag:名稱、note:詞、OR。繁體與簡體可互相搜尋。</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>儲存這個搜尋</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>清單排序</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>The articles cannot be listed.</source>
        <translation>無法列出文章。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Looked in titles, summaries, text, tables and notes, in both Chinese scripts and in any width and case.</source>
        <translation>已搜尋標題、摘要、內文、表格與筆記，不分繁簡、全形半形與大小寫。</translation>
    </message>
    <message>
        <source>Also looked for: %1</source>
        <translation>也搜尋了：%1</translation>
    </message>
    <message>
        <source>Nothing here matches “%1”.</source>
        <translation>這裡沒有符合「%1」的內容。</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>搜尋整個文庫</translation>
    </message>
    <message>
        <source>Nothing in the library matches “%1”.</source>
        <translation>文庫中沒有符合「%1」的內容。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜尋</translation>
    </message>
    <message>
        <source>No other article shares its topics, names and words.</source>
        <translation>沒有其他文章與它的主題、名稱或用詞相近。</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>顯示所有文章</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>全部讀完了。</translation>
    </message>
    <message>
        <source>No article is starred yet. S stars the one you are reading.</source>
        <translation>還沒有加星號的文章。按 S 可為正在閱讀的文章加星號。</translation>
    </message>
    <message>
        <source>There are no notes yet. Select words in an article and press N.</source>
        <translation>還沒有筆記。在文章中選取文字後按 N。</translation>
    </message>
    <message>
        <source>No article belongs here any more.</source>
        <translation>這裡已經沒有文章。</translation>
    </message>
    <message>
        <source>The library is empty. Drop files on the window, or import them.</source>
        <translation>文庫是空的。把檔案拖放到視窗，或匯入檔案。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Related to “%1”</source>
        <translation>「%1」的相關文章</translation>
    </message>
    <message>
        <source>at least %1 articles, ranked among the newest 5,000 matches</source>
        <translation>至少 %1 篇文章，僅就最新的 5,000 筆結果排序</translation>
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
        <translation>也搜尋了 %1</translation>
    </message>
    <message>
        <source>Clear or start the search</source>
        <translation>清除或開始搜尋</translation>
    </message>
    <message>
        <source>Understood as: %1</source>
        <translation>理解為：%1</translation>
    </message>
    <message>
        <source>There is no field “%1”; the fields are title, summary, body, table, note, source, topic, tag, lang and month.</source>
        <translation>沒有「%1」這個欄位；欄位有標題、摘要、內文、表格、筆記、來源、主題、標籤、語言和月份。</translation>
    </message>
    <message>
        <source>understood as %1</source>
        <translation>理解為 %1</translation>
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
        <translation>這個文庫由較新版的 Parallax 建立，已以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>This library cannot be changed here and is open for reading only.</source>
        <translation>這個文庫無法在此變更，已以唯讀方式開啟。</translation>
    </message>
    <message>
        <source>Using the library</source>
        <translation>使用文庫</translation>
    </message>
    <message>
        <source>%1 – Parallax</source>
        <translation>%1 – Parallax</translation>
    </message>
    <message>
        <source>Drop to import</source>
        <translation>放開即可匯入</translation>
    </message>
    <message>
        <source>The clipboard holds nothing that can be imported.</source>
        <translation>剪貼簿中沒有可匯入的內容。</translation>
    </message>
    <message>
        <source>Search articles, run a command</source>
        <translation>搜尋文章、執行命令</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Import from the clipboard</source>
        <translation>從剪貼簿匯入</translation>
    </message>
    <message>
        <source>Import the demo library</source>
        <translation>匯入示範文庫</translation>
    </message>
    <message>
        <source>Read in English</source>
        <translation>以英文閱讀</translation>
    </message>
    <message>
        <source>Read in Traditional Chinese</source>
        <translation>以繁體中文閱讀</translation>
    </message>
    <message>
        <source>Read in Simplified Chinese</source>
        <translation>以簡體中文閱讀</translation>
    </message>
    <message>
        <source>Interface language: %1</source>
        <translation>介面語言：%1</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切換淺色與深色</translation>
    </message>
    <message>
        <source>Use high contrast</source>
        <translation>使用高對比</translation>
    </message>
    <message>
        <source>Make everything larger</source>
        <translation>整體放大</translation>
    </message>
    <message>
        <source>Make everything smaller</source>
        <translation>整體縮小</translation>
    </message>
    <message>
        <source>Show tasks</source>
        <translation>顯示工作</translation>
    </message>
    <message>
        <source>Show issues</source>
        <translation>顯示問題</translation>
    </message>
    <message>
        <source>Cancel all tasks</source>
        <translation>取消所有工作</translation>
    </message>
    <message>
        <source>Library file, snapshots and backup</source>
        <translation>文庫檔案、快照與備份</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::MeasureView</name>
    <message>
        <source>%1: first token %2, between chunks %3; %4</source>
        <translation>%1：第一個 token %2，分段間隔 %3；%4</translation>
    </message>
    <message>
        <source>Endpoints side by side</source>
        <translation>端點並列</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>First token, each request</source>
        <translation>第一個 token，逐個請求</translation>
    </message>
    <message>
        <source>Between chunks</source>
        <translation>分段間隔</translation>
    </message>
    <message>
        <source>Token race</source>
        <translation>Token 競速</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ModelSession</name>
    <message>
        <source>Load %1</source>
        <translation>載入 %1</translation>
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
        <translation>開啟模型…</translation>
    </message>
    <message>
        <source>Run prompt</source>
        <translation>執行提示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>開啟模型</translation>
    </message>
    <message>
        <source>Models (*.gguf);;All files (*)</source>
        <translation>模型 (*.gguf);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>%1後出現第一個 token</translation>
    </message>
    <message>
        <source>%1 tokens per second</source>
        <translation>每秒 %1 個 token</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>as long as was allowed</source>
        <translation>已到長度上限</translation>
    </message>
    <message>
        <source>This file cannot be opened</source>
        <translation>無法開啟這個檔案</translation>
    </message>
    <message>
        <source>Open a language model in a GGUF file to see what it is and to try it on this machine.</source>
        <translation>開啟 GGUF 檔案中的語言模型，看它是什麼，並在這台電腦上試用。</translation>
    </message>
    <message>
        <source>The file is only read, and nothing leaves this machine. It can also be dropped here.</source>
        <translation>檔案只會被讀取，資料不會離開這台電腦。也可以把檔案拖放到這裡。</translation>
    </message>
    <message>
        <source>Loading, %1 %</source>
        <translation>載入中，%1 %</translation>
    </message>
    <message>
        <source>Answering on %1</source>
        <translation>正在回答，使用 %1</translation>
    </message>
    <message>
        <source>This model cannot be run</source>
        <translation>無法執行這個模型</translation>
    </message>
    <message>
        <source>Ready on %1</source>
        <translation>就緒，使用 %1</translation>
    </message>
    <message>
        <source>Open %1 again</source>
        <translation>再次開啟 %1</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>What the model is to answer or to continue</source>
        <translation>要模型回答或接續的內容</translation>
    </message>
    <message>
        <source>As a conversation</source>
        <translation>作為對話</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>溫度</translation>
    </message>
    <message>
        <source>0: always the likeliest word; more: more varied</source>
        <translation>0：總是最可能的詞；越高越多變</translation>
    </message>
    <message>
        <source>Most tokens</source>
        <translation>最多 token 數</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>執行</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1 tokens in the prompt</source>
        <translation>提示有 %1 個 token</translation>
    </message>
    <message>
        <source>%1 tokens written</source>
        <translation>已寫 %1 個 token</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Puts the prompt into the model&apos;s template, as what a person says</source>
        <translation>把提示放進模型的範本，當作人說的話</translation>
    </message>
</context>
<context>
    <name>parallax::ui::NoteEditor</name>
    <message>
        <source>Your note; Ctrl+Enter saves it</source>
        <translation>輸入筆記，按 Ctrl+Enter 儲存</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Save note</source>
        <translation>儲存筆記</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete note</source>
        <translation>刪除筆記</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉紅色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Colour of the note: %1</source>
        <translation>筆記顏色：%1</translation>
    </message>
    <message>
        <source>A note on the whole article</source>
        <translation>整篇文章的筆記</translation>
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
        <translation>來源</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>彙整</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已儲存的搜尋</translation>
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
        <translation>資料不足</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>The 95 % interval stands in parentheses. Enter or a double click opens the request.</source>
        <translation>括號內為 95 % 區間。按 Enter 或按兩下可開啟該請求。</translation>
    </message>
    <message>
        <source>not enough data: %1 of the %2 answers that it takes</source>
        <translation>資料不足：需要 %2 個回答，已有 %1 個</translation>
    </message>
</context>
<context>
    <name>parallax::ui::PivotPage</name>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 欄</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>show</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>by</source>
        <translation>依</translation>
    </message>
    <message>
        <source>and</source>
        <translation>與</translation>
    </message>
    <message>
        <source>Group and pivot</source>
        <translation>分組與樞紐</translation>
    </message>
    <message>
        <source>Grouping the rows…</source>
        <translation>正在將各列分組…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No column of this table has figures.</source>
        <translation>這個表格沒有數字欄。</translation>
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
        <translation>已停止。選擇一個欄即可重新分組。</translation>
    </message>
    <message>
        <source>One cell has no figure in this unit and is left out.</source>
        <translation>有一個儲存格沒有此單位的數字，未計入。</translation>
    </message>
    <message>
        <source>%1 cells have no figure in this unit and are left out.</source>
        <translation>有 %1 格沒有這個單位的數字，不計入。</translation>
    </message>
    <message>
        <source>There are more groups than can be shown; the rest stand together as “…”.</source>
        <translation>組數太多無法全部顯示；其餘合為「…」。</translation>
    </message>
    <message>
        <source>Double-click a cell to see its rows.</source>
        <translation>按兩下儲存格可看它的各列。</translation>
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
        <translation>未讀</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有筆記</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>顯示全部 %1 項</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>彙整</translation>
    </message>
    <message>
        <source>%1: %2 in this library; the pages count %3.</source>
        <translation>%1：這個文庫有 %2 篇，來源頁面標示 %3 篇。</translation>
    </message>
    <message>
        <source>%1, %2 articles</source>
        <translation>%1，%2 篇文章</translation>
    </message>
    <message>
        <source>With failed checks</source>
        <translation>有驗算不符</translation>
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
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉紅色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Remove this tag</source>
        <translation>移除這個標籤</translation>
    </message>
    <message>
        <source>Remove this saved search</source>
        <translation>移除這個已儲存的搜尋</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新增標籤</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄欖色</translation>
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
        <translation>由本軟體加總，文章並未列出</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The figures as rounded allow %1 to %2.</source>
        <translation>依數字的捨入，變動介於 %1 與 %2 之間。</translation>
    </message>
    <message>
        <source>Stated: %1.</source>
        <translation>原文：%1。</translation>
    </message>
    <message>
        <source>%1, which the figures do not give</source>
        <translation>%1，與所列數字不符</translation>
    </message>
    <message>
        <source>Recomputed from the two figures</source>
        <translation>由兩個數字重算</translation>
    </message>
    <message>
        <source>The change as the article states it; △ where the figures do not give it</source>
        <translation>文章所載的變動；△ 表示與所列數字不符</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>Projected</source>
        <translation>推估</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變動</translation>
    </message>
    <message>
        <source>As stated</source>
        <translation>原文所載</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Subjects in other units are left out.</source>
        <translation>未列入單位不同的項目。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Change, recomputed</source>
        <translation>變動（重算）</translation>
    </message>
    <message>
        <source>Change, as stated</source>
        <translation>變動（原文）</translation>
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
        <translation>%1 個百分點</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ProjectionsWorkspace</name>
    <message>
        <source>Export picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>Filter figures</source>
        <translation>篩選數據</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Open in Tables</source>
        <translation>在「表格」中開啟</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>開啟出處</translation>
    </message>
    <message>
        <source>The market figures cannot be read</source>
        <translation>無法讀取市場數據</translation>
    </message>
    <message>
        <source>All measures</source>
        <translation>所有指標</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>所有來源</translation>
    </message>
    <message>
        <source>No figure matches</source>
        <translation>沒有符合的數據</translation>
    </message>
    <message>
        <source>1 figure</source>
        <translation>1 筆數據</translation>
    </message>
    <message>
        <source>%1 figures</source>
        <translation>%1 筆數據</translation>
    </message>
    <message>
        <source>Market figures</source>
        <translation>市場數據</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>匯出數據</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;CSV (*.csv);;Markdown (*.md);;JSON (*.json)</source>
        <translation>Excel 活頁簿 (*.xlsx);;CSV (*.csv);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Filter by measure, subject, source or article</source>
        <translation>依指標、項目、來源或文章篩選</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Choose a figure to see its group drawn.</source>
        <translation>選擇一筆數據，即可查看所屬群組的圖表。</translation>
    </message>
    <message>
        <source>No market figures yet</source>
        <translation>還沒有市場數據</translation>
    </message>
    <message>
        <source>Tables that set a current figure beside a projected one are gathered here, with the change recomputed beside the change that the article states.</source>
        <translation>這裡收錄同時列出目前值與推估值的表格，並將重算的變動與文章所載的變動對照顯示。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Projections</source>
        <translation>推估</translation>
    </message>
    <message>
        <source>Export figures…</source>
        <translation>匯出數據…</translation>
    </message>
    <message>
        <source>Reading the market figures…</source>
        <translation>正在讀取市場數據…</translation>
    </message>
    <message>
        <source>Open Tables</source>
        <translation>前往表格</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>以表格顯示圖表</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>複製圖表</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>匯出圖表…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::Reader</name>
    <message>
        <source>This article cannot be shown.</source>
        <translation>無法顯示這篇文章。</translation>
    </message>
    <message>
        <source>Choose an article to read it here.</source>
        <translation>選擇一篇文章，在此閱讀。</translation>
    </message>
    <message>
        <source>Lines close together</source>
        <translation>緊密行距</translation>
    </message>
    <message>
        <source>Lines at normal distance</source>
        <translation>標準行距</translation>
    </message>
    <message>
        <source>Lines far apart</source>
        <translation>寬鬆行距</translation>
    </message>
    <message>
        <source>Narrow column</source>
        <translation>窄版面</translation>
    </message>
    <message>
        <source>Normal column</source>
        <translation>標準版面</translation>
    </message>
    <message>
        <source>Wide column</source>
        <translation>寬版面</translation>
    </message>
    <message>
        <source>Space between Chinese and Latin</source>
        <translation>中英文之間加空白</translation>
    </message>
    <message>
        <source>Full-width punctuation in Chinese</source>
        <translation>中文使用全形標點</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>譯文</translation>
    </message>
    <message>
        <source>Interleaved</source>
        <translation>對照</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並排</translation>
    </message>
    <message>
        <source>As it was written (1)</source>
        <translation>原文 (1)</translation>
    </message>
    <message>
        <source>In the reading language (2)</source>
        <translation>閱讀語言 (2)</translation>
    </message>
    <message>
        <source>Each paragraph with its translation beneath (3)</source>
        <translation>每段下方附譯文 (3)</translation>
    </message>
    <message>
        <source>Original and translation in two columns (4)</source>
        <translation>原文與譯文分兩欄 (4)</translation>
    </message>
    <message>
        <source>How the text looks</source>
        <translation>文字外觀</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>開啟連結</translation>
    </message>
    <message>
        <source>Open this address in your browser?</source>
        <translation>要在瀏覽器開啟這個網址嗎？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Printing the article</source>
        <translation>正在列印文章</translation>
    </message>
    <message>
        <source>Save the article as PDF</source>
        <translation>將文章儲存為 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 檔 (*.pdf)</translation>
    </message>
    <message>
        <source>Saving the article as PDF</source>
        <translation>正在將文章儲存為 PDF</translation>
    </message>
    <message>
        <source>“%1” is damaged: words or figures of it are not those that were imported.</source>
        <translation>「%1」已損壞：其中有字詞或數字與匯入時不同。</translation>
    </message>
    <message>
        <source>Import its file again: that mends it.</source>
        <translation>請重新匯入它的檔案：這樣就會修復。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::ReaderMargin</name>
    <message>
        <source>Contents, notes, topics and related articles</source>
        <translation>目錄、筆記、主題與相關文章</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Select words and press N to write a note.</source>
        <translation>選取文字後按 N 寫筆記。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>The page counts %1 related articles.</source>
        <translation>來源頁面標示 %1 篇相關文章。</translation>
    </message>
    <message>
        <source>Related in this library</source>
        <translation>文庫中的相關文章</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RequestPage</name>
    <message>
        <source>%1 tokens in, %2 out</source>
        <translation>輸入 %1、輸出 %2 個 token</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>回到此次測量</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Request %1 to %2</source>
        <translation>給 %2 的第 %1 個請求</translation>
    </message>
    <message>
        <source>%1 chunks</source>
        <translation>%1 個分段</translation>
    </message>
    <message>
        <source>What is kept of the stream: its headers, beginning and end</source>
        <translation>所保留的串流內容：標頭、開頭與結尾</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>分段</translation>
    </message>
    <message>
        <source>The stream as it came, %1 bytes</source>
        <translation>原樣的串流，%1 位元組</translation>
    </message>
    <message>
        <source>The stream as it came, the first %1 of %2 bytes</source>
        <translation>原樣的串流，%2 位元組中的前 %1 位元組</translation>
    </message>
    <message>
        <source>%1 out by our own count</source>
        <translation>自行計數輸出 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RestoreDialog</name>
    <message>
        <source>Comparing the snapshot with the library</source>
        <translation>正在比對快照與文庫</translation>
    </message>
    <message>
        <source>Restore the snapshot of %1</source>
        <translation>還原 %1 的快照</translation>
    </message>
    <message>
        <source>Articles in the library</source>
        <translation>文庫中的文章</translation>
    </message>
    <message>
        <source>Only in the library</source>
        <translation>只在文庫中</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>“%1” is the library that is open.</source>
        <translation>「%1」就是目前開啟的文庫。</translation>
    </message>
    <message>
        <source>Restore from “%1”</source>
        <translation>從「%1」還原</translation>
    </message>
    <message>
        <source>Replacing the library</source>
        <translation>正在取代文庫</translation>
    </message>
    <message>
        <source>Merging into the library</source>
        <translation>正在併入文庫</translation>
    </message>
    <message>
        <source>Articles in the file</source>
        <translation>檔案中的文章</translation>
    </message>
    <message>
        <source>Only in the file</source>
        <translation>只在檔案中</translation>
    </message>
    <message>
        <source>Newer in the file</source>
        <translation>檔案中較新</translation>
    </message>
    <message>
        <source>Notes that were changed later in the file</source>
        <translation>檔案中較晚修改的筆記</translation>
    </message>
    <message>
        <source>Comparing the file with the library…</source>
        <translation>正在比較檔案與文庫…</translation>
    </message>
    <message>
        <source>Damaged in the file, left out of a merge</source>
        <translation>檔案中已損壞，合併時略過</translation>
    </message>
    <message>
        <source>Notes that were changed later in the library</source>
        <translation>之後在文庫中改過的筆記</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>筆記</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星號</translation>
    </message>
    <message>
        <source>Read marks</source>
        <translation>已讀標記</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Tags on articles</source>
        <translation>文章上的標籤</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已儲存的搜尋</translation>
    </message>
    <message>
        <source>Everything here stays; what is only in the file is added, and what is newer there is taken. A star or a read mark on either side stays.</source>
        <translation>這裡的一切都保留；加入只在檔案中的，並採用檔案中較新的。任一邊的星號或已讀標記都保留。</translation>
    </message>
    <message>
        <source>The library becomes what the file is: what is only in the library is lost. A snapshot of the present one is taken first.</source>
        <translation>文庫會變得與檔案相同：只在文庫中的會失去。會先為目前的文庫留下快照。</translation>
    </message>
    <message>
        <source>Damaged notes in the file, left out of a merge</source>
        <translation>檔案中已損壞的筆記，合併時略過</translation>
    </message>
    <message>
        <source>Damaged tags in the file, left out of a merge</source>
        <translation>檔案中已損壞的標籤，合併時略過</translation>
    </message>
    <message>
        <source>Damaged saved searches in the file, left out of a merge</source>
        <translation>檔案中已損壞的儲存搜尋，合併時略過</translation>
    </message>
    <message>
        <source>Damaged notes in the library that a merge mends</source>
        <translation>文庫中已損壞、合併時會修復的筆記</translation>
    </message>
    <message>
        <source>Damaged tags in the library that a merge mends</source>
        <translation>文庫中已損壞、合併時會修復的標籤</translation>
    </message>
    <message>
        <source>Damaged saved searches in the library that a merge mends</source>
        <translation>文庫中已損壞、合併時會修復的儲存搜尋</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunBuilder</name>
    <message>
        <source>Stopping; what was measured stays.</source>
        <translation>正在停止；已測得的結果會保留。</translation>
    </message>
    <message>
        <source>Tick at least one endpoint at the left.</source>
        <translation>請在左側至少勾選一個端點。</translation>
    </message>
    <message>
        <source>There is no key for %1: its requests will be refused.</source>
        <translation>%1 沒有金鑰：其請求會被拒絕。</translation>
    </message>
    <message>
        <source>Its cost is not known in advance.</source>
        <translation>費用無法事先得知。</translation>
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
        <translation>沿用 TLS 工作階段</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>沿用</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>預設組合</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>請求數</translation>
    </message>
    <message>
        <source>Measured requests of each endpoint, after one or two that are not</source>
        <translation>每個端點計入測量的請求數，之前另有一兩個不計</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 數</translation>
    </message>
    <message>
        <source>The most that an answer may have</source>
        <translation>一個回答最多可有的數量</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>預算</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>The run stops before a request that could exceed it</source>
        <translation>在可能超出預算的請求之前即停止</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>連線</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒請求數</translation>
    </message>
    <message>
        <source>First token within</source>
        <translation>第一個 token 限</translation>
    </message>
    <message>
        <source>Each further one within</source>
        <translation>其後每個限</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How much of the run is done</source>
        <translation>測量的進度</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>No run settles this claim: what is known of it stands above.</source>
        <translation>沒有測量能判定這個說法：已知的情況列在上方。</translation>
    </message>
    <message>
        <source>Add an endpoint for what is claimed first.</source>
        <translation>請先為所說的對象新增端點。</translation>
    </message>
    <message>
        <source>Start makes the run that would settle the claim above.</source>
        <translation>按「開始」即進行能判定上方說法的測量。</translation>
    </message>
    <message>
        <source>Choose a claim…</source>
        <translation>選擇說法…</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>升至</translation>
    </message>
    <message>
        <source>%1 pairs are too few to show any difference between %2 endpoints, however large it is: that takes %3.</source>
        <translation>%1 對太少，無論 %2 個端點之間的差異多大都無法顯示：需要 %3 對。</translation>
    </message>
    <message>
        <source>Budget in tokens</source>
        <translation>token 預算</translation>
    </message>
    <message>
        <source>In and out together; the run stops before a request that could exceed it</source>
        <translation>輸入與輸出合計；可能超出的請求之前即停止</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunComparisonModel</name>
    <message>
        <source>not enough data</source>
        <translation>資料不足</translation>
    </message>
    <message>
        <source>Median, ms</source>
        <translation>中位數，毫秒</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>端點</translation>
    </message>
    <message>
        <source>Tokens a second after the first</source>
        <translation>第一個之後每秒的 token</translation>
    </message>
    <message>
        <source>Cost of a million tokens of answers</source>
        <translation>回答每百萬 token 的費用</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次測量</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
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
        <translation>資料不足</translation>
    </message>
    <message>
        <source>%1 chunks · %2</source>
        <translation>%1 個分段 · %2</translation>
    </message>
    <message>
        <source>Where the time goes, in the latest request</source>
        <translation>時間花在哪裡：最近的請求</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模擬</translation>
    </message>
    <message>
        <source>Replay the race</source>
        <translation>重播競速</translation>
    </message>
    <message>
        <source>The latest answers again, both from their start, at their own speed</source>
        <translation>再看最近的回答，同時從頭開始，各依自己的速度</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>再測一次</translation>
    </message>
    <message>
        <source>One more session of the same plan</source>
        <translation>同一計畫再進行一個場次</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Percentiles with their 95 % intervals</source>
        <translation>百分位數與其 95 % 區間</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>百分位數</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格顯示</translation>
    </message>
    <message>
        <source>The figures of the charts, to be read out or copied</source>
        <translation>圖表的數字，可朗讀或複製</translation>
    </message>
    <message>
        <source>Figures of the charts</source>
        <translation>圖表的數字</translation>
    </message>
    <message>
        <source>What else was found</source>
        <translation>其他結果</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>從 %1</translation>
    </message>
    <message>
        <source>Where the time goes, in the request whose whole answer is nearest to the median</source>
        <translation>時間花在哪裡：整個回答最接近中位數的那個請求</translation>
    </message>
    <message>
        <source>Load and limits</source>
        <translation>負載與限度</translation>
    </message>
</context>
<context>
    <name>parallax::ui::RunSession</name>
    <message>
        <source>Measuring: %1</source>
        <translation>測量：%1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Interface language</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Size of everything</source>
        <translation>整體縮放</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>清單密度</translation>
    </message>
    <message>
        <source>As the desktop was at start</source>
        <translation>啟動時的桌面設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>寬鬆</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>緊湊</translation>
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
        <translation>行寬</translation>
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
        <translation>CSV 檔開頭加上位元組順序記號（BOM）</translation>
    </message>
    <message>
        <source>Excel shows Chinese in a CSV file only with it. Most other programs do not need it.</source>
        <translation>Excel 要有 BOM 才能正確顯示 CSV 檔中的中文，其他程式多半不需要。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>分析師</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It stands beside what you mark and correct, so that others who open this library know whom to ask. Left empty, it is the name you are logged in with.</source>
        <translation>它會記在您標記與更正的內容旁，讓開啟這個文庫的其他人知道該問誰。留空時使用您登入系統的名稱。</translation>
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
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>列印…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::StatusLine</name>
    <message>
        <source>No tasks running</source>
        <translation>沒有執行中的工作</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 項工作</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 項工作</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>顯示所有工作</translation>
    </message>
    <message>
        <source>Cancel this task</source>
        <translation>取消這項工作</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩下 %1</translation>
    </message>
    <message>
        <source>1 issue</source>
        <translation>1 個問題</translation>
    </message>
    <message>
        <source>%1 issues</source>
        <translation>%1 個問題</translation>
    </message>
    <message>
        <source>Show what went wrong</source>
        <translation>顯示問題</translation>
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
        <translation>描述統計</translation>
    </message>
    <message>
        <source>Group and pivot</source>
        <translation>分組與樞紐</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺漏</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Other units</source>
        <translation>其他單位</translation>
    </message>
    <message>
        <source>Inexact</source>
        <translation>不精確</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>第一四分位數</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位數</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>第三四分位數</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均數</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>總和</translation>
    </message>
    <message>
        <source>Over %1 rows; totals and headings are left out.</source>
        <translation>共 %1 列；合計與分段標題不計入。</translation>
    </message>
    <message>
        <source>Over the %1 rows that the filter shows; totals and headings are left out.</source>
        <translation>篩選後的 %1 列；合計與分段標題不計入。</translation>
    </message>
    <message>
        <source>No column of this table has figures.</source>
        <translation>這個表格沒有數字欄。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableCorrections</name>
    <message>
        <source>Correct this cell…</source>
        <translation>更正此儲存格…</translation>
    </message>
    <message>
        <source>Role of this row</source>
        <translation>此列的角色</translation>
    </message>
    <message>
        <source>Role of this column</source>
        <translation>此欄的角色</translation>
    </message>
    <message>
        <source>Unit of this column…</source>
        <translation>此欄的單位…</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableDrawing</name>
    <message>
        <source>plain numbers</source>
        <translation>純數字</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Unit to draw</source>
        <translation>要繪製的單位</translation>
    </message>
    <message>
        <source>Figures of one unit share a chart; choose which</source>
        <translation>同單位的數字畫在同一張圖表，請選擇單位</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>圖表類型</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>自動選擇</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>直條圖</translation>
    </message>
    <message>
        <source>Stacked bars</source>
        <translation>堆疊直條圖</translation>
    </message>
    <message>
        <source>Horizontal bars</source>
        <translation>橫條圖</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>折線圖</translation>
    </message>
    <message>
        <source>There are no figures to draw among these cells.</source>
        <translation>這些儲存格中沒有可繪製的數字。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableGrid</name>
    <message>
        <source>Sort ascending</source>
        <translation>遞增排序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>遞減排序</translation>
    </message>
    <message>
        <source>Order of the article</source>
        <translation>文章順序</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>隱藏這一欄</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>顯示所有欄</translation>
    </message>
    <message>
        <source>Fit widths</source>
        <translation>調整欄寬</translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>第 %1 欄</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableListModel</name>
    <message>
        <source>No month</source>
        <translation>無月份</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>無來源</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>無標題表格</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1, from %2, %3 rows, %4 columns</source>
        <translation>%1，出自 %2，%3 列，%4 欄</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 列 × %2 欄</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TableListPanel</name>
    <message>
        <source>No table matches</source>
        <translation>沒有符合的表格</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 個表格</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 個表格</translation>
    </message>
    <message>
        <source>Filter tables</source>
        <translation>篩選表格</translation>
    </message>
    <message>
        <source>Filter tables by caption, header, cell or article</source>
        <translation>依標題、表頭、儲存格或文章篩選表格</translation>
    </message>
    <message>
        <source>Group tables</source>
        <translation>表格分組</translation>
    </message>
    <message>
        <source>Tables of the library</source>
        <translation>文庫中的表格</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>依月份</translation>
    </message>
    <message>
        <source>By source</source>
        <translation>依來源</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>依文章</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>讀取中…</translation>
    </message>
    <message>
        <source>Tables of every language edition</source>
        <translation>各語言版本的表格</translation>
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
        <translation>在此計算而得，原文未載</translation>
    </message>
    <message>
        <source>%1 to %2 once the rounding of the figures is allowed for</source>
        <translation>計入各數字的四捨五入後為 %1 至 %2</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <translation>原文為：%1</translation>
    </message>
    <message>
        <source>Corrected by %1, %2</source>
        <translation>由 %1 更正，%2</translation>
    </message>
    <message>
        <source>The page has changed since; it says now: %1</source>
        <translation>原文其後有變，現為：%1</translation>
    </message>
    <message>
        <source>Its unit is not that of its header; the cell&apos;s own counts.</source>
        <translation>單位與標題不同；以儲存格自己的為準。</translation>
    </message>
    <message>
        <source>Not read as %1</source>
        <translation>不讀作 %1</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>讀作 %1</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TablePage</name>
    <message>
        <source>Export picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>篩選列</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>圖表</translation>
    </message>
    <message>
        <source>Chart below the table</source>
        <translation>圖表置於表格下方</translation>
    </message>
    <message>
        <source>Bars in cells</source>
        <translation>資料橫條</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy without headers</source>
        <translation>複製（不含表頭）</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>複製為 Markdown</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>開啟出處</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>無標題表格</translation>
    </message>
    <message>
        <source>rebuilt from the places of words on a page: check it against the source</source>
        <translation>依頁面上的文字位置重建，請與出處核對</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1 列</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 列</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>沒有符合的列</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%2 列中的 %1 列</translation>
    </message>
    <message>
        <source>Export table</source>
        <translation>匯出表格</translation>
    </message>
    <message>
        <source>Export the shown rows</source>
        <translation>匯出顯示的列</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>CSV (*.csv);;Excel 活頁簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Words to be found, -word to leave out, column:word, column&gt;10, &lt;=1.5s</source>
        <translation>要找的詞、-要排除的詞、欄名:詞、欄名&gt;10、&lt;=1.5s</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄</translation>
    </message>
    <message>
        <source>Show, hide and fit columns</source>
        <translation>顯示、隱藏與調整欄</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Export as CSV, Excel workbook, Markdown or JSON</source>
        <translation>匯出為 CSV、Excel 活頁簿、Markdown 或 JSON</translation>
    </message>
    <message>
        <source>Export table…</source>
        <translation>匯出表格…</translation>
    </message>
    <message>
        <source>Arranging…</source>
        <translation>排列中…</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>移除此欄</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Correct this cell…</source>
        <translation>更正此儲存格…</translation>
    </message>
    <message>
        <source>Take back the last correction</source>
        <translation>收回最近的更正</translation>
    </message>
    <message>
        <source>Corrections of this table…</source>
        <translation>這個表格的更正…</translation>
    </message>
    <message>
        <source>Describe the columns…</source>
        <translation>描述各欄…</translation>
    </message>
    <message>
        <source>Group and pivot…</source>
        <translation>分組與樞紐…</translation>
    </message>
    <message>
        <source>Change in %…</source>
        <translation>變動百分比…</translation>
    </message>
    <message>
        <source>Difference…</source>
        <translation>差額…</translation>
    </message>
    <message>
        <source>Growth a year (CAGR)…</source>
        <translation>年成長率(CAGR)…</translation>
    </message>
    <message>
        <source>Share of the total…</source>
        <translation>占總計的比例…</translation>
    </message>
    <message>
        <source>Rank…</source>
        <translation>名次…</translation>
    </message>
    <message>
        <source>1 correction</source>
        <translation>1 處更正</translation>
    </message>
    <message>
        <source>%1 corrections</source>
        <translation>%1 處更正</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Add a column, describe, group and pivot</source>
        <translation>加入一欄、描述統計、分組與樞紐</translation>
    </message>
    <message>
        <source>Next failed figure</source>
        <translation>下一個有問題的數字</translation>
    </message>
    <message>
        <source>Previous failed figure</source>
        <translation>上一個有問題的數字</translation>
    </message>
    <message>
        <source>Checks of this cell</source>
        <translation>這個儲存格的驗算</translation>
    </message>
    <message>
        <source>Failed figures: %1</source>
        <translation>有問題的數字：%1</translation>
    </message>
    <message>
        <source>%1. Show them on the Checks page</source>
        <translation>%1。在驗算頁面顯示</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>複製圖表</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>匯出圖表…</translation>
    </message>
    <message>
        <source>Show the chart as a table</source>
        <translation>以表格顯示圖表</translation>
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
        <translation>在「表格」中開啟</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Select the whole table</source>
        <translation>選取整個表格</translation>
    </message>
    <message>
        <source>Table without a caption</source>
        <translation>無標題表格</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 列 × %2 欄</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TablesWorkspace</name>
    <message>
        <source>Find a table</source>
        <translation>尋找表格</translation>
    </message>
    <message>
        <source>Next table</source>
        <translation>下一個表格</translation>
    </message>
    <message>
        <source>Previous table</source>
        <translation>上一個表格</translation>
    </message>
    <message>
        <source>The tables cannot be read</source>
        <translation>無法讀取表格</translation>
    </message>
    <message>
        <source>This table cannot be shown</source>
        <translation>無法顯示這個表格</translation>
    </message>
    <message>
        <source>Export %1 tables</source>
        <translation>匯出 %1 個表格</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;Markdown (*.md);;JSON (*.json)</source>
        <translation>Excel 活頁簿 (*.xlsx);;Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>選擇一個表格</translation>
    </message>
    <message>
        <source>Its grid and its chart are shown here.</source>
        <translation>這裡會顯示表格與圖表。</translation>
    </message>
    <message>
        <source>No tables yet</source>
        <translation>還沒有表格</translation>
    </message>
    <message>
        <source>Every comparison table of an article that you import is kept here, ready to be sorted, drawn and exported.</source>
        <translation>匯入文章中的所有對照表都收在這裡，可以排序、繪圖與匯出。</translation>
    </message>
    <message>
        <source>Open the library</source>
        <translation>前往文庫</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Export all listed tables…</source>
        <translation>匯出列出的所有表格…</translation>
    </message>
    <message>
        <source>Reading the tables…</source>
        <translation>正在讀取表格…</translation>
    </message>
    <message>
        <source>Export 1 table</source>
        <translation>匯出 1 個表格</translation>
    </message>
</context>
<context>
    <name>parallax::ui::TaskManager</name>
    <message>
        <source>It ended without saying why.</source>
        <translation>工作已結束，原因不明。</translation>
    </message>
    <message>
        <source>Housekeeping</source>
        <translation>例行維護</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
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
        <translation>搜尋文章、執行命令</translation>
    </message>
</context>
<context>
    <name>parallax::ui::VersionsDialog</name>
    <message>
        <source>Reading the version…</source>
        <translation>正在讀取該版本…</translation>
    </message>
    <message>
        <source>Since then: lines gone (−) %1, lines new (+) %2</source>
        <translation>此後：刪去（−）%1 行，新增（+）%2 行</translation>
    </message>
    <message>
        <source>%1 · version %2 · imported %3</source>
        <translation>%1 · 版本 %2 · 匯入於 %3</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>較早的版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>What changed since then</source>
        <translation>此後的變更</translation>
    </message>
    <message>
        <source>No earlier version of this article is kept: it has not changed since it was imported.</source>
        <translation>沒有保留這篇文章的較早版本：自匯入以來未曾變更。</translation>
    </message>
</context>
<context>
    <name>parallax::ui::WaterfallView</name>
    <message>
        <source>Phases of a request</source>
        <translation>請求的各階段</translation>
    </message>
</context>
</TS>
