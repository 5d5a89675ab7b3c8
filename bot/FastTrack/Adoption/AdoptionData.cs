using FastTrackBot.FastTrack.Adoption.Tips;

namespace FastTrackBot.FastTrack.Adoption;

/// <summary>Who ticked a task, took up a tip or asked for tips is of no consequence. Who is to see to a task stays, as tasks hang on who takes part.</summary>
internal sealed class AdoptionData : PersonalData
{
    public override async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        await erasure.EachAsync(AdoptionDocument.Kind, (_, plan) => WithoutTicks(plan, erasure), cancellationToken);
        await erasure.EachAsync(TipsDocument.Kind, (_, given) => WithoutPerson(given, erasure), cancellationToken);
    }

    private static AdoptionPlan WithoutTicks(AdoptionPlan plan, Erasure erasure) => !plan.Items.Any(item => erasure.Is(item.DoneBy))
        ? plan
        : plan with { Items = [.. plan.Items.Select(item => item.DoneBy is { } by ? item with { DoneBy = erasure.Replace(by) } : item)] };

    private static TipsGiven WithoutPerson(TipsGiven given, Erasure erasure) => !erasure.Is(given.Place?.By) && !given.Tips.Any(tip => erasure.Is(tip.TakenUpBy))
        ? given
        : given with
        {
            Tips = [.. given.Tips.Select(tip => tip.TakenUpBy is { } by ? tip with { TakenUpBy = erasure.Replace(by) } : tip)],
            Place = given.Place is { } place ? place with { By = erasure.Replace(place.By) } : null,
        };
}
