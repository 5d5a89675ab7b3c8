using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>A tip, why it works, and why it comes now.</summary>
internal sealed class TipCard(CardLibrary cards)
{
    /// <param name="ofTheWeek">It comes without anyone having asked, and can be stopped.</param>
    /// <param name="taken">Who takes it up; null: nobody yet.</param>
    public RawJson Fill(Engagement engagement, ChosenTip chosen, bool ofTheWeek, Person? taken = null)
    {
        var tip = chosen.Tip;
        var model = new TipModel(
            Words.Language, TitleOf(engagement, ofTheWeek),
            Text.About.With(tip.Workload is { } workload ? Names.OfWorkload(workload) : Text.AllServices, Names.Of(chosen.Stage)),
            WordsOf(tip), Text.ResourceManager.Named($"Reason_{tip.Reason}"), [.. Because(chosen)],
            tip.Source.Date is { } date ? Text.SourceOf.With(tip.Source.Title, date.Format(CultureInfo.CurrentCulture)) : Text.SourceUndated.With(tip.Source.Title),
            taken is null ? null : Text.TakenUpBy.With(UserText.Escape(taken.Name)),
            engagement.Id, tip.Id, taken is null, ofTheWeek,
            new TipLabels(Text.Label_Why, Text.Label_Because, Text.Button_TakeUp, Text.Button_Another, Text.Button_Stop, Text.Button_Adoption));
        return new RawJson(cards["Adoption/Tip"].Fill(model, TipsJson.Default.TipModel));
    }

    public static string TitleOf(Engagement engagement, bool ofTheWeek) => ofTheWeek ? Text.TitleWeek.With(UserText.Escape(engagement.Organisation)) : Text.Title;

    public static string WordsOf(Tip tip) => Text.ResourceManager.Named($"Tip_{tip.Id}");

    private static IEnumerable<string> Because(ChosenTip chosen)
    {
        yield return Text.Because_Stage.With(Names.Of(chosen.Stage));
        if (!chosen.Tip.AsksForFigures || chosen.Use is not { } use) yield break;
        var name = use.Now.Workload.Length == 0 ? Text.AllServices : Names.OfWorkload(use.Now.Workload);
        if (chosen.Tip.Below is { } below) yield return Text.Because_Below.With(name, use.Now.Percent, below);
        if (chosen.Tip.AtLeast is { } least) yield return Text.Because_AtLeast.With(name, use.Now.Percent, least);
        if (chosen.Tip.Change == UseTrend.Falling) yield return Text.Because_Falling.With(name, -use.Difference);
        if (chosen.Tip.Change == UseTrend.Flat) yield return Text.Because_Flat.With(name);
    }
}

/// <summary>The data of the template <c>Adoption/Tip</c>.</summary>
internal sealed record TipModel(
    string Lang, string Title, string About, string Tip, string Why, IReadOnlyList<string> Because, string Source, string? Taken,
    string Engagement, string Id, bool MayTakeUp, bool MayStop, TipLabels Labels);

internal sealed record TipLabels(string Why, string Because, string TakeUp, string Another, string Stop, string Adoption);
