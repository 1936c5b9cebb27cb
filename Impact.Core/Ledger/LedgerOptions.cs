namespace Impact.Core.Ledger;

/// <summary>How much of the machine a ledger may use.</summary>
internal sealed record LedgerOptions
{
    /// <summary>One gibibyte and a half: a whole load of ten million gifts stays under two gibibytes with it.</summary>
    public const int DefaultMemoryMebibytes = 1536;

    /// <summary>The most memory the engine may hold, in mebibytes.</summary>
    public int MemoryMebibytes { get; init; } = DefaultMemoryMebibytes;

    /// <summary>Threads of the engine; the default is the number of processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
