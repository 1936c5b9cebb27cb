using System.Globalization;
using Impact.Core.Releases;

namespace Impact.Core.Tests.Releases;

/// <summary>Approvals that come in at the same moment.</summary>
internal sealed class ReleaseApprovalsTests
{
    [Test]
    public void Approvers_at_once_are_all_kept()
    {
        const int approvers = 12;
        using var folder = new TemporaryFolder();
        string[] names =
        [
            .. Enumerable.Range(1, approvers).Select(one => one.ToString("00", CultureInfo.InvariantCulture)),
        ];
        var fund = SampleReleases.Draft().Fund with { Approvers = names, ApprovalsNeeded = approvers };
        var digest = new string('a', 64);
        new ReleaseApprovals(folder.Path, fund).Keep(digest, "1.0.0");
        using var start = new Barrier(approvers);
        var all = names
            .Select(name =>
                Task.Factory.StartNew(
                    () =>
                    {
                        start.SignalAndWait();
                        new ReleaseApprovals(folder.Path, fund).Approve(name);
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            )
            .ToArray();
        Task.WaitAll(all);
        Assert.That(new ReleaseApprovals(folder.Path, fund).Require(digest), Is.EquivalentTo(names));
    }
}
