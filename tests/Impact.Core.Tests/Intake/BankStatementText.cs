using System.Globalization;
using System.Text;

namespace Impact.Core.Tests.Intake;

/// <summary>Writes bank statements of ISO 20022 as banks do, with everything in them that must never be stored.</summary>
internal static class BankStatementText
{
    public const string SecondVersion = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";
    public const string EighthVersion = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    /// <summary>Stands wherever a name, an account number or a free text may stand.</summary>
    public const string Canary = "CANARY-Maria-Example";

    public static string Of(string version, decimal opening, params BankEntry[] entries) =>
        Of(version, opening, opening + entries.Sum(entry => entry.Amount), entries);

    public static string Of(string version, decimal opening, decimal closing, params BankEntry[] entries)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"{version}\">\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"<BkToCstmrStmt><GrpHdr><MsgId>{Canary}</MsgId></GrpHdr>\n<Stmt><Id>1</Id>\n"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"<Acct><Id><IBAN>{Canary}</IBAN></Id><Ownr><Nm>{Canary}</Nm></Ownr></Acct>\n"
        );
        text.Append(Balance("OPBD", opening)).Append(Balance("CLBD", closing));
        foreach (var entry in entries)
        {
            text.Append(entry.Xml(version == EighthVersion));
        }

        return text.Append("</Stmt></BkToCstmrStmt></Document>").ToString();
    }

    private static string Balance(string kind, decimal amount) =>
        $"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{BankEntry.Money(amount)}<Dt><Dt>2020-01-31</Dt></Dt></Bal>\n";
}

/// <summary>One entry of a statement.</summary>
internal sealed record BankEntry(string Number, string Day, decimal Amount, string Reference = "NOTPROVIDED")
{
    public string Status { get; init; } = "BOOK";

    public static string Money(decimal amount) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<Amt Ccy=\"USD\">{Math.Abs(amount):0.00}</Amt><CdtDbtInd>{(amount < 0 ? "DBIT" : "CRDT")}</CdtDbtInd>"
        );

    public string Xml(bool isEighth) =>
        $"""
            <Ntry>{Money(Amount)}<Sts>{(isEighth ? $"<Cd>{Status}</Cd>" : Status)}</Sts>
            <BookgDt><Dt>{Day}</Dt></BookgDt><ValDt><Dt>{Day}</Dt></ValDt><AcctSvcrRef>{Number}</AcctSvcrRef>
            <NtryDtls><TxDtls><Refs><EndToEndId>{Reference}</EndToEndId></Refs>
            <RltdPties><Dbtr><Nm>{BankStatementText.Canary}</Nm></Dbtr></RltdPties>
            <RmtInf><Ustrd>{BankStatementText.Canary}</Ustrd></RmtInf></TxDtls></NtryDtls>
            <AddtlNtryInf>{BankStatementText.Canary}</AddtlNtryInf></Ntry>

            """.ReplaceLineEndings("\n");
}
