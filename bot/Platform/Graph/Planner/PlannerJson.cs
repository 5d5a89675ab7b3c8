using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Planner;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlannerPlan))]
[JsonSerializable(typeof(NewPlannerPlan))]
[JsonSerializable(typeof(GraphPage<PlannerPlan>), TypeInfoPropertyName = "PlanPage")]
[JsonSerializable(typeof(PlannerBucket))]
[JsonSerializable(typeof(NewPlannerBucket))]
[JsonSerializable(typeof(GraphPage<PlannerBucket>), TypeInfoPropertyName = "BucketPage")]
[JsonSerializable(typeof(PlannerTask))]
[JsonSerializable(typeof(NewPlannerTask))]
[JsonSerializable(typeof(PlannerTaskChange))]
[JsonSerializable(typeof(GraphPage<PlannerTask>), TypeInfoPropertyName = "TaskPage")]
[JsonSerializable(typeof(PlannerTaskDetails))]
[JsonSerializable(typeof(PlannerTaskDetailsChange))]
internal sealed partial class PlannerJson : JsonSerializerContext;
