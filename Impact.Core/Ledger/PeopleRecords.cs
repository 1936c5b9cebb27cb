using Impact.Core.Catalogue;
using Impact.Core.Intake;

namespace Impact.Core.Ledger;

/// <summary>What a ledger knows of single people, without counting them.</summary>
internal static class PeopleRecords
{
    /// <summary>The organisations that the fund file listed whenever services were taken in; empty where none were.</summary>
    public static IReadOnlyList<string> ListedOrganisations(ILedgerEngine ledger) =>
        ledger.Query(
            "listed organisations",
            "SELECT organisation_id FROM listed_organisation ORDER BY organisation_id",
            row => row.Text("organisation_id")!
        );

    /// <summary>Notes the organisations that the fund file lists now.</summary>
    public static void List(ILedgerEngine ledger, FundDescription fund)
    {
        foreach (var organisation in fund.Organisations)
        {
            ledger.Execute("list", SqlText.Of("Ledger", "list_organisation"), ("organisation", organisation.Id));
        }
    }

    /// <summary>Refuses records of single people in a fund that shows every figure as its public sources do.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="place">What is at fault, for the message: a file or the fund.</param>
    /// <exception cref="FaultException"><see cref="Faults.PeopleInPublicFund"/>.</exception>
    public static void RequireNone(ILedgerEngine ledger, FundDescription fund, string place)
    {
        if (
            fund.IsFromPublicSources
            && ledger
                .Query("people", SqlText.Of("Ledger", "people_records"), row => row.Text("profile")!)
                .Any(profile => !TellsWhatIsPublic(profile))
        )
        {
            throw new FaultException(new Fault(Faults.PeopleInPublicFund, place));
        }
    }

    /// <summary>The file of a public source names nobody whom it has not shown itself; of any other profile nothing is known.</summary>
    private static bool TellsWhatIsPublic(string profile) =>
        Profiles.All.FirstOrDefault(one => one.Id == profile)?.Source is { IsPublic: true };
}
