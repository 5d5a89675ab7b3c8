namespace FastTrackBot.Platform.BotFramework.Schema;

/// <summary>What only Teams says about an activity.</summary>
public sealed record TeamsChannelData
{
    public TenantInfo? Tenant { get; init; }
    public TeamInfo? Team { get; init; }
    public ChannelInfo? Channel { get; init; }
    public string? EventType { get; init; }
    public TeamsSettings? Settings { get; init; }

    /// <summary>Has Teams show thumbs below the message.</summary>
    public FeedbackLoop? FeedbackLoop { get; init; }
}

public sealed record TenantInfo(string? Id);

/// <param name="Id">The <c>19:…</c> id, equal to that of the General channel.</param>
/// <param name="AadGroupId">The Microsoft 365 group behind the team: what Graph wants.</param>
public sealed record TeamInfo(string? Id, string? Name = null, string? AadGroupId = null);

public sealed record ChannelInfo(string? Id, string? Name = null);

public sealed record TeamsSettings(ChannelInfo? SelectedChannel);

/// <param name="Type"><c>default</c>: Teams asks for a word itself.</param>
public sealed record FeedbackLoop(string? Type);
