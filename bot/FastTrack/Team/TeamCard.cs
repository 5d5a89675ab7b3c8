using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Team;

/// <summary>Who takes part in an engagement, and as what.</summary>
public sealed class TeamCard(CardLibrary cards)
{
    /// <param name="mayManage">Whether the person who sees it may change it.</param>
    /// <param name="entered">What was typed and could not be used: it stays in its field.</param>
    public RawJson Fill(Engagement engagement, bool mayManage, string? notice = null, string entered = "")
    {
        var model = new TeamCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            notice,
            [
                new TeamRow(engagement.Owner.Name, Text.IsOwner, "", ""),
                .. engagement.Team.Select(member => new TeamRow(member.Person.Name, NameOf(member.Role), member.Person.ObjectId, member.Role.ToString())),
                .. engagement.Groups.Select(group => new TeamRow(group.Name, Text.GroupAs.With(NameOf(group.Role)), group.GroupId, group.Role.ToString())),
            ],
            engagement.Id,
            mayManage,
            entered,
            [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), NameOf(role)))],
            new TeamLabels(Text.Label_Who, Text.Hint_Who, Text.Label_Role, Text.Button_Add, Text.Button_Remove));
        return new RawJson(cards["Team/Team"].Fill(model, TeamCardJson.Default.TeamCardModel));
    }

    public static string NameOf(Role role) => role switch
    {
        Role.Admin => Text.Role_Admin,
        Role.ProjectTeam => Text.Role_ProjectTeam,
        Role.Specialist => Text.Role_Specialist,
        _ => Text.Role_Partner,
    };
}

/// <summary>The data of the template <c>Team/Team</c>.</summary>
internal sealed record TeamCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, IReadOnlyList<TeamRow> Members, string Engagement, bool MayManage, string Entered,
    IReadOnlyList<Choice> Roles, TeamLabels Labels);

/// <param name="Id">Empty for the owner, who cannot be removed.</param>
internal sealed record TeamRow(UserText Name, string As, string Id, string Role);

internal sealed record TeamLabels(string Who, string WhoHint, string Role, string Add, string Remove);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamCardModel))]
internal sealed partial class TeamCardJson : JsonSerializerContext;
