using FastTrackBot.Platform.BotFramework.Turns;

namespace FastTrackBot.FastTrack.Checkpoints;

/// <summary>Gathers what a meeting should talk about from what every capability knows to be open.</summary>
internal sealed class Agendas(IEnumerable<ExitCheck> checks)
{
    public async ValueTask<IReadOnlyList<string>> OfAsync(
        TurnContext turn, Engagement engagement, IReadOnlyList<Checkpoint> all, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        if (!checkpoint.IsAhead) return [];
        var plan = await turn.Documents.ReadAsync(RemediationDocument.Kind, turn.TenantId, engagement.Id, cancellationToken);
        List<string> conditions = [];
        foreach (var check in checks.Where(check => Phases.Of(engagement.Phase).Exit.Ids.Contains(check.Condition)))
        {
            if (await check.OpenAsync(turn.Documents, turn.TenantId, engagement, cancellationToken) is { } open) conditions.Add(open);
        }

        return CheckpointWords.Of(AgendaRules.Of(engagement, plan, conditions, all, DateOnly.FromDateTime(checkpoint.LocalStart)));
    }
}
