using System.Xml.Linq;

namespace Impact.Core.Tests.Releases.Exports;

/// <content>Rules of sectors, aid types and places.</content>
internal static partial class IatiRules
{
    private static IEnumerable<IatiRule> Classifications() =>
        [
            new("6.2.2", Activity, "sector or transaction/sector", one => Element(one, "sector").Remove()),
            new(
                "6.6.2",
                Activity,
                "not(sector) or not(transaction/sector)",
                one => Element(one, "transaction").Add(new XElement("sector"))
            ),
            new(
                "6.7.2",
                Activity,
                "sector or not(transaction/sector) or not(transaction[not(sector)])",
                one => MoveToFirst(one, "sector")
            ),
            new(
                "102.1.1",
                Activity,
                $"not(sector) or {Dac}",
                one => Attribute(one, "sector", "vocabulary").Value = "99"
            ),
            new(
                "2.1.1",
                Activity,
                $"count({Dac}) <= 1 or count({Dac}) = count({Dac}/@percentage)",
                one => one.Add(new XElement(Element(one, "sector")))
            ),
            new(
                "2.1.2",
                Activity,
                $"count({Dac}/@percentage) <= 1 or sum({Dac}/@percentage) = 100",
                one => Share(one, "sector", 60, 50)
            ),
            new(
                "2.1.4",
                Activity,
                $"count({Dac}) != 1 or not({Dac}/@percentage) or {Dac}/@percentage = 100",
                one => Element(one, "sector").SetAttributeValue("percentage", 99)
            ),
            new("12.3.1", Activity, "not(sector/@percentage[. < 0 or . > 100])", one => Share(one, "sector", 101, -1)),
            new(
                "2.2.1",
                Activity,
                "count(sector[@vocabulary=98 or @vocabulary=99]/narrative) >= count(sector[@vocabulary=98 or @vocabulary=99])",
                one => one.Add(new XElement("sector", new XAttribute("vocabulary", 99)))
            ),
            new(
                "107.1.1",
                Activity,
                $"not(default-aid-type) or default-{Aid}",
                one => Element(one, "default-aid-type").SetAttributeValue("vocabulary", 4)
            ),
            new(
                "107.1.2",
                Activity,
                $"count(default-{Aid}) <= 1",
                one => one.Add(new XElement(Element(one, "default-aid-type")))
            ),
            new(
                "107.2.1",
                Activity,
                $"not(transaction/aid-type) or transaction/{Aid}",
                one => Element(one, "transaction").Add(new XElement("aid-type", new XAttribute("vocabulary", 2)))
            ),
            new(
                "107.2.2",
                $"{Activity}/transaction",
                $"count({Aid}) <= 1",
                one => Element(one, "transaction").Add(new XElement("aid-type"), new XElement("aid-type"))
            ),
        ];

    private static IEnumerable<IatiRule> Places() =>
        [
            new(
                "3.6.2",
                Activity,
                "not(recipient-country or recipient-region) or not(transaction/recipient-country or transaction/recipient-region)",
                one => Element(one, "transaction").Add(new XElement("recipient-country"))
            ),
            new(
                "3.7.1",
                Activity,
                "recipient-country or recipient-region or transaction[recipient-country or recipient-region]",
                one => Element(one, "recipient-region").Remove()
            ),
            new(
                "3.7.2",
                Activity,
                "recipient-country or recipient-region or not(transaction[not(recipient-country or recipient-region)])",
                one => MoveToFirst(one, "recipient-region")
            ),
            new(
                "3.1.1",
                Activity,
                "count(recipient-country) <= 1 or recipient-region or count(recipient-country) = count(recipient-country/@percentage)",
                one => Countries(one, null, null)
            ),
            new(
                "3.1.2",
                Activity,
                "count(recipient-country) <= 1 or recipient-region or sum(recipient-country/@percentage) = 100",
                one => Countries(one, 60, 50)
            ),
            new(
                "3.1.4",
                Activity,
                "count(recipient-country) != 1 or recipient-region or not(recipient-country/@percentage) or recipient-country/@percentage = 100",
                one => OneCountry(one)
            ),
            new(
                "3.4.1",
                Activity,
                "count(recipient-region) <= 1 or count(recipient-region) = count(recipient-region/@percentage)",
                one => one.Add(new XElement(Element(one, "recipient-region")))
            ),
            new(
                "3.4.2",
                Activity,
                "count(recipient-region) = 0 or count(recipient-region) + count(recipient-country) <= 1 or sum(recipient-region/@percentage) + sum(recipient-country/@percentage) = 100",
                one => Share(one, "recipient-region", 70, 40)
            ),
            new(
                "3.4.4",
                Activity,
                "count(recipient-region) != 1 or recipient-country or not(recipient-region/@percentage) or recipient-region/@percentage = 100",
                one => Element(one, "recipient-region").SetAttributeValue("percentage", 99)
            ),
            new(
                "12.1.1",
                Activity,
                "not((recipient-country/@percentage | recipient-region/@percentage)[. < 0 or . > 100])",
                one => Share(one, "recipient-region", 101, -1)
            ),
        ];
}
