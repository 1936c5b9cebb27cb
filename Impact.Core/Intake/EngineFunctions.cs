using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Impact.Core.Intake;

/// <summary>The functions of the reader's edge, called by the engine for each cell while it streams a file.</summary>
/// <remarks>
/// They work on the engine's own vectors: an identifier of a person is turned into its token before anything could be written,
/// and without a copy of it as a string. They never quote a cell, also not in an error.
/// </remarks>
internal static unsafe class EngineFunctions
{
    private static readonly EngineSlots<TokenKey> Slots = new();

    /// <summary>Registers all functions on a connection.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="key">The fund's key for tokens.</param>
    /// <returns>Gives the key back when the load is over; its number is the first argument of <c>cell_token</c>.</returns>
    public static EngineSlot Register(DuckDBConnection connection, TokenKey key)
    {
        Add(connection, "cell_amount", [DuckDBType.Varchar, DuckDBType.Varchar], DuckDBType.BigInt, &Amount);
        Add(
            connection,
            "cell_amount_rounded",
            [DuckDBType.Varchar, DuckDBType.Varchar],
            DuckDBType.Boolean,
            &AmountRounded
        );
        Add(connection, "cell_whole", [DuckDBType.Varchar], DuckDBType.BigInt, &Whole);
        RateCellFunctions.Register(connection);
        Add(connection, "cell_is_currency", [DuckDBType.Varchar], DuckDBType.Boolean, &IsCurrency);
        DuckDBType[] token = [DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Varchar, DuckDBType.Varchar];
        Add(connection, "cell_token", token, DuckDBType.Uuid, &Token);
        return Slots.Take(key);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Amount(nint call, nint chunk, nint output)
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            var (texts, currencies, result) = (
                new TextVector(chunk, 0),
                new TextVector(chunk, 1),
                new ResultVector(output)
            );
            var values = result.As<long>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                var decimals = CellReading.Decimals(currencies[row]);
                if (decimals < 0 || !CellReading.TryAmount(texts[row], decimals, out values[(int)row], out _))
                {
                    result.SetNull(row);
                }
            }
        }
        catch (Exception)
        {
            Fail(call);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void AmountRounded(nint call, nint chunk, nint output)
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            var (texts, currencies) = (new TextVector(chunk, 0), new TextVector(chunk, 1));
            var values = new ResultVector(output).As<bool>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                var decimals = CellReading.Decimals(currencies[row]);
                values[(int)row] =
                    decimals >= 0 && CellReading.TryAmount(texts[row], decimals, out _, out var rounded) && rounded;
            }
        }
        catch (Exception)
        {
            Fail(call);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Whole(nint call, nint chunk, nint output)
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            var (texts, result) = (new TextVector(chunk, 0), new ResultVector(output));
            var values = result.As<long>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                if (!CellReading.TryWhole(texts[row], out values[(int)row]))
                {
                    result.SetNull(row);
                }
            }
        }
        catch (Exception)
        {
            Fail(call);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void IsCurrency(nint call, nint chunk, nint output)
    {
        try
        {
            var rows = EngineChunk.Rows(chunk);
            var texts = new TextVector(chunk, 0);
            var values = new ResultVector(output).As<bool>(rows);
            for (var row = 0UL; row < rows; row++)
            {
                values[(int)row] = CellReading.Decimals(texts[row]) >= 0;
            }
        }
        catch (Exception)
        {
            Fail(call);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Token(nint call, nint chunk, nint output)
    {
        try
        {
            const int secondPartner = 2;
            const int identifier = 3;
            var rows = EngineChunk.Rows(chunk);
            if (rows == 0)
            {
                return;
            }

            var (domains, spaces, texts) = (
                new TextVector(chunk, 1),
                new TextVector(chunk, secondPartner),
                new TextVector(chunk, identifier)
            );
            var hasher = TokenHasher.OfThread(Slots.Of(new TextVector(chunk, 0)[0]));
            var values = new ResultVector(output).As<UInt128>(rows);
            Span<byte> token = stackalloc byte[TokenKey.TokenBytes];
            for (var row = 0UL; row < rows; row++)
            {
                hasher.Compute(domains[row], spaces[row], texts[row], token);
                // The engine keeps a UUID as a signed 128-bit number with its first bit turned, so that it sorts.
                values[(int)row] = BinaryPrimitives.ReadUInt128BigEndian(token) ^ (UInt128.One << 127);
            }
        }
        catch (Exception)
        {
            Fail(call);
        }
    }

    /// <summary>Tells the engine that a call failed, in words that quote nothing.</summary>
    internal static void Fail(nint call) =>
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(call, "A cell could not be read.");

    /// <summary>Registers one function.</summary>
    internal static void Add(
        DuckDBConnection connection,
        string name,
        DuckDBType[] arguments,
        DuckDBType result,
        delegate* unmanaged[Cdecl]<nint, nint, nint, void> function
    )
    {
        var scalar = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(scalar, name);
        foreach (var argument in arguments)
        {
            using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(argument);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(scalar, type);
        }

        using var resultType = NativeMethods.LogicalType.DuckDBCreateLogicalType(result);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(scalar, resultType);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(scalar, function);
        NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(scalar);
        var state = NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, scalar);
        NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref scalar);
        if (state != DuckDBState.Success)
        {
            throw new InvalidOperationException($"The engine refused the function {name}.");
        }
    }
}
