namespace Impact.Core.Releases.Gifts;

/// <summary>Items of one size that come in any order, put aside by what they belong to, so that each part can be ordered in memory.</summary>
/// <remarks>One part stays in memory; several are files in a folder that goes when this is closed. Not for several threads.</remarks>
internal sealed class Spool : IDisposable
{
    private readonly string _folder;
    private readonly Stream[] _parts;

    /// <summary>Prepares a spool.</summary>
    /// <param name="folder">A folder of its own, made where it is needed.</param>
    /// <param name="parts">How many parts, 1 or more.</param>
    public Spool(string folder, int parts)
    {
        _folder = folder;
        if (parts == 1)
        {
            _parts = [new MemoryStream()];
            return;
        }

        DurableFile.Step(folder);
        Directory.CreateDirectory(folder);
        _parts = new Stream[parts];
        for (var part = 0; part < parts; part++)
        {
            _parts[part] = new FileStream(
                Path.Combine(folder, part.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1 << 16
            );
        }
    }

    /// <summary>How many parts there are.</summary>
    public int Parts => _parts.Length;

    /// <summary>Puts an item aside.</summary>
    public void Add(int part, ReadOnlySpan<byte> item) => _parts[part].Write(item);

    /// <summary>Every item of a part, one after another.</summary>
    public byte[] Read(int part)
    {
        var stream = _parts[part];
        stream.Position = 0;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var part in _parts)
        {
            part?.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
