using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Platform.Graph;

/// <summary>How one call of a batch ended.</summary>
/// <param name="Failure">None: it was done.</param>
public sealed record GraphBatchAnswer(int Status, JsonElement Body, GraphException? Failure)
{
    /// <exception cref="GraphException">The call failed, or its answer could not be read.</exception>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        if (Failure is not null)
            throw Failure;
        try
        {
            return (Body.ValueKind == JsonValueKind.Undefined ? default : Body.Deserialize(type)) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException e)
        {
            throw GraphFailures.From(e, null)!;
        }
    }
}
