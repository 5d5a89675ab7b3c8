using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.SharePoint;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Site))]
[JsonSerializable(typeof(NewList))]
[JsonSerializable(typeof(SharePointList))]
[JsonSerializable(typeof(GraphPage<SharePointList>), TypeInfoPropertyName = "ListPage")]
[JsonSerializable(typeof(ListItem))]
[JsonSerializable(typeof(NewListItem))]
[JsonSerializable(typeof(GraphPage<ListItem>), TypeInfoPropertyName = "ItemPage")]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class SharePointJson : JsonSerializerContext;
