using Impact.Core.Catalogue;

namespace Impact.Web.Wording;

/// <summary>Licences are named as their source names them; only an unknown one has words of ours.</summary>
public static class LicenceWords
{
    /// <summary>The licence of a source; <c>none stated</c> in the reader's language where the source states none.</summary>
    public static string Of(FundSource source, Reader reader) =>
        source.Licence is "none stated" or "" ? reader.Say("none stated", "no declarada") : source.Licence;
}
