using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption;
using FastTrackBot.FastTrack.Adoption.Review;
using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.Tests.FastTrack.Adoption.Review;

public sealed class ReviewRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Friday = new(2026, 2, 27);
    private static readonly Person Lea = new("lead", "Lea Lead");
    private static readonly Engagement Contoso = new("e1", "Contoso", "contoso.com", Phase.Enable, ["teams"], Lea, "r1", "FT-1", Start, []);

    [Fact]
    public void Before_anything_was_read_or_done_it_says_what_is_next()
    {
        var review = ReviewRules.Of(Begun, UseSeries.Empty, TipsGiven.None);

        Assert.Null(review.From);
        Assert.Empty(review.Use);
        Assert.Equal(AdoptionStage.Launch, review.Next.Stage);
        Assert.Equal(["sponsor", "successOwner", "goals"], review.Next.Tasks.Select(item => item.Id));
    }

    [Fact]
    public void Use_is_told_then_and_now_milestones_by_their_dates_and_only_tips_that_were_taken_up()
    {
        var use = UseRules.Add(UseSeries.Empty, Reading(Friday, 25, 80), []);
        use = use with { Reached = MilestoneRules.Newly(use, UseMilestones.All) };
        use = UseRules.Add(use, Reading(Friday.AddDays(28), 90, 130), []);
        use = use with { Reached = [.. use.Reached, .. MilestoneRules.Newly(use, UseMilestones.All)] };
        var tips = TipsGiven.None.With("teamsMention", Start).With("weeklyWin", Start);
        tips = tips with { Tips = [tips.Tips[0] with { TakenUpBy = Lea }, tips.Tips[1]] };

        var review = ReviewRules.Of(Begun, use, tips);

        Assert.Equal((Friday, Friday.AddDays(28)), (review.From!.Value, review.To!.Value));
        Assert.Equal([50, 65], review.Use.Select(change => change.Difference!.Value));
        Assert.Equal([("tenPercent", Friday), ("hundredPeople", Friday.AddDays(28))], review.Reached.Select(state => (state.Milestone.Id, state.On!.Value)));
        Assert.Equal("teamsMention", Assert.Single(review.TakenUp).Id);
        Assert.Empty(review.Next.Milestones);
    }

    [Fact]
    public void In_the_last_stage_there_is_no_next_one()
    {
        var plan = Begun;
        while (AdoptionRules.Next(plan.Stage) is not null) plan = AdoptionRules.Advance(plan, Lea, Start).Plan;
        plan = plan with { Items = [.. plan.Items.Select(item => item.Done(Lea, Start))] };

        var next = ReviewRules.Of(plan, UseSeries.Empty, TipsGiven.None).Next;

        Assert.Null(next.Stage);
        Assert.Empty(next.Tasks);
    }

    private static AdoptionPlan Begun => AdoptionRules.Begin(Contoso, Lea, Start).Plan;

    private static UseReading Reading(DateOnly on, int teams, int any) => new(on, Start, [new ServiceUse("", any, 200), new ServiceUse("teams", teams, 200)]);
}
