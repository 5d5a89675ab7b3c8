using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Tenant;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(GraphPage<TenantUser>), TypeInfoPropertyName = "UserPage")]
[JsonSerializable(typeof(GraphPage<TenantDomain>), TypeInfoPropertyName = "DomainPage")]
[JsonSerializable(typeof(GraphPage<DomainDnsRecord>), TypeInfoPropertyName = "DnsRecordPage")]
[JsonSerializable(typeof(GraphPage<ConditionalAccessPolicy>), TypeInfoPropertyName = "PolicyPage")]
[JsonSerializable(typeof(GraphPage<RoleAssignment>), TypeInfoPropertyName = "RoleAssignmentPage")]
[JsonSerializable(typeof(GraphPage<SecureScore>), TypeInfoPropertyName = "SecureScorePage")]
[JsonSerializable(typeof(GraphPage<SecureScoreControlProfile>), TypeInfoPropertyName = "ControlProfilePage")]
[JsonSerializable(typeof(GraphPage<ServiceIssue>), TypeInfoPropertyName = "IssuePage")]
[JsonSerializable(typeof(SecurityDefaults))]
[JsonSerializable(typeof(ReportSettings))]
internal sealed partial class TenantJson : JsonSerializerContext;
