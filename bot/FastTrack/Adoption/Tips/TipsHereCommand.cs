using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.FastTrack.Commands;
using FastTrackBot.FastTrack.Welcome;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary><em>tips here</em>: the group chat or channel gets a tip every week. In a linked channel it is about that channel's engagement.</summary>
internal sealed class TipsHereCommand(EngagementGate gate, Notice notice) : Command("tips-here", Text.ResourceManager, nameof(Text.PhrasesTipsHere))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (turn.IsPersonal) notice.Show(turn, Text.Title, Text.PersonalOnly);
        else if (await TipPlaces.OpenAsync(turn, gate, arguments, cancellationToken) is { } engagement) await BeginAsync(turn, engagement, cancellationToken);
    }

    private async ValueTask BeginAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var data = turn.Activity.ChannelData;
        var name = data?.Team is null ? Text.GroupChat : string.Join(" › ", new[] { data.Team.Name, data.Channel?.Name }.OfType<string>());
        var place = new TipPlace(Installation.OfPlace(turn.Conversation.ConversationId), name, turn.Culture.Name, turn.Person());
        await TipPlaces.SetAsync(turn, engagement, place, cancellationToken);
        var (book, zone) = (TipBook.Current, TipPlaces.ZoneOf(engagement));
        TipWork.Queue(turn.Documents, turn.TenantId, engagement, TipRules.NextTime(turn.Clock.GetUtcNow(), zone, book));
        var day = turn.Culture.DateTimeFormat.GetDayName(book.Day);
        notice.Show(turn, Text.Title, Text.FromNowOn.With(day, book.Morning.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), zone));
    }
}

/// <summary><em>no tips here</em>.</summary>
internal sealed class NoTipsHereCommand(EngagementGate gate, Notice notice) : Command("no-tips-here", Text.ResourceManager, nameof(Text.PhrasesNoTipsHere))
{
    public override async ValueTask RunAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var turn = dialogs.Turn;
        if (await TipPlaces.OpenAsync(turn, gate, arguments, cancellationToken) is not { } engagement) return;
        notice.Show(turn, Text.Title, await TipPlaces.EndAsync(turn, engagement, cancellationToken) ? Text.NoMore : Text.NoneCome);
    }
}

/// <summary>The same on the card of a tip.</summary>
internal sealed class TipsStop(EngagementAccess access) : EngagementVerb("tip.stop", Right.PlanCheckpoints, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken) =>
        turn.Respond(InvokeResponse.Notice(await TipPlaces.EndAsync(turn, engagement, cancellationToken) ? Text.NoMore : Text.NoneCome));
}

/// <summary>Where the tip of the week goes.</summary>
internal static class TipPlaces
{
    /// <summary>The weekday and hour count where the engagement's people are.</summary>
    public static string ZoneOf(Engagement engagement) => engagement.TimeZone ?? "UTC";

    public static async ValueTask<Engagement?> OpenAsync(
        TurnContext turn, EngagementGate gate, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var linked = turn.IsPersonal ? null : await ChannelLinks.EngagementOfAsync(turn.Documents, turn.TenantId, turn.Conversation.ConversationId, cancellationToken);
        return await gate.OpenAsync(turn, linked ?? arguments.GetValueOrDefault(EngagementVerb.Argument), Right.PlanCheckpoints, cancellationToken);
    }

    /// <param name="place">Null: nowhere any more.</param>
    public static async ValueTask SetAsync(TurnContext turn, Engagement engagement, TipPlace? place, CancellationToken cancellationToken)
    {
        var given = await TipsDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        var (kind, name) = place is null ? (EventKind.TipsNotHere, given.Place?.Name) : (EventKind.TipsHere, place.Name);
        EngagementDocument.Save(turn.Documents, turn.TenantId, engagement, new EngagementEvent(kind, turn.Person(), turn.Clock.GetUtcNow(), name));
        turn.Documents.Save(TipsDocument.Kind, turn.TenantId, engagement.Id, given with { Place = place });
    }

    /// <returns>False where none came.</returns>
    public static async ValueTask<bool> EndAsync(TurnContext turn, Engagement engagement, CancellationToken cancellationToken)
    {
        var given = await TipsDocument.ReadAsync(turn.Documents, turn.TenantId, engagement.Id, cancellationToken);
        if (given.Place is null) return false;
        await SetAsync(turn, engagement, null, cancellationToken);
        return true;
    }
}
