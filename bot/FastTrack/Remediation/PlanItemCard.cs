using System.Text.Json.Serialization;
using FastTrackBot.Cards;
using FastTrackBot.FastTrack.Assessment;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Remediation;

/// <summary>One item of the plan, with the buttons that the person may press.</summary>
public sealed class PlanItemCard(CardLibrary cards)
{
    public RawJson Fill(Engagement engagement, RemediationItem item, IReadOnlySet<Right> rights, string? notice = null)
    {
        var open = item.State == RemediationState.Open;
        var mayPlan = rights.Contains(Right.PlanRemediation);
        var model = new PlanItemCardModel(
            Words.Language,
            Text.ItemOf.With(PlanWords.Severity(item.Finding.Severity), UserText.Escape(engagement.Organisation)),
            FindingWords.Title(item.Finding),
            notice,
            FindingWords.Fix(item.Finding),
            item.Finding.ReadMore.AbsoluteUri,
            [.. Facts(item, mayPlan && open)],
            engagement.Id,
            item.Id,
            mayPlan && open,
            new PlanItemValues(item.Owner.ObjectId, Days.Iso(item.Due)),
            [.. People(engagement, item).Select(person => new Choice(person.ObjectId, UserText.Escape(person.Name)))],
            new PlanItemLabels(Text.Label_Owner, Text.Label_Due, Text.Label_Why, Text.Hint_Why, Text.Button_ReadMore),
            new PlanItemButtons(
                mayPlan && open ? Text.Button_Save : null,
                open && rights.Contains(Right.Remediate) ? Text.Button_Fixed : null,
                item.State == RemediationState.Fixed && item.ByCustomer is null && rights.Contains(Right.VerifyForCustomer) ? Text.Button_VerifyCustomer : null,
                item.State == RemediationState.Fixed && item.ByFastTrack is null && rights.Contains(Right.VerifyForFastTrack) ? Text.Button_VerifyFastTrack : null,
                mayPlan && open ? Text.Button_Waive : null,
                mayPlan && !open ? Text.Button_Reopen : null,
                Text.Button_Back));
        return new RawJson(cards["Remediation/Item"].Fill(model, PlanItemCardJson.Default.PlanItemCardModel));
    }

    /// <param name="inFields">Owner and date stand in fields below.</param>
    private static IEnumerable<Fact> Facts(RemediationItem item, bool inFields)
    {
        if (!inFields) yield return new Fact(Text.Label_Owner, UserText.Escape(item.Owner.Name));
        if (!inFields) yield return new Fact(Text.Label_Due, Days.Short(item.Due));
        if (item.Fixed is { } mark) yield return new Fact(Text.Fact_Fixed, Said(mark));
        if (item.SeenFixed is { } seen) yield return new Fact(Text.Fact_Seen, Days.Short(DateOnly.FromDateTime(seen.UtcDateTime)));
        if (item.ByCustomer is { } customer) yield return new Fact(Text.Fact_Customer, Said(customer));
        if (item.ByFastTrack is { } fastTrack) yield return new Fact(Text.Fact_FastTrack, Said(fastTrack));
        if (item.Waived is { } waived) yield return new Fact(Text.Fact_Waived, $"{Said(waived)}: {UserText.Escape(waived.Why ?? "")}");
    }

    private static string Said(Mark mark) => $"{UserText.Escape(mark.By.Name)}, {Days.Short(DateOnly.FromDateTime(mark.At.UtcDateTime))}";

    /// <summary>Everyone who can own an item.</summary>
    internal static IEnumerable<Person> People(Engagement engagement, RemediationItem item) =>
        engagement.People.Append(item.Owner).DistinctBy(person => person.ObjectId);
}

/// <summary>The data of the template <c>Remediation/Item</c>.</summary>
internal sealed record PlanItemCardModel(
    string Lang, string Subtitle, string Title, string? Notice, string Fix, string ReadMore, IReadOnlyList<Fact> Facts,
    string Engagement, string Item, bool MayAssign, PlanItemValues Values, IReadOnlyList<Choice> People, PlanItemLabels Labels, PlanItemButtons Buttons);

internal sealed record PlanItemValues(string Owner, string Due);

internal sealed record PlanItemLabels(string Owner, string Due, string Why, string WhyHint, string ReadMore);

internal sealed record PlanItemButtons(
    string? Save, string? Fixed, string? VerifyCustomer, string? VerifyFastTrack, string? Waive, string? Reopen, string Back);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanItemCardModel))]
internal sealed partial class PlanItemCardJson : JsonSerializerContext;
