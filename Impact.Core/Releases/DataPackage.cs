using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Impact.Core.Catalogue;
using Impact.Core.Releases.Exports;

namespace Impact.Core.Releases;

/// <summary>Describes a release's data to programs: <c>datapackage.json</c>, Frictionless Data Package version 2.</summary>
/// <remarks>Source: datapackage.org/standard. Spanish titles and each source's licence are properties of our own beside the standard's.</remarks>
internal static class DataPackage
{
    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";
    private const string HashPrefix = "sha256:";

    /// <summary>The bytes of the description.</summary>
    /// <param name="manifest">The release, with its tables; its list of files is not needed yet.</param>
    /// <param name="files">The data files as written.</param>
    public static byte[] Write(Manifest manifest, IReadOnlyList<ReleaseFile> files)
    {
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var tables = manifest.Content.Select(content => PublishedTables.Find(content.Table)!).ToList();
        var resources = tables
            .Select(table => TableResource(table, byPath[ReleaseNames.Csv(table.Id)]))
            .Concat(
                tables.Select(table =>
                    FileResource($"{table.Id}-parquet", "parquet", byPath[ReleaseNames.Parquet(table.Id)])
                )
            )
            .Append(FileResource("database", "duckdb", byPath[ReleaseNames.Database]))
            .Concat(files.Where(IsExport).Select(ExportResource));
        var package = Head(manifest);
        if (Licences.Stated(manifest).Select(Licence).OfType<JsonNode>().ToList() is { Count: > 0 } licences)
        {
            package["licenses"] = Array(licences);
        }

        package["sources"] = Array(manifest.Sources.Select(Source));
        package["resources"] = Array(resources);
        return ReleaseJson.Write(package);
    }

    private static JsonObject Head(Manifest manifest) =>
        new()
        {
            ["$schema"] = Profile,
            ["name"] = $"impact-{manifest.Fund.Id}",
            ["id"] = IdOf(manifest),
            ["version"] = manifest.Version,
            ["created"] = manifest.PublishedAt.ToString(
                "yyyy-MM-ddTHH:mm:ssZ",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            ["title"] = manifest.Fund.Name.En,
            ["titleEs"] = manifest.Fund.Name.Es,
            ["description"] = manifest.Fund.Purpose.En,
            ["descriptionEs"] = manifest.Fund.Purpose.Es,
            ["fiction"] = manifest.Fund.Fiction,
            ["contributors"] = new JsonArray(
                new JsonObject { ["title"] = manifest.Fund.Name.En, ["roles"] = new JsonArray("publisher") }
            ),
        };

    // A UUID of version 8 over fund, version and content: another release never has it, a rebuild always does.
    private static string IdOf(Manifest manifest)
    {
        const int length = 16;
        var content = string.Concat(manifest.Content.Select(table => $"{table.Table} {table.Sha256}\n"));
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{manifest.Fund.Id} {manifest.Version}\n{content}"));
        digest[6] = (byte)((digest[6] & 0x0F) | 0x80);
        digest[8] = (byte)((digest[8] & 0x3F) | 0x80);
        return new Guid(digest.AsSpan(0, length), bigEndian: true).ToString();
    }

    private static bool IsExport(ReleaseFile file) =>
        file.Path.StartsWith(ReleaseExports.Folder, StringComparison.Ordinal);

    private static JsonObject ExportResource(ReleaseFile file) =>
        FileResource(
            file.Path.Replace('/', '-').Replace('.', '-').ToLowerInvariant(),
            System.IO.Path.GetExtension(file.Path)[1..],
            file
        );

    /// <summary>A licence by its name or its address; null where it is neither, since the profile has no place for it.</summary>
    private static JsonObject? Licence(string licence)
    {
        var address = Licences.AddressOf(licence);
        var isName = licence.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_');
        if (address is null && !isName)
        {
            return null;
        }

        var node = new JsonObject { ["title"] = licence };
        if (isName)
        {
            node["name"] = licence;
        }

        if (address is not null)
        {
            node["path"] = address;
        }

        return node;
    }

    /// <summary>The paths, sizes and digests a description states; null when it cannot be read as one.</summary>
    public static IReadOnlyList<ReleaseFile>? ReadFiles(byte[] bytes)
    {
        try
        {
            return
            [
                .. JsonNode.Parse(bytes)!["resources"]!
                    .AsArray()
                    .Select(resource => new ReleaseFile(
                        (string)resource!["path"]!,
                        (long)resource["bytes"]!,
                        ((string)resource["hash"]!)[HashPrefix.Length..]
                    )),
            ];
        }
        catch (Exception error)
            when (error
                    is System.Text.Json.JsonException
                        or InvalidOperationException
                        or NullReferenceException
                        or ArgumentException
                        or FormatException
            )
        {
            return null;
        }
    }

    private static JsonObject TableResource(TableSchema table, ReleaseFile file)
    {
        var resource = FileResource(table.Id, "csv", file);
        resource["type"] = "table";
        resource["mediatype"] = "text/csv";
        resource["encoding"] = "utf-8";
        resource["title"] = table.Title.En;
        resource["titleEs"] = table.Title.Es;
        resource["description"] = table.Grain.En;
        resource["descriptionEs"] = table.Grain.Es;
        resource["dialect"] = new JsonObject { ["delimiter"] = ",", ["lineTerminator"] = "\n" };
        resource["schema"] = Schema(table);
        return resource;
    }

    private static JsonObject FileResource(string name, string format, ReleaseFile file) =>
        new()
        {
            ["name"] = name,
            ["path"] = file.Path,
            ["format"] = format,
            ["bytes"] = file.Bytes,
            ["hash"] = HashPrefix + file.Sha256,
        };

    private static JsonObject Schema(TableSchema table)
    {
        var key = Array(table.Key.Select(column => (JsonNode)column));

        // A primary key may not be empty; where a part of ours may be, it is a unique key.
        var mayBeEmpty = table.Key.Any(name => table.Columns[table.IndexOf(name)].Nullable);
        return new()
        {
            [mayBeEmpty ? "uniqueKeys" : "primaryKey"] = mayBeEmpty ? new JsonArray(key) : key,
            ["missingValues"] = new JsonArray(
                new JsonObject { ["value"] = string.Empty, ["label"] = "no value; the column status says why" }
            ),
            ["fields"] = Array(table.Columns.Select(Field)),
        };
    }

    private static JsonObject Field(TableColumn column)
    {
        var field = new JsonObject
        {
            ["name"] = column.Name,
            ["type"] = TypeOf(column.Type),
            ["title"] = column.Title.En,
            ["titleEs"] = column.Title.Es,
        };
        if (column.Categories is { } categories)
        {
            field["categories"] = Array(categories.Codes.Select(Category));
        }

        if (!column.Nullable)
        {
            field["constraints"] = new JsonObject { ["required"] = true };
        }

        return field;
    }

    private static JsonObject Category(Code code) =>
        new()
        {
            ["value"] = code.Value,
            ["label"] = code.Label.En,
            ["labelEs"] = code.Label.Es,
        };

    private static JsonObject Source(FundSource source)
    {
        var node = new JsonObject { ["title"] = source.Title };
        if (source.IsPublic)
        {
            node["path"] = source.Address;
        }

        node["licence"] = source.Licence;
        node["attribution"] = source.Attribution;
        return node;
    }

    private static string TypeOf(ColumnType type) =>
        type switch
        {
            ColumnType.Text => "string",
            ColumnType.Integer => "integer",
            ColumnType.Decimal => "number",
            ColumnType.Date => "date",
            ColumnType.Boolean => "boolean",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
