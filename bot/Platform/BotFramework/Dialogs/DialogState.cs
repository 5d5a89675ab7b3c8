using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.Platform.BotFramework.Dialogs;

/// <summary>Where a person stands in a conversation. It belongs to the person: in a group, everyone has their own.</summary>
/// <param name="Stack">The active dialog last; below it those that began it.</param>
public sealed record ConversationState(IReadOnlyList<DialogInstance> Stack)
{
    public static readonly ConversationState Empty = new([]);

    /// <summary>When it was first seen to rest; going on with the dialog clears it.</summary>
    public DateTimeOffset? Since { get; init; }

    internal static readonly DocumentKind<ConversationState> Kind = new("state", () => DialogJson.Default.ConversationState);
}

/// <param name="Dialog">The id of the dialog.</param>
/// <param name="Instance">Tells this run of the dialog from an earlier one, whose cards may still be around.</param>
/// <param name="Step">The name of the step that waits for its answer.</param>
/// <param name="State">The dialog's own state.</param>
public sealed record DialogInstance(string Dialog, string Instance, string Step, RawJson State);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(StepCardModel))]
[JsonSerializable(typeof(ShrunkCardModel))]
internal sealed partial class DialogJson : JsonSerializerContext;
