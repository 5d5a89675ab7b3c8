using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>
/// By which parts of a licence a service can be used: data, not code. Government and education variants begin with the same name, so that the beginning
/// counts. Services that hang on no plan of a person's own are not listed.
/// </summary>
public static class ServicePlans
{
    private static readonly Dictionary<string, IReadOnlyList<string>> ByWorkload =
        EmbeddedData.Read("FastTrack/Enablement/Pilot/Data/service-plans.json", ServicePlanJson.Default.ServicePlanFile)
            .Services.ToDictionary(service => service.Workload, service => service.Plans, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Workloads => ByWorkload.Keys;

    /// <summary>Whether somebody who holds these plans can use the service; true where the data cannot tell.</summary>
    public static bool Serve(string workload, IReadOnlyCollection<string> held) =>
        !ByWorkload.TryGetValue(workload, out var plans) || plans.Any(plan => held.Any(name => name.StartsWith(plan, StringComparison.OrdinalIgnoreCase)));
}

internal sealed record ServicePlanFile(Source Source, IReadOnlyList<ServicePlanNames> Services);

internal sealed record ServicePlanNames(string Workload, IReadOnlyList<string> Plans);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ServicePlanFile))]
internal sealed partial class ServicePlanJson : JsonSerializerContext;
