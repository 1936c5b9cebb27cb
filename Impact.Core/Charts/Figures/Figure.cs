namespace Impact.Core.Charts.Figures;

/// <summary>Whether there is a figure, and if not, why.</summary>
internal enum FigureState
{
    /// <summary>The table has no such row: nothing was booked.</summary>
    Absent,

    /// <summary>A figure, zero included.</summary>
    Known,

    /// <summary>The source does not tell (x).</summary>
    NotTold,

    /// <summary>Withheld to protect people (c).</summary>
    Withheld,

    /// <summary>Does not apply (z).</summary>
    NotApplicable,
}

/// <summary>One figure of a published table: zero, not told, withheld and not applicable are four different things.</summary>
/// <param name="State">Whether there is a figure.</param>
/// <param name="Amount">The figure in whole units of its table; 0 where there is none.</param>
/// <param name="IsProvisional">Whether it may still change.</param>
internal readonly record struct Figure(FigureState State, long Amount, bool IsProvisional)
{
    /// <summary>No row.</summary>
    public static Figure Absent => default;

    /// <summary>Whether there is a number.</summary>
    public bool IsKnown => State == FigureState.Known;

    /// <summary>The sum; a figure that is not known makes the sum unknown, what is absent or not applicable adds nothing.</summary>
    public static Figure operator +(Figure left, Figure right)
    {
        if (left.State is FigureState.Absent)
        {
            return right;
        }

        if (right.State is FigureState.Absent)
        {
            return left;
        }

        var isProvisional = left.IsProvisional || right.IsProvisional;
        var state = (left.State, right.State) switch
        {
            (FigureState.NotTold, _) or (_, FigureState.NotTold) => FigureState.NotTold,
            (FigureState.Withheld, _) or (_, FigureState.Withheld) => FigureState.Withheld,
            (FigureState.NotApplicable, FigureState.NotApplicable) => FigureState.NotApplicable,
            _ => FigureState.Known,
        };
        return new(state, state == FigureState.Known ? checked(left.Amount + right.Amount) : 0, isProvisional);
    }

    /// <summary>The same figure with the other sign.</summary>
    public static Figure operator -(Figure figure) => figure with { Amount = checked(-figure.Amount) };

    /// <summary>Reads value, status and finality of a row.</summary>
    public static Figure Of(Catalogue.TableRow row, string valueColumn)
    {
        var isProvisional = string.Equals(row.Text("finality"), "provisional", StringComparison.Ordinal);
        return (row.Text("status"), row.Integer(valueColumn)) switch
        {
            ("x", _) => new(FigureState.NotTold, 0, isProvisional),
            ("c", _) => new(FigureState.Withheld, 0, isProvisional),
            ("z", _) => new(FigureState.NotApplicable, 0, isProvisional),
            (_, { } amount) => new(FigureState.Known, amount, isProvisional),
            ("low", null) => new(FigureState.Known, 0, isProvisional),
            _ => new(FigureState.NotTold, 0, isProvisional),
        };
    }
}
