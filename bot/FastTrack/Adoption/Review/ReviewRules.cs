using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.FastTrack.Adoption.Review;

/// <summary>What came of adoption: use then and now, what was reached, what helped, what is next.</summary>
public static class ReviewRules
{
    private const int MostTasks = 3;

    public static SuccessReview Of(AdoptionPlan plan, UseSeries use, TipsGiven tips)
    {
        var milestones = MilestoneRules.States(use, UseMilestones.All);
        return new SuccessReview(
            use.Readings.Count > 1 ? use.Readings[0].On : null,
            use.Last?.On,
            UseRules.SinceBeginning(use),
            [.. milestones.Where(state => state.On is not null).OrderBy(state => state.On)],
            [.. tips.Tips.Where(tip => tip.TakenUpBy is not null && TipBook.Current.Find(tip.Id) is not null)],
            Topics(plan),
            new WhatNext(
                // The nearest one first: that is where a little more helps.
                [.. milestones.Where(state => state.On is null).OrderBy(state => state.Needed - state.Service.Active).Take(MostTasks)],
                [.. plan.Open.Where(item => AdoptionTasks.Find(item.Id)?.Stage <= plan.Stage).OrderBy(item => item.Due).Take(MostTasks)],
                AdoptionRules.Next(plan.Stage)));
    }

    private static IReadOnlyList<TopicProgress> Topics(AdoptionPlan plan) =>
    [
        .. from item in plan.Items
           let task = AdoptionTasks.Find(item.Id)
           where task is not null
           group item by task.Topic into topic
           orderby topic.Key
           select new TopicProgress(topic.Key, topic.Count(item => item.IsDone), topic.Count()),
    ];
}

/// <param name="From">The day of the first report; null where there was one at most.</param>
/// <param name="To">The day of the last one.</param>
/// <param name="Reached">Milestones by their dates.</param>
/// <param name="TakenUp">The tips that the team said it follows.</param>
public sealed record SuccessReview(
    DateOnly? From, DateOnly? To, IReadOnlyList<UseChange> Use, IReadOnlyList<MilestoneState> Reached, IReadOnlyList<GivenTip> TakenUp,
    IReadOnlyList<TopicProgress> Topics, WhatNext Next);

public sealed record TopicProgress(AdoptionTopic Topic, int Done, int All);

/// <param name="Tasks">Of this stage or an earlier one, and still open.</param>
/// <param name="Stage">Null in the last one.</param>
public sealed record WhatNext(IReadOnlyList<MilestoneState> Milestones, IReadOnlyList<ChecklistItem> Tasks, AdoptionStage? Stage);
