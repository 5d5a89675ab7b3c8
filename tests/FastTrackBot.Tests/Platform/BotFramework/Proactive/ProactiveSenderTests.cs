using System.Net;
using FastTrackBot.Platform.BotFramework.Proactive;
using FastTrackBot.Tests.Platform.BotFramework.Rates;

namespace FastTrackBot.Tests.Platform.BotFramework.Proactive;

public sealed class ProactiveSenderTests
{
    public static TheoryData<HttpStatusCode, string, SendOutcome, bool> Answers => new()
    {
        { HttpStatusCode.Forbidden, "BotNotInConversationRoster", SendOutcome.Blocked, false },
        { HttpStatusCode.Forbidden, "ConversationBlockedByUser", SendOutcome.Blocked, false },
        { HttpStatusCode.NotFound, "ConversationNotFound", SendOutcome.NotInstalled, false },
        { HttpStatusCode.BadRequest, "BadArgument", SendOutcome.Failed, false },
        { HttpStatusCode.ServiceUnavailable, "ServiceError", SendOutcome.Failed, true },
        { HttpStatusCode.TooManyRequests, "Throttled", SendOutcome.Throttled, true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Each_answer_of_Teams_is_one_outcome_and_is_counted_once(HttpStatusCode status, string code, SendOutcome outcome, bool mayRetry)
    {
        await using var burst = await Burst.StartAsync();
        await burst.InstallAsync(["p"]);
        burst.Teams.Faults.Enqueue((status, code, 7));

        var result = await burst.SendAsync("p", "hello");

        Assert.Equal((outcome, mayRetry), (result.Outcome, result.MayRetry));
        Assert.Equal(outcome == SendOutcome.Throttled ? burst.Clock.GetUtcNow() + TimeSpan.FromSeconds(7) : null, result.Until);
        Assert.Equal(1, burst.Teams.Calls);
        Assert.Equal([(outcome, 1L)], burst.Senders[0].Totals.Where(total => total.Value > 0).Select(total => (total.Key, total.Value)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster", 1)]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound", 1)]
    [InlineData(HttpStatusCode.Forbidden, "BotDisabledByAdmin", 2)]
    public async Task Where_the_bot_is_no_more_nothing_is_sent_again(HttpStatusCode status, string code, int calls)
    {
        await using var burst = await Burst.StartAsync();
        await burst.InstallAsync(["p"]);
        burst.Teams.Faults.Enqueue((status, code, null));

        await burst.SendAsync("p", "hello");
        await burst.PassAsync(burst.SendAsync("p", "hello again"));

        Assert.Equal(calls, burst.Teams.Calls);
    }

    [Fact]
    public async Task Nobody_installed_it_there() =>
        Assert.Equal(SendOutcome.NotInstalled, await OutcomeAsync());

    [Fact]
    public async Task A_message_that_waits_for_its_moment_is_not_sent_after_the_bot_was_removed()
    {
        await using var burst = await Burst.StartAsync();
        await burst.InstallAsync(["p"]);
        // Eight at most in two seconds: the ninth waits.
        var sends = Enumerable.Range(0, 9).Select(number => burst.SendAsync("p", $"{number}")).ToList();
        await burst.PassAsync(Task.WhenAll(sends.Take(7)));

        await burst.RemoveAsync("p");
        await burst.PassAsync(Task.WhenAll(sends));
        var results = await Task.WhenAll(sends);

        Assert.Equal(SendOutcome.NotInstalled, results[^1].Outcome);
        Assert.Equal(burst.Teams.Accepted.Count, results.Count(result => result.Outcome == SendOutcome.Delivered));
    }

    private static async Task<SendOutcome> OutcomeAsync()
    {
        await using var burst = await Burst.StartAsync();
        return (await burst.SendAsync("nobody", "hello")).Outcome;
    }
}
