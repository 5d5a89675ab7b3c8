using System.Text.Json;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The section <c>Assistance</c> of the settings.</summary>
public sealed class AssistanceOptions
{
    public const string Section = "Assistance";

    /// <summary>A JSON file with a partner's customers, <c>[{"name":"…","domain":"…","tpid":"…"}]</c>; empty: none are known, and they are typed.</summary>
    public string? CustomersFile { get; set; }
}

internal static class CustomerBookFile
{
    /// <exception cref="InvalidDataException">The file is there, but is no list of customers.</exception>
    public static CustomerBook Read(string? path)
    {
        if (string.IsNullOrEmpty(path)) return new CustomerBook([]);
        try
        {
            using var file = File.OpenRead(path);
            return new CustomerBook(JsonSerializer.Deserialize(file, AssistanceJson.Default.IReadOnlyListCustomer) ?? []);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{AssistanceOptions.Section}:CustomersFile {path} cannot be read: {exception.Message}", exception);
        }
    }
}
