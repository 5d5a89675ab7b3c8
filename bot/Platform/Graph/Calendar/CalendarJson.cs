using System.Text.Json;
using System.Text.Json.Serialization;

namespace FastTrackBot.Platform.Graph.Calendar;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CalendarEvent))]
[JsonSerializable(typeof(GraphPage<CalendarEvent>), TypeInfoPropertyName = "EventPage")]
[JsonSerializable(typeof(NewCalendarEvent))]
[JsonSerializable(typeof(EventChange))]
[JsonSerializable(typeof(EventCancellation))]
[JsonSerializable(typeof(MailPerson))]
internal sealed partial class CalendarJson : JsonSerializerContext;
