using Impact.Core.Catalogue;
using Impact.Core.Ledger;

namespace Impact.Core;

/// <summary>What a fund's file must keep before anything of it is shown. It follows from the file and from earlier ones, never from who is in the records.</summary>
internal static class FundDoor
{
    /// <summary>Refuses a fund that would show single people unprotected, or that would count them in cells it does not list any more.</summary>
    /// <exception cref="FaultException"><see cref="Faults.PeopleInPublicFund"/> or <see cref="Faults.OrganisationGone"/>.</exception>
    public static void Require(ILedgerEngine ledger, FundDescription fund)
    {
        PeopleRecords.RequireNone(ledger, fund, fund.Id);
        if (fund.Counting is null)
        {
            return;
        }

        var gone = PeopleRecords
            .ListedOrganisations(ledger)
            .Except(fund.Organisations.Select(organisation => organisation.Id), StringComparer.Ordinal)
            .ToList();
        if (gone.Count > 0)
        {
            throw new FaultException(new Fault(Faults.OrganisationGone, fund.Id, string.Join(", ", gone)));
        }
    }
}
