using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.FastTrack.Adoption.Use;
using FastTrackBot.Platform;
using FastTrackBot.Platform.Storage;

namespace FastTrackBot.FastTrack.Adoption.Review;

/// <summary>A success review in words, for a card and for a file alike: plain, to be escaped by whoever shows it.</summary>
internal sealed record ReviewView(string Organisation, string State, IReadOnlyList<ReviewSection> Sections)
{
    public static async ValueTask<ReviewView?> ReadAsync(DocumentSession documents, string tenantId, Engagement engagement, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(AdoptionDocument.Kind, tenantId, engagement.Id, cancellationToken) is not { } plan) return null;
        var use = await UseDocument.ReadAsync(documents, tenantId, engagement.Id, cancellationToken);
        var tips = await TipsDocument.ReadAsync(documents, tenantId, engagement.Id, cancellationToken);
        return Of(engagement, plan, ReviewRules.Of(plan, use, tips));
    }

    private static ReviewView Of(Engagement engagement, AdoptionPlan plan, SuccessReview review) => new(
        engagement.Organisation,
        Text.ReviewState.With(Names.Of(plan.Stage), Days.Short(DateOnly.FromDateTime(plan.Way[0].At.UtcDateTime))),
        [
            new ReviewSection(Text.Review_Goals, [plan.Goals ?? Text.Review_NoGoals]),
            new ReviewSection(
                review.From is { } from ? Text.Review_Use.With(Days.Short(from), Days.Short(review.To!.Value)) : Text.Review_UseNow,
                [.. review.Use.Select(Line).DefaultIfEmpty(Text.Review_NoFigures)]),
            new ReviewSection(Text.Review_Milestones,
                [.. review.Reached.Select(state => Text.Review_Reached.With(Days.Short(state.On!.Value), Of(state))).DefaultIfEmpty(Text.Review_NoMilestones)]),
            new ReviewSection(Text.Review_Helped,
            [
                .. review.TakenUp.Select(tip => TipCard.WordsOf(TipBook.Current.Find(tip.Id)!)),
                .. review.Topics.Where(topic => topic.Done > 0).Select(topic => Text.Review_Topic.With(Text.ResourceManager.Named($"Topic_{topic.Topic}"), topic.Done, topic.All)),
            ]),
            new ReviewSection(Text.Review_Next,
            [
                .. review.Next.Milestones.Select(state => Text.Review_Ahead.With(Of(state), state.Service.Active, state.Needed)),
                .. review.Next.Tasks.Select(item => Text.Review_Task.With(Names.OfTask(item.Id), (item.Owner ?? engagement.Owner).Name, Days.Short(item.Due))),
                .. review.Next.Stage is { } stage ? [Text.Review_Stage.With(Names.Of(stage))] : (ReadOnlySpan<string>)[],
            ]),
        ]);

    private static string Of(MilestoneState state) => Text.MilestoneOf.With(UseWords.NameOf(state.Service.Workload), UseWords.NameOf(state.Milestone));

    private static string Line(UseChange change) => change.Before is { } before
        ? Text.Review_ThenNow.With(UseWords.NameOf(change.Now.Workload), before, change.Now.Active, change.Now.Percent)
        : Text.Review_OnlyNow.With(UseWords.NameOf(change.Now.Workload), change.Now.Active, change.Now.Percent);
}

/// <summary>A heading with its lines; none: there is nothing to say, and it is left out.</summary>
internal sealed record ReviewSection(string Title, IReadOnlyList<string> Lines);
