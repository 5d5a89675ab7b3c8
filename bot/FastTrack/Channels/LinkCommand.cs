using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Channels;

/// <summary><em>link this channel</em>: to the one engagement that the person leads, or to one that is then chosen.</summary>
public sealed class LinkCommand(ChannelLinking linking, CardLibrary cards, Notice notice)
    : Command("link", Text.ResourceManager, nameof(Text.PhrasesLink))
{
    /// <summary>Whoever leads more names the newest.</summary>
    private const int MostChoices = 25;

    public override async ValueTask RunAsync(
        DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (turn.Conversation.ConversationType != ConversationTypes.Channel)
        {
            notice.Show(turn, Text.Title, Text.ChannelsOnly);
            return;
        }

        switch (await linking.ChoicesAsync(turn, cancellationToken))
        {
            case []:
                notice.Show(turn, Text.Title, Text.NothingToLink);
                break;
            case [var only]:
                await linking.LinkAsync(turn, only, cancellationToken);
                break;
            case var several:
                Ask(turn, several);
                break;
        }
    }

    private void Ask(TurnContext turn, IReadOnlyList<Engagement> engagements)
    {
        var model = new LinkCardModel(
            Words.Language, Text.Title, Text.Which, engagements[0].Id,
            [.. engagements.Take(MostChoices).Select(one => new Choice(one.Id, UserText.Escape(one.Organisation)))], Text.Button_Link);
        turn.Reply(new RawJson(cards["Channels/Link"].Fill(model, LinkJson.Default.LinkCardModel)), Text.Title);
    }
}

/// <summary>The engagement was chosen.</summary>
public sealed class LinkVerb(EngagementAccess access, ChannelLinking linking) : EngagementVerb("channel.link", Right.ManageTeam, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        if (turn.Conversation.ConversationType != ConversationTypes.Channel)
        {
            turn.Respond(InvokeResponse.Notice(Text.ChannelsOnly));
            return;
        }

        await linking.LinkAsync(turn, engagement, cancellationToken);
        turn.Respond(InvokeResponse.Notice(Text.Linked.With(engagement.Organisation)));
    }
}

/// <summary>The data of the template <c>Channels/Link</c>.</summary>
internal sealed record LinkCardModel(string Lang, string Title, string Label, string Value, IReadOnlyList<Choice> Engagements, string Button);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LinkCardModel))]
internal sealed partial class LinkJson : JsonSerializerContext;
