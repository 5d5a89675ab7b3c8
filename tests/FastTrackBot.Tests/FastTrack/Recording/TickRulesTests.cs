using FastTrackBot.FastTrack;
using FastTrackBot.FastTrack.Recording;

namespace FastTrackBot.Tests.FastTrack.Recording;

public sealed class TickRulesTests
{
    private static readonly DateTimeOffset Nine = new(2027, 2, 3, 9, 0, 0, TimeSpan.Zero);

    /// <summary>In the bot, agreed last, in Planner, and by whom there: the bot itself or a person.</summary>
    [Theory]
    [InlineData(false, false, false, null, nameof(Tick.None))]
    [InlineData(true, true, true, null, nameof(Tick.None))]
    [InlineData(true, true, true, "ben", nameof(Tick.None))]
    [InlineData(true, false, false, null, nameof(Tick.Write))]
    [InlineData(false, true, true, null, nameof(Tick.Write))]
    [InlineData(false, true, true, "ben", nameof(Tick.Write))]
    [InlineData(false, false, true, "ben", nameof(Tick.Take))]
    [InlineData(true, true, false, null, nameof(Tick.Take))]
    [InlineData(true, false, true, "ben", nameof(Tick.Join))]
    [InlineData(true, false, true, "ana", nameof(Tick.None))]
    [InlineData(true, false, true, "ANA", nameof(Tick.None))]
    // Ticked by the bot, crashed before the note, reopened in the bot: its own tick is nobody's word.
    [InlineData(false, false, true, null, nameof(Tick.Write))]
    public void The_word_of_whoever_spoke_since_they_agreed_counts(bool inBot, bool agreed, bool inPlanner, string? by, string expected) =>
        Assert.Equal(expected, TickRules.Settle(Item(inBot), new TaskNote("t", agreed, default), new SeenTask(inPlanner, by)).ToString());

    [Fact]
    public void A_reopening_that_the_bot_itself_was_writing_is_not_taken_for_a_persons()
    {
        var note = new TaskNote("t", Done: true, default, Writing: false);

        Assert.Equal(Tick.Write, TickRules.Settle(Item(done: true), note, new SeenTask(false)));
        Assert.Equal(Tick.Take, TickRules.Settle(Item(done: true), note with { Writing = null }, new SeenTask(false)));
        Assert.Equal(Tick.Take, TickRules.Settle(Item(done: true), note with { Writing = true }, new SeenTask(false)));
    }

    [Fact]
    public void What_a_person_ticked_before_the_task_was_noted_is_taken_over_and_the_bots_own_tick_is_not()
    {
        var wanted = new PlannedTask("i", Phase.Validation, "Title", default, null, Done: false);
        var byPerson = new SeenTask(true, "ben", Nine);

        Assert.Equal(Tick.Take, TickRules.Settle(Item(done: false), TickRules.Found("t", wanted, byPerson), byPerson));
        Assert.Equal(Tick.Write, TickRules.Settle(Item(done: false), TickRules.Found("t", wanted, new SeenTask(true)), new SeenTask(true)));
    }

    private static ChecklistItem Item(bool done) => new("i", default, done ? new Person("ana", "Ana") : null);
}
