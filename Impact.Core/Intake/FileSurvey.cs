using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Impact.Core.Catalogue;

namespace Impact.Core.Intake;

/// <summary>What one pass over the bytes of a file tells before the engine may read it: digest, lines, and whether it is whole UTF-8 text.</summary>
/// <remarks>The engine must never meet bytes that are no text: it could fail for every later statement, and its messages quote rows.</remarks>
/// <param name="isText">Whether the bytes must be UTF-8 text.</param>
/// <param name="isOfRows">Whether its lines are rows below a heading; an XML document is text without rows.</param>
internal sealed class FileSurvey(bool isText, bool isOfRows = true)
{
    /// <summary>A heading line longer than this is no heading line.</summary>
    private const int LongestHeadingBytes = 64 * 1024;

    /// <summary>A character of UTF-8 has at most four bytes, so at most three can be left over from a block.</summary>
    private const int LongestRemainder = 3;

    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _head = [];
    private byte[] _remainder = [];
    private byte _lastByte;
    private bool _endsWithBreak;
    private long _brokenLine;

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal; filled at the end.</summary>
    public string Sha256 { get; private set; } = string.Empty;

    /// <summary>The headings; filled at the end.</summary>
    public IReadOnlyList<string> Headings { get; private set; } = [];

    /// <summary>Line feeds read so far.</summary>
    public long LineBreaks { get; private set; }

    /// <summary>Lines without anything on them read so far, also inside cells.</summary>
    public long BlankLines { get; private set; }

    /// <summary>Whether the first line ends with a carriage return before its line feed.</summary>
    public bool HasCarriageReturns { get; private set; }

    /// <summary>Reads the next block.</summary>
    public void Read(ReadOnlySpan<byte> block)
    {
        _digest.AppendData(block);
        _lastByte = block[^1];
        if (_head.Length == 0)
        {
            _head = block[..Math.Min(block.Length, LongestHeadingBytes)].ToArray();
        }

        if (!isText)
        {
            return;
        }

        if (_brokenLine == 0 && (block.Contains((byte)0) || !IsText(block)))
        {
            _brokenLine = LineBreaks + 1;
        }

        LineBreaks += block.Count((byte)'\n');
        BlankLines +=
            block.Count("\n\n"u8)
            + block.Count("\n\r\n"u8)
            + (_endsWithBreak && block[0] is (byte)'\n' or (byte)'\r' ? 1 : 0);
        _endsWithBreak = block[^1] is (byte)'\n' or (byte)'\r';
    }

    /// <summary>Ends the pass.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="FaultException"><see cref="Faults.FileEmpty"/> or <see cref="Faults.FileBroken"/>.</exception>
    public void End(string name)
    {
        Sha256 = Convert.ToHexStringLower(_digest.GetHashAndReset());
        _digest.Dispose();
        if (_head.Length == 0)
        {
            throw new FaultException(new Fault(Faults.FileEmpty, name));
        }

        if (!isText)
        {
            return;
        }

        if (_brokenLine > 0 || _remainder.Length > 0)
        {
            var line = Math.Max(_brokenLine, 1).ToString(CultureInfo.InvariantCulture);
            throw new FaultException(
                new Fault(Faults.FileBroken, name, $"from line {line} on, bytes that are not UTF-8 text")
            );
        }

        if (!isOfRows)
        {
            return;
        }

        if (_lastByte != (byte)'\n')
        {
            throw new FaultException(
                new Fault(Faults.FileBroken, name, "the last line does not end with a line break")
            );
        }

        HasCarriageReturns =
            _head.AsSpan().IndexOf("\r\n"u8) is >= 0 and var at && _head.AsSpan().IndexOf((byte)'\n') == at + 1;
        Headings = HeadingLine.Split(_head);
    }

    private bool IsText(ReadOnlySpan<byte> block)
    {
        var bytes = _remainder.Length == 0 ? block : Joined(_remainder, block);
        _remainder = [];

        if (Utf8.IsValid(bytes))
        {
            return true;
        }

        // A character may be cut by the end of the block; what is cut is looked at with the next one.
        for (var cut = 1; cut <= LongestRemainder && cut <= bytes.Length; cut++)
        {
            if (
                Utf8.IsValid(bytes[..^cut])
                && Rune.DecodeFromUtf8(bytes[^cut..], out _, out _) == OperationStatus.NeedMoreData
            )
            {
                _remainder = bytes[^cut..].ToArray();
                return true;
            }
        }

        return false;
    }

    private static byte[] Joined(byte[] first, ReadOnlySpan<byte> second)
    {
        var joined = new byte[first.Length + second.Length];
        first.CopyTo(joined, 0);
        second.CopyTo(joined.AsSpan(first.Length));
        return joined;
    }
}
