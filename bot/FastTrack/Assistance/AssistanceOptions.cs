using FastTrackBot.Platform;

namespace FastTrackBot.FastTrack.Assistance;

/// <summary>The section <c>Assistance</c> of the settings.</summary>
public sealed class AssistanceOptions
{
    public const string Section = "Assistance";

    /// <summary>A JSON file with a partner's customers, <c>[{"name":"…","domain":"…","tpid":"…"}]</c>; empty: none are known, and they are typed.</summary>
    public string? CustomersFile { get; set; }

    /// <exception cref="InvalidDataException">The file is named, but is no list of customers.</exception>
    internal CustomerBook ReadCustomers() => new(string.IsNullOrEmpty(CustomersFile)
        ? []
        : JsonFile.Read(CustomersFile, $"{Section}:{nameof(CustomersFile)}", AssistanceJson.Default.IReadOnlyListCustomer));
}
