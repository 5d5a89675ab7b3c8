using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Questions.Knowledge;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Questions;

/// <summary>Who can help where the bot cannot: the people of the person's own engagement, where there is one.</summary>
public sealed class WhomToAsk(EngagementAccess access)
{
    public async ValueTask<string> SayAsync(TurnContext turn, AskWhom? ask, CancellationToken cancellationToken) => ask switch
    {
        AskWhom.Admin => Text.Ask_Admin,
        AskWhom.Operator => Text.Ask_Operator,
        AskWhom.Legal => Text.Ask_Legal,
        AskWhom.Lead => Lead(turn, await EngagementAsync(turn, cancellationToken)) ?? Text.Ask_FastTrack,
        _ => Guide(turn, await EngagementAsync(turn, cancellationToken)) ?? Text.Ask_FastTrack,
    };

    /// <summary>In a group, names out of somebody's engagement are not for all who read along.</summary>
    private async ValueTask<Engagement?> EngagementAsync(TurnContext turn, CancellationToken cancellationToken) =>
        turn.IsPersonal ? await access.FindOrNewestAsync(turn, null, cancellationToken) : null;

    private static string? Guide(TurnContext turn, Engagement? engagement)
    {
        var guides = engagement?.Team.Where(member => member.Role is Role.Specialist or Role.Partner && !IsSender(turn, member.Person))
            .Select(member => UserText.Escape(member.Person.Name)).ToList();
        return guides is { Count: > 0 } ? Text.Ask_Guides.With(string.Join(Text.Comma, guides)) : Lead(turn, engagement);
    }

    private static string? Lead(TurnContext turn, Engagement? engagement) =>
        engagement is null || IsSender(turn, engagement.Owner) ? null : Text.Ask_Lead.With(UserText.Escape(engagement.Owner.Name));

    private static bool IsSender(TurnContext turn, Person person) => string.Equals(person.ObjectId, turn.Sender.ObjectId, StringComparison.OrdinalIgnoreCase);
}
