using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Retention;

/// <summary>People who have not written or pressed anything for long are forgotten as if they had asked for it.</summary>
internal sealed class UnseenPeople() : Expiry("people")
{
    private static readonly string People = Installation.OfPerson("");

    public override async Task<int> RunAsync(DocumentSweep sweep, ExpiryRun run, CancellationToken cancellationToken)
    {
        if (run.Keep.PersonDays <= 0) return 0;
        var today = DateOnly.FromDateTime(run.Now.UtcDateTime);
        await sweep.RunAsync(
            Installation.Kind,
            (key, installation) => IsPerson(key) && installation.SeenOn is null ? installation with { SeenOn = today } : installation,
            cancellationToken);

        List<DocumentKey> unseen = [];
        await foreach (var (key, installation) in sweep.ReadAsync(Installation.Kind, cancellationToken))
        {
            if (IsUnseen(key, installation, run)) unseen.Add(key);
        }

        var count = 0;
        foreach (var key in unseen)
        {
            if (await ForgetAsync(sweep, key, run, cancellationToken)) count++;
        }

        return count;
    }

    private static bool IsPerson(DocumentKey key) => key.Id.StartsWith(People, StringComparison.Ordinal);

    private static bool IsUnseen(DocumentKey key, Installation installation, ExpiryRun run) =>
        IsPerson(key) && installation.SeenOn is { } seen && run.IsOver(new DateTimeOffset(seen, TimeOnly.MinValue, TimeSpan.Zero), run.Keep.PersonDays);

    /// <summary>The way to the person goes, and in the same commit the rest is queued to go.</summary>
    private static async Task<bool> ForgetAsync(DocumentSweep sweep, DocumentKey key, ExpiryRun run, CancellationToken cancellationToken)
    {
        var documents = new DocumentSession(sweep.Store);
        var installation = await documents.ReadAsync(Installation.Kind, key.Partition, key.Id, cancellationToken);
        if (installation is null || !IsUnseen(key, installation, run)) return false;
        documents.Delete(Installation.Kind, key.Partition, key.Id);
        documents.Queue(ForgetPerson.Work, $"{key.Partition}/{key.Id[People.Length..]}", run.Now);
        return (await sweep.Store.CommitAsync(documents.ToCommit(), cancellationToken)).Outcome == CommitOutcome.Committed;
    }
}
