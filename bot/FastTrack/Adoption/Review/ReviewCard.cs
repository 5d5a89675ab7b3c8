using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption.Review;

/// <summary>The success review on a card.</summary>
internal sealed class ReviewCard(CardLibrary cards)
{
    public RawJson Fill(Engagement engagement, ReviewView view)
    {
        var model = new ReviewModel(
            Words.Language, view.Organisation, Text.ReviewTitle, view.State,
            [
                .. view.Sections.Where(section => section.Lines.Count > 0)
                    .Select(section => new ReviewPart(section.Title, [.. section.Lines.Select(line => new UserText(line))])),
            ],
            engagement.Id, new ReviewLabels(Text.Button_File, Text.Button_Back));
        return new RawJson(cards["Adoption/Review"].Fill(model, ReviewJson.Default.ReviewModel));
    }
}

/// <summary>Shows it.</summary>
internal sealed class ReviewShow(EngagementAccess access, ReviewCard card) : EngagementVerb("adoption.review", Right.See, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(await ReviewView.ReadAsync(turn.Documents, turn.TenantId, engagement, cancellationToken) is { } view
            ? InvokeResponse.Card(card.Fill(engagement, view))
            : InvokeResponse.Notice(Text.NotBegun.With(engagement.Owner.Name)));
}

/// <summary>The data of the template <c>Adoption/Review</c>.</summary>
internal sealed record ReviewModel(string Lang, UserText Organisation, string Title, string State, IReadOnlyList<ReviewPart> Sections, string Engagement, ReviewLabels Labels);

internal sealed record ReviewPart(string Title, IReadOnlyList<UserText> Lines);

internal sealed record ReviewLabels(string File, string Back);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewModel))]
internal sealed partial class ReviewJson : JsonSerializerContext;
