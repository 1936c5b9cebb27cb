using System.Globalization;
using System.Text.Json.Nodes;
using Impact.Core.Quantities;

namespace Impact.Core.Releases.Exports;

/// <summary>The allocations to partners in the 360Giving Data Standard, version 1.4: one grant a partner, never one a family.</summary>
/// <remarks>Source: standard.threesixtygiving.org. Amounts are decimal numbers with the currency's decimals, written without rounding.</remarks>
internal static class GrantPackage
{
    /// <summary>The package; null when no partner has a published allocation, since a package holds at least one grant.</summary>
    public static JsonObject? Describe(ExportSource source)
    {
        var flows = new ExportedFlows(source);
        var grants = source
            .Organisations.Select(organisation => Grant(source, flows, organisation))
            .OfType<JsonObject>();
        var list = new JsonArray([.. grants]);
        if (list.Count == 0)
        {
            return null;
        }

        var package = new JsonObject
        {
            ["version"] = "1.4",
            ["title"] = source.Title.En,
            ["description"] = $"{source.Purpose.En} {source.Terms.En}",
            ["issued"] = source.PublishedAt[.."2019-08-07".Length],
            ["identifier"] = $"{source.Fund.Id}-{source.Manifest.Version}",
            ["publisher"] = new JsonObject { ["identifier"] = source.Reference, ["name"] = source.Title.En },
        };
        if (Licences.OnlyAddress(source.Manifest) is { } licence)
        {
            package["license"] = licence;
        }

        package["grants"] = list;
        return package;
    }

    private static JsonObject? Grant(ExportSource source, ExportedFlows flows, string organisation)
    {
        var allocations = flows.Of(organisation, "allocated");
        var (name, awarded) = (source.NameOf(organisation), Sum(allocations));
        if (awarded <= 0)
        {
            return null;
        }

        var grant = new JsonObject
        {
            ["id"] = $"360G-{source.Reference}-{organisation}",
            ["title"] = $"{source.Title.En}: allocations to {name}",
            ["description"] =
                $"All allocations of the fund to this partner up to {source.CutOff}, net of changes; dated by the end of the first "
                + $"period that tells one. {source.Purpose.En}",
            ["currency"] = source.Fund.Currency,
            ["amountAwarded"] = Major(source, awarded),
            ["awardDate"] = ExportSource.Iso(allocations.Min(part => part.Day)),
            ["fundingOrganization"] = new JsonArray(Party(source.Reference, source.Title.En)),
            ["recipientOrganization"] = new JsonArray(Party(organisation, name)),
            ["dateModified"] = source.PublishedAt,
        };
        AddTransactions(grant, source, flows, organisation);
        return grant;
    }

    private static void AddTransactions(JsonObject grant, ExportSource source, ExportedFlows flows, string organisation)
    {
        DatedAmount[] sent =
        [
            .. flows.Of(organisation, "disbursed"),
            .. flows.Of(organisation, "returned").Select(part => part with { Minor = checked(-part.Minor) }),
        ];
        if (sent.Length == 0)
        {
            return;
        }

        grant["amountDisbursed"] = Major(source, Sum(sent));
        grant["disbursementTransaction"] = new JsonArray([
            .. sent.Select((part, index) => Transaction(source, organisation, part, index)),
        ]);
    }

    private static JsonObject Transaction(ExportSource source, string organisation, DatedAmount part, int index) =>
        new()
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{organisation}-{index + 1}"),
            ["transactionDate"] = ExportSource.Iso(part.Day),
            ["currency"] = source.Fund.Currency,
            ["value"] = Major(source, part.Minor),
            ["provider"] = source.Reference,
            ["recipient"] = organisation,
        };

    private static JsonObject Party(string id, string name) => new() { ["id"] = id, ["name"] = name };

    private static decimal Major(ExportSource source, long minor) => new Money(minor, source.Currency).Major;

    private static long Sum(IEnumerable<DatedAmount> parts) =>
        parts.Aggregate(0L, (sum, part) => checked(sum + part.Minor));
}
