namespace FeedApi.Tests.Catalog.Similar;

/// <summary>
/// The wires' templates: the first line is the headline, every other one a paragraph. What is in braces is filled in: a word the same
/// way throughout a wire, a letter with a digit likewise, a letter alone anew each time.
/// </summary>
/// <remarks><c>p</c> is a percentage, <c>y</c> an amount, <c>k</c> the level of an index, <c>n</c> a count.</remarks>
internal static class WireTemplates
{
    /// <summary>Chinese ones.</summary>
    public static IReadOnlyList<string> Chinese { get; } =
    [
        """
        收评：沪指{move1}{p1}% {sector}板块领涨
        {date}，A股三大指数今日集体收盘，截至收盘，沪指{move1}{p1}%，报{k1}点；深成指{move}{p}%，报{k}点；创业板指{move}{p}%，报{k}点。
        沪深两市全天成交额{n1}亿元，较上个交易日{more}{n}亿元。个股方面，全市场超过{n}只个股上涨，{n}只个股涨停。
        盘面上，{sector}、{sector2}等板块涨幅居前，{sector3}板块跌幅居前。资金流向方面，北向资金全天净买入{y}亿元，其中沪股通净买入{y}亿元。
        分析人士指出，当前市场仍处于震荡整理阶段，投资者情绪有待修复，短期内指数或维持区间震荡，建议关注业绩确定性较强的方向，控制仓位，注意风险。
        """,
        """
        {company}：一季度净利润{y1}亿元 同比{move1}{p1}%
        {company}（{code}）{date}晚间披露一季度报告，公司一季度实现营业收入{y}亿元，同比{move}{p}%；归属于上市公司股东的净利润{y1}亿元，同比{move1}{p1}%。
        报告期内，公司经营活动产生的现金流量净额为{y}亿元，基本每股收益{p}元，加权平均净资产收益率为{p}%。
        公司表示，报告期内业绩变动的主要原因是主营业务收入增加以及成本费用控制良好，公司持续加大研发投入，不断优化产品结构，提升核心竞争力。
        公司提醒广大投资者，本报告中的财务数据未经会计师事务所审计，敬请投资者注意投资风险，理性投资。
        """,
        """
        央行{date}开展{n1}亿元逆回购操作
        中国人民银行公告称，为维护银行体系流动性合理充裕，{date}以固定利率、数量招标方式开展了{n1}亿元7天期逆回购操作，操作利率为1.80%。
        数据显示，当日有{n}亿元逆回购到期，因此单日净投放{n}亿元。
        """,
        """
        {company}融资融券信息：融资余额{y1}亿元
        据交易所数据，{date}，{company}（{code}）获融资买入{n}万元，融资偿还{n}万元，融资净买入{n}万元，当前融资余额{y1}亿元，占流通市值的{p}%。
        融券方面，{company}当日融券卖出{n}股，融券偿还{n}股，融券余量{n}股，融券余额{n}万元。
        综合来看，{company}两融余额较昨日{more}{p}%，融资余额处于近一年较高水平。融资余额若长期增加时表示投资者心态偏向买方，市场人气旺盛属强势市场，反之则属弱势市场。
        """,
        """
        {company}股票主力资金净流入{n1}万元
        截至{date}收盘，{company}（{code}）报收于{p1}元，{move}{p}%，换手率{p}%，成交量{n}手，成交额{y}亿元。
        {date}的资金流向数据方面，主力资金净流入{n1}万元，占总成交额{p}%，游资资金净流出{n}万元，散户资金净流出{n}万元。
        该股最近90天内共有{n}家机构给出评级，买入评级{n}家，过去90天内机构目标均价为{p}元。
        以上内容由公开信息整理，与本站立场无关，力求但不保证该信息的准确性、真实性、完整性、有效性、及时性，如存在问题请联系我们。本文为数据整理，不对您构成任何投资建议，投资有风险，请谨慎决策。
        """,
        """
        {company}董事{person}因个人原因辞职
        {company}公告，公司董事会近日收到董事{person}先生提交的书面辞职报告，{person}先生因个人原因申请辞去公司董事及董事会专门委员会相关职务，辞职后不再担任公司任何职务。
        根据公司法及公司章程的有关规定，{person}先生的辞职不会导致公司董事会成员低于法定最低人数，不会影响公司董事会的正常运作，辞职报告自送达董事会之日起生效。
        公司董事会对{person}先生在任职期间为公司发展所做出的贡献表示衷心感谢，公司将按照法定程序尽快完成董事的补选工作，控股股东已提名{person2}女士为候选人。
        """,
        """
        {city}证监局对{company}出具警示函
        {city}证监局{date}公布行政监管措施决定书，经查，{company}存在未及时披露关联交易、{issue}等问题，违反了上市公司信息披露管理办法的有关规定。
        {company}时任董事长{person}、财务总监{person2}未能勤勉尽责，对上述问题负有主要责任。
        根据相关规定，{city}证监局决定对{company}及{person}、{person2}采取出具警示函的行政监管措施，并记入证券期货市场诚信档案数据库。相关责任人应当在收到决定书之日起规定时间内提交书面整改报告。
        如果对本监督管理措施不服，可以在收到本决定书之日起六十日内向中国证监会提出行政复议申请，也可以在规定期限内向有管辖权的人民法院提起诉讼，复议与诉讼期间上述监督管理措施不停止执行。
        """,
        """
        关于{company}召开临时股东大会的通知
        证券代码：{code} 证券简称：{company} 公告编号：{n1}
        本公司董事会及全体董事保证公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性依法承担个别及连带责任。
        {company}拟于{date}在{city}召开临时股东大会，审议{issue2}的议案，股权登记日登记在册的股东均有权出席并参加表决，网络投票通过交易所交易系统进行。
        股东大会的召集、召开程序符合公司法、上市公司股东大会规则及公司章程的有关规定。出席会议的股东及代理人请携带本人身份证、股东账户卡及授权委托书等原件，食宿及交通费用自理。
        """,
        """
        国内商品期货收盘 {product}{move1}{p1}%
        {date}，国内商品期货收盘涨跌不一。{product}主力合约收报{n1}元/吨，{move1}{p1}%，盘中最高触及{n}元/吨，持仓量{more}{n}手。
        {product2}主力合约{move}{p}%，{product3}主力合约{move}{p}%。
        {bank}期货研究认为，供应端扰动叠加需求预期改善，{product}短期偏强运行，但库存压力仍然存在，需关注下游补库节奏以及宏观政策变化，操作上建议逢低布局，注意控制风险。
        """,
        """
        人民币对美元中间价报{r1} {more2}{n1}个基点
        来自中国外汇交易中心的数据显示，{date}人民币对美元汇率中间价报{r1}，较前一交易日{more2}{n1}个基点。
        中国人民银行授权中国外汇交易中心公布，{date}银行间外汇市场人民币汇率中间价为：1美元对人民币{r1}元，1欧元对人民币{r}元，100日元对人民币{r}元，1港元对人民币{r}元，1英镑对人民币{r}元。
        前一交易日，人民币对美元汇率中间价报{r}。
        """,
        """
        {bank}证券：维持{company}买入评级 目标价{p1}元
        {bank}证券{date}发布研报，维持{company}（{code}）买入评级，目标价{p1}元。
        研报认为，公司作为{sector}行业龙头，受益于行业景气度回升，新产品放量带动盈利能力改善，预计未来三年归母净利润分别为{y}亿元、{y}亿元和{y}亿元，对应市盈率{p}倍。
        风险提示：宏观经济波动风险；行业竞争加剧风险；原材料价格波动风险；新产品推广不及预期风险。
        """,
        """
        快讯：{company}{move1}{p1}%
        {company}盘中异动，股价{move1}{p1}%，现报{p}元，成交额{y}亿元，所属{sector}板块整体走强，{company2}、{company3}跟涨。
        """,
        """
        {company}与{company2}签署战略合作协议
        {date}，{company}与{company2}在{city}签署战略合作协议，双方将在{sector}、{sector2}等领域开展全方位、深层次的合作，{company}董事长{person}与{company2}总裁{person2}出席签约仪式。
        根据协议，双方将本着优势互补、互利共赢、共同发展的原则，充分发挥各自在技术、市场、资本等方面的优势，建立长期稳定的战略合作伙伴关系。
        {person}表示，此次合作是公司落实发展战略的重要举措，将有利于进一步拓展市场空间。本协议为框架性协议，具体合作事项以后续签订的正式协议为准，存在不确定性。
        """,
        """
        {company}拟回购{y1}亿元股份
        {company}公告称，拟以集中竞价交易方式回购公司股份，回购资金总额不低于{n}万元且不超过{y1}亿元，回购价格不超过{p}元/股，回购期限为董事会审议通过之日起十二个月内。
        本次回购的股份将用于员工持股计划或股权激励，回购资金来源为公司自有资金。
        公司控股股东、实际控制人{person}在未来六个月内暂无减持公司股份的计划，若后续有相关减持计划，将按照规定及时履行信息披露义务。
        """,
        """
        {city}{sector}产业调研：企业订单回暖
        记者{person}近日走访{city}多家{sector}企业发现，车间里机器轰鸣，工人正忙着赶制订单。{company}负责人{person2}告诉记者，今年以来订单同比{move}{p}%，生产线已经排到了下半年。
        {flow} {flow} {flow}
        {flow} {flow} {flow} {flow}
        {flow} {flow} {flow}
        """,
        """
        {flow2}
        {flow} {flow} {flow} {flow}
        {bank}研究院的{person}说：{flow} {flow} {flow}
        {flow} {flow} {flow} {flow}
        {flow} {flow}
        """,
        """
        {company}前{n1}个月累计销售额{y1}亿元
        {company}公布未经审计的经营数据，年初至今累计实现合同销售额{y1}亿元，同比{move}{p}%，累计销售面积约{n}万平方米，销售均价约每平方米{n}元。
        其中当月合同销售额约{y}亿元，环比{move}{p}%。公司在{city}新增项目{n}个，权益土地款约{y}亿元。
        由于市场环境存在不确定性，上述销售数据与公司定期报告披露的数据可能存在差异，仅供投资者作阶段性参考，投资者务请审慎使用。
        """,
        """
        {person}卸任{bank}基金旗下产品基金经理
        {bank}基金发布公告，旗下{sector}主题混合型基金增聘{person2}为基金经理，原基金经理{person}因个人发展需要离任，离任后将不再担任公司其他职务。
        资料显示，{person2}具有多年证券从业经验，曾任{bank2}证券研究员，加入公司后先后担任{sector}行业研究员、基金经理助理。
        公司表示，上述变更事项已按规定向中国证券投资基金业协会办理变更手续，并报中国证监会当地派出机构备案，公司投研团队整体稳定。
        """,
        """
        {city}集中供地：{company}{y1}亿元摘得宗地
        {date}，{city}迎来新一批集中土地出让，{company}经过{n}轮竞拍，以{y1}亿元摘得其中一宗涉宅用地，溢价率{p}%，成交楼面价约每平方米{n}元。
        该地块出让面积{n}平方米，容积率{p}，建筑限高{n}米。{company2}以底价{y}亿元竞得另一宗地块。
        业内人士分析称，在资金面趋紧的背景下，房企拿地仍以核心城市优质地块为主，后续土地市场分化的格局预计还将延续。
        """,
        """
        国内成品油价格{date}24时调整 每吨{more2}{n1}元
        国家发展改革委消息，根据近期国际市场油价变化情况，按照现行成品油价格形成机制，自{date}24时起，国内汽油价格每吨{more2}{n1}元，柴油价格每吨{more2}{n}元。
        国家发展改革委要求，三大石油公司及其他原油加工企业要组织好成品油生产和调运，确保市场稳定供应，严格执行国家价格政策。
        各地相关部门要加大市场监督检查力度，严厉查处不执行国家价格政策的行为，维护正常市场秩序。消费者可通过平台举报价格违法行为。
        """,
        """
        {company}中标{city}轨道交通项目
        {company}公告，公司近日收到{city}轨道交通集团有限公司发来的中标通知书，确认公司为{city}轨道交通{sector}系统集成项目的中标单位。
        公司表示，该项目的中标有利于提升公司在{sector}领域的市场份额，对公司未来业绩将产生积极影响，不影响公司业务的独立性。
        截至公告披露日，公司尚未与招标方签订正式合同，合同签订时间及履行条款存在不确定性，具体内容以最终签署的合同为准，敬请广大投资者注意投资风险。
        """,
        """
        {company}：股东{person}所持股份被司法冻结
        {company}{date}公告，公司通过中国证券登记结算有限责任公司系统查询，获悉持股5%以上股东{person}所持公司{n1}万股股份被司法冻结，占其所持股份的{p}%。
        截至公告披露日，{person}累计被冻结股份{n}万股，占公司总股本的{p}%。
        公司称，上述股东与公司在资产、业务、财务等方面均保持独立，本次冻结事项暂不会对公司的生产经营、公司治理产生重大影响，公司将持续关注该事项的进展并及时履行信息披露义务。
        """,
        """
        {company}获准在{city}设立分公司
        国家金融监督管理总局{city}监管局批复，同意{company}在{city}设立分公司，核准{person}拟任行长的任职资格。
        批复要求，{company}应当自批复之日起规定期限内完成开业工作，并按有关规定领取金融许可证。逾期未开业的，批复文件失效，由决定机关办理许可注销手续。
        拟任人应当自任职资格核准之日起三个月内到任，未在规定期限内到任的，任职资格核准文件失效。
        """,
    ];

