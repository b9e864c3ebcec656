namespace FeedApi.Tests.Catalog.Similar;

/// <summary>What the wires' templates are filled with, and the words that copies replace.</summary>
internal static class WireWords
{
    private static readonly string[] Names =
        [.. "恒润 海川 万里 金盾 鹏远 华晟 东岳 天合 中矿 国轩 新安 长虹 瑞丰 三维 宏达 凯盛 正泰 广汇 永辉 昆仑 洛阳 北方 南风 西藏 盛屯".Split(' ')];

    private static readonly string[] Trades = [.. "科技 药业 能源 股份 材料 重工 电子 传媒 地产 银行 钼业 汽车 软件 物流 环保".Split(' ')];

    private static readonly string[] Families = [.. "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 林".Split(' ')];

    private static readonly string[] Given = [.. "伟 敏 静 建国 志强 晓明 丽华 海涛 文博 立新 国庆 雪梅 子轩 永康 俊杰 春生".Split(' ')];

    /// <summary>The choices for a word in braces.</summary>
    public static IReadOnlyDictionary<string, string[]> Choices { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["company"] = [.. from name in Names from trade in Trades select name + trade],
        ["person"] = [.. from family in Families from given in Given select family + given],
        ["city"] = [.. "北京 上海 深圳 广东 浙江 江苏 四川 湖北 福建 山东 安徽 湖南 重庆 天津 陕西".Split(' ')],
        ["sector"] = [.. "半导体 白酒 光伏 锂电池 医药 券商 房地产 军工 煤炭 有色金属 人工智能 机器人 农业 旅游 航运 游戏".Split(' ')],
        ["bank"] = [.. "中信 华泰 国泰 海通 招商 广发 东方 兴业 光大 平安 中银 方正 长江 银河".Split(' ')],
        ["product"] = [.. "螺纹钢 铁矿石 焦煤 沪铜 沪铝 沪锌 原油 沥青 豆粕 棕榈油 白糖 棉花 甲醇 纯碱 玻璃 生猪".Split(' ')],
        ["issue"] = [.. "收入确认不规范 募集资金使用不规范 内幕信息登记不完整 业绩预告不准确 对外担保未履行审议程序 商誉减值不充分".Split(' ')],
        ["issue2"] = [.. "关于修订公司章程 关于续聘会计师事务所 关于申请综合授信额度 关于为子公司提供担保 关于变更注册地址 关于选举独立董事".Split(' ')],
        ["move"] = ["上涨", "下跌"],
        ["moved"] = ["rose", "fell", "gained", "dropped"],
        ["tone"] = ["higher", "lower", "mixed"],
        ["more"] = ["增加", "减少"],
        ["more2"] = ["上调", "下调"],
        ["firm"] = [.. from name in "Hengrun Haichuan Wanli Jindun Pengyuan Huasheng Dongyue Tianhe Ruifeng Hongda Kaisheng".Split(' ')
                       from trade in "Pharma Energy Steel Motors Software Logistics Bank Media".Split(' ') select $"{name} {trade}"],
        ["name"] = [.. from name in "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu".Split(' ')
                       from given in "Wei Min Jing Jianguo Xiaoming Lihua Haitao Wenbo".Split(' ') select $"{given} {name}"],
        ["trade"] = [.. "chip;battery;solar panel;liquor;drug;insurance;coal;game;robot;shipping".Split(';')],
        ["flow"] =
        [
            "随着下游需求逐步恢复，原材料价格出现了不同程度的反弹。", "当地主管部门先后出台了一系列扶持措施，帮助中小企业渡过难关。",
            "不少企业主坦言，利润空间仍然偏薄，扩产的决心并不坚定。", "从出口来看，东南亚和中东市场的新增订单占了大头。",
            "物流成本的回落，让企业的现金流明显好转。", "业内普遍认为，行业出清的过程还没有结束。",
            "技术工人短缺的问题依然突出，一些工厂开出了更高的薪酬。", "银行方面也在加大对制造业的信贷投放力度。",
            "与去年同期相比，招聘会上的岗位数量翻了一番。", "有专家建议，应当尽快建立统一的行业标准。",
            "数字化改造之后，产品的不良率大幅下降。", "一位不愿具名的经销商透露，渠道库存已经降到了合理水平。",
            "这一轮价格上涨能否持续，取决于终端消费的恢复情况。", "多位受访者提到，融资渠道比过去通畅了许多。",
            "新建的产业园区预计年底前投入使用。", "从长期看，产业链向中西部转移的趋势不会改变。",
            "海外客户的付款周期有所延长，汇率风险也需要防范。", "环保要求趋严，落后产能正在加速退出。",
            "消费者更愿意为品质和服务买单，这给了品牌企业机会。", "电商平台的促销活动对线下门店形成了冲击。",
            "去年投产的新基地目前产能利用率超过了八成。", "部分龙头企业已经开始布局下一代技术路线。",
            "原料采购改为集中招标后，成本下降十分可观。", "有分析认为，估值修复的行情才刚刚开始。",
            "监管部门提示，要警惕盲目跟风带来的风险。", "农村市场的潜力正在被更多企业看到。",
            "对于未来的走势，市场各方的看法并不一致。", "上市公司的中报将是检验成色的重要窗口。",
            "地方国资的入场，为企业注入了新的活力。", "过去靠规模取胜的打法已经行不通了。",
        ],
        ["flow2"] =
        [
            "制造业回暖的背后", "中小企业的新考题", "一座工业城市的转身", "消费复苏走到哪一步了", "产业链外迁的真相", "涨价潮下的众生相",
            "谁在为库存买单", "老字号的突围之路", "县域经济观察", "出海企业的下半场",
        ],
    };

    /// <summary>Words and what copies write in their place.</summary>
    public static IReadOnlyList<(string Word, string Other)> Synonyms { get; } =
    [
        ("表示", "称"), ("上涨", "走高"), ("下跌", "走低"), ("公告称", "披露"), ("截至", "截止"), ("目前", "当前"), ("数据显示", "统计显示"),
        ("同比", "按年"), ("主要原因", "原因"), ("进一步", "更"), ("公布", "发布"), ("认为", "指出"), ("近日", "日前"), ("拟", "计划"),
        ("相关", "有关"), ("投资者", "股民"), ("明显", "显著"), ("增加", "增长"), ("根据", "按照"), ("以及", "和"), ("告诉记者", "说"),
        ("said", "stated"), ("percent", "pct"), ("company", "firm"), ("continue", "go on"), ("expected", "forecast"), ("helped", "aided"),
    ];
}
