using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Tags;

/// <summary>What brought an engagement to FastTrack, and what it aims at: for FastTrack's own people.</summary>
public sealed class TagsCard(CardLibrary cards)
{
    public RawJson Fill(Engagement engagement, string? notice = null)
    {
        var model = new TagsCardModel(
            Words.Language, engagement.Organisation, Text.Title, notice, engagement.Id,
            engagement.Motion, string.Join(',', engagement.Approaches), TagChoices.Motions, TagChoices.Tags,
            new TagsLabels(Text.Label_Motion, Text.Label_Tags, Text.Button_Save));
        return new RawJson(cards["Tags/Tags"].Fill(model, TagsJson.Default.TagsCardModel));
    }
}

internal static class TagChoices
{
    public static IReadOnlyList<Choice> Motions => [.. Phases.Motions.Select(motion => new Choice(motion.Id, Names.OfMotion(motion.Id)))];

    public static IReadOnlyList<Choice> Tags =>
    [
        .. Phases.Approaches.Ids.Select(id => new Choice(id, Names.OfApproach(id))),
        .. Phases.Variants.Ids.Select(id => new Choice(id, Names.OfVariant(id))),
    ];
}

/// <summary>The data of the template <c>Tags/Tags</c>.</summary>
internal sealed record TagsCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Engagement, string Motion, string Tagged,
    IReadOnlyList<Choice> Motions, IReadOnlyList<Choice> Tags, TagsLabels Labels);

internal sealed record TagsLabels(string Motion, string Tags, string Save);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TagsCardModel))]
[JsonSerializable(typeof(EngagementsCardModel))]
internal sealed partial class TagsJson : JsonSerializerContext;
