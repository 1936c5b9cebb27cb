using System.Globalization;
using Impact.Core.Catalogue;
using Impact.Core.Quantities;

namespace Impact.Core.Releases.Exports;

/// <summary>What every export is made from: the manifest, the published tables, and the words that no export may leave out.</summary>
internal sealed class ExportSource
{
    private readonly Dictionary<string, PublishedTable> _tables;
    private readonly Dictionary<string, TableRow> _organisations;
    private readonly Dictionary<string, ILookup<string, TableRow>> _byOrganisation = new(StringComparer.Ordinal);

    /// <summary>Takes a release's tables; each schema at most once.</summary>
    public ExportSource(Manifest manifest, IReadOnlyList<PublishedTable> tables)
    {
        Manifest = manifest;
        _tables = tables.ToDictionary(table => table.Schema.Id, StringComparer.Ordinal);
        Tables =
        [
            .. PublishedTables.All.Select(schema => _tables.GetValueOrDefault(schema.Id)).OfType<PublishedTable>(),
        ];
        _organisations = Rows(PublishedTables.Organisations)
            .ToDictionary(row => row.Text("organisation_id"), StringComparer.Ordinal);
        Organisations =
        [
            .. new[]
            {
                PublishedTables.Organisations,
                PublishedTables.OrganisationTotals,
                PublishedTables.MoneyByOrganisation,
                PublishedTables.People,
            }
                .SelectMany(Rows)
                .Select(row => row.Text("organisation_id"))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The release.</summary>
    public Manifest Manifest { get; }

    /// <summary>The fund.</summary>
    public ManifestFund Fund => Manifest.Fund;

    /// <summary>The fund's currency.</summary>
    public Currency Currency => Currency.Parse(Fund.Currency);

    /// <summary>The tables, in the order a reader meets them.</summary>
    public IReadOnlyList<PublishedTable> Tables { get; }

    /// <summary>Identifiers of every organisation the release has a figure of, ordered.</summary>
    public IReadOnlyList<string> Organisations { get; }

    /// <summary>The fund's identifier as an organisation: a release knows of no register that lists it, so it stands under a prefix of its own.</summary>
    public string Reference => Fund.Fiction ? $"XI-REHEARSAL-FUND-{Fund.Id}" : $"impact-{Fund.Id}";

    /// <summary>The fund's name; an invented fund says so.</summary>
    public BilingualText Title =>
        Fund.Fiction ? new($"{Fund.Name.En} (invented figures)", $"{Fund.Name.Es} (cifras inventadas)") : Fund.Name;

    /// <summary>What the fund is for; for an invented fund, that nothing here is real.</summary>
    public BilingualText Purpose =>
        Fund.Fiction
            ? new(
                $"{Fund.Purpose.En} Everything here is invented. No figure is real.",
                $"{Fund.Purpose.Es} Todo lo que hay aquí es inventado. Ninguna cifra es real."
            )
            : Fund.Purpose;

    /// <summary>Licence and attribution of every source.</summary>
    public BilingualText Terms =>
        new(
            string.Join(
                ' ',
                Manifest.Sources.Select(source =>
                    $"{source.Title}: licence {source.Licence}, attribution {source.Attribution}."
                )
            ),
            string.Join(
                ' ',
                Manifest.Sources.Select(source =>
                    $"{source.Title}: licencia {InSpanish(source.Licence)}, atribución {InSpanish(source.Attribution)}."
                )
            )
        );

    /// <summary>The moment of publication, in coordinated universal time.</summary>
    public string PublishedAt => Manifest.PublishedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The last day that counts.</summary>
    public string CutOff => Iso(Manifest.CutOff);

    /// <summary>First day of the first period of money; null when no table has a period.</summary>
    public DateOnly? FirstDay =>
        new[]
        {
            PublishedTables.MoneyByMonth,
            PublishedTables.MoneyByQuarter,
            PublishedTables.MoneyByOrganisation,
            PublishedTables.Contributions,
        }
            .SelectMany(Rows)
            .Min(row => row.Date("period_start"));

    /// <summary>A day as ISO 8601 has it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The rows of a table; none when the release has no such table.</summary>
    public IReadOnlyList<TableRow> Rows(TableSchema schema) => _tables.GetValueOrDefault(schema.Id)?.Rows ?? [];

    /// <summary>The rows of one organisation; none when the release has no such table.</summary>
    public IEnumerable<TableRow> Rows(TableSchema schema, string organisation)
    {
        if (!_byOrganisation.TryGetValue(schema.Id, out var rows))
        {
            rows = Rows(schema).ToLookup(row => row.Text("organisation_id"), StringComparer.Ordinal);
            _byOrganisation.Add(schema.Id, rows);
        }

        return rows[organisation];
    }

    /// <summary>An organisation's name; its identifier where the release does not name it.</summary>
    public string NameOf(string organisation) =>
        _organisations.GetValueOrDefault(organisation)?.Text("name") ?? organisation;

    /// <summary>A code of <see cref="CodeLists.OrganisationType"/>; null where the release does not say.</summary>
    public string? TypeOf(string organisation) => _organisations.GetValueOrDefault(organisation)?.Text("type");

    /// <summary>An amount as published data writes it, for example <c>-1234.50</c>.</summary>
    public string Text(long minor) => new Money(minor, Currency).ToInvariantString();

    private static string InSpanish(string text) => text == ReleaseManifests.NoneStated ? "no se indica" : text;
}
