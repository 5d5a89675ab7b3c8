using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FastTrackBot.Platform;

/// <summary>A file of an operator's, whose faults are told in words.</summary>
public static class JsonFile
{
    /// <param name="setting">The setting that names the file, for the message.</param>
    /// <exception cref="InvalidDataException">The file is missing, may not be read, or is not what is expected.</exception>
    public static T Read<T>(string path, string setting, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize(file, type) ?? throw new InvalidDataException($"{setting}: {path} is empty.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{setting}: {path} cannot be read: {exception.Message}", exception);
        }
    }
}
