using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Tags;

/// <summary>Engagements in rows, with what they can be chosen by.</summary>
public sealed class EngagementsCard(CardLibrary cards)
{
    /// <summary>More rows would come near Teams' limit of 28 KB; whoever has more filters.</summary>
    private const int MaximumRows = 20;

    public RawJson Fill(IReadOnlyList<Engagement> engagements, EngagementFilter filter)
    {
        var fitting = engagements.Where(engagement => TagRules.Fits(engagement, filter.Motion, filter.Tag, filter.Phase)).ToList();
        Choice all = new("", Text.All);
        var model = new EngagementsCardModel(
            Words.Language,
            Text.EngagementsTitle,
            Text.Fitting.With(fitting.Count, engagements.Count),
            [.. fitting.Take(MaximumRows).Select(Row)],
            new FilterValues(filter.Motion ?? "", filter.Tag ?? "", filter.Phase?.ToString() ?? ""),
            [all, .. TagChoices.Motions],
            [all, .. TagChoices.Tags],
            [all, .. Enum.GetValues<Phase>().Select(phase => new Choice(phase.ToString(), Names.Of(phase)))],
            new FilterLabels(Text.Label_Motion, Text.Label_Tag, Text.Label_Phase, Text.Button_Filter, Text.Open));
        return new RawJson(cards["Tags/Engagements"].Fill(model, TagsJson.Default.EngagementsCardModel));
    }

    private static EngagementRow Row(Engagement engagement) => new(
        engagement.Id,
        engagement.Organisation,
        string.Join(" · ", engagement.Approaches.Select(TagName).Prepend(Names.OfMotion(engagement.Motion)).Prepend(engagement.IsClosed ? Text.Closed : Names.Of(engagement.Phase))));

    private static string TagName(string id) => Phases.Approaches.Ids.Contains(id) ? Names.OfApproach(id) : Names.OfVariant(id);
}

/// <summary>The data of the template <c>Tags/Engagements</c>.</summary>
internal sealed record EngagementsCardModel(
    string Lang, string Title, string Count, IReadOnlyList<EngagementRow> Engagements, FilterValues Values,
    IReadOnlyList<Choice> Motions, IReadOnlyList<Choice> Tags, IReadOnlyList<Choice> Phases, FilterLabels Labels);

internal sealed record EngagementRow(string Id, UserText Organisation, string About);

internal sealed record FilterValues(string Motion, string Tag, string Phase);

internal sealed record FilterLabels(string Motion, string Tag, string Phase, string Filter, string Open);
