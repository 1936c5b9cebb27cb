using System.Xml.Linq;

namespace Impact.Core.Tests.Releases.Exports;

/// <content>Rules of texts and results.</content>
internal static partial class IatiRules
{
    private static IEnumerable<IatiRule> Texts() =>
        [
            new(
                "4.1.1",
                Activity,
                "@*[name()='xml:lang'] or not(.//narrative[not(@*[name()='xml:lang'])])",
                one => one.Attribute(XNamespace.Xml + "lang")!.Remove()
            ),
            new(
                "7.8.1",
                Activity,
                "@default-currency or not(.//value[not(@currency)])",
                one => one.Attribute("default-currency")!.Remove()
            ),
            new("4.3.1", $"{Activity}//title", "narrative/text()", one => Element(one, "title").RemoveNodes()),
            new(
                "4.4.1",
                $"{Activity}//description",
                "narrative/text()",
                one => Element(one, "description").RemoveNodes()
            ),
        ];

    private static IEnumerable<IatiRule> Results() =>
        [
            new(
                "8.6.1",
                $"{Activity}/result/indicator/period",
                NotAfter("period-start/@iso-date", "period-end/@iso-date"),
                one => Found(one, "period/period-end").Attribute("iso-date")!.Value = "1999-01-01"
            ),
            new(
                "8.8.1",
                $"{Activity}/result/indicator[@measure!='5']/baseline",
                "@value",
                one => Found(one, "indicator").AddFirst(new XElement("baseline"))
            ),
            new(
                "8.8.2",
                $"{Activity}/result/indicator[@measure!='5']/baseline",
                "not(@value) or number(@value) = @value",
                one => Found(one, "indicator").AddFirst(new XElement("baseline", new XAttribute("value", "ten")))
            ),
            new(
                "8.8.3",
                $"{Activity}/result/indicator[@measure='5']/baseline",
                "not(@value)",
                one =>
                {
                    Found(one, "indicator").AddFirst(new XElement("baseline", new XAttribute("value", 1)));
                    Found(one, "indicator").SetAttributeValue("measure", 5);
                }
            ),
            new(
                "8.9.1",
                $"{Activity}/result/indicator[@measure!='5']/period/target",
                "@value",
                one => Found(one, "period/target").RemoveAttributes()
            ),
            new(
                "8.9.2",
                $"{Activity}/result/indicator[@measure!='5']/period/target",
                "not(@value) or number(@value) = @value",
                one => Found(one, "period/target").SetAttributeValue("value", "many")
            ),
            new(
                "8.9.3",
                $"{Activity}/result/indicator[@measure='5']/period/target",
                "not(@value)",
                one => Found(one, "indicator").SetAttributeValue("measure", 5)
            ),
            new(
                "8.10.1",
                $"{Activity}/result/indicator[@measure!='5']/period/actual",
                "@value",
                one => Found(one, "period/actual").RemoveAttributes()
            ),
            new(
                "8.10.2",
                $"{Activity}/result/indicator[@measure!='5']/period/actual",
                "not(@value) or number(@value) = @value",
                one => Found(one, "period/actual").SetAttributeValue("value", "1,000")
            ),
            new(
                "8.10.3",
                $"{Activity}/result/indicator[@measure='5']/period/actual",
                "not(@value)",
                one => Found(one, "indicator").SetAttributeValue("measure", 5)
            ),
            new(
                "8.11.1",
                $"{Activity}/result/indicator",
                "not(reference and ../reference)",
                one =>
                {
                    Found(one, "indicator").AddFirst(new XElement("reference"));
                    Found(one, "result").AddFirst(new XElement("reference"));
                }
            ),
        ];
}
