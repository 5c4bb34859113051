namespace Beian.Bench;

/// <summary>What synthetic names are made of.</summary>
internal static class Words
{
    public static readonly (string Zh, string En, string Division)[] Places =
    [
        ("北京", "BEIJING", "110101"),
        ("天津", "TIANJIN", "120101"),
        ("石家庄", "SHIJIAZHUANG", "130102"),
        ("太原", "TAIYUAN", "140105"),
        ("沈阳", "SHENYANG", "210102"),
        ("大连", "DALIAN", "210202"),
        ("长春", "CHANGCHUN", "220102"),
        ("哈尔滨", "HARBIN", "230102"),
        ("上海", "SHANGHAI", "310101"),
        ("南京", "NANJING", "320102"),
        ("苏州", "SUZHOU", "320505"),
        ("杭州", "HANGZHOU", "330102"),
        ("宁波", "NINGBO", "330203"),
        ("合肥", "HEFEI", "340102"),
        ("福州", "FUZHOU", "350102"),
        ("厦门", "XIAMEN", "350203"),
        ("南昌", "NANCHANG", "360102"),
        ("济南", "JINAN", "370102"),
        ("青岛", "QINGDAO", "370202"),
        ("郑州", "ZHENGZHOU", "410102"),
        ("武汉", "WUHAN", "420102"),
        ("长沙", "CHANGSHA", "430102"),
        ("广州", "GUANGZHOU", "440103"),
        ("深圳", "SHENZHEN", "440303"),
        ("东莞", "DONGGUAN", "441900"),
        ("南宁", "NANNING", "450102"),
        ("海口", "HAIKOU", "460105"),
        ("重庆", "CHONGQING", "500101"),
        ("成都", "CHENGDU", "510104"),
        ("贵阳", "GUIYANG", "520102"),
        ("昆明", "KUNMING", "530102"),
        ("西安", "XI'AN", "610102"),
        ("兰州", "LANZHOU", "620102"),
        ("乌鲁木齐", "URUMQI", "650102"),
    ];

    public static readonly (string Zh, string En)[] Syllables =
    [
        .. (
            "安an 邦bang 宝bao 北bei 博bo 昌chang 超chao 晨chen 诚cheng 驰chi 创chuang 春chun 达da 鼎ding 东dong 帆fan 方fang 飞fei 丰feng 福fu "
            + "富fu 冠guan 光guang 广guang 桂gui 国guo 海hai 汉han 航hang 浩hao 和he 恒heng 弘hong 宏hong 虹hong 华hua 欢huan 辉hui 汇hui 慧hui "
            + "吉ji 佳jia 嘉jia 建jian 江jiang 杰jie 金jin 锦jin 晶jing 景jing 久jiu 巨ju 君jun 骏jun 凯kai 康kang 科ke 坤kun 蓝lan 乐le "
            + "力li 立li 丽li 利li 联lian 良liang 林lin 灵ling 龙long 隆long 鹭lu 绿lv 茂mao 美mei 盟meng 明ming 铭ming 宁ning 诺nuo 欧ou "
            + "鹏peng 品pin 平ping 普pu 启qi 祺qi 千qian 乾qian 强qiang 青qing 清qing 庆qing 泉quan 仁ren 荣rong 融rong 瑞rui 润run 森sen 山shan "
            + "尚shang 盛sheng 胜sheng 世shi 舒shu 顺shun 硕shuo 思si 松song 泰tai 唐tang 腾teng 天tian 田tian 通tong 同tong 万wan 旺wang 维wei 伟wei "
            + "文wen 沃wo 希xi 熙xi 先xian 祥xiang 翔xiang 向xiang 晓xiao 欣xin 新xin 信xin 星xing 兴xing 雄xiong 旭xu 雅ya 亚ya 阳yang 洋yang "
            + "耀yao 一yi 易yi 益yi 溢yi 毅yi 银yin 英ying 盈ying 永yong 优you 友you 宇yu 玉yu 裕yu 誉yu 元yuan 远yuan 源yuan 悦yue "
            + "越yue 云yun 运yun 泽ze 展zhan 长zhang 兆zhao 振zhen 正zheng 志zhi 智zhi 中zhong 众zhong 洲zhou 卓zhuo 子zi 紫zi 宗zong 尊zun 喆zhe "
            + "玖jiu 甄zhen 朗lang 睿rui 沐mu 澜lan 岚lan 峰feng 岳yue 溪xi 汐xi 禾he 谷gu 麦mai 枫feng 桐tong 榕rong 杉shan 柏bai 竹zhu"
        )
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => (s[..1], s[1..])),
    ];

    public static readonly (string Zh, string En)[] Trades =
    [
        ("国际贸易", "INTERNATIONAL TRADING"),
        ("进出口", "IMPORT & EXPORT"),
        ("贸易", "TRADING"),
        ("商贸", "COMMERCE"),
        ("科技", "TECHNOLOGY"),
        ("电子科技", "ELECTRONIC TECHNOLOGY"),
        ("实业", "INDUSTRIAL"),
        ("供应链管理", "SUPPLY CHAIN MANAGEMENT"),
        ("物流", "LOGISTICS"),
        ("服饰", "GARMENTS"),
        ("纺织品", "TEXTILES"),
        ("五金制品", "HARDWARE PRODUCTS"),
        ("机械设备", "MACHINERY EQUIPMENT"),
        ("塑料制品", "PLASTIC PRODUCTS"),
        ("食品", "FOODS"),
        ("农产品", "AGRICULTURAL PRODUCTS"),
        ("医疗器械", "MEDICAL DEVICES"),
        ("化工", "CHEMICAL"),
        ("建材", "BUILDING MATERIALS"),
        ("家具", "FURNITURE"),
        ("玩具", "TOYS"),
        ("工艺品", "ARTS & CRAFTS"),
        ("汽车零部件", "AUTO PARTS"),
        ("新能源", "NEW ENERGY"),
    ];
}
