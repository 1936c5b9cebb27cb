using DuckDB.NET.Data;
using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>The funds that a file of many funds names, and its rows that name none.</summary>
/// <param name="Funds">Each fund's names in the file, one a scheme.</param>
/// <param name="RowsWithout">Rows that name no fund.</param>
/// <param name="FirstLineWithout">Line of the first of them, or 0.</param>
internal sealed record FileFunds(IReadOnlyList<IReadOnlyList<FundAlias>> Funds, long RowsWithout, long FirstLineWithout)
{
    /// <summary>Reads them in an engine of its own; nothing is written.</summary>
    /// <exception cref="FaultException">The file is not what the profile says, or is broken.</exception>
    public static FileFunds Read(SourceFile file, Profile profile)
    {
        var scan = FileScan.Sql(file, file.Headings, profile);
        var names = profile.Funds.Select(fund => $"trim({SqlLiteral.Name(fund.Column)})").ToList();
        var sql =
            $"SELECT {string.Join(", ", names)}, count(*), min(line) FROM (SELECT *, row_number() OVER () + 1 AS line FROM {scan}) GROUP BY ALL ORDER BY ALL";
        using var connection = new DuckDBConnection(
            "DataSource=:memory:;autoinstall_known_extensions=false;autoload_known_extensions=false"
        );
        connection.Open();
        try
        {
            var funds = Read(connection, sql, profile);
            return funds.Funds.Count > 0 || funds.RowsWithout > 0
                ? funds
                : throw new FaultException(new Fault(Faults.FileEmpty, file.Name));
        }
        catch (DuckDBException)
        {
            throw new FaultException(new Fault(Faults.FileBroken, file.Name));
        }
    }

    private static FileFunds Read(DuckDBConnection connection, string sql, Profile profile)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var funds = new List<IReadOnlyList<FundAlias>>();
        var (without, firstLine) = (0L, 0L);
        while (reader.Read())
        {
            var values = Enumerable.Range(0, profile.Funds.Count).Select(reader.GetString).ToList();
            if (values[0].Length == 0)
            {
                without += reader.GetInt64(values.Count);
                firstLine = firstLine == 0 ? reader.GetInt64(values.Count + 1) : firstLine;
                continue;
            }

            funds.Add([
                .. profile
                    .Funds.Zip(values, (fund, value) => new FundAlias(fund.Scheme, value))
                    .Where(alias => alias.Value.Length > 0),
            ]);
        }

        return new(funds, without, firstLine);
    }
}
