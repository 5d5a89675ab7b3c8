using System.Globalization;
using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>The remediation plan of an engagement: what is to be put right, by whom, until when; what is due first comes first.</summary>
public sealed class PlanCard(CardLibrary cards, TimeProvider clock)
{
    private const int PageSize = 10;

    public RawJson Fill(Engagement engagement, PlanView view, int page = 1, string? notice = null)
    {
        var items = view.Plan.Items.OrderBy(item => item.State).ThenBy(item => item.Due).ThenByDescending(item => item.Finding.Severity).ToList();
        var pages = Math.Max(1, (items.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var unplanned = RemediationRules.Unplanned(view.Plan, view.Assessment).Count;
        var model = new PlanCardModel(
            Words.Language,
            engagement.Organisation,
            Text.Title,
            notice,
            Summary(items),
            unplanned > 0 ? Text.Open_Unplanned.With(unplanned) : null,
            view.Assessment is { } assessment ? Text.AssessedOn.With(Day(DateOnly.FromDateTime(assessment.At.UtcDateTime))) : engagement.IsElsewhere ? null : Text.Open_Unassessed,
            [.. items.Skip((page - 1) * PageSize).Take(PageSize).Select(item => Row(item, today))],
            engagement.Id,
            [.. Enumerable.Range(1, pages).Where(other => Math.Abs(other - page) == 1).Select(other => new PlanPage(other < page ? Text.Button_Earlier : Text.Button_Further, Number(other)))],
            new PlanButtons(unplanned > 0 ? Text.Button_Plan : null, Text.Button_Again, Text.Button_Details));
        return new RawJson(cards["Remediation/Plan"].Fill(model, PlanCardJson.Default.PlanCardModel));
    }

    private static string Summary(List<RemediationItem> items) => items.Count == 0 ? Text.NothingPlanned : Text.Summary.With(
        items.Count(item => item.State == RemediationState.Open),
        items.Count(item => item.State == RemediationState.Fixed),
        items.Count(item => item.State is RemediationState.Verified or RemediationState.Waived));

    private static PlanRow Row(RemediationItem item, DateOnly today) => new(
        item.Id,
        FindingWords.Title(item.Finding),
        item.State switch
        {
            RemediationState.Open => Text.OwnerAndDue.With(UserText.Escape(item.Owner.Name), Day(item.Due)),
            RemediationState.Fixed => WaitsFor(item),
            RemediationState.Verified => Text.State_Verified,
            _ => Text.State_Waived,
        },
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

    private static string WaitsFor(RemediationItem item) => (item.ByCustomer, item.ByFastTrack) switch
    {
        (null, null) => Text.WaitsForBoth,
        (null, _) => Text.WaitsForCustomer,
        _ => Text.WaitsForFastTrack,
    };

    internal static string Day(DateOnly day) =>
        day.ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "zh" ? "M'月'd'日'" : "d MMM", CultureInfo.CurrentCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The data of the template <c>Remediation/Plan</c>.</summary>
internal sealed record PlanCardModel(
    string Lang, UserText Organisation, string Title, string? Notice, string Summary, string? Unplanned, string? Assessed,
    IReadOnlyList<PlanRow> Items, string Engagement, IReadOnlyList<PlanPage> Pages, PlanButtons Buttons);

internal sealed record PlanRow(string Id, string Title, string State, string Color, string Mark, string StateColor);

/// <summary>A button that turns a page.</summary>
internal sealed record PlanPage(string Title, string Page);

internal sealed record PlanButtons(string? Plan, string Again, string Details);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanCardModel))]
internal sealed partial class PlanCardJson : JsonSerializerContext;
