using Impact.Core.Catalogue;
using Impact.Core.Charts.Figures;
using Impact.Core.Charts.House;
using SkiaSharp;

namespace Impact.Core.Charts.Words;

/// <summary>The flows of money in words and in colour, the same in every picture.</summary>
internal static class Flows
{
    /// <summary>A flow beside its mark.</summary>
    public static string Name(MoneyFlow flow, Language language) =>
        flow switch
        {
            MoneyFlow.Received => language.Pick("Received", "Recibido"),
            MoneyFlow.Allocated => language.Pick("Allocated to partners", "Asignado a las organizaciones"),
            MoneyFlow.Sent => language.Pick("Sent to partners", "Enviado a las organizaciones"),
            _ => language.Pick("Spent by partners", "Gastado por las organizaciones"),
        };

    /// <summary>A flow in one word, where it is clear whose it is.</summary>
    public static string Word(MoneyFlow flow, Language language) =>
        flow switch
        {
            MoneyFlow.Received => language.Pick("received", "recibido"),
            MoneyFlow.Allocated => language.Pick("allocated", "asignado"),
            MoneyFlow.Sent => language.Pick("sent", "enviado"),
            _ => language.Pick("spent", "gastado"),
        };

    /// <summary>The colour of its mark.</summary>
    public static SKColor Colour(MoneyFlow flow) =>
        flow switch
        {
            MoneyFlow.Received => HouseStyle.Ink,
            MoneyFlow.Allocated => HouseStyle.AccentQuiet,
            MoneyFlow.Sent => HouseStyle.Accent,
            _ => HouseStyle.Warm,
        };

    /// <summary>The colour of words about it: quiet marks have words in the secondary ink.</summary>
    public static SKColor TextColour(MoneyFlow flow) =>
        flow == MoneyFlow.Allocated ? HouseStyle.Secondary : Colour(flow);
}
