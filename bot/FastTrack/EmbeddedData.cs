using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.FastTrack;

/// <summary>Reads the dated data files that are embedded in the program, by their path below <c>bot/</c>.</summary>
internal static class EmbeddedData
{
    /// <exception cref="InvalidDataException">The file is missing, or is not what <typeparamref name="T"/> expects.</exception>
    public static T Read<T>(string path, JsonTypeInfo<T> type) where T : class
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidDataException($"{path} is not embedded in the program.");
        try
        {
            return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
