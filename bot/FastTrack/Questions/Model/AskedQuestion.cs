using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>A question that waits for its answer. It is gone as soon as that was sent.</summary>
/// <param name="Activity">As it came, so that the answer is given with the rights of whoever asked, and to nobody else.</param>
/// <param name="Until">When the answer from the texts comes instead.</param>
internal sealed record AskedQuestion(Activity Activity, string Question, DateTimeOffset Until)
{
    /// <summary>The message that an attempt to answer has begun; the answer takes its place.</summary>
    public string? StreamId { get; init; }
}

/// <summary>How many questions of a person went to the model on the last day on which one did.</summary>
internal sealed record ModelUse(DateOnly Day, int Questions);

/// <summary>How both are stored: in the tenant's partition, by conversation and activity, and by person.</summary>
internal static class ModelDocuments
{
    public static readonly DocumentKind<AskedQuestion> Asked = new("asked", () => ModelDocumentJson.Default.AskedQuestion);

    public static readonly DocumentKind<ModelUse> Use = new("modeluse", () => ModelDocumentJson.Default.ModelUse);

    public static string IdOf(TurnContext asker) => $"{asker.Conversation.ConversationId}|{asker.Activity.Id}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AskedQuestion))]
[JsonSerializable(typeof(ModelUse))]
internal sealed partial class ModelDocumentJson : JsonSerializerContext;
