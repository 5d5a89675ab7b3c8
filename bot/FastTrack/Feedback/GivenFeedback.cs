using System.Text.Json.Serialization;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Feedback;

/// <summary>Whether something helped somebody. A person has one say on each subject; a later one takes the place of the earlier.</summary>
/// <param name="Kind">As <see cref="FeedbackKind"/> names it.</param>
/// <param name="Subject">What it is about, among its kind.</param>
/// <param name="Word">A word on why.</param>
internal sealed record GivenFeedback(string Kind, string Subject, Person By, bool Helpful, string? Word, DateTimeOffset At);

/// <summary>How feedback is stored: in the tenant's partition, by subject and person.</summary>
internal static class FeedbackDocument
{
    public static readonly DocumentKind<GivenFeedback> Kind = new("feedback", () => FeedbackJson.Default.GivenFeedback);

    public static string Id(string kind, string subject, string objectId) => $"{kind}|{subject}|{objectId}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GivenFeedback))]
[JsonSerializable(typeof(FeedbackModel))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
