namespace FastTrackBot.Platform.Model;

/// <summary>The model gave no answer that could be used.</summary>
public sealed class ModelException(ModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public ModelFailure Failure { get; } = failure;
}

public enum ModelFailure
{
    TimedOut,

    /// <summary>The deployment's quota is used up for the moment (429).</summary>
    Throttled,

    /// <summary>The service's content filter stopped the question or the answer.</summary>
    Filtered,

    /// <summary>The key, the identity or the deployment is not right (400 to 404), and will not be by itself.</summary>
    Refused,

    /// <summary>It could not be reached, failed, or broke off.</summary>
    Broken,
}
