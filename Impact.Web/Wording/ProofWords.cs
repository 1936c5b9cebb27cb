using Impact.Web.Reading;

namespace Impact.Web.Wording;

/// <summary>One sentence on how many equations of the proof table hold.</summary>
public static class ProofWords
{
    /// <summary>The sentence.</summary>
    /// <param name="proof">A proof table with at least one line.</param>
    /// <param name="reader">The reader.</param>
    public static string Of(Proof proof, Reader reader)
    {
        var (all, holding, untold) = (proof.Lines.Count, proof.Holding, proof.Untold);
        return (all - holding - untold, untold) switch
        {
            (0, 0) => reader.Say(
                $"All {all} equations hold to the cent.",
                $"Las {all} ecuaciones se cumplen al centavo."
            ),
            (0, _) => reader.Say(
                $"{holding} of {all} equations hold to the cent; {untold} cannot be checked, since the source does not tell one side.",
                $"{holding} de {all} ecuaciones se cumplen al centavo; {untold} no se pueden comprobar porque la fuente no informa un lado."
            ),
            var (differing, _) => reader.Say(
                $"{holding} of {all} equations hold to the cent; {differing} differ and are shown below; {untold} cannot be checked.",
                $"{holding} de {all} ecuaciones se cumplen al centavo; {differing} difieren y se muestran abajo; {untold} no se pueden comprobar."
            ),
        };
    }
}
