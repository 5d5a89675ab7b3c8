using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph;

/// <summary>Source-generated JSON of Graph's resources.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GraphPage<Organization>), TypeInfoPropertyName = "OrganizationPage")]
[JsonSerializable(typeof(GraphPage<SubscribedSku>), TypeInfoPropertyName = "SubscribedSkuPage")]
[JsonSerializable(typeof(GraphPage<CompanySubscription>), TypeInfoPropertyName = "CompanySubscriptionPage")]
[JsonSerializable(typeof(GraphUser))]
public sealed partial class GraphJson : JsonSerializerContext;
