using System.Text.Json;

namespace Impact.Core.Noise.Accounting;

/// <summary>The fields of each kind of entry, in their order. Fractions are text, <c>numerator/denominator</c>.</summary>
internal static class BudgetEventJson
{
    /// <summary>Writes the fields that follow the kind.</summary>
    public static void Write(Utf8JsonWriter writer, BudgetEvent said)
    {
        switch (said)
        {
            case BudgetOpened opened:
                WriteOpening(writer, opened);
                break;
            case SeriesOpened series:
                writer.WriteString("series", series.Terms.Series);
                WriteTerms(writer, series.Terms);
                break;
            case BudgetReserved reserve:
                writer.WriteString("series", reserve.Terms.Series);
                writer.WriteString("period", reserve.Period);
                writer.WriteString("cost", reserve.Cost.ToString());
                writer.WriteNumber("charged_at", reserve.ChargedAt);
                WriteTerms(writer, reserve.Terms);
                break;
            case ResultCommitted commit:
                writer.WriteNumber("reserve", commit.Reserve);
                writer.WriteString("result_sha256", commit.ResultSha256);
                break;
            case PeriodAbandoned abandoned:
                writer.WriteNumber("reserve", abandoned.Reserve);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(said));
        }
    }

    /// <summary>Reads the fields of a kind; null for a kind that there is not.</summary>
    public static BudgetEvent? Read(string kind, JsonElement root) =>
        kind switch
        {
            BudgetOpened.Code => ReadOpening(root),
            SeriesOpened.Code => new SeriesOpened(ReadTerms(root)),
            BudgetReserved.Code => new BudgetReserved(
                ReadTerms(root),
                Text(root, "period"),
                Fraction.Parse(Text(root, "cost")),
                root.GetProperty("charged_at").GetInt64()
            ),
            ResultCommitted.Code => new ResultCommitted(
                root.GetProperty("reserve").GetInt64(),
                Text(root, "result_sha256")
            ),
            PeriodAbandoned.Code => new PeriodAbandoned(root.GetProperty("reserve").GetInt64()),
            _ => null,
        };

    private static void WriteOpening(Utf8JsonWriter writer, BudgetOpened opened)
    {
        writer.WriteString("fund", opened.Terms.Fund);
        writer.WriteStartArray("units");
        foreach (var unit in opened.Terms.Units)
        {
            writer.WriteStartObject();
            writer.WriteString("unit", unit.Unit);
            writer.WriteString("token_space", unit.TokenSpace);
            writer.WriteString("lifetime", unit.Lifetime.ToString());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("ceiling", BudgetTerms.Ceiling.ToString());
        writer.WriteString("policy", opened.Terms.Policy.Id);
        writer.WriteString("policy_version", opened.Terms.Policy.Version);
        writer.WriteString("policy_sha256", opened.Terms.Policy.Sha256);
        writer.WriteString("key_sha256", opened.KeySha256);
    }

    private static BudgetOpened ReadOpening(JsonElement root)
    {
        var units = root.GetProperty("units")
            .EnumerateArray()
            .Select(unit => new UnitBudget(
                Text(unit, "unit"),
                Text(unit, "token_space"),
                Fraction.Parse(Text(unit, "lifetime"))
            ));
        return new(
            new(
                Text(root, "fund"),
                [.. units],
                new(Text(root, "policy"), Text(root, "policy_version"), Text(root, "policy_sha256"))
            ),
            Text(root, "key_sha256")
        );
    }

    private static void WriteTerms(Utf8JsonWriter writer, SeriesTerms terms)
    {
        writer.WriteString("unit", terms.Unit);
        writer.WriteString("mechanism", terms.Mechanism);
        writer.WriteString("sensitivity_squared", terms.SensitivitySquared.ToString());
        writer.WriteString("variance", terms.Variance.ToString());
        writer.WriteNumber("periods", terms.Periods);
        writer.WriteBoolean("one_period_per_unit", terms.OnePeriodPerUnit);
        writer.WriteString("query_sha256", terms.QuerySha256);
    }

    private static SeriesTerms ReadTerms(JsonElement root) =>
        new(
            Text(root, "series"),
            Text(root, "unit"),
            Text(root, "mechanism"),
            Fraction.Parse(Text(root, "sensitivity_squared")),
            Fraction.Parse(Text(root, "variance")),
            root.GetProperty("periods").GetInt32(),
            root.GetProperty("one_period_per_unit").GetBoolean(),
            Text(root, "query_sha256")
        );

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException("A text is missing.");
}
