using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Forgetting;

/// <summary>What is kept of a person: what would be erased, and what would stay, with the reason.</summary>
internal sealed class ForgetCard(CardLibrary cards)
{
    public RawJson Fill(IReadOnlyList<KeptData> kept)
    {
        var model = new ForgetCardModel(
            Words.Language, Text.Title, Text.Intro,
            [.. kept.Where(data => data.Stays is null).Select(data => data.What)],
            [.. kept.Where(data => data.Stays is not null).Select(data => new StayingData(data.What, data.Stays!))],
            Text.Consequence, new ForgetLabels(Text.Label_Erased, Text.Label_Stays, Text.Button_Forget));
        return new RawJson(cards["Forgetting/Forget"].Fill(model, ForgettingJson.Default.ForgetCardModel));
    }
}

/// <summary>The data of the template <c>Forgetting/Forget</c>.</summary>
internal sealed record ForgetCardModel(
    string Lang, string Title, string Intro, IReadOnlyList<string> Erased, IReadOnlyList<StayingData> Stays, string Consequence, ForgetLabels Labels);

internal sealed record StayingData(string What, string Why);

internal sealed record ForgetLabels(string Erased, string Stays, string Forget);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ForgetCardModel))]
internal sealed partial class ForgettingJson : JsonSerializerContext;
