using System.Text.RegularExpressions;

namespace Impact.Core.Tests.Rehearsal;

/// <summary>Checks the sheets against docs/input.md as a reader would who has only that page: headings, codes, shapes, ranges, unique numbers.</summary>
internal static partial class LayoutCheck
{
    private static readonly DateOnly First = new(2019, 8, 7);
    private static readonly DateOnly Last = new(2020, 12, 31);

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["gifts.giver_kind"] = "individual organisation",
        ["gifts.currency"] = "USD EUR CAD",
        ["gifts.recurring"] = "yes no",
        ["gifts.designation"] = " legal-help food-and-rent counselling",
        ["fund_entries.designation"] = " legal-help food-and-rent counselling",
        ["partner_entries.designation"] = " legal-help food-and-rent counselling",
        ["fund_entries.kind"] =
            "pledge gift_refund chargeback processor_fee platform_fee bank_charge interest other_income fund_cost allocation "
            + "allocation_change disbursement return opening_balance",
        ["fund_entries.currency"] = "USD EUR CAD",
        ["fund_entries.reason"] = " EDIT DUPLICATE DISPUTE CORRECTION",
        ["partner_entries.kind"] = "receipt expenditure opening_balance",
        ["partner_entries.currency"] = "USD",
        ["partner_entries.reason"] = " EDIT DUPLICATE DISPUTE CORRECTION",
        ["partner_entries.category"] =
            " legal_services bond cash_aid rent_utilities food childcare_education health_mental_health "
            + "transport_communication outreach staff administration fundraising other",
        ["services.service"] =
            "legal_consultation legal_representation bond_payment cash_assistance rent_assistance food_assistance "
            + "childcare_school counselling transport referral",
        ["services.household_size"] = " 1 2-3 4-5 6+",
        ["indicators.measure"] = "baseline planned reached",
        ["indicators.split"] = "total women men girls boys unknown",
        ["indicators.indicator"] = "workshop-participants telephone-line-callers households-first-helped",
        ["balances.account"] = "bank processor in_transit",
        ["balances.currency"] = "USD",
        ["processor_report.kind"] = "gift gift_refund chargeback processor_fee payout other",
        ["processor_report.currency"] = "USD EUR CAD",
        ["bank_statement.kind"] = "payment payout interest fee gift gift_refund other",
        ["bank_statement.currency"] = "USD",
        ["explanations.match"] = "receipt processor bank payout",
        ["explanations.owner"] = "fund partner bank processor",
        ["explanations.explanation"] =
            "bank_fee rounding exchange_rate booked_later paid_in_parts booking_error wrong_reference disputed other",
    };

    private static readonly Dictionary<string, Regex> Shapes = new(StringComparer.Ordinal)
    {
        ["gifts.amount"] = PositiveAmount(),
        ["gifts.base_amount"] = OptionalAmount(),
        ["gifts.region"] = Region(),
        ["gifts.donor"] = Donor(),
        ["fund_entries.amount"] = SignedAmount(),
        ["fund_entries.organisation_id"] = OptionalOrganisation(),
        ["partner_entries.organisation_id"] = Organisation(),
        ["partner_entries.amount"] = SignedAmount(),
        ["services.organisation_id"] = Organisation(),
        ["services.place"] = Place(),
        ["indicators.organisation_id"] = Organisation(),
        ["indicators.period"] = Quarter(),
        ["indicators.value"] = Whole(),
        ["balances.amount"] = SignedAmount(),
        ["processor_report.amount"] = SignedAmount(),
        ["bank_statement.amount"] = SignedAmount(),
        ["explanations.amount"] = SignedAmount(),
    };

    private static readonly (string Sheet, string[] Key)[] Keys =
    [
        ("gifts", ["transaction_id"]),
        ("fund_entries", ["entry_id"]),
        ("partner_entries", ["organisation_id", "entry_id"]),
        ("services", ["organisation_id", "service_id"]),
        ("indicators", ["organisation_id", "indicator", "period", "measure", "split"]),
        ("balances", ["as_of", "item"]),
        ("processor_report", ["line_id"]),
        ("bank_statement", ["line_id"]),
        ("explanations", ["match", "item", "amount"]),
    ];

    public static List<string> Faults(PlainBooks books) => [.. Cells(books), .. Doubles(books), .. Needed(books)];

    private static IEnumerable<string> Cells(PlainBooks books)
    {
        foreach (
            var row in PlainBooks.SheetNames.SelectMany(sheet => books[sheet]).Where(row => row.Cells != row.Columns)
        )
        {
            yield return $"{row.Where}: {row.Cells} cells";
        }

        foreach (var (name, list) in Codes)
        {
            var (sheet, column) = (name.Split('.')[0], name.Split('.')[1]);
            var allowed = list.Split(' ').ToHashSet(StringComparer.Ordinal);
            foreach (var row in books[sheet].Where(row => !allowed.Contains(row[column])))
            {
                yield return $"{row.Where}: {column} is not in its list";
            }
        }

        foreach (var (name, shape) in Shapes)
        {
            var (sheet, column) = (name.Split('.')[0], name.Split('.')[1]);
            foreach (var row in books[sheet].Where(row => !shape.IsMatch(row[column])))
            {
                yield return $"{row.Where}: {column} has another shape";
            }
        }
    }

    private static IEnumerable<string> Doubles(PlainBooks books) =>
        from pair in Keys
        from rows in books[pair.Sheet]
            .GroupBy(row => string.Join('|', pair.Key.Select(column => row[column])), StringComparer.Ordinal)
        where rows.Count() > 1
        select $"{rows.First().Where}: number is not unique";

    private static IEnumerable<string> Needed(PlainBooks books)
    {
        (string Sheet, string Column)[] days =
        [
            ("gifts", "occurred_on"),
            ("gifts", "cleared_on"),
            ("fund_entries", "occurred_on"),
            ("fund_entries", "cleared_on"),
            ("partner_entries", "occurred_on"),
            ("partner_entries", "cleared_on"),
            ("services", "occurred_on"),
            ("indicators", "certified_on"),
            ("balances", "as_of"),
            ("processor_report", "booked_on"),
            ("bank_statement", "booked_on"),
            ("explanations", "explained_on"),
        ];
        foreach (var (sheet, column) in days)
        {
            foreach (var row in books[sheet].Where(row => !(row[column] is "" && row["kind"] is "pledge")))
            {
                if (row.Day(column) < First || row.Day(column) > Last)
                {
                    yield return $"{row.Where}: {column} is out of range";
                }
            }
        }

        foreach (var row in books["gifts"].Concat(books["fund_entries"]).Concat(books["partner_entries"]))
        {
            if (row["currency"] is "USD" != row["base_amount"] is "")
            {
                yield return $"{row.Where}: base_amount";
            }

            if (row["cleared_on"] is not "" && row.Day("cleared_on") < row.Day("occurred_on"))
            {
                yield return $"{row.Where}: cleared before it occurred";
            }
        }

        foreach (
            var row in books["gifts"].Where(row => row["giver_kind"] is "organisation" != row["giver_name"] is not "")
        )
        {
            yield return $"{row.Where}: giver_name";
        }
    }

    [GeneratedRegex("^(0|[1-9][0-9]*)\\.[0-9]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PositiveAmount();

    [GeneratedRegex("^((0|[1-9][0-9]*)\\.[0-9]{2})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionalAmount();

    [GeneratedRegex("^-?(0|[1-9][0-9]*)\\.[0-9]{2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignedAmount();

    [GeneratedRegex("^([A-Z]{2}|other_country|unknown)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Region();

    [GeneratedRegex("^(cus_[0-9a-z]{13}|giver\\.[0-9a-z]{13}@example\\.org)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Donor();

    [GeneratedRegex("^(XI-REHEARSAL-ORG-[1-6])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OptionalOrganisation();

    [GeneratedRegex("^XI-REHEARSAL-ORG-[1-6]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Organisation();

    [GeneratedRegex("^(XI-REHEARSAL-COUNTY-[1-8]|other|unknown|)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^(2019-Q[34]|2020-Q[1-4])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();

    [GeneratedRegex("^(0|[1-9][0-9]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();
}
