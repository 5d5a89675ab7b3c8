namespace FastTrackBot.Platform.Model;

/// <summary>Where a language model is, and how the bot gets in.</summary>
/// <param name="Endpoint">Of an Azure OpenAI resource, such as <c>https://contoso.openai.azure.com</c>; its v1 interface is used.</param>
/// <param name="Deployment">What the model is called there.</param>
/// <param name="ApiKey">Null: the bot's own identity.</param>
public sealed record ModelAddress(Uri Endpoint, string Deployment, string? ApiKey)
{
    /// <summary>What a token of the bot's identity is for.</summary>
    public const string Scope = "https://cognitiveservices.azure.com/.default";

    public Uri Root => new($"{Endpoint.AbsoluteUri.TrimEnd('/')}/openai/v1/");
}
