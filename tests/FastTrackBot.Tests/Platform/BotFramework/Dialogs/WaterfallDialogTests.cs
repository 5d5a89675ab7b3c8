using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FastTrackBot.Platform.BotFramework.Dialogs;
using FastTrackBot.Platform.BotFramework.Schema;

namespace FastTrackBot.Tests.Platform.BotFramework.Dialogs;

public sealed class WaterfallDialogTests
{
    [Fact]
    public async Task A_dialog_that_a_step_begins_comes_in_between_and_the_next_step_follows_it()
    {
        var talk = Talk();
        await talk.BeginAsync("trip");

        await talk.PressesAsync(DialogMove.Answer, null, ("where", "passport"));
        Assert.Equal("trip.when passport.number", talk.Stack);
        Assert.Contains("Passport number?", talk.Answer, StringComparison.Ordinal);
        Assert.Empty(talk.Sent);

        await talk.PressesAsync(DialogMove.Answer, null, ("number", "X1"));
        Assert.Equal("trip.when", talk.Stack);
        Assert.Contains("Passport done", talk.Answer, StringComparison.Ordinal);
        Assert.Equal(2, talk.Sent.Count);
        Assert.StartsWith("m1", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("Passport done", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("When, after 1 passport?", talk.Sent[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_the_dialog_in_between_takes_over_the_live_card_and_ends_above_the_next_step()
    {
        var talk = Talk();
        await talk.BeginAsync("trip");

        await talk.SaysAsync("passport");
        Assert.Contains("Passport number?", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("Continued below.", talk.Sent[1], StringComparison.Ordinal);

        await talk.SaysAsync("X1");
        Assert.Equal(3, talk.Sent.Count);
        Assert.Contains("Passport done", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("Continued below.", talk.Sent[1], StringComparison.Ordinal);
        Assert.Contains("When, after 1 passport?", talk.Sent[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancel_ends_the_dialog_in_between_only_and_a_second_one_the_rest(bool pressed)
    {
        var talk = Talk();
        await talk.BeginAsync("trip");
        await talk.SaysAsync("passport");

        await (pressed ? talk.PressesAsync(DialogMove.Cancel) : talk.SaysAsync("cancel"));
        Assert.Equal("trip.when", talk.Stack);
        Assert.Contains("When, after 0 passport?", talk.Sent[^1], StringComparison.Ordinal);

        await talk.SaysAsync("stop");
        Assert.Equal("", talk.Stack);
    }

    [Fact]
    public async Task Back_past_the_dialog_in_between_asks_the_step_that_began_it()
    {
        var talk = Talk();
        await talk.BeginAsync("trip");
        await talk.SaysAsync("passport");
        await talk.SaysAsync("X1");

        await talk.SaysAsync("back");

        Assert.Equal("trip.where", talk.Stack);
    }

    [Theory]
    [InlineData("no", "trip.sure")]
    [InlineData("wait, one thing is wrong", "trip.sure")]
    [InlineData("Yes!", "")]
    [InlineData("好的", "")]
    public async Task A_question_without_inputs_wants_a_clear_yes(string typed, string stack)
    {
        var talk = Talk();
        await talk.BeginAsync("trip");
        await talk.SaysAsync("Rome");
        await talk.SaysAsync("May");

        await talk.SaysAsync(typed);

        Assert.Equal(stack, talk.Stack);
    }

    [Fact]
    public async Task A_press_for_another_step_is_shown_where_the_dialog_is()
    {
        var talk = Talk();
        await talk.BeginAsync("trip");
        await talk.SaysAsync("Rome");

        await talk.PressesAsync(DialogMove.Answer, "sure");

        Assert.Equal("trip.when", talk.Stack);
        Assert.Contains("That step was answered already.", talk.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_answer_says_what_is_wrong_and_stays()
    {
        var talk = Talk();
        await talk.BeginAsync("trip");

        await talk.SaysAsync("Atlantis");

        Assert.Equal("trip.where", talk.Stack);
        Assert.Contains("Nobody flies there.", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("Atlantis", talk.Sent[0], StringComparison.Ordinal);
        Assert.Contains("Continued below.", talk.Sent[1], StringComparison.Ordinal);
    }

    private static DialogTalk Talk()
    {
        var passport = new Passport();
        return new DialogTalk(new Trip(passport), passport);
    }

    private static JsonTypeInfo<T> Json<T>() => (JsonTypeInfo<T>)JsonSerializerOptions.Web.GetTypeInfo(typeof(T));

    private static Prompt Ask(string question, params string[] fields) =>
        new() { Question = question, Fields = [.. fields.Select(field => new Field(field, FieldKind.Text, field))] };

    private static ValueTask<RawJson> Done(string text) => ValueTask.FromResult(new RawJson(JsonSerializer.SerializeToUtf8Bytes(new { type = "AdaptiveCard", text })));

    private sealed record TripState(int Passports = 0);

    private sealed class Trip(Passport passport) : WaterfallDialog<TripState>("trip", Json<TripState>)
    {
        public override string Title => "A trip";

        protected override IReadOnlyList<WaterfallStep<TripState>> StepsFor(TripState state, DialogContext dialogs) =>
        [
            new("where", _ => Ask("Where?", "where"), (same, answer) => answer["where"] switch
            {
                "passport" => new StepResult<TripState>(same, Begin: "passport"),
                "Atlantis" => new StepResult<TripState>(same, "Nobody flies there."),
                _ => same,
            }),
            new("when", trip => Ask($"When, after {trip.Passports} passport?", "when"), (same, _) => same),
            new("sure", _ => Ask("Sure?"), (same, _) => same),
        ];

        protected override ValueTask<TripState> StartAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new TripState());

        protected override ValueTask<TripState> ResumeAsync(DialogContext dialogs, TripState state, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new TripState(passport.Issued));

        protected override ValueTask<RawJson> CompleteAsync(DialogContext dialogs, TripState state, CancellationToken cancellationToken) => Done("Trip done");
    }

    private sealed class Passport() : WaterfallDialog<TripState>("passport", Json<TripState>)
    {
        public override string Title => "A passport";

        public int Issued { get; private set; }

        protected override IReadOnlyList<WaterfallStep<TripState>> StepsFor(TripState state, DialogContext dialogs) =>
            [new("number", _ => Ask("Passport number?", "number"), (same, _) => same)];

        protected override ValueTask<TripState> StartAsync(DialogContext dialogs, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new TripState());

        protected override ValueTask<RawJson> CompleteAsync(DialogContext dialogs, TripState state, CancellationToken cancellationToken)
        {
            Issued++;
            return Done("Passport done");
        }
    }
}
