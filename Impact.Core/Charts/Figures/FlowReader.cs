namespace Impact.Core.Charts.Figures;

/// <summary>Puts the flow together from the Funding Status statement, and from the flow tables where the statement is silent.</summary>
internal sealed class FlowReader(ReleaseFigures figures)
{
    private static readonly (string Line, string Measure)[] OtherSources =
    [
        ("opening_balance", "opening_balance"),
        ("interest", "interest"),
        ("other_income", "other_income"),
    ];

    private static readonly (string Line, string Measure)[] Refunds =
    [
        ("gift_refunds", "refunded"),
        ("chargebacks", "charged_back"),
    ];

    private static readonly (string Line, string Measure)[] Costs =
    [
        ("processor_fees", "processor_fees"),
        ("platform_fees", "platform_fees"),
        ("bank_charges", "bank_charges"),
        ("direct_costs", "fund_costs"),
    ];

    private static readonly (string Measure, FlowEnd End)[] Kinds =
    [
        ("spent_programme", FlowEnd.SpentProgramme),
        ("spent_management", FlowEnd.SpentManagement),
        ("spent_fundraising", FlowEnd.SpentFundraising),
    ];

    private readonly List<string> _notTold = [];
    private bool _isProvisional;

    /// <summary>The flow; null where nothing came in, or nothing is known of where it went.</summary>
    public FlowFigures? Read()
    {
        var received = Read(("contributions", "received"));
        var others = OtherSources
            .Select(pair => (pair.Line, Amount: Read(pair)))
            .Where(part => part.Amount > 0)
            .ToList();
        var sources = checked(Math.Max(received, 0) + others.Sum(part => part.Amount));
        var refunds = Refunds.Sum(pair => Math.Max(Read(pair), 0));
        var costs = Costs.Sum(pair => Math.Max(Read(pair), 0));
        // A source without a single cost line does not say that there was none.
        var isCostTold =
            _notTold.Count == 0
            && Costs.Any(pair => figures.Statement(pair.Line).IsKnown || figures.ToDate(pair.Measure).IsKnown);
        var transfers = Sent();
        var allocated = figures.ByQuarterTotal(MoneyFlow.Allocated);
        var onward = transfers.IsKnown ? transfers : allocated;
        if (sources <= 0 || !(onward.IsKnown || refunds + costs > 0))
        {
            return null;
        }

        var ends = new List<FlowPart> { new(FlowEnd.Costs, costs), new(FlowEnd.Refunds, refunds) };
        var rest = checked(sources - refunds - costs - Math.Max(onward.Amount, 0));
        ends.InsertRange(
            0,
            transfers.IsKnown ? Waiting(rest, transfers, allocated, isCostTold) : [Rest(rest, isCostTold)]
        );
        var partnerEnds = PartnerEnds(Math.Max(onward.Amount, 0), transfers.IsKnown);
        return new()
        {
            Sources = sources,
            OtherSources = others,
            BeyondSources = Math.Max(-rest, 0),
            Onward = Math.Max(onward.Amount, 0),
            IsSent = transfers.IsKnown,
            BeyondOnward = Math.Max(checked(partnerEnds.Sum(part => part.Amount) - Math.Max(onward.Amount, 0)), 0),
            FundEnds = [.. ends.Where(part => part.Amount > 0)],
            PartnerEnds = partnerEnds,
            NotTold = _notTold,
            IsProvisional = _isProvisional,
        };
    }

    private static FlowPart Rest(long rest, bool isCostTold) =>
        new(isCostTold ? FlowEnd.NotAllocated : FlowEnd.NotTold, rest);

    /// <summary>What the fund still holds, split by whether it is promised; the split needs both figures at the same day.</summary>
    private List<FlowPart> Waiting(long rest, Figure transfers, Figure allocated, bool isCostTold)
    {
        if (!isCostTold)
        {
            return [new(FlowEnd.NotTold, rest)];
        }

        var sentByQuarter = figures.ByQuarterTotal(MoneyFlow.Sent);
        var promised =
            allocated.IsKnown && sentByQuarter.IsKnown && sentByQuarter.Amount == transfers.Amount
                ? allocated.Amount - transfers.Amount
                : -1;
        return promised < 0 || promised > rest
            ? [new(FlowEnd.Waiting, rest)]
            : [new(FlowEnd.WaitingAllocated, promised), new(FlowEnd.WaitingUnallocated, rest - promised)];
    }

    private List<FlowPart> PartnerEnds(long onward, bool isSent)
    {
        var spent = Known(figures.Statement("partner_expenditure"), figures.ByQuarterTotal(MoneyFlow.Spent), "spent");
        if (!spent.IsKnown)
        {
            return onward > 0 ? [new(FlowEnd.NotTold, onward)] : [];
        }

        var kinds = Kinds.Select(kind => (kind.End, Figure: figures.ByQuarterTotal(kind.Measure))).ToList();
        var areKindsWhole =
            kinds.All(kind => kind.Figure.State is FigureState.Known or FigureState.Absent && kind.Figure.Amount >= 0)
            && kinds.Sum(kind => kind.Figure.Amount) == spent.Amount;
        var ends = areKindsWhole
            ? kinds.Select(kind => new FlowPart(kind.End, kind.Figure.Amount)).ToList()
            : [new(FlowEnd.Spent, Math.Max(spent.Amount, 0))];
        var held = figures.Statement("partner_balance");
        var balance = held.IsKnown ? held.Amount : onward - spent.Amount;
        ends.Add(new(isSent ? FlowEnd.WithPartners : FlowEnd.NotTold, balance));
        var left = checked(onward - ends.Where(part => part.Amount > 0).Sum(part => part.Amount));
        ends.Add(new(FlowEnd.NotTold, left));
        return [.. ends.Where(part => part.Amount > 0)];
    }

    private Figure Sent()
    {
        var transfers = figures.Statement("transfers");
        if (!transfers.IsKnown)
        {
            var byTime = figures.ByTime(MoneyFlow.Sent);
            return Known(
                byTime.HasKnown ? byTime.Total : transfers,
                figures.ByQuarterTotal(MoneyFlow.Sent),
                "disbursed"
            );
        }

        var returns = figures.Statement("returns");
        // The statement shows returns on a line of their own; their sign is in the sign column.
        return Known(
            returns.IsKnown
                ? transfers + new Figure(FigureState.Known, -Math.Abs(returns.Amount), returns.IsProvisional)
                : transfers,
            Figure.Absent,
            "disbursed"
        );
    }

    private long Read((string Line, string Measure) pair) =>
        Known(figures.Statement(pair.Line), figures.ToDate(pair.Measure), pair.Measure).Amount;

    private Figure Known(Figure first, Figure second, string measure)
    {
        var figure = first.IsKnown || second.State == FigureState.Absent ? first : second;
        if (figure.State is FigureState.NotTold or FigureState.Withheld)
        {
            _notTold.Add(measure);
            return figure with { Amount = 0 };
        }

        _isProvisional |= figure.IsKnown && figure.IsProvisional;
        return figure;
    }
}
