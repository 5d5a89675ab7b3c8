using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Access;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Turns;
using FastTrackBot.Platform.Graph;

namespace FastTrackBot.FastTrack.Team;

/// <summary>Somebody joins: looked up in the directory, so that a typing error names nobody.</summary>
public sealed class TeamAdd(EngagementAccess access, Roles roles, PersonFinder people, TeamCard card) : EngagementVerb("team.add", Right.ManageTeam, access)
{
    protected override async ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var who = Words.Cut((action["who"] ?? "").Trim(), 300);
        if (!Enum.TryParse<Role>(action["role"], out var role) || !Enum.IsDefined(role))
        {
            Refuse(turn, engagement, Text.Problem_Role, who);
            return;
        }

        var (person, group, problem) = await FindAsync(who, role, cancellationToken);
        if (problem is not null)
        {
            Refuse(turn, engagement, problem, who);
            return;
        }

        var mine = await roles.InAsync(turn.Sender, engagement, cancellationToken);
        if (!TeamRules.MayGive(role, mine, person is not null && roles.Knows(person.ObjectId, role)))
        {
            Refuse(turn, engagement, role == Role.Admin ? Text.AdminsNameAdmins : Text.FastTrackNamesItsOwn, who);
            return;
        }

        var (by, now) = (turn.Person(), turn.Clock.GetUtcNow());
        var change = person is not null ? TeamRules.Join(engagement, person, role, by, now) : TeamRules.Join(engagement, group!, by, now);
        EngagementDocument.Save(turn, change);
        var notice = (change.Events.Count > 0 ? Text.Joined : Text.ThereAlready).With(UserText.Escape(person?.Name ?? group!.Name), TeamCard.NameOf(role));
        turn.ReplacePressed(card.Fill(change.Engagement, mayManage: true, notice), engagement.Organisation, forAll: true);
    }

    private void Refuse(TurnContext turn, Engagement engagement, string problem, string who) =>
        turn.Respond(InvokeResponse.Card(card.Fill(engagement, mayManage: true, problem, who)));

    /// <returns>A person or a group; else what is wrong.</returns>
    private async Task<(Person? Person, TeamGroup? Group, string? Problem)> FindAsync(string who, Role role, CancellationToken cancellationToken)
    {
        if (who.Length == 0) return (null, null, Text.Problem_Who);
        try
        {
            if (await people.FindAsync(who, cancellationToken) is { } person) return (person, null, null);
            return await people.FindGroupAsync(who, role, cancellationToken) is { } group
                ? (null, group, null)
                : (null, null, Text.Problem_Unknown.With(UserText.Escape(who)));
        }
        catch (GraphException exception)
        {
            return (null, null, exception.IsForbidden ? Text.Problem_Forbidden : Text.Problem_Graph);
        }
    }
}

/// <summary>Somebody leaves.</summary>
public sealed class TeamRemove(EngagementAccess access, TeamCard card) : EngagementVerb("team.remove", Right.ManageTeam, access)
{
    protected override ValueTask RunAsync(TurnContext turn, Engagement engagement, CardAction action, CancellationToken cancellationToken)
    {
        var change = Enum.TryParse<Role>(action["role"], out var role)
            ? TeamRules.Leave(engagement, action["person"] ?? "", role, turn.Person(), turn.Clock.GetUtcNow())
            : new EngagementChange(engagement, []);
        EngagementDocument.Save(turn, change);
        turn.ReplacePressed(card.Fill(change.Engagement, mayManage: true), engagement.Organisation, forAll: true);
        return ValueTask.CompletedTask;
    }
}
