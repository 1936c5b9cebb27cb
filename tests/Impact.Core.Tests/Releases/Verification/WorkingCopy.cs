using System.Text;
using Impact.Core.Rehearsal;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases.Verification;

/// <summary>A copy of a fund's public folder that is broken in one place at a time and then put right.</summary>
/// <param name="fundFolder">The fund's folder of the copy; its name is the fund's.</param>
/// <param name="version">The release that is broken.</param>
internal sealed class WorkingCopy(string fundFolder, string version)
{
    private readonly List<Action> _undo = [];

    /// <summary>The release's folder.</summary>
    public string Release => Path.Combine(fundFolder, version);

    /// <summary>Breaks the release.</summary>
    public void Apply(Mutation mutation)
    {
        var random = Mutation.Numbers(mutation.Seed);
        var path = PathOf(mutation.Path);
        switch (mutation.Kind)
        {
            case MutationKind.Flip:
                Write(path, Flipped(File.ReadAllBytes(path), random));
                break;
            case MutationKind.Truncate:
                Write(path, File.ReadAllBytes(path)[..random.Below((int)new FileInfo(path).Length)]);
                break;
            case MutationKind.Append:
                Write(path, [.. File.ReadAllBytes(path), .. Some(random)]);
                break;
            case MutationKind.Add:
                Write(path + ".more", Some(random));
                break;
            case MutationKind.Remove:
                Move(path, PathOf("../removed"));
                break;
            case MutationKind.Rename:
                Move(path, path + "1");
                break;
            case MutationKind.SwapFiles:
                Swap(path, PathOf(mutation.Other));
                break;
            case MutationKind.SwapReleases:
                Swap(Release, Path.Combine(fundFolder, mutation.Other));
                break;
            case MutationKind.DropRow:
                DropRow(path, random);
                break;
            case MutationKind.DropRowAndSign:
                DropRow(path, random);
                SignAsAnother(mutation.Path, random);
                break;
            case MutationKind.EditSumAndSign:
                EditSum(path, random);
                SignAsAnother(mutation.Path, random);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mutation));
        }
    }

    /// <summary>Puts everything right again.</summary>
    public void Restore()
    {
        for (var last = _undo.Count - 1; last >= 0; last--)
        {
            _undo[last]();
        }

        _undo.Clear();
    }

    private static byte[] Flipped(byte[] bytes, SeededNumbers random)
    {
        bytes[random.Below(bytes.Length)] ^= (byte)random.Between(1, byte.MaxValue);
        return bytes;
    }

    private static byte[] Some(SeededNumbers random)
    {
        const int most = 63;
        return [.. Enumerable.Range(0, random.Between(1, most)).Select(_ => (byte)random.Below(byte.MaxValue + 1))];
    }

    private static int AnyRow(string[] lines, SeededNumbers random) => random.Between(1, lines.Length - 1);

    private string PathOf(string file) => Path.Combine(Release, file);

    private void DropRow(string path, SeededNumbers random)
    {
        var lines = File.ReadAllLines(path).ToList();
        lines.RemoveAt(AnyRow([.. lines], random));
        Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>Changes one digit of a row that has one.</summary>
    private void EditSum(string path, SeededNumbers random)
    {
        var lines = File.ReadAllLines(path);
        var row = AnyRow(lines, random);
        var digit = lines[row].LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var edited = lines[row][digit] == '9' ? '8' : (char)(lines[row][digit] + 1);
        lines[row] = lines[row][..digit] + edited + lines[row][(digit + 1)..];
        Write(path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>All digests anew, signed by a key that nobody trusts; it may go by the fund's key's name.</summary>
    private void SignAsAnother(string edited, SeededNumbers random)
    {
        var path = PathOf("manifest.json");
        var manifest = ReleaseJson.ReadManifest(File.ReadAllBytes(path));
        var table = Path.GetFileNameWithoutExtension(edited);
        var rows = File.ReadAllLines(PathOf(edited)).Length - 1;
        var bytes = ReleaseJson.Write(
            manifest with
            {
                Files = ReleaseManifests.Files(Release),
                Content =
                [
                    .. manifest.Content.Select(content =>
                        content.Table == table
                            ? content with
                            {
                                Rows = rows,
                                Sha256 = Digests.Of(PathOf(edited)),
                            }
                            : content
                    ),
                ],
            }
        );
        using var key = new SigningKey(SigningKeys.NewKey());
        var signed = SignatureFile.Parse(File.ReadAllBytes(PathOf("manifest.sig")))!;
        var name = random.Below(2) == 0 ? key.Public.Id : signed.KeyId;
        Write(path, bytes);
        Write(PathOf("manifest.sig"), new SignatureFile(name, [key.Signature(bytes)]).Write());
    }

    private void Write(string path, byte[] bytes)
    {
        if (File.Exists(path))
        {
            var before = File.ReadAllBytes(path);
            _undo.Add(() => File.WriteAllBytes(path, before));
        }
        else
        {
            _undo.Add(() => File.Delete(path));
        }

        File.WriteAllBytes(path, bytes);
    }

    private void Move(string from, string to)
    {
        Directory.Move(from, to);
        _undo.Add(() => Directory.Move(to, from));
    }

    private void Swap(string one, string other)
    {
        var aside = Path.Combine(fundFolder, "aside");
        Move(one, aside);
        Move(other, one);
        Move(aside, other);
    }
}
