using Impact.Core.Catalogue;

namespace Impact.Core.Releases.Keys;

/// <summary>
/// Replaces a fund's signing key by a new one. Published is first an index that both keys have signed, then the hand-over: in that
/// moment the new key signs. Stopped before, the old key goes on; stopped after, whoever next publishes for the fund ends the rotation.
/// </summary>
/// <param name="dataFolder">The data directory, <c>D</c>.</param>
/// <param name="clock">Says when.</param>
internal sealed class KeyRotation(string dataFolder, TimeProvider clock)
{
    /// <summary>Rotates the key of a fund.</summary>
    /// <returns>The hand-over that was published.</returns>
    /// <exception cref="FaultException">A key is missing, another program publishes, or a release was built and not listed yet.</exception>
    public HandOver Rotate(string fund)
    {
        using var folder = FundShelfFolder.Take(dataFolder, fund);
        var handOver = Publish(folder, fund);
        Finish(dataFolder, fund);
        return handOver;
    }

    /// <summary>Ends a rotation that was stopped: forwards when its hand-over is published, else as if it had not begun.</summary>
    /// <remarks>Called with the fund's folder taken, before its key is used. What can be done twice is done first, and the new key takes its place last.</remarks>
    /// <exception cref="FaultException">The published hand-overs are not right.</exception>
    public static void Finish(string dataFolder, string fund)
    {
        var path = SigningKeys.NextPathOf(dataFolder, fund);
        if (File.Exists(path + DurableFile.Unfinished))
        {
            DurableFile.Delete(path + DurableFile.Unfinished);
        }

        if (!File.Exists(path))
        {
            return;
        }

        using var next = SigningKeys.Import(path);
        var chain = HandOverChain.Read(Published(dataFolder, fund), fund);
        if (next is null || chain is not [.., var last] || !last.To.IsSameAs(next.Public))
        {
            DurableFile.Delete(path);
            return;
        }

        var trust = SigningKeys.TrustFolder(dataFolder);
        DurableFile.Replace(HandOverChain.TrustPath(trust, fund), HandOverChain.Write(chain));
        DurableFile.Replace(TrustedKey.PathOf(trust, fund), next.Public.Write());
        if (IndexFile.Load(FundFolder(dataFolder, fund)) is { } index)
        {
            DurableFile.Replace(SignaturePath(dataFolder, fund), next.Sign(index.Bytes));
        }

        Destroy(SigningKeys.PathOf(dataFolder, fund));
        DurableFile.Move(path, SigningKeys.PathOf(dataFolder, fund));
    }

    private HandOver Publish(FundShelfFolder folder, string fund)
    {
        var index = folder.Index();
        folder.RequireNothingUnlisted(index);
        using var next = new SigningKey(SigningKeys.NewKey());
        SigningKeys.Write(SigningKeys.NextPathOf(dataFolder, fund), next);
        var before = folder.Keys.HandOvers is [.., var newest] ? newest : null;
        var handOver = new HandOver
        {
            Fund = fund,
            Number = folder.Keys.HandOvers.Count + 1,
            From = folder.Key.Public,
            To = next.Public,
            Last = index.Versions is [.., var last] ? new(last.Version, last.ManifestSha256) : null,
            Before = before?.Digest,
            At = Now(before),
        }.Signed(folder.Key, next);
        if (IndexFile.Load(folder.Path) is { } file)
        {
            byte[] both = [.. folder.Key.Sign(file.Bytes), .. next.Sign(file.Bytes)];
            DurableFile.Replace(SignaturePath(dataFolder, fund), both);
        }

        var chain = HandOverChain.Write([.. folder.Keys.HandOvers, handOver]);
        _ = HandOverChain.Read(chain, fund);
        DurableFile.Replace(HandOverChain.PublicPath(folder.Path), chain);
        return handOver;
    }

    /// <summary>The time in whole seconds, and not before the last hand-over should the clock have been set back.</summary>
    private DateTimeOffset Now(HandOver? before)
    {
        var now = clock.GetUtcNow();
        var seconds = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        return before is not null && before.At > seconds ? before.At : seconds;
    }

    /// <summary>Writes over a private key in its place, so that its file holds it no more. What the disk itself keeps of old blocks is beyond a program.</summary>
    private static void Destroy(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        DurableFile.BeforeStep.Value?.Invoke(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write);
        stream.Write(new byte[stream.Length]);
        stream.Flush(flushToDisk: true);
    }

    private static byte[] Published(string dataFolder, string fund)
    {
        var path = HandOverChain.PublicPath(FundFolder(dataFolder, fund));
        return File.Exists(path) ? File.ReadAllBytes(path) : [];
    }

    private static string FundFolder(string dataFolder, string fund) => Path.Combine(dataFolder, "public", fund);

    private static string SignaturePath(string dataFolder, string fund) =>
        Path.Combine(FundFolder(dataFolder, fund), ReleaseNames.IndexSignature);
}
