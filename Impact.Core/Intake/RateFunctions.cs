using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Impact.Core.Intake;

/// <summary>The functions that convert an amount while a file is scanned, from a <see cref="RateBook"/> in memory: a join would lose the order of lines.</summary>
internal static unsafe class RateFunctions
{
    private const ulong CurrencyColumn = 1;
    private const ulong DayColumn = 2;
    private const ulong AmountColumn = 3;

    private static readonly EngineSlots<RateBook> Slots = new();

    private delegate bool Fill<T>(RateBook book, HeldRate rate, long minor, out T value);

    /// <summary>Registers the functions on a connection.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="book">The fund's rates.</param>
    /// <returns>Gives the book back when the load is over; its number is the first argument of every function.</returns>
    public static EngineSlot Register(DuckDBConnection connection, RateBook book)
    {
        DuckDBType[] rate = [DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Date];
        EngineFunctions.Add(connection, "rate_converted", [.. rate, DuckDBType.BigInt], DuckDBType.BigInt, &Converted);
        EngineFunctions.Add(connection, "rate_day", rate, DuckDBType.Date, &Day);
        EngineFunctions.Add(connection, "rate_batch", rate, DuckDBType.Integer, &Batch);
        EngineFunctions.Add(connection, "rate_line", rate, DuckDBType.BigInt, &Line);
        return Slots.Take(book);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Converted(nint call, nint chunk, nint output) =>
        Run<long>(
            call,
            chunk,
            output,
            hasAmount: true,
            static (RateBook book, HeldRate rate, long minor, out long value) =>
            {
                var converted = book.Convert(minor, rate);
                value = converted.GetValueOrDefault();
                return converted is not null;
            }
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Day(nint call, nint chunk, nint output) =>
        Run<int>(
            call,
            chunk,
            output,
            hasAmount: false,
            static (RateBook _, HeldRate rate, long _, out int value) =>
            {
                value = rate.Rate.Day;
                return true;
            }
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Batch(nint call, nint chunk, nint output) =>
        Run<int>(
            call,
            chunk,
            output,
            hasAmount: false,
            static (RateBook _, HeldRate rate, long _, out int value) =>
            {
                value = rate.Rate.Batch;
                return true;
            }
        );

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Line(nint call, nint chunk, nint output) =>
        Run<long>(
            call,
            chunk,
            output,
            hasAmount: false,
            static (RateBook _, HeldRate rate, long _, out long value) =>
            {
                value = rate.Rate.Line;
                return true;
            }
        );

    /// <summary>Looks every row's rate up; a row without a currency, day, amount or rate is null.</summary>
    private static void Run<T>(nint call, nint chunk, nint output, bool hasAmount, Fill<T> fill)
        where T : unmanaged
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            if (rows == 0)
            {
                return;
            }

            var book = Slots.Of(new TextVector(chunk, 0)[0]);
            var currencies = new TextVector(chunk, CurrencyColumn);
            var days = new NumberVector<int>(chunk, DayColumn);
            var amounts = hasAmount ? new NumberVector<long>(chunk, AmountColumn) : default;
            var result = new ResultVector(output);
            var values = result.As<T>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                var minor = hasAmount ? amounts[row] : 0;
                if (
                    days[row] is not { } day
                    || minor is not { } amount
                    || !book.TryFind(currencies[row], day, out var rate)
                    || !fill(book, rate, amount, out values[(int)row])
                )
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
