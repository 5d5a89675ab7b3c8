namespace FastTrackBot.FastTrack.Questions.Knowledge;

/// <summary>Reads the texts while the bot already takes requests, and says what is wrong with them.</summary>
internal sealed class KnowledgeStart(KnowledgeIndex index, ILogger<KnowledgeStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        foreach (var fault in index.Faults) Log.PackFaulty(logger, fault.File, fault.Line, fault.What);
        Log.PackRead(logger, index.Counts.Values.Sum(), index.Counts.Count);
    }
}
