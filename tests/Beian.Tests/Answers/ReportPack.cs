using Beian.Definitions.Answers;
using Beian.Definitions.Packs;
using Beian.Tests.Packs;

namespace Beian.Tests.Answers;

/// <summary>A report with a grid, a table, attachments in the form and answers from outside: what the plain sample has not.</summary>
internal static class ReportPack
{
    public const string Form = """
        sections:
          - code: head
            fields:
              - { code: name, type: text, label: 名称, required: "true" }
              - { code: amount, type: decimal, label: 数量 }
              - { code: platform, type: yes-no, label: 平台 }
              - code: trade
                type: grid
                label: 交易情况
                unit: 万元
                min: 0
                columns:
                  - { code: cur, label: 本月 }
                  - { code: ly, label: 上年同月, required: "false" }
                  - { code: yoy, label: 同比, type: percent, calculate: "round((cur - ly) / ly * 100, 1)" }
                rows:
                  - { code: m01, label: 交易额, calculate: "m02 + m03 ?? 0" }
                  - { code: m02, label: 其中：批发, required: "true", indent: 1 }
                  - { code: m03, label: 其中：零售, indent: 1, constraint: m03 <= m01, constraint-message: 不能大于交易额。 }
                  - { code: m20, label: 商户数, unit: 户, type: integer, relevant: platform, required: "true" }
              - { code: total, type: calculated, kind: number, label: 合计, calculate: sum(trade.cur) }
              - { code: share, type: calculated, kind: number, label: 占比, calculate: "trade.m02.cur / trade.m01.cur" }
              - { code: proofs, type: attachment, label: 批发证明, relevant: trade.m02.cur > 100, required: "true", max-files: 3 }
          - code: more
            fields:
              - code: shops
                type: table
                label: 门店
                fields:
                  - { code: share2, type: calculated, kind: number, label: 占比, calculate: "round(rent2 / sum(shops.rent2), 2)" }
                  - { code: rent2, type: calculated, kind: number, label: 年租金, calculate: rent * 12 }
                  - { code: rent, type: decimal, label: 月租金 }
                  - { code: opened, type: date, label: 开业日期 }
              - { code: office, type: authority, label: 主管机关 }
        rules:
          - { code: two-shops, control: shops, check: "count(shops) = 0 or count-if(shops, years-between(opened, today()) >= 1) >= 2", message: 至少两家店开业满一年。 }
          - { code: not-less, level: soft, control: trade.m02.cur, check: trade.m02.cur >= previous.trade.m02.cur, message: 比原来少。 }
          - { code: same-name, level: soft, control: name, check: name = last-year.name, message: 与上年名称不同。 }
          - { code: proven, level: soft, control: amount, check: attached('proofs') or amount < 5, message: 请附证明。 }
        """;

    public const string English = """
            platform: { label: Platform }
            trade:
              label: Trade
              unit: 10,000 yuan
              columns: { cur: { label: This month }, ly: { label: A year ago }, yoy: { label: Change } }
              rows:
                m01: { label: Turnover }
                m02: { label: Wholesale }
                m03: { label: Retail, constraint-message: Not more than the turnover. }
                m20: { label: Shops, unit: shops }
            total: { label: Total }
            share: { label: Share }
            proofs: { label: Proof }
            shops: { label: Shops, fields: { share2: { label: Share }, rent2: { label: Rent a year }, rent: { label: Rent }, opened: { label: Opened } } }
            office: { label: Authority }
          rules: { two-shops: { message: Two shops. }, not-less: { message: Less. }, same-name: { message: Another name. }, proven: { message: Prove it. } }
        """;

    public static Pack Pack { get; } = new TestPack().WithForm(Form, English).Compile();

    public static EvaluationContext Context { get; } = new(new DateOnly(2026, 11, 21), "only", "initial", new HashSet<string>());

    public static AnswerSet Given(params (string Control, string Text)[] answers) =>
        AnswerSet.From(answers.Select(a => KeyValuePair.Create(a.Control, a.Text)));

    public static IEnumerable<string> Problems(Evaluation evaluation) => evaluation.Problems.Select(p => $"{p.Control}/{p.Code}");
}
