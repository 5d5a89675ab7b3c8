using System.Globalization;
using FastTrackBot.Cards;
using FastTrackBot.Platform;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.FastTrack.Eligibility;

/// <summary>The result of a check as a card: a verdict a benefit, the reasons, what would change it, and what was counted.</summary>
internal static class EligibilityCard
{
    public static RawJson Fill(CardLibrary cards, EligibilityResult result, LicencePicture licences, string? organisation)
    {
        var culture = CultureInfo.CurrentUICulture;
        var model = new EligibilityCardModel
        {
            Lang = Words.Language,
            Title = Text.Title,
            Organisation = organisation is { Length: > 0 } ? organisation : Wording.Of(result.Organisation, culture),
            Headline = Headline(result.Of(Benefit.Specialist)!, culture),
            Style = StyleOf(result.Of(Benefit.Specialist)!.Verdict),
            Numbers = Numbers(licences),
            Benefits = [.. result.Benefits.Select(verdict => Row(verdict, culture))],
            PlansTitle = Text.Plans_Title,
            Plans = [.. licences.Lines.Select(line => Plan(line, culture))],
            DetailsTitle = Text.Details_Title,
            Notes = [.. result.Notes.Select(note => Wording.Of(note, culture))],
            Sources = Text.Sources.With(string.Join("; ", result.Benefits.SelectMany(verdict => verdict.Sources).Distinct().Select(source => Cite(source, culture)))),
            Request = Text.Button_Request,
            Again = Text.Button_Again,
        };
        return new RawJson(cards["Eligibility/Result"].Fill(model, EligibilityDialogJson.Default.EligibilityCardModel));
    }

    private static string Headline(BenefitVerdict specialist, CultureInfo culture) => specialist.Verdict switch
    {
        Verdict.Likely => Text.Headline_Likely,
        Verdict.Maybe => Text.Headline_Maybe,
        _ => Text.Headline_NotYet.With(specialist.SeatsShort ?? 0),
    };

    private static IReadOnlyList<Fact> Numbers(LicencePicture licences) => licences.Stated
        ? [new Fact(Text.Number_Stated, licences.Seats.Sum.ToString("N0", CultureInfo.CurrentCulture))]
        :
        [
            new Fact(Text.Number_Largest, licences.Seats.LargestPlan.ToString("N0", CultureInfo.CurrentCulture)),
            new Fact(Text.Number_Sum, licences.Seats.Sum.ToString("N0", CultureInfo.CurrentCulture)),
        ];

    private static BenefitRow Row(BenefitVerdict verdict, CultureInfo culture) => new(
        Wording.Of(verdict.Benefit, culture),
        Wording.Of(verdict, culture),
        ColorOf(verdict.Verdict),
        string.Join(" ", verdict.Reasons.Select(reason => Wording.Of(reason, culture))),
        verdict.Changes.Count == 0 ? null : Text.WhatWouldChange.With(string.Join("; ", verdict.Changes.Select(change => Wording.Of(change, culture)))));

    private static Fact Plan(LicenceLine line, CultureInfo culture)
    {
        var name = line.Plan?.Name ?? line.Licence.SkuPartNumber;
        var counts = Text.Plan_Counts.With(line.Licence.Purchased, line.Paid, line.Licence.Enabled, line.Licence.Assigned);
        return new Fact(UserText.Escape(name), line.NotCounted is { } reason ? $"{counts} {Text.Plan_NotCounted.With(Wording.Of(reason, culture))}" : counts);
    }

    private static string Cite(Source source, CultureInfo culture) => $"{source.Title} ({source.Date?.Format(culture) ?? Text.Undated})";

    private static string StyleOf(Verdict verdict) => verdict switch { Verdict.Likely => "good", Verdict.Maybe => "warning", _ => "emphasis" };

    private static string ColorOf(Verdict verdict) => verdict switch { Verdict.Likely => "Good", Verdict.Maybe => "Warning", _ => "Attention" };
}
