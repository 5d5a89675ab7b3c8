using FastTrackBot.Platform.Model;

namespace FastTrackBot.FastTrack.Questions.Model;

/// <summary>The part of the section <c>Questions</c> that is about answers with a language model. Without an endpoint there are none.</summary>
public sealed class ModelOptions
{
    public const string Section = "Questions";

    private const string On = "on";
    private const string Off = "off";

    /// <summary>Longer, and nobody waits for it; the work that answers is stopped after some time, too.</summary>
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    /// <summary><c>off</c> switches the model off, whatever else is set.</summary>
    public string Model { get; set; } = On;

    /// <summary>The address of an Azure OpenAI resource; empty: no model.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The name of a deployment there.</summary>
    public string? Deployment { get; set; }

    /// <summary>Empty: the bot's own identity.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How many of a person's questions a day (UTC) go to the model; further ones are answered from the texts alone.</summary>
    public int AnswersPerDay { get; set; } = 50;

    /// <summary>After this time the answer from the texts comes instead.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    public bool IsOn() => Model == On && !string.IsNullOrEmpty(Endpoint);

    /// <returns>Null: there is no model.</returns>
    public ModelAddress? ToAddress() => IsOn() ? new ModelAddress(new Uri(Endpoint!), Deployment ?? "", ApiKey) : null;

    /// <returns>What is wrong with the settings, or null.</returns>
    public string? Problem() => this switch
    {
        { Model: not (On or Off) } => $"{Section}:{nameof(Model)} is '{Model}'; it can be '{On}' or '{Off}'.",
        _ when !IsOn() => null,
        _ when !IsSafe(Endpoint) => $"{Section}:{nameof(Endpoint)} has to be an https address, such as https://contoso.openai.azure.com.",
        { ApiKey: null or "" } when !Endpoint!.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase) =>
            $"{Section}:{nameof(Endpoint)} has to be an https address for the bot's own identity; without https it takes {Section}:{nameof(ApiKey)}.",
        { Deployment: null or "" } => $"{Section}:{nameof(Deployment)} is missing: the name of the model's deployment.",
        { AnswersPerDay: < 0 } => $"{Section}:{nameof(AnswersPerDay)} has to be 0 or more.",
        _ when Timeout <= TimeSpan.Zero || Timeout > LongestTimeout => $"{Section}:{nameof(Timeout)} has to be between 0 and {LongestTimeout}.",
        _ => null,
    };

    /// <summary>Questions and a token go there: encrypted, or not off this machine.</summary>
    private static bool IsSafe(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
