using System.Buffers.Text;
using System.Text;

namespace Impact.Core.Rehearsal;

/// <summary>Writes one sheet as CSV through a buffer of one mebibyte: a hidden file first, its name only when it is whole.</summary>
/// <remarks>Cells are written in order, then <see cref="EndRow"/>. Texts must need no quotes; every text of the rehearsal is such.</remarks>
internal sealed class CsvSheet : IDisposable
{
    /// <summary>One mebibyte, 1,048,576 bytes.</summary>
    private const int BufferBytes = 1 << 20;

    /// <summary>No row is longer than four kibibytes, 4,096 bytes.</summary>
    private const int LongestRow = 1 << 12;

    /// <summary>Thirteen signs of five bits hold 64 bits.</summary>
    private const int TokenLength = 13;

    private const int BitsPerSign = 5;
    private const int LastPair = (1 << (2 * BitsPerSign)) - 1;

    /// <summary>Every two signs side by side, so that a token takes seven steps and not thirteen.</summary>
    private static readonly byte[] Pairs =
    [
        .. Enumerable
            .Range(0, LastPair + 1)
            .SelectMany(pair => (byte[])[Signs[pair >> BitsPerSign], Signs[pair & ((1 << BitsPerSign) - 1)]]),
    ];

    private readonly byte[] buffer = new byte[BufferBytes];
    private readonly string hidden;
    private readonly FileStream stream;
    private int used;

    /// <summary>Begins a sheet in a folder that exists.</summary>
    public CsvSheet(string folder, string name, string heading)
    {
        Name = name;
        Path = System.IO.Path.Combine(folder, name + ".csv");
        hidden = System.IO.Path.Combine(folder, "." + name + ".csv.part");
        stream = new FileStream(hidden, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        Append(Encoding.UTF8.GetBytes(heading + "\n"));
    }

    /// <summary>Name of the sheet.</summary>
    public string Name { get; }

    /// <summary>Where the whole file will be.</summary>
    public string Path { get; }

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    private static ReadOnlySpan<byte> Signs => "0123456789abcdefghjkmnpqrstvwxyz"u8;

    /// <summary>A cell of text.</summary>
    public void Text(ReadOnlySpan<byte> text)
    {
        Append(text);
        buffer[used++] = (byte)',';
    }

    /// <summary>A cell of text.</summary>
    public void Text(string text)
    {
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        buffer[used++] = (byte)',';
    }

    /// <summary>Empty cells.</summary>
    public void Empty(int cells = 1)
    {
        for (var cell = 0; cell < cells; cell++)
        {
            buffer[used++] = (byte)',';
        }
    }

    /// <summary>A cell with a day of the rehearsal.</summary>
    public void Day(int day) => Text(RehearsalCalendar.Iso(day));

    /// <summary>A cell with a whole number.</summary>
    public void Number(long number)
    {
        AppendNumber(number);
        buffer[used++] = (byte)',';
    }

    /// <summary>A cell with a prefix and a whole number of at least so many digits.</summary>
    public void Numbered(ReadOnlySpan<byte> prefix, long number, byte digits)
    {
        Append(prefix);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out var written, new('D', digits));
        used += written;
        buffer[used++] = (byte)',';
    }

    /// <summary>A cell with an amount of a currency of two decimals.</summary>
    public void Amount(long minor)
    {
        if (minor < 0)
        {
            buffer[used++] = (byte)'-';
        }

        var (major, rest) = Math.DivRem(Math.Abs(minor), 100);
        AppendNumber(major);
        buffer[used++] = (byte)'.';
        buffer[used++] = (byte)('0' + (rest / 10));
        buffer[used++] = (byte)('0' + (rest % 10));
        buffer[used++] = (byte)',';
    }

    /// <summary>A cell with a prefix, 64 bits as thirteen letters and digits, and a suffix; different bits give different cells.</summary>
    public void Token(ReadOnlySpan<byte> prefix, ulong bits, ReadOnlySpan<byte> suffix = default)
    {
        Append(prefix);
        var token = buffer.AsSpan(used, TokenLength);
        for (var place = TokenLength - 2; place > 0; place -= 2)
        {
            Pairs.AsSpan(2 * (int)(bits & LastPair), 2).CopyTo(token[place..]);
            bits >>= 2 * BitsPerSign;
        }

        token[0] = Signs[(int)bits];
        used += TokenLength;
        Text(suffix);
    }

    /// <summary>What <see cref="Token"/> writes, as text, for the few cells of other sheets that name it.</summary>
    public static string TokenText(string prefix, ulong bits)
    {
        var signs = new char[TokenLength];
        for (var place = TokenLength - 1; place >= 0; place--)
        {
            signs[place] = (char)Signs[(int)(bits & ((1 << BitsPerSign) - 1))];
            bits >>= BitsPerSign;
        }

        return prefix + new string(signs);
    }

    /// <summary>Ends the row and makes room for the next.</summary>
    public void EndRow()
    {
        buffer[used - 1] = (byte)'\n';
        Rows++;
        if (used > BufferBytes - LongestRow)
        {
            Flush();
        }
    }

    /// <summary>Ends the sheet: the file gets its name, and replaces an older one.</summary>
    public RehearsalSheet Finish()
    {
        Flush();
        stream.Dispose();
        File.Move(hidden, Path, overwrite: true);
        return new(Name, Path, Rows);
    }

    /// <summary>Removes what an unfinished sheet left.</summary>
    public void Dispose()
    {
        stream.Dispose();
        File.Delete(hidden);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void AppendNumber(long number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out var written);
        used += written;
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
