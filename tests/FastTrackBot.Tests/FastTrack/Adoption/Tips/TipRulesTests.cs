using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Adoption.Tips;
using FastTrackBot.FastTrack.Adoption.Use;

namespace FastTrackBot.Tests.FastTrack.Adoption.Tips;

public sealed class TipRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Source Own = Sources.Find("own-default")!;
    private static readonly Engagement Contoso = new("e1", "Contoso", "contoso.com", Phase.Enable, ["teams", "oneDrive"], new Person("lead", "Lea Lead"), "r1", "FT-1", Now, []);

    [Theory]
    [InlineData(10, "low")]
    [InlineData(29, "low")]
    [InlineData(30, "plain")]
    [InlineData(60, "high")]
    public void The_figures_decide_between_tips_and_come_before_what_asks_for_none(int percent, string expected)
    {
        var book = Book(Tip("plain"), Tip("low") with { Below = 30 }, Tip("high") with { AtLeast = 60 });

        Assert.Equal(expected, Choose(book, Use(percent))!.Tip.Id);
    }

    [Fact]
    public void Without_figures_only_what_asks_for_none_is_given() =>
        Assert.Equal("plain", Choose(Book(Tip("low") with { Below = 30 }, Tip("falls") with { Change = UseTrend.Falling }, Tip("plain")), UseSeries.Empty)!.Tip.Id);

    [Theory]
    [InlineData("falls", 50, 40)]
    [InlineData("flat", 50, 50)]
    [InlineData("low", 50, 51)]
    public void A_change_for_the_worse_comes_first(string expected, params int[] percents) =>
        Assert.Equal(expected, Choose(Book(Tip("low") with { Below = 90 }, Tip("flat") with { Change = UseTrend.Flat }, Tip("falls") with { Change = UseTrend.Falling }), Use(percents))!.Tip.Id);

    [Fact]
    public void The_service_that_is_used_least_comes_first()
    {
        var use = UseRules.Add(UseSeries.Empty, new UseReading(new DateOnly(2026, 2, 27), Now, [new ServiceUse("teams", 80, 100), new ServiceUse("oneDrive", 5, 100)]), []);

        Assert.Equal("drive", Choose(Book(Tip("teams"), Tip("drive") with { Workload = "oneDrive" }), use)!.Tip.Id);
    }

    [Fact]
    public void Another_stage_or_service_gets_none() =>
        Assert.Null(Choose(Book(Tip("other") with { Stages = [AdoptionStage.Review] }, Tip("mail") with { Workload = "exchangeOnline" }), UseSeries.Empty));

    [Fact]
    public void No_tip_comes_twice_until_none_is_left()
    {
        var given = TipsGiven.None;
        var use = Use(20, 20);
        foreach (var stage in Enum.GetValues<AdoptionStage>())
        {
            while (TipRules.Choose(Contoso, stage, use, given, TipBook.Current) is { } chosen)
            {
                Assert.False(given.Has(chosen.Tip.Id));
                given = given.With(chosen.Tip.Id, Now);
            }
        }

        Assert.True(given.Tips.Count > 20, $"{given.Tips.Count}");
        Assert.Equal(given.Tips.Count, given.Tips.DistinctBy(tip => tip.Id).Count());
    }

    [Theory]
    [InlineData("2026-03-02 08:00", "Europe/Tallinn", "2026-03-03 07:00")]
    [InlineData("2026-03-03 06:59", "Europe/Tallinn", "2026-03-03 07:00")]
    [InlineData("2026-03-03 07:00", "Europe/Tallinn", "2026-03-10 07:00")]
    [InlineData("2026-03-25 08:00", "Europe/Tallinn", "2026-03-31 06:00")]
    [InlineData("2026-03-02 23:30", "Asia/Shanghai", "2026-03-03 01:00")]
    [InlineData("2026-03-03 10:00", "Pacific/Honolulu", "2026-03-03 19:00")]
    public void The_tip_of_the_week_comes_on_Tuesday_at_nine_where_the_people_are(string now, string zone, string expected) =>
        Assert.Equal(At(expected), TipRules.NextTime(At(now), zone, TipBook.Current));

    [Theory]
    [InlineData("2026-03-03 07:00", true)]
    [InlineData("2026-03-03 09:59", true)]
    [InlineData("2026-03-03 10:00", false)]
    [InlineData("2026-03-03 06:59", false)]
    [InlineData("2026-03-04 07:00", false)]
    public void It_is_sent_in_the_morning_only_and_once(string now, bool isTime)
    {
        Assert.Equal(isTime, TipRules.IsTime(At(now), "Europe/Tallinn", lastSent: null, TipBook.Current));
        Assert.False(TipRules.IsTime(At(now), "Europe/Tallinn", At(now).AddMinutes(-20), TipBook.Current));
        Assert.Equal(isTime, TipRules.IsTime(At(now), "Europe/Tallinn", At(now).AddDays(-7), TipBook.Current));
    }

    [Fact]
    public void There_are_tips_for_each_stage_and_measured_service_each_with_a_source_and_words_in_both_languages()
    {
        var book = TipBook.Current;

        Assert.True(book.Tips.Count >= 40, $"{book.Tips.Count}");
        Assert.Equal(book.Tips.Count, book.Tips.DistinctBy(tip => tip.Id).Count());
        Assert.All(Enum.GetValues<AdoptionStage>(), stage => Assert.Contains(book.Tips, tip => tip.Stages.Contains(stage) && tip.Workload is null));
        Assert.All(["teams", "exchangeOnline", "oneDrive", "sharePointOnline", "microsoft365Apps", "vivaEngage"],
            workload => Assert.True(book.Tips.Count(tip => tip.Workload == workload) >= 3, workload));
        Assert.All(book.Tips, tip =>
        {
            Assert.Same(Sources.Find(tip.Source.Id), tip.Source);
            Assert.True(tip.Workload is null || Workloads.Find(tip.Workload) is not null);
            Assert.All([ResourceSweep.English, ResourceSweep.Chinese], language =>
                Assert.Superset(new HashSet<string> { $"Tip_{tip.Id}", $"Reason_{tip.Reason}" }, ResourceSweep.Read(Texts, language).Keys.ToHashSet()));
        });
        Assert.Equal(book.Tips.Select(tip => $"Tip_{tip.Id}").Order(), ResourceSweep.Read(Texts, ResourceSweep.English).Keys.Where(key => key.StartsWith("Tip_", StringComparison.Ordinal)).Order());
    }

    private static System.Resources.ResourceManager Texts => FastTrackBot.FastTrack.Adoption.Tips.Text.ResourceManager;

    private static ChosenTip? Choose(TipBook book, UseSeries use) => TipRules.Choose(Contoso, AdoptionStage.DriveUse, use, TipsGiven.None, book);

    private static TipBook Book(params Tip[] tips) => new(DayOfWeek.Tuesday, new TimeOnly(9, 0), new TimeOnly(12, 0), tips);

    private static Tip Tip(string id) => new(id, [AdoptionStage.DriveUse], "small", Own, "teams");

    /// <summary>Readings of Teams, a week apart.</summary>
    private static UseSeries Use(params int[] percents) => percents
        .Select((percent, week) => new UseReading(new DateOnly(2026, 2, 27).AddDays(7 * week), Now, [new ServiceUse("", percent, 100), new ServiceUse("teams", percent, 100)]))
        .Aggregate(UseSeries.Empty, (series, reading) => UseRules.Add(series, reading, []));

    private static DateTimeOffset At(string moment) => DateTimeOffset.ParseExact(moment + " +00:00", "yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture);
}
