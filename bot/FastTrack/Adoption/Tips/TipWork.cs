using System.Globalization;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Delivery;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Sends the tip of the week where it was asked for. Its key is the tenant and the engagement.</summary>
internal sealed class TipWork(IStore store, ProactiveSender sender, TipCard card, TimeProvider clock) : WorkKind(KindName)
{
    public const string KindName = "adoption-tip";

    /// <summary>After so many tries that failed for no fault of the place, the tip waits for the next week.</summary>
    private const int MostTries = 8;

    public override int Parallelism => 16;

    public static void Queue(DocumentSession documents, string tenantId, Engagement engagement, DateTimeOffset due) =>
        documents.Queue(KindName, $"{tenantId}/{engagement.Id}", due);

    public override async Task<WorkResult> DoAsync(WorkClaim claim, DocumentSession documents, CancellationToken cancellationToken)
    {
        var (tenant, id) = claim.TenantAndId();
        var given = await TipsDocument.ReadAsync(documents, tenant, id, cancellationToken);
        if (given.Place is not { } place || await documents.ReadAsync(EngagementDocument.Kind, tenant, id, cancellationToken) is not { } engagement) return WorkResult.Done;

        var (now, zone, book) = (clock.GetUtcNow(), TipPlaces.ZoneOf(engagement), TipBook.Current);
        // A closed one may be taken up again.
        if (!engagement.IsClosed && TipRules.IsTime(now, zone, given.LastSent, book) && await ChooseAsync(documents, tenant, engagement, given, cancellationToken) is { } chosen)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = TurnCulture.Of(place.Locale);
            var result = await sender.SendAsync(
                tenant, place.Installation, card.Fill(engagement, chosen, ofTheWeek: true), TipCard.TitleOf(engagement, ofTheWeek: true), cancellationToken);
            if (result.MayRetry && (result.Outcome == SendOutcome.Throttled || claim.Attempt < MostTries))
                return WorkResult.Again(result.Reason ?? "", result.Until is { } until ? until - now : null);
            await NoteAsync(new DocumentKey(TipsDocument.Kind.Name, tenant, id), fresh => After(fresh, chosen.Tip, result, now), cancellationToken);
            if (result.Outcome is SendOutcome.Blocked or SendOutcome.NotInstalled) return WorkResult.Done;
        }

        Queue(documents, tenant, engagement, TipRules.NextTime(now, zone, book));
        return WorkResult.Done;
    }

    private static async Task<ChosenTip?> ChooseAsync(DocumentSession documents, string tenant, Engagement engagement, TipsGiven given, CancellationToken cancellationToken)
    {
        var plan = await documents.ReadAsync(AdoptionDocument.Kind, tenant, engagement.Id, cancellationToken);
        var use = await UseDocument.ReadAsync(documents, tenant, engagement.Id, cancellationToken);
        return TipRules.Choose(engagement, plan?.Stage ?? AdoptionStage.Prepare, use, given, TipBook.Current);
    }

    /// <summary>Where the bot is no more, nothing more is sent. What may have arrived counts as given: the same tip twice is worse than none.</summary>
    private static TipsGiven After(TipsGiven given, Tip tip, SendResult result, DateTimeOffset now) => result.Outcome switch
    {
        SendOutcome.Blocked or SendOutcome.NotInstalled => given with { Place = null },
        _ when given.Has(tip.Id) => given with { LastSent = now },
        _ => given.With(tip.Id, now) with { LastSent = now },
    };

    /// <summary>In a commit of its own, again until it stands: what was sent is sent, whoever asked for a tip meanwhile.</summary>
    private async Task NoteAsync(DocumentKey key, Func<TipsGiven, TipsGiven> change, CancellationToken cancellationToken)
    {
        CommitResult result;
        do
        {
            var documents = new DocumentSession(store);
            documents.Save(TipsDocument.Kind, key.Partition, key.Id, change(await TipsDocument.ReadAsync(documents, key.Partition, key.Id, cancellationToken)));
            result = await store.CommitAsync(documents.ToCommit(), CancellationToken.None);
        }
        while (result.Outcome != CommitOutcome.Committed);
    }
}
