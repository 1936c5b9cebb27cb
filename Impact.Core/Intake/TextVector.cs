using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Impact.Core.Intake;

/// <summary>A column of texts as the engine hands it over: sixteen bytes a text, short ones inside, long ones behind a pointer.</summary>
/// <remarks>Source: the engine's C interface, <c>duckdb_string_t</c>. Valid only while the engine's call lasts.</remarks>
internal readonly unsafe struct TextVector
{
    private const int BytesPerText = 16;
    private const int LongestInside = 12;
    private const int RowsPerWord = 6;
    private const int RowMask = 63;

    private readonly byte* _data;
    private readonly ulong* _validity;

    /// <summary>Looks at one input column of a chunk.</summary>
    public TextVector(nint chunk, ulong column)
    {
        var vector = EngineChunk.Vector(chunk, column);
        _data = (byte*)EngineChunk.Data(vector);
        _validity = EngineChunk.Validity(vector);
    }

    /// <summary>The text of a row, UTF-8; empty for null.</summary>
    public ReadOnlySpan<byte> this[ulong row]
    {
        get
        {
            if (_validity != null && ((_validity[row >> RowsPerWord] >> (int)(row & RowMask)) & 1) == 0)
            {
                return default;
            }

            var text = _data + (BytesPerText * row);
            var length = *(uint*)text;
            return length <= LongestInside
                ? new ReadOnlySpan<byte>(text + sizeof(uint), (int)length)
                : new ReadOnlySpan<byte>(*(byte**)(text + sizeof(ulong)), (int)length);
        }
    }
}

/// <summary>A column of numbers or days of fixed width as the engine hands it over. Valid only while the engine's call lasts.</summary>
internal readonly unsafe struct NumberVector<T>
    where T : unmanaged
{
    private const int RowsPerWord = 6;
    private const int RowMask = 63;

    private readonly T* _data;
    private readonly ulong* _validity;

    /// <summary>Looks at one input column of a chunk.</summary>
    public NumberVector(nint chunk, ulong column)
    {
        var vector = EngineChunk.Vector(chunk, column);
        _data = (T*)EngineChunk.Data(vector);
        _validity = EngineChunk.Validity(vector);
    }

    /// <summary>The number of a row, or null.</summary>
    public T? this[ulong row] =>
        _validity != null && ((_validity[row >> RowsPerWord] >> (int)(row & RowMask)) & 1) == 0 ? null : _data[row];
}

/// <summary>A column the engine wants filled.</summary>
internal readonly unsafe struct ResultVector(nint vector)
{
    private const int RowsPerWord = 6;
    private const int RowMask = 63;

    private readonly void* _data = EngineChunk.Data(vector);

    /// <summary>The values as an array of a fixed-width type.</summary>
    public Span<T> As<T>(ulong rows)
        where T : unmanaged => new(_data, (int)rows);

    /// <summary>Makes a row null.</summary>
    public void SetNull(ulong row)
    {
        EngineChunk.EnsureValidity(vector);
        EngineChunk.Validity(vector)[row >> RowsPerWord] &= ~(1UL << (int)(row & RowMask));
    }
}

/// <summary>The engine's C interface to chunks and vectors.</summary>
internal static unsafe partial class EngineChunk
{
    /// <summary>Rows of a chunk.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_size")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong Rows(nint chunk);

    /// <summary>One column of a chunk.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_data_chunk_get_vector")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial nint Vector(nint chunk, ulong column);

    /// <summary>The values of a vector.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_vector_get_data")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void* Data(nint vector);

    /// <summary>The validity bits of a vector, or null when every row is valid.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_vector_get_validity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial ulong* Validity(nint vector);

    /// <summary>Makes the validity bits writable.</summary>
    [LibraryImport("duckdb", EntryPoint = "duckdb_vector_ensure_validity_writable")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void EnsureValidity(nint vector);
}
