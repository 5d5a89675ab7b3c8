using System.Text.Json.Serialization;
using FastTrackBot.Platform.BotFramework.Schema;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Assessment;

/// <summary>The assessment that somebody asked for last: who is to see the result, and where.</summary>
/// <param name="FinishedAt">Null while it is under way.</param>
public sealed record AssessmentRun(string RunId, Person By, ConversationReference To, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt = null)
{
    /// <summary>There is one a tenant.</summary>
    internal const string Id = "latest";

    internal static readonly DocumentKind<AssessmentRun> Kind = new("assessment-run", () => AssessmentRunJson.Default.AssessmentRun);

    /// <summary>Longer than any takes: one that is not finished by then never will be.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public bool IsUnderWay(DateTimeOffset now) => FinishedAt is null && now - StartedAt < Longest;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssessmentRun))]
internal sealed partial class AssessmentRunJson : JsonSerializerContext;
