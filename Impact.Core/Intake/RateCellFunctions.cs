using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Impact.Core.Quantities;

namespace Impact.Core.Intake;

/// <summary>The functions that read a published rate from its cell with all its digits: as whole number, and how many stand behind the point.</summary>
internal static unsafe class RateCellFunctions
{
    private delegate T Part<T>(PublishedRate rate);

    /// <summary>Registers the functions on a connection.</summary>
    public static void Register(DuckDBConnection connection)
    {
        EngineFunctions.Add(connection, "cell_rate", [DuckDBType.Varchar], DuckDBType.BigInt, &Digits);
        EngineFunctions.Add(connection, "cell_rate_decimals", [DuckDBType.Varchar], DuckDBType.Integer, &Decimals);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Digits(nint call, nint chunk, nint output) =>
        Run<long>(call, chunk, output, static rate => rate.Unscaled);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Decimals(nint call, nint chunk, nint output) =>
        Run<int>(call, chunk, output, static rate => rate.Decimals);

    private static void Run<T>(nint call, nint chunk, nint output, Part<T> part)
        where T : unmanaged
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            var (texts, result) = (new TextVector(chunk, 0), new ResultVector(output));
            var values = result.As<T>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                if (PublishedRate.TryRead(texts[row], out var rate))
                {
                    values[(int)row] = part(rate);
                }
                else
                {
                    result.SetNull(row);
                }
            }
        }
        catch (Exception)
        {
            EngineFunctions.Fail(call);
        }
    }
}
