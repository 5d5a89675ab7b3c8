using FastTrackBot.Benchmarks.Load;
using FastTrackBot.Benchmarks.Measure;
using FastTrackBot.Benchmarks.Reminders;
using FastTrackBot.Benchmarks.Targets;

// The parts that have to be processes of their own; everything else measures.
await (args switch
{
    ["stub"] => StubConnector.RunAsync(),
    ["bare", var samples, var database, var serviceUrl] => BareEndpoint.RunAsync(samples, database, serviceUrl),
    ["bare-reminders", var provider, var place, var serviceUrl, var ahead] => BareReminders.RunAsync(provider, place, serviceUrl, ahead),
    ["load", var order] => LoadGenerator.RunAsync(order),
    _ => Suite.RunAsync(BenchmarkOptions.Parse(args)),
});
