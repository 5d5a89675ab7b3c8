using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.FastTrack.Adoption.Tips;

/// <summary>Which tip fits where an engagement stands, and when the one of the week is due.</summary>
public static class TipRules
{
    /// <summary>
    /// The tip that fits best: of the stage, for a service of the engagement, with its condition on the figures met. What the figures ask for comes first,
    /// then the service that is used least; the order of the data decides the rest.
    /// </summary>
    /// <returns>Null where all that fit were given.</returns>
    public static ChosenTip? Choose(Engagement engagement, AdoptionStage stage, UseSeries use, TipsGiven given, TipBook book)
    {
        var changes = UseRules.Changes(use).ToDictionary(change => change.Now.Workload);
        return (from tip in book.Tips
                where tip.Stages.Contains(stage) && !given.Has(tip.Id) && (tip.Workload is null || engagement.Workloads.Contains(tip.Workload))
                let change = changes.GetValueOrDefault(tip.Workload ?? "")
                where Holds(tip, change)
                orderby tip.Change is null, !tip.AsksForFigures, change?.Now.Percent ?? 100
                select new ChosenTip(tip, stage, change)).FirstOrDefault();
    }

    /// <summary>The next time for a tip of the week: the morning of its day, where the people are.</summary>
    public static DateTimeOffset NextTime(DateTimeOffset now, string zone, TipBook book)
    {
        for (var day = DateOnly.FromDateTime(ZonedTime.In(now, zone)); ; day = day.AddDays(1))
        {
            var morning = ZonedTime.At(day.ToDateTime(book.Morning), zone);
            if (day.DayOfWeek == book.Day && morning > now) return morning;
        }
    }

    /// <summary>Whether this is the morning for it, and it was not sent this morning.</summary>
    public static bool IsTime(DateTimeOffset now, string zone, DateTimeOffset? lastSent, TipBook book)
    {
        var local = ZonedTime.In(now, zone);
        return local.DayOfWeek == book.Day && TimeOnly.FromDateTime(local) >= book.Morning && TimeOnly.FromDateTime(local) < book.Until
            && !(now - lastSent < TimeSpan.FromDays(1));
    }

    private static bool Holds(Tip tip, UseChange? change)
    {
        if (!tip.AsksForFigures) return true;
        if (change is not { Now.Licensed: > 0 }) return false;
        return (tip.Below is not { } below || change.Now.Percent < below)
            && (tip.AtLeast is not { } least || change.Now.Percent >= least)
            && tip.Change switch
            {
                UseTrend.Falling => change.Difference < 0,
                UseTrend.Flat => change.Difference == 0,
                _ => true,
            };
    }
}

/// <summary>A tip, with what it was chosen by.</summary>
/// <param name="Use">How the tip's service is used; null where nothing is known of it.</param>
public sealed record ChosenTip(Tip Tip, AdoptionStage Stage, UseChange? Use);
