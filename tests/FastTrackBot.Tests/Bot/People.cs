using FastTrackBot.Sandbox;

namespace FastTrackBot.Tests.Bot;

/// <summary>Somebody who talks to the bot.</summary>
/// <param name="ObjectId">The Entra object id.</param>
/// <param name="ChannelId">Teams' own id of the person for this bot.</param>
public sealed record Person(string ObjectId, string ChannelId, string Name);

/// <summary>The people of the make-believe tenant; what each may do stands in the settings of <see cref="BotHost"/>.</summary>
public static class People
{
    public static Person Admin { get; } = new(SandboxPeople.Admin, "29:1-alex", "Alex Wilber");

    /// <summary>Is nothing in particular: may type numbers, but not have the tenant read.</summary>
    public static Person Member { get; } = new(SandboxPeople.ProjectMember, "29:1-megan", "Megan Bowen");

    public static Person Specialist { get; } = new(SandboxPeople.Specialist, "29:1-adele", "Adele Vance");

    public static Person Partner { get; } = new(SandboxPeople.Partner, "29:1-isaiah", "Isaiah Langer");
}

/// <summary>A conversation.</summary>
/// <param name="Type"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
public sealed record Place(string Id, string Type)
{
    public static Place Group { get; } = new(SandboxPeople.GroupChat, "groupChat");

    /// <summary>A thread in the team's channel General.</summary>
    public static Place Thread { get; } = new(SandboxPeople.TeamId + ";messageid=1700000000001", "channel");

    /// <summary>The team's channel General itself, where installations are told of.</summary>
    public static Place General { get; } = new(SandboxPeople.TeamId, "channel");

    public bool IsPersonal => Type == "personal";

    public static Place PersonalChatOf(Person person) => new("a:1-" + person.ChannelId[5..], "personal");
}
