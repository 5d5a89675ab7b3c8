using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Enablement.Pilot;

/// <summary>Who is ready for the pilot, and who lacks what.</summary>
public sealed class PilotCard(CardLibrary cards)
{
    private const int PageSize = 10;

    public RawJson Fill(Engagement engagement, PilotList list, PilotLook look, int page = 1, PilotSaid? said = null)
    {
        // Who needs something comes first.
        var shown = Paging.Of([.. list.People.OrderBy(person => person.IsReady)], PageSize, page);
        var model = new PilotCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            said?.Notice,
            list.People.Count == 0 ? Text.NobodyYet : Text.Summary.With(list.Ready, list.People.Count),
            list.ReadAt is { } at ? Text.ReadOn.With(Days.Moment(at)) : null,
            [.. shown.Items.Select(person => Row(person, look, engagement.IsElsewhere))],
            engagement.Id,
            $"{shown.Page}",
            shown.Buttons(Text.Button_Earlier, Text.Button_Further),
            look.MayManage,
            said?.Entered ?? "",
            new PilotLabels(
                engagement.IsElsewhere ? Text.Label_Names : Text.Label_Who, Text.Hint_Who, Text.Button_Add, Text.Button_Remove, Text.Button_Refresh, Text.Button_Enable));
        return new RawJson(cards["Enablement/Pilot"].Fill(model, PilotJson.Default.PilotCardModel));
    }

    private static PilotRow Row(PilotPerson person, PilotLook look, bool byHand) => new(
        person.Id,
        person.Name,
        person.IsReady ? "✓" : "○",
        person.IsReady ? "Good" : "Attention",
        look.InDetail ? State(person) : person.IsReady ? Text.Ready : Text.NotReady,
        !byHand ? null : person.IsReady ? Text.Button_NotReady : Text.Button_Ready,
        person.IsReady ? "false" : "true");

    private static string State(PilotPerson person) => person switch
    {
        { Facts: { } facts } when !person.IsReady => string.Join(" · ", [.. facts.Lacks.Select(WordOf), .. Unlicensed(facts)]),
        { Said: { } mark } => Text.SaidBy.With(UserText.Escape(mark.By.Name)),
        _ => person.IsReady ? Text.Ready : Text.NotReady,
    };

    private static IEnumerable<string> Unlicensed(PilotFacts facts) =>
        facts.Unlicensed.Count == 0 ? [] : [Text.Unlicensed.With(string.Join(Text.Comma, facts.Unlicensed.Select(Names.OfWorkload)))];

    private static string WordOf(PilotLack lack) => Text.ResourceManager.Named($"Lack_{lack}");
}

/// <param name="MayManage">Whether the person who sees the card may change the list; others see it without buttons.</param>
/// <param name="InDetail">Whether it tells what each person lacks.</param>
public sealed record PilotLook(bool MayManage, bool InDetail)
{
    /// <summary>In front of others nobody is told whose account is blocked.</summary>
    public static PilotLook Shared { get; } = new(false, false);
}

/// <summary>What became of a press.</summary>
/// <param name="Entered">What was typed and could not be used.</param>
public sealed record PilotSaid(string? Notice, string Entered = "");

/// <summary>The data of the template <c>Enablement/Pilot</c>.</summary>
internal sealed record PilotCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Summary, string? Read, IReadOnlyList<PilotRow> People, string Engagement, string Page,
    IReadOnlyList<PageButton> Pages, bool MayManage, string Entered, PilotLabels Labels);

/// <param name="Say">The button that says the other thing; null where the directory is asked.</param>
/// <param name="IsReady">What it says.</param>
internal sealed record PilotRow(string Id, UserText Name, string Mark, string Color, string State, string? Say, string IsReady);

internal sealed record PilotLabels(string Who, string WhoHint, string Add, string Remove, string Refresh, string Enable);
