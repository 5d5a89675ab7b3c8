using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>The remediation plan of an engagement: what is to be put right, by whom, until when; what needs somebody first comes first.</summary>
public sealed class PlanCard(CardLibrary cards, TimeProvider clock)
{
    private const int PageSize = 10;

    public RawJson Fill(Engagement engagement, PlanView view, int page = 1, string? notice = null)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var items = RemediationRules.InOrder(view.Plan, today);
        var shown = Paging.Of(items, PageSize, page);
        var unplanned = RemediationRules.Unplanned(view.Plan, view.Assessment).Count;
        var model = new PlanCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            notice,
            Summary(items),
            unplanned > 0 ? Text.Open_Unplanned.With(unplanned) : null,
            view.Assessment is { } assessment ? Text.AssessedOn.With(Days.Short(DateOnly.FromDateTime(assessment.At.UtcDateTime))) : engagement.IsElsewhere ? null : Text.Open_Unassessed,
            [.. shown.Items.Select(item => Row(item, today))],
            engagement.Id,
            shown.Buttons(Text.Button_Earlier, Text.Button_Further),
            new PlanButtons(unplanned > 0 ? Text.Button_Plan : null, engagement.IsElsewhere ? null : Text.Button_Again, items.Count > 0 ? Text.Button_File : null, view.Plan.Open.Any() ? Text.Button_Post : null, Text.Button_Details));
        return new RawJson(cards["Remediation/Plan"].Fill(model, PlanCardJson.Default.PlanCardModel));
    }

    private static string Summary(IReadOnlyList<RemediationItem> items) => items.Count == 0 ? Text.NothingPlanned : Text.Summary.With(
        items.Count(item => item.State == RemediationState.Open),
        items.Count(item => item.State == RemediationState.Fixed),
        items.Count(item => item.State is RemediationState.Verified or RemediationState.Waived));

    private static PlanRow Row(RemediationItem item, DateOnly today) => new(
        item.Id,
        FindingWords.Title(item.Finding),
        item.State == RemediationState.Open ? Open(item, today) : PlanWords.State(item),
        item.State switch
        {
            RemediationState.Open => item.Finding.Severity == Severity.Blocker ? "Attention" : "Warning",
            RemediationState.Fixed => "Accent",
            _ => "Good",
        },
        item.State switch
        {
            RemediationState.Open => item.Finding.Severity == Severity.Blocker ? "■" : "▲",
            RemediationState.Fixed => "◐",
            _ => "✓",
        },
        item.State == RemediationState.Open && item.Due < today ? "Attention" : "Default");

    private static string Open(RemediationItem item, DateOnly today) => Text.ItemOf.With(
        PlanWords.Severity(item.Finding.Severity),
        (item.Due < today ? Text.OwnerAndLate : Text.OwnerAndDue).With(UserText.Escape(item.Owner.Name), Days.Short(item.Due)));
}

/// <summary>The data of the template <c>Remediation/Plan</c>.</summary>
internal sealed record PlanCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Summary, string? Unplanned, string? Assessed,
    IReadOnlyList<PlanRow> Items, string Engagement, IReadOnlyList<PageButton> Pages, PlanButtons Buttons);

internal sealed record PlanRow(string Id, string Title, string State, string Color, string Mark, string StateColor);

internal sealed record PlanButtons(string? Plan, string? Again, string? File, string? Post, string Details);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanCardModel))]
internal sealed partial class PlanCardJson : JsonSerializerContext;