    /// <summary>English ones.</summary>
    public static IReadOnlyList<string> English { get; } =
    [
        """
        {firm} quarterly profit {moved1} {p1}% on {trade} demand
        {firm} said on {day} that its quarterly net profit {moved1} {p1} percent to {y} million yuan, helped by strong demand for {trade}.
        Revenue {moved} {p} percent to {y} million yuan, the company said in a filing to the stock exchange. Earnings per share were {p}
         yuan.
        The company said it expected the market environment to remain challenging in the second half of the year, and that it would
         continue to invest in research and development and to keep costs under control. The figures have not been audited.
        """,
        """
        China stocks close {tone1}, Shanghai index at {k1}
        China stocks closed {tone1} on {day}, with the benchmark Shanghai Composite index at {k1} points, a change of {p} percent.
        The blue-chip index {moved} {p} percent, while the start-up board {moved} {p} percent. Shares of {trade} makers led the market.
        Turnover on the two exchanges was {n} billion yuan. Investors are waiting for further policy support, analysts said, and sentiment
         remains fragile as concerns over growth persist.
        """,
        """
        {firm} names {name} chief financial officer
        {firm} said on {day} that it had appointed {name} as chief financial officer, effective immediately. {name} succeeds {name2}, who
         is leaving the company to pursue other opportunities.
        {name} was previously head of strategy at {firm2}. The board thanked {name2} for a significant contribution to the company and
         wished every success for the future.
        """,
        """
        Yuan fixed at {r1} per dollar
        China's central bank set the yuan's midpoint at {r1} per dollar on {day}, compared with {r} at the previous fixing and {r} at the
         close.
        In the spot market the onshore yuan opened at {r} and was changing hands at {r} by midday, {n} pips away from the late close.
        Traders said that corporate demand for dollars remained steady, and that state-owned banks were seen in the market, but that
         volumes were thin ahead of data due later in the week.
        """,
    ];
}
