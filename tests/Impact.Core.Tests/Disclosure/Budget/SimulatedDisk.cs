using Impact.Core.Disclosure.Budget;
using Impact.Core.Rehearsal;

namespace Impact.Core.Tests.Disclosure.Budget;

/// <summary>The power has failed.</summary>
internal sealed class PowerFailure : Exception;

/// <summary>A disk that keeps what a crash leaves: nothing, a part, what was written and not flushed, or all with nobody told.</summary>
internal sealed class SimulatedDisk(SeededNumbers chance)
{
    private int _stepsLeft = int.MaxValue;

    /// <summary>The four ways in which a write can be interrupted.</summary>
    private enum Moment
    {
        Before,
        Torn,
        Unflushed,
        After,
    }

    /// <summary>What is on the disk.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>How often the power failed.</summary>
    public int Failures { get; private set; }

    /// <summary>Lets the power fail in the write after so many others.</summary>
    public void FailAfter(int writes) => _stepsLeft = writes;

    /// <summary>A copy of everything, as a backup takes it.</summary>
    public Dictionary<string, byte[]> Copy() => Files.ToDictionary(file => file.Key, file => file.Value.ToArray());

    /// <summary>Puts a copy back.</summary>
    public void Restore(Dictionary<string, byte[]> copy)
    {
        Files.Clear();
        foreach (var (name, bytes) in copy)
        {
            Files[name] = bytes;
        }
    }

    /// <summary>The files for one writer.</summary>
    public IBudgetFiles Open()
    {
        foreach (var name in Files.Keys.Where(name => name.EndsWith(".unfinished", StringComparison.Ordinal)).ToList())
        {
            Files.Remove(name);
        }

        return new Opened(this);
    }

    private void Append(string name, byte[] added)
    {
        var before = Files.GetValueOrDefault(name, []);
        Step(
            () => Files[name] = [.. before, .. added],
            () => Files[name] = [.. before, .. added[..chance.Between(1, added.Length - 1)]],
            () => Files[name] = [.. before, .. WithHole(added)]
        );
    }

    private void Replace(string name, byte[] bytes) =>
        Step(
            () => Files[name] = bytes,
            () => Files[name + ".unfinished"] = bytes[..chance.Below(bytes.Length + 1)],
            () => Files[chance.Below(2) == 0 ? name : name + ".unfinished"] = bytes
        );

    private void Delete(string name) =>
        Step(
            () => Files.Remove(name),
            () => { },
            () =>
            {
                if (chance.Below(2) == 0)
                {
                    Files.Remove(name);
                }
            }
        );

    private void Step(Action whole, Action torn, Action unflushed)
    {
        if (_stepsLeft-- > 0)
        {
            whole();
            return;
        }

        _stepsLeft = int.MaxValue;
        Failures++;
        Action left = (Moment)chance.Below(4) switch
        {
            Moment.Before => () => { },
            Moment.Torn => torn,
            Moment.Unflushed => unflushed,
            _ => whole,
        };
        left();
        throw new PowerFailure();
    }

    /// <summary>The file has its length, and some of its content never reached the disk.</summary>
    private byte[] WithHole(byte[] bytes)
    {
        var holed = bytes.ToArray();
        var start = chance.Below(holed.Length);
        Array.Clear(holed, start, chance.Between(1, holed.Length - start));
        return holed;
    }

    private sealed class Opened(SimulatedDisk disk) : IBudgetFiles
    {
        public string Place => "simulated";

        public byte[]? Read(string name) => disk.Files.GetValueOrDefault(name)?.ToArray();

        public IReadOnlyList<string> List(string folder) =>
            [
                .. disk
                    .Files.Keys.Where(name =>
                        name.StartsWith(folder + "/", StringComparison.Ordinal)
                        && !name.EndsWith(".unfinished", StringComparison.Ordinal)
                    )
                    .Order(StringComparer.Ordinal),
            ];

        public void Append(string name, ReadOnlySpan<byte> bytes) => disk.Append(name, bytes.ToArray());

        public void Replace(string name, ReadOnlySpan<byte> bytes) => disk.Replace(name, bytes.ToArray());

        public void Delete(string name) => disk.Delete(name);

        public void Dispose() { }
    }
}
