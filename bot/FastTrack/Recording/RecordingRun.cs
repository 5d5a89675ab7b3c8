using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Recording;

/// <summary>
/// One engagement that is being recorded: what the bot knows of it, and what becomes known on the way. Ids are noted at once. That
/// somebody's tick was seen in Planner is noted only together with the engagement that it changes: noted earlier, a crash in between
/// would make the bot believe that the tick was its own.
/// </summary>
internal sealed class RecordingRun(IStore store, string tenantId, Engagement engagement, RecordingNote note)
{
    /// <summary>How an event of the history names Planner.</summary>
    public const string Planner = "planner";

    private readonly List<EngagementEvent> _events = [];
    private readonly Dictionary<string, TaskNote> _agreed = [];

    public string TenantId => tenantId;

    public Engagement Engagement { get; private set; } = engagement;

    /// <summary>As it is in the store.</summary>
    public RecordingNote Note { get; private set; } = note;

    /// <summary>The note is in the store when this returns.</summary>
    public async Task NoteAsync(RecordingNote changed, CancellationToken cancellationToken)
    {
        var session = new DocumentSession(store);
        await session.ReadAsync(RecordingNote.Kind, tenantId, Engagement.Id, cancellationToken);
        session.Save(RecordingNote.Kind, tenantId, Engagement.Id, changed);
        await store.CommitAsync(session.ToCommit(), cancellationToken);
        Note = changed;
    }

    /// <summary>What both sides say of an item now.</summary>
    public void Agree(string itemId, TaskNote agreed) => _agreed[itemId] = agreed;

    /// <summary>Something that a person did elsewhere, and what it makes of the item.</summary>
    public void Take(ChecklistItem item, EngagementEvent happened)
    {
        Engagement = Engagement with { Checklist = [.. Engagement.Checklist.Select(other => other.Id == item.Id ? item : other)] };
        _events.Add(happened);
    }

    /// <summary>Something that stood in Graph was gone, and stands there again.</summary>
    public void MadeAgain(string what, DateTimeOffset at) => _events.Add(new EngagementEvent(EventKind.RecordMadeAgain, new Person("", "FastTrackBot"), at, what));

    public async Task SaveAsync(DocumentSession documents, CancellationToken cancellationToken)
    {
        var agreed = _agreed.Where(task => Note.Tasks.GetValueOrDefault(task.Key) != task.Value).ToList();
        if (agreed.Count > 0)
        {
            await documents.ReadAsync(RecordingNote.Kind, tenantId, Engagement.Id, cancellationToken);
            documents.Save(RecordingNote.Kind, tenantId, Engagement.Id, agreed.Aggregate(Note, (whole, task) => whole.With(task.Key, task.Value)));
        }

        if (_events.Count > 0) EngagementDocument.Save(documents, tenantId, Engagement, _events);
    }
}
