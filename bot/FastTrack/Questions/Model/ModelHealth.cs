using FastTrackBot.Platform;
using FastTrackBot.Platform.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>Tells how the last question went; asking for its own sake would only cost. Without the model people still get answers, so it is never down.</summary>
internal sealed class ModelHealth(ModelClient client, IOptions<ModelOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = client.State;
        return Task.FromResult(
            !options.Value.IsOn() ? HealthCheckResult.Healthy(Text.Health_ModelOff)
            : state.IsFailing ? HealthCheckResult.Degraded(Text.Health_ModelFailing.With(Days.Moment(state.LastFailure!.Value), state.Reason))
            : state.LastAnswer is { } last ? HealthCheckResult.Healthy(Text.Health_ModelWell.With(options.Value.Deployment, Days.Moment(last)))
            : HealthCheckResult.Healthy(Text.Health_ModelUnasked.With(options.Value.Deployment)));
    }
}
